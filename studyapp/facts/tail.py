"""Whether 'in <disease>' may close a question: only where the claim is about those who have it."""

import re
from dataclasses import replace

from studyapp.facts.context import Context, is_general
from studyapp.language.diseases import names_disease
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_STATES = re.compile(r"\b(?:pregnan\w+|lab(?:o|ou)r)\b", re.IGNORECASE)
"""Subjects that are a time of life: what is true in it need not be true elsewhere."""
_PEOPLE = re.compile(
    r"\b(?:childhood|children|infan\w+|newborns?|adults?|elderly)\b", re.IGNORECASE
)
"""Subjects that are people, unless they are a disease of theirs."""
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
    r"|muscles?|nerves?|cells?|valves?|ventricles?|cortisol|(?:o?estro|andro)gens?|testosterone|progesterone|adrenaline"
    r"|dopamine|serotonin|hemoglobin|glucagon|hypothalamus|pituitary|spine|spinal\scord|vertebrae|uterus)$",
    re.IGNORECASE,
)
_WORKS = frozenset(
    """carry contain produce secrete store control connect protect remove regulate
    release use measure involve include allow provide record send receive check need
    require suppress stimulate inhibit convert bind absorb""".split()
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
_DEVICE = re.compile(
    r"\b(?:tests?|scans?|\w+graph(?:y|s)|\w+scopy|ultrasound|x[\s-]?rays?|(?:blood\s)?counts?"
    r"|machine|device|pump|ventilator|valve|wires|electrodes?|contrast\smedium|needle|catheter"
    r"|therapy|stimulation|serum\s\w+|EKGs?|ECGs?)$",
    re.IGNORECASE,
)
"""What works alike whatever it is used for."""
_WHOSE = re.compile(
    r"\b(?:should|can|may|must|are|do|will)\s(?:people|patients|persons|children|adults|women|men)"
    r"\swith\s(?P<what>.+)$"
)
_CURED = re.compile(r"^(?:How|What)\s(?:is|are)\s(?P<what>.+?)\s(?:usually\s)?treated(?:\swith)?$")
_CALLED = re.compile(r"\b(?:called|known\sas|referred\sto\sas|inherited)$")
_CARED = re.compile(
    r"\b(?:who|whom|people|patients|persons|children|adults|women|men)\b.*\s(?:(?:re)?treated"
    r"|checked|screened|tested|evaluated)$",
    re.IGNORECASE,
)
_NAMES = re.compile(r"^What\s(?:is|are|does)\s")
_TERM = re.compile(r"^What\sis\s(?P<term>(?!(?:an?|the)\s)[a-z][\w-]*(?:\s[\w-]+){1,3})$")
"""A term of several words that lacks its article."""
_LEARNED = re.compile(
    r"^What\sis\s(?:an?\s)?[a-z-]+(?:ectomy|oscopy|graphy|gram|plasty|otomy|ostomy|chemistry"
    r"|phoresis|metry|centesis)$"
)
"""Terms of one word that mean the same everywhere."""
_NORMAL = re.compile(r"\b(?:normally|in healthy people)\b", re.IGNORECASE)
_SPREADS = re.compile(r"^How\s(?:can|does|may|might)\s(?:a\s|the\s)?cancer\s(?:usually\s)?spread$")
_BUILT = re.compile(
    r"^(?:What|How|Where)\s(?:is|are)\s(?P<who>.+?)\s(?:made\s(?:up\s)?of|composed\sof|divided"
    r"|located|(?:lined|surrounded|covered|connected|attached)(?:\s(?:with|by|to))?)$"
)
_SOME_PART = re.compile(r"^an?\s(?:valve|machine|device|pump|needle|catheter)$")
"""Parts that only the page's treatment makes known."""
_MEANINGS = {FactKind.DEFINITION, FactKind.ABBREVIATION}


def without_loose_tail(fact: Fact, context: Context) -> Fact:
    """The fact, its question without an 'in <disease>' that its claim does not need.

    What a word means, what an organ does and what smoking harms is so in anybody: with the page's
    disease behind it the question says that it is so in that disease.
    """
    tail = f" in {context.subject}"
    if not context.subject or tail not in fact.question:
        return fact
    others = re.compile(
        rf"{re.escape(tail)}(?= (?:in|for) (?:people|patients|adults|children|women|men)\b)"
    )
    if others.search(fact.question):
        return replace(fact, question=others.sub("", fact.question, count=1))
    if not fact.question.endswith(f"{tail}?"):
        return fact
    asked = fact.question.removesuffix(f"{tail}?")
    loose = (
        (fact.kind in _MEANINGS and _NAMES.match(asked) is not None)
        or _NO_ILLNESS.search(context.subject) is not None
        or _in_short(context.subject, asked)
        or _ANATOMY.search(asked) is not None
        or _CALLED.search(asked) is not None
        or _whose_own(fact, asked, context)
        or (not _of_some(context) and _holds_in_anybody(asked))
    )
    if not loose and _CARED.search(asked) and context.ill:
        return replace(fact, question=f"{asked} for {context.subject}?")
    learned = fact.kind in _MEANINGS and _LEARNED.match(asked) is not None
    if not loose or (len(stems(asked)) <= 1 and not learned):
        return fact
    term = _TERM.match(asked)
    if term is not None and fact.kind in _MEANINGS:
        asked = f"What does the term “{term['term']}” mean"
    return replace(fact, question=f"{asked}?")


def _whose_own(fact: Fact, asked: str, context: Context) -> bool:
    """Whether a question says who it is about, or its answer names the page's disease."""
    counted = fact.kind in {FactKind.FIGURE, FactKind.DURATION, FactKind.DOSE}
    whose = _WHOSE.search(asked)
    other = whose is not None and names_disease(whose["what"].split(",")[0])
    named = context.names_subject(fact.value) and not is_general(fact.subject)
    return not counted and not fact.items and (named or other or _cures_another(asked))


def _cures_another(asked: str) -> bool:
    """'How is gout treated' on a page about another disease."""
    match = _CURED.match(asked)
    return match is not None and names_disease(match["what"])


def _of_some(context: Context) -> bool:
    """Whether the subject is people or a time of life, of whom other things are true."""
    about = context.subject
    people = _PEOPLE.search(about) is not None and not context.ill
    return people or _STATES.search(about) is not None


def _holds_in_anybody(asked: str) -> bool:
    """'What does the portal vein carry', 'What can smoking raise'."""
    if _NORMAL.search(asked) or _SPREADS.match(asked):
        return True
    built = _BUILT.match(asked)
    if built is not None:
        return _BODY.search(built["who"]) is not None
    match = _ASKS.match(asked)
    if match is None or _SOME_PART.match(match["who"]):
        return False
    thing = _BODY.search(match["who"]) or _DEVICE.search(match["who"])
    works = thing and match["verb"] in _WORKS
    harms = _HABITS.search(match["who"]) and match["verb"] in _EFFECTS
    return bool(works or harms)


def _in_short(subject: str, asked: str) -> bool:
    """Whether a question names the subject by its initials ('RA')."""
    words = [word for word in re.split(r"[\s-]", subject) if word]
    initials = "".join(word[0] for word in words).upper()
    said = len(words) > 1 and initials in asked
    return said and re.search(rf"\b{re.escape(initials)}\b", asked) is not None
