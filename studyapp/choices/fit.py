"""Whether the answer of one card is a fair distractor for another: of its kind, and not right."""

import re

from studyapp.choices.entry import Entry, Form
from studyapp.choices.figures import apart, is_among, is_far
from studyapp.choices.looks import near_in_length
from studyapp.choices.sense import heads_alike, may_be_same, overlap, stands_in
from studyapp.language.words import stem

_PLAIN_WORDS = """
    initial early first main primary common usual typical frequent major general often most
    mainly primarily usually typically generally commonly normally overall estimated
"""
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())
"""Stems by which two questions do not ask of two things."""
_LONGER = {Form.FIGURE: 5.0, Form.DEFINITION: 2.3, Form.NAME: 2.2}
"""How many times as long one option may be as the other."""
_ALIKE = {Form.DEFINITION: 0.4, Form.NAME: 0.6}
"""Answers that share a larger part of their words may be one thing, said twice."""
_SLOT = 2
_OPEN_ARTICLE = re.compile(r"\b[Aa]n?\s$")


def is_fit(entry: Entry, other: Entry) -> bool:
    """Whether `other` may stand beside the answer of `entry`, both being of one sort."""
    return (
        _belongs(entry, other)
        and differ(entry, other)
        and _asks_otherwise(entry, other)
        and not _is_denied(entry, other)
    )


def is_near(entry: Entry, other: Entry) -> bool:
    """Whether another card's answer is of like length."""
    lengths = entry.looks.length, other.looks.length
    return other is not entry and near_in_length(*lengths, _LONGER[entry.form])


def differ(one: Entry, other: Entry) -> bool:
    """Whether two answers cannot both be right."""
    mine, its = one.answer.figure, other.answer.figure
    if mine and its:
        return apart(mine, its) and not is_far(mine, its)
    if may_be_same(one.option, other.option):
        return False
    if overlap(one.option, other.option) > _ALIKE[one.form]:
        return False
    return one.form is not Form.DEFINITION or _defines_apart(one, other)


def _defines_apart(one: Entry, other: Entry) -> bool:
    """Whether neither is a kind of the other: by its name, or by what it is said to be."""
    mine, its = one.answer.subject, other.answer.subject
    return not (
        heads_alike(mine, its)
        or may_be_same(mine, its)
        or stands_in(mine, other.option)
        or stands_in(its, one.option)
    )


def _belongs(entry: Entry, other: Entry) -> bool:
    """Whether an answer suits a question, and is not the only one that does not."""
    if not other.answer.gives:
        return False
    near = entry.answer.is_narrow and entry.answer.sort == other.answer.sort
    if not near and not entry.sources & other.sources:
        return False
    if not _follows(entry, other):
        return False
    return entry.form is not Form.NAME or (_is_one(entry, other) and not _hints(entry, other))


def _follows(entry: Entry, other: Entry) -> bool:
    """Whether an answer can stand behind the 'a' or 'an' that is left before a blank."""
    article = _OPEN_ARTICLE.search(entry.question.before)
    if article is None:
        return True
    return (other.option[:1] in "AEIOU") == (article[0].strip().lower() == "an")


def _is_one(entry: Entry, other: Entry) -> bool:
    """Whether, where the first of several causes is asked for, the other is told to be a cause."""
    first_of = entry.answer.first_of
    return not first_of or stands_in(first_of, other.question.text)


def _hints(entry: Entry, other: Entry) -> bool:
    """Whether a name has a word of the question that the right one has not."""
    return bool(entry.begun & (other.starts - entry.starts))


def _asks_otherwise(entry: Entry, other: Entry) -> bool:
    """Whether each of two questions has a word of its own by which it asks of another thing."""
    return not (entry.asked - other.asked) <= _PLAIN and not (other.asked - entry.asked) <= _PLAIN


def is_parallel(entry: Entry, other: Entry) -> bool:
    """Whether two questions are one, but for the thing that each asks of."""
    mine, its = entry.asked - other.asked, other.asked - entry.asked
    return 0 < len(mine) <= _SLOT and 0 < len(its) <= _SLOT


def _is_denied(entry: Entry, other: Entry) -> bool:
    """Whether an answer stands in the question, or is right by what other sources say."""
    figure = other.answer.figure
    if figure is not None:
        return is_among(figure, entry.amounts)
    return stands_in(other.option, entry.question.text) or any(
        may_be_same(other.option, one) for one in entry.denied
    )
