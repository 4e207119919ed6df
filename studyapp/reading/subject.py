"""Finds what a document as a whole is about: from its title, its headings and its words."""

import re
from collections import Counter
from collections.abc import Sequence

from studyapp.language.diseases import names_disease
from studyapp.language.naming import pattern_of, short_form
from studyapp.language.titles import advises, asked_about, names_in
from studyapp.language.words import folded, is_plural
from studyapp.reading.recurring import content, is_class, recurring
from studyapp.reading.spelling import spelled

_FULL = 10
_OFTEN = 2
_PAIR, _SEVERAL = 2, 3
_SHARE, _DISEASE_SHARE = 12, 40
_RIVAL = 2


def document_subject(title: str, headings: Sequence[str], texts: Sequence[str]) -> str:
    """The document's subject as running text writes it, small but for names; '' if unresolved.

    It is the name in the title, or the one that headings ask about ('What causes gout?'), where
    the text uses it. Failing that it is the phrase of one to four words of the title's roots
    that recurs most, longer phrases weighing more.
    """
    told = names_in(title)
    asked = Counter(filter(None, map(asked_about, headings)))
    often = tuple(name for name, count in asked.most_common() if count >= _OFTEN)
    named = _used(told or often, title, headings, texts)
    if named:
        return _restricted(named, title)
    found = "" if advises(title) else recurring(title, headings, texts)
    return _restricted(found, title) if found and not _is_part(found, told) else ""


def _used(names: Sequence[str], title: str, headings: Sequence[str], texts: Sequence[str]) -> str:
    """That of some names which the text uses most, as it spells it; '' where it uses none."""
    everything = (title, *headings, *texts)
    counts = Counter({n: _uses(n, everything, texts) for n in names if not _is_empty(n)})
    best = max(counts, key=lambda name: counts[name] * len(name.split()) ** 2, default="")
    full = sum(text.count(" ") >= _FULL for text in texts)
    share = _DISEASE_SHARE if names_disease(best) else _SHARE
    if best and counts[best] >= _OFTEN and counts[best] * share >= full:
        return spelled(best, texts)
    parts = _conjuncts(best)
    if not 1 < len(parts) <= _SEVERAL:
        return ""
    uses = Counter({part: _uses(part, everything, texts) for part in parts})
    (one, most), (_, next_most) = uses.most_common(_PAIR)
    if most * share < full or most < _OFTEN:
        return ""
    if next_most * _RIVAL < most:
        return spelled(one, texts)
    return " and ".join(spelled(part, texts) for part in parts) if len(parts) == _PAIR else ""


def _uses(name: str, everything: Sequence[str], texts: Sequence[str]) -> int:
    """How many texts have a name or its short form."""
    name = _YOUNG.sub("", name)
    long, short = pattern_of(name), short_form(name, everything)
    brief = re.compile(rf"\b{re.escape(short)}s?\b") if short else long
    return sum(bool(long.search(text) or brief.search(text)) for text in map(folded, texts))


_YOUNG = re.compile(r"^(?:childhood|pa?ediatric|adult)\s", re.IGNORECASE)
"""The people of a page, whom its text need not name each time."""


def _is_empty(name: str) -> bool:
    """Whether a name says no more than a class: 'bacterial infections of the skin'."""
    head = re.split(r"\sof\s", _YOUNG.sub("", name), maxsplit=1)[0]
    return is_class(head) and (head == name or is_plural(head.rsplit(maxsplit=1)[-1]))


_ADJECTIVE = re.compile(r"^\w+(?:ic|al|ar|ous|ive|ary|ed)$", re.IGNORECASE)


def _conjuncts(name: str) -> tuple[str, ...]:
    """What a title joins: 'gout and pseudogout'; each with the word that they share.

    'Renal and hepatic failure' joins two failures, 'sleep loss and debt' two matters of sleep.
    """
    parts = [part for part in re.split(r",?\sand\s(?:the\s)?|,\s", name) if part]
    if len(parts) == _PAIR:
        one, two = (part.split() for part in parts)
        if len(one) == 1 and len(two) > 1 and _ADJECTIVE.match(one[0]):
            parts[0] = " ".join([*one, *two[1:]])
        elif len(two) == 1 and len(one) > 1:
            parts[1] = " ".join([*one[:-1], *two])
    return tuple(parts)


def _is_part(found: str, told: Sequence[str]) -> bool:
    """Whether a phrase is a mere part of a longer name, without which it says too little."""
    names = [part for name in told for part in _conjuncts(name)]
    return bool(names) and all(
        _is_empty(name) or (content(name)[1:] and " " not in found) for name in names
    )


_PEOPLE = re.compile(
    r"\b(?P<link>during|in)\s(?P<who>pregnancy|childhood|children|infants|newborns|adolescents"
    r"|older\sadults|the\selderly)\b",
    re.IGNORECASE,
)


def _restricted(subject: str, title: str) -> str:
    """The subject with the people to whom the title restricts the page ('during pregnancy')."""
    match = _PEOPLE.search(title)
    if not match or match["who"].lower() in subject.lower():
        return subject
    return f"{subject} {match['link'].lower()} {match['who'].lower()}"


def is_plural_subject(subject: str) -> bool:
    """Whether the subject takes a plural verb."""
    return bool(subject) and is_plural(subject.rsplit(maxsplit=1)[-1])
