"""How facts are asked: the question of each kind, and the answer in its final form."""

import re

from studyapp.language.classes import asked_for, class_of, parts_of
from studyapp.language.words import capital, folded, is_plural, spaced, stems
from studyapp.model import Fact, FactKind

_RANGE = re.compile(r"(?<=\d)\s?-\s?(?=\d)")
_PLURAL_LINK = re.compile(r"\s(?:of|in|for|with|to|from|that|by|around)\s")


def question_of(fact: Fact) -> str:
    """The question of a fact: its rule's own wording, or its kind's."""
    if fact.is_cloze:
        return fact.question
    if fact.question:
        asked = fact.question
    elif fact.kind is FactKind.DOSE:
        asked = _dose(fact)
    elif fact.kind is FactKind.ABBREVIATION:
        asked = f"What does {fact.subject} stand for?"
    else:
        asked = _definition(fact)
    return capital(_condition_last(_sharper(_tidy(asked), fact)))


_WHAT = re.compile(
    r"(?:^What|(?<=, )what)\s"
    r"(?P<verb>is|are|was|were|do|does|did|can|may|might|should|must|will)\b"
)
_FEW = 2
_RAYS = re.compile(
    r"\bradi(?:ation|otherapy)\b|\brays?\b[^,;]*\bto\s(?:destroy|kill|shrink|treat)\b"
)
"""Rays that treat are no test."""
_SORTS = re.compile(
    r"\s(?:examples|types?|kinds?|forms?)\sof\s|\blisted\b|^What\sare\sthe\s(?:\d|two|three)\s"
    r"|\s(?:given|delivered|done|performed)\sthrough\b"
)
_GAP = re.compile(
    r"^(?:What|.*, what)\s(?:is|was)\s.*\b\w+(?:ed|en|own|ne)\s(?:with|for|by|in|from|to|as)\b"
)
_PASSIVE = re.compile(
    r"(?:^What|, what)\s(?:is|was)\s(?:often\s|usually\s|commonly\s)?\w+(?:ed|en)\s(?:to|for)\s"
)
_TERMS = {FactKind.DEFINITION, FactKind.ABBREVIATION, FactKind.DOSE, FactKind.PITFALL}


def _sharper(question: str, fact: Fact) -> str:
    """'Which cancers does X arise from?' for 'What …', where all of the answer is of one class."""
    match = _WHAT.search(question)
    aim = fact.value.lower().startswith("to ")
    named = asked_for(fact.value) if match and not aim else ""
    if match is None or not named:
        return question
    told = " listed " in question  # the list already says of what kind its items are
    sorts = told or question.endswith(" called?") or _SORTS.search(question) is not None
    sorts = sorts or (
        named == "imaging tests" and _RAYS.search(f"{question} {fact.value}") is not None
    )
    exempt = sorts or fact.kind in _TERMS or (named == "symptoms" and fact.attribute == "rank")
    if exempt or _says(question, named):
        return question
    several = is_plural(fact.value.split()[-1]) or re.search(r",\s|\sand\s", fact.value)
    asks_subject = _GAP.search(question) is None and match["verb"] in {"is", "was"}
    asks_subject = asks_subject or _PASSIVE.search(question) is not None
    if asks_subject and several:
        return question
    many = match["verb"] in {"are", "were"} or several
    which = "which" if match.group(0)[0] == "w" else "Which"
    count = len(parts_of(fact.value)) if class_of(fact.value) else 0
    noun = named[:-1] if not many else f"{count} {named}" if count > _FEW else named
    return f"{question[: match.start()]}{which} {noun} {question[match.start('verb') :]}"


def _says(question: str, named: str) -> bool:
    """Whether a question names the class already ('What is the first drug …?')."""
    return bool(set(stems(named)) & set(stems(question)))


_CONDITION_FIRST = re.compile(
    r"^(?P<when>(?:If|When|While|After|Before|During|Once|For|In|Regardless of|Without|Unless"
    r"|With)\s(?:\S+\s){3,}?\S+|Based on [^,]+ evidence), "
    r"(?P<asked>(?:what|which|who|whom|how|why|when|where|for whom|in what)\b.*)\?$"
)


def _condition_last(question: str) -> str:
    """A question with its long condition behind it: 'What does X need if Y?'."""
    match = _CONDITION_FIRST.match(question)
    if match is None:
        return question
    when = match["when"][0].lower() + match["when"][1:]
    return f"{match['asked']} {when}?"


def answer_of(fact: Fact) -> str:
    """The answer of a fact: its value with a capital and with dashes between numbers."""
    if fact.is_cloze:
        return fact.value
    answer = _tidy(fact.value).rstrip(" ,;:")
    if answer.endswith(".") and not re.search(r"\b(?:[a-z]\.[a-z]|etc)\.$", answer):
        answer = answer[:-1]
    answer = _RANGE.sub("\N{EN DASH}", re.sub(r"\.[-–]$", "", answer))
    opens = re.match(r"[a-z]{2,}(?:-[a-z]+)*(?=[\s,;)]|$)|a\s", answer)
    return capital(answer) if opens else answer


def _tidy(text: str) -> str:
    return spaced(text).strip()


def _definition(fact: Fact) -> str:
    """'What is X?', with the verb of the sentence where it has one."""
    if fact.attribute in {"is", "are"}:
        verb = fact.attribute
    else:
        head = _PLURAL_LINK.split(re.sub(r"\s*\([^)]*\)", "", fact.subject))[0].split()
        verb = "are" if head and is_plural(head[-1]) else "is"
    lacks = verb == "is" and _COUNTED.match(fact.subject) is not None
    article = ("an " if fact.subject[0].lower() in "aeiou" else "a ") if lacks else ""
    return f"What {verb} {article}{fact.subject}?"


_COUNTED = re.compile(
    r"^(?!(?:an?|the|this|that)\s)(?:[\w-]+\s){0,3}(?:tests?|scan|exam|examination|biopsy|x[\s-]ray|\w+ologist|\w+oscope|\w+ogram"
    r"|physician|surgeon|specialist|anticoagulant|stent|catheter|shunt|pacemaker|transplant|implant"
    r"|defibrillator|antibody|antigen|enzyme|hormone|neuron|nerve)(?:\s\([^)]*\))?$"
)
"""Names of things that can be counted: they want their article."""


def _dose(fact: Fact) -> str:
    """'What is the typical dosing of X in adults, in the treatment of Y?'."""
    asked = f"What is the {fact.attribute} of {fact.subject}"
    if fact.population:
        asked += f" for {folded(fact.population)[0].lower()}{fact.population[1:]}"
    if fact.condition:
        asked += f" in {fact.condition}"
    if fact.topic and not set(stems(fact.topic)) <= set(stems(asked)):
        asked += f" {'of' if fact.condition else 'in'} {fact.topic}"
    return f"{asked}?"
