"""Whether a question is one well-formed question."""

import re
from collections.abc import Iterator

from studyapp.checks.asking import BLANK, WH, Fault, tokens
from studyapp.checks.subjects import subject_faults
from studyapp.checks.support import derived
from studyapp.language.words import folded, is_plural

_FRONTED = re.compile(
    r"^(?:in|for|among|according|if|when|after|during|to|by|on|at|with|without|before|until"
    r"|once|from|under|of|while"
    r"|although|even|besides|as|apart|where|beyond|since|compared|despite|because|whereas|toward"
    r"|towards|through|unlike"
    r"|normally|within|between|\w+ly)\b[^?]*?,\s",
    re.IGNORECASE,
)
_WORDS_BEFORE_WH = 3
_FRONTED_WORDS = 14
_LONGEST = 30
_LONGEST_SENTENCE = 52
"""So many words has a sentence with a blank at most, with the one before that it needs."""
_PREPOSITIONS = frozenset(
    """of to for from in on at by with about into after before against under over between through
    during as than like""".split()
)
_HANGING = frozenset(
    "and or but the a an their its his her because if that which who including not very"
    " more".split()
)
_BEFORE_OF = frozenset(
    """consist composed made comprised comprise capable aware died die think part sign symptom
    cause risk type form example result complication indicative suggestive characteristic kind
    much many little few enough
    feature likelihood chance incidence afraid deprived instead number percentage out side
    amount formed subtype cure control source marker stage speak way member""".split()
)
_CAPITAL = re.compile(
    r"(?<=[a-z,] )(?<!hepatitis )(?<!vitamin )(?<!hemophilia )(?<!influenza )(?<!haemophilia )"
    r"(?<!type )(?<!group )"
    r"(?:A|An|The|This|These|It|In|On|For|And|Or|Of|To|With)\b(?!\.)(?! [A-Z]\b)"
)
_VERB_NOUN = re.compile(
    r"^(?:what|which) (?P<verb>are|is)\s(?P<all>[^?,(]+?)(?=\s(?:of|in|for|to|that|with|from"
    r"|by|on|after|during)\b|\?)",
    re.IGNORECASE,
)
_COUNTABLE = frozenset(
    """type cause symptom sign treatment test drug complication site concern cornerstone standard
    pathway finding reason factor procedure method goal purpose effect option form stage therapy
    kind part component step route source group""".split()
)
_NUMBER = re.compile(r"\b(?:[2-9]|two|three|four|five|six)\b(?![-–]\w)", re.IGNORECASE)


def question_faults(question: str) -> Iterator[Fault]:
    """What is wrong with a question, blanked if it is a cloze card's."""
    yield from subject_faults(question)
    if BLANK not in question:
        yield from _opening(folded(question).strip())
        yield from _end(question)
        yield from _agreement(folded(question))
    longest = _LONGEST_SENTENCE if BLANK in question else _LONGEST
    if len(question.split()) > longest:
        yield f"The question has more than {longest} words.", "Shorten it."
    capital = _CAPITAL.search(question)
    if capital:
        message = f"'{capital.group(0)}' has a capital inside the question."
        yield message, "Write the phrase as it stands inside a sentence."


def _opening(plain: str) -> Iterator[Fault]:
    if not plain.endswith("?"):
        yield "The question does not end with '?'.", "Word it as one question."
    elif "?" in plain[:-1]:
        yield "There are two questions in one.", "Make a card of each."
    fronted = _FRONTED.match(plain)
    aside = fronted.group(0) if fronted and WH.search(plain, fronted.end()) else ""
    rest = plain[len(aside) :]
    first = WH.search(rest)
    if first is None:
        message = "The question can be answered by yes or no, or asks nothing."
        yield message, "Open it with what, which, why, when, how …"
    elif len(tokens(rest[: first.start()])) > _WORDS_BEFORE_WH:
        yield f"The question word '{first.group(0)}' comes late.", "Open the question with it."
    elif len(tokens(aside)) > _FRONTED_WORDS:
        yield "The question opens with a long aside.", "Ask first, or leave the aside out."


def _end(question: str) -> Iterator[Fault]:
    words = [word if word == "A" else word.lower() for word in tokens(question)]
    if words[1:] and _breaks_off(words):
        yield f"The question breaks off at '{words[-1]}'.", "Complete it."


def _breaks_off(words: list[str]) -> bool:
    last, before = words[-1], words[-2]
    if last in _HANGING or (before, last) == ("in", "order"):
        return True
    if last not in _PREPOSITIONS:
        return False
    if words[0] in {"why", "when", "how"} and last != "from":
        return True
    if words[0] in _PREPOSITIONS and WH.match(words[1]) and last in {"of", "for", "by"}:
        return True
    return last == "of" and not any(before == w or derived(before, w) for w in _BEFORE_OF)


def _agreement(plain: str) -> Iterator[Fault]:
    found = _VERB_NOUN.match(plain)
    if found is None:
        return
    phrase = found["all"].lower()
    noun, verb = phrase.split()[-1], found["verb"].lower()
    if " and " in phrase or "," in phrase or phrase.split()[0] in _PREPOSITIONS:
        return
    if verb == "are" and noun in _COUNTABLE and not is_plural(noun):
        yield f"'are' does not agree with '{noun}'.", "Write 'is', or the plural."
    if verb == "is" and (noun.removesuffix("s") in _COUNTABLE - {noun} or _NUMBER.search(phrase)):
        yield f"'is' does not agree with '{phrase}'.", "Write 'are', or the singular."
