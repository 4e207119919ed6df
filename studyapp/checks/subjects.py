"""Whether a question names its subject by itself, without the page around it."""

import re
from collections.abc import Iterator

from studyapp.checks.asking import BLANK, Fault, is_generic
from studyapp.checks.support import derived, words_of
from studyapp.language.verbs import base_of
from studyapp.language.words import folded

_PLACE = re.compile(
    r"\b(?:the|as)\s(?:following|above|below|aforementioned)\b(?!\s(?:the|\d|normal))"
    r"|\b(?:mentioned|described|discussed|introduced|listed|shown|stated|noted|given)\s(?:above|below|here"
    r"|earlier)\b|\bas follows\b"
    r"|\b(?:this|the|that)\s(?:text|article|passage|document|page|web\s?page|website"
    r"|authors?|section|paragraph|excerpt"
    r"|handout|above|video|fact sheet|summary|diagram|picture)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:this|these|that(?=\s(?:condition|disease|type)\b))\b", re.IGNORECASE)
_SUCH = re.compile(r"\bsuch\b(?!\s(?:as|that|an?)\b)", re.IGNORECASE)
_THOSE = re.compile(
    r"\bthose\b(?!\s(?:who|with|without|in|of|having|aged|over|under|whose|from|not|that|at"
    r"|taking|for|\w+ed|\w+ing)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|theirs|he|she|his|her|him)\b", re.IGNORECASE
)
_EMPTY_IT = re.compile(
    r"it\s(?:is\s)?(?:\w+\s)?(?:important|necessary|essential|recommended|possible|crucial"
    r"|critical|mandatory|vital|best"
    r"|advisable|appropriate|useful|likely|better|safe|unsafe|wise|true|that|takes?|called"
    r"|usual|common|hard|difficult|easy)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:you|your|yours|yourself|yourselves|we|our|ours|my)\b", re.IGNORECASE)
_CLASS = re.compile(
    r"\bthe\s(?P<noun>condition|disease|disorder|illness|test|exam|scan|procedure|treatment"
    r"|therapy|drug|medicine|medication"
    r"|surgery|operation|vaccine|device|bacteria|virus|organism|study|trial|team|sample|area"
    r"|process|patient)"
    r"(?P<after>\s\w+)?",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:one|a|an|the|another|this)\s(?:(?:recent|large|small|clinical|pilot|randomi[sz]ed"
    r"|cohort|controlled|phase\s\w+)\s){0,3}"
    r"(?:study|trial)\b(?!\sof\sthe\s)|\b(?:clinical|recent|several|some|many)\s(?:studies"
    r"|trials)\b|\b(?:investigators"
    r"|researchers|scientists|primary analysis|secondary analys[ie]s|multiple imputation"
    r"|allocation ratio)\b",
    re.IGNORECASE,
)
_OPENS_LINKED = (
    r"^(?:also|however|therefore|thus|though|then|instead|in addition|moreover|finally"
    r"|furthermore|besides(?=,)|as a result"
    r"|for (?:example|instance)|unfortunately|fortunately|sometimes|consequently|similarly"
    r"|likewise)\b,?"
)
_OPENING_LINK = re.compile(_OPENS_LINKED, re.IGNORECASE)
_LINK = re.compile(
    rf"{_OPENS_LINKED}"
    r"|,\s(?:however|though|therefore|for example|for instance|on the other hand)\b,?"
    r"|\b(?:not only|however|therefore|moreover|furthermore|nevertheless)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r".*(?P<tail>\s(?:in|of|for|with)\s((?:[\w-]+\s?){1,4}))$")
_QUOTED = re.compile(r"[“\"]\w[^”\"]+[”\"]")
_ANNOUNCED = re.compile(
    r"\b(?:the\sfollowing|as\sfollows)\b(?!.*\b(?:the\sfollowing|as\sfollows)\b)", re.IGNORECASE
)
"""What announces a list points at the blank that stands in its place."""
_OUTSIDE = "'{}' points at something outside the card."
_NAME_IT = "Name what is meant."


def subject_faults(question: str) -> Iterator[Fault]:
    """What keeps a question from standing alone."""
    plain = folded(question)
    words = frozenset(_RUN.findall(plain.lower()))
    if not words.isdisjoint(_POINTERS):
        yield from _pointing(_ANNOUNCED.sub("", plain) if plain.endswith(f": {BLANK}") else plain)
    yield from _class_noun(plain)
    for pattern, message, hint in () if words.isdisjoint(_STRANGERS) else _STRANGE:
        opening = pattern is _LINK and BLANK in question  # a sentence may hold its own 'however'
        found = (_OPENING_LINK if opening else pattern).search(plain)
        if found:
            yield message.format(found.group(0).strip(" ,")), hint
    yield from _named(plain)


_RUN = re.compile(r"[a-z]+")
_POINTERS = frozenset(
    """following above below aforementioned here earlier follows text article passage document page
    site website webpage author authors section paragraph excerpt handout video sheet summary
    diagram picture such those this these that it its itself they them their theirs he she his her
    him""".split()
)
"""Each of `_pointing`'s patterns holds one of these words."""
_STRANGERS = frozenset(
    """you your yours yourself yourselves we our ours my study trial studies trials investigators
    researchers scientists analysis analyses imputation allocation also however therefore
    thus though then instead addition moreover finally furthermore besides result example instance
    unfortunately fortunately sometimes consequently similarly likewise hand only
    nevertheless""".split()
)
"""Each pattern of `_STRANGE` holds one of these."""
_STRANGE = (
    (
        _PERSON,
        "'{}' speaks to the reader or for the author.",
        "Speak of patients, or of people.",
    ),
    (
        _STUDY,
        "'{}' is a study that the learner does not know.",
        "Ask for what is generally so.",
    ),
    (
        _LINK,
        "'{}' ties the question to a sentence before it.",
        "Leave it out.",
    ),
)


def _pointing(plain: str) -> Iterator[Fault]:
    for pattern in (_PLACE, _SUCH, _THOSE):
        found = pattern.search(plain)
        if found:
            yield _OUTSIDE.format(found.group(0)), _NAME_IT
    this = _THIS.search(plain)
    if this and not _names_something(plain[: this.start()]):
        yield _OUTSIDE.format(this.group(0)), _NAME_IT
    pronouns = (p for p in _PRONOUN.finditer(plain) if not _EMPTY_IT.match(plain[p.start() :]))
    first = next(pronouns, None)
    if first and not _names_something(plain[: first.start()]):
        yield f"'{first.group(0)}' stands for something that the question does not name.", _NAME_IT


def _class_noun(plain: str) -> Iterator[Fault]:
    """'the test' with nothing before or after it that tells which."""
    found = _CLASS.search(plain)
    if found is None or _names_something(plain[: found.start()]):
        return
    after = (found["after"] or "").strip().lower()
    rest = plain[found.end() :] if after else ""
    bare = not after or base_of(after) or after.endswith(("ed", "ly")) or after in {"be", "have"}
    by_name = {"condition", "disease", "disorder", "illness", "treatment", "therapy"}
    if bare and not (found["noun"].lower() in by_name and _names_something(rest)):
        yield _OUTSIDE.format(f"the {found['noun']}"), _NAME_IT


def _names_something(text: str) -> bool:
    return any(not is_generic(word) for word in words_of(text))


def _named(plain: str) -> Iterator[Fault]:
    if not _QUOTED.search(plain) and all(is_generic(w) or w.isdigit() for w in words_of(plain)):
        yield "The question does not name what it is about.", "Name the disease, drug or test."
    bare = plain.rstrip(" ?")
    tail = _TAIL.match(bare)
    if tail and _said_before(tail[2], bare[: tail.start("tail")]):
        yield f"The question names '{tail[2].strip()}' twice.", "Leave it out at the end."


def _said_before(tail: str, before: str) -> bool:
    ends, earlier = words_of(tail), words_of(before)
    return bool(ends) and all(any(w == e or derived(w, e) for e in earlier) for w in ends)
