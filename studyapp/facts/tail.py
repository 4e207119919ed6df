"""Whether 'in <disease>' may close a question: only where the claim is about those who have it."""

import re
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_STATES = re.compile(
    r"\b(?:pregnan\w+|childhood|children|infan\w+|newborns?|lab(?:o|ou)r|adults?|elderly)\b",
    re.IGNORECASE,
)
"""Subjects that are people or a time of life: what is true of them need not be true elsewhere."""
_NO_ILLNESS = re.compile(
    r"(?:(?<!meta)stasis|plantation|vaccination|therapy|surgery|scopy|screening|vitamin\s\w+"
    r"|functions?|system|balance|care|tests?|vaccines?|diet|medicines?|drugs?|cells?|hormones?"
    r"|blood)$",
    re.IGNORECASE,
)
"""Subjects that nobody has: a process of the body, a treatment, a test."""
_ASKS = re.compile(
    r"^(?:[A-Z][a-z]+ly,\s)?(?:What|Which\s[\w-]+(?:\s[\w-]+)?)\s"
    r"(?:do|does|can|may|will|might)\s(?P<who>.+?)\s(?:(?:also|usually|often|normally|mainly)\s)?"
    r"(?P<verb>[a-z]+)(?:\s(?:to|for|from|on|in|of))?$"
)
_BODY = re.compile(
    r"\b(?:liver|kidneys?|heart|brain|lungs?|spleen|pancreas|stomach|intestines?|bowel|skin|bones?"
    r"|(?:red|white)\sblood\scells?|blood\s(?:cells?|vessels?)|platelets?|immune\ssystem"
    r"|nervous\ssystem|body|glands?|(?:portal\s)?veins?|arter(?:y|ies)|hormones?|insulin|neurons?"
    r"|muscles?|nerves?|cells?|valves?|ventricles?|hypothalamus|pituitary|spine|vertebrae|uterus)$",
    re.IGNORECASE,
)
_WORKS = frozenset(
    """carry contain produce secrete store control connect protect remove regulate
    release use measure involve include allow provide record send receive check need
    require""".split()
)
"""What organs, tests and devices do in anybody."""
_HABITS = re.compile(
    r"\b(?:smoking|aging|ageing|alcohol|drinking|obesity|(?:being\s)?overweight|exercise|vaccines?"
    r"|physical\sactivity|(?:saturated|trans)?\s?fats?|salt|sodium|caffeine|diet|stress|heat|soaps?"
    r"|(?:hot\s)?baths?|bathing|fiber|milk|grapefruit|hygiene)$",
    re.IGNORECASE,
)
_EFFECTS = frozenset(
    """raise increase lower reduce weaken worsen harm damage affect slow prevent improve aggravate
    irritate exacerbate""".split()
)
_ANATOMY = re.compile(
    r"\b(?:largest|smallest|longest|innermost|outermost)\b.*\b(?:organs?|glands?|bones?|muscles?"
    r"|vessels?|nerves?|cells?|arter(?:y|ies)|veins?)\b"
)
_NAMES = re.compile(r"^What\s(?:is|are|does)\s")
_TERM = re.compile(r"^What\sis\s(?P<term>(?!(?:an?|the)\s)[a-z][\w-]*(?:\s[\w-]+){1,3})$")
"""A term of several words that lacks its article."""
_MEANINGS = {FactKind.DEFINITION, FactKind.ABBREVIATION}


def without_loose_tail(fact: Fact, context: Context) -> Fact:
    """The fact, its question without an 'in <disease>' that its claim does not need.

    What a word means, what an organ does and what smoking harms is so in anybody: with the page's
    disease behind it the question says that it is so in that disease.
    """
    tail = f" in {context.subject}?"
    if not context.subject or not fact.question.endswith(tail):
        return fact
    asked = fact.question.removesuffix(tail)
    loose = (
        (fact.kind in _MEANINGS and _NAMES.match(asked) is not None)
        or _NO_ILLNESS.search(context.subject) is not None
        or _in_short(context.subject, asked)
        or _ANATOMY.search(asked) is not None
        or (not _STATES.search(context.subject) and _holds_in_anybody(asked))
    )
    if not loose or len(stems(asked)) <= 1:
        return fact
    term = _TERM.match(asked)
    if term is not None and fact.kind in _MEANINGS:
        asked = f"What does the term “{term['term']}” mean"
    return replace(fact, question=f"{asked}?")


def _holds_in_anybody(asked: str) -> bool:
    """'What does the portal vein carry', 'What can smoking raise'."""
    match = _ASKS.match(asked)
    if match is None:
        return False
    works = _BODY.search(match["who"]) and match["verb"] in _WORKS
    harms = _HABITS.search(match["who"]) and match["verb"] in _EFFECTS
    return bool(works or harms)


def _in_short(subject: str, asked: str) -> bool:
    """Whether a question names the subject by its initials ('RA')."""
    words = [word for word in re.split(r"[\s-]", subject) if word]
    initials = "".join(word[0] for word in words).upper()
    return len(words) > 1 and re.search(rf"\b{re.escape(initials)}\b", asked) is not None
