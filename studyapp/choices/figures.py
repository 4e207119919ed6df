"""Answers in numbers: of which kind they are, and whether two of them can both be true."""

import re
from dataclasses import dataclass
from math import inf

from studyapp.choices.question import Question
from studyapp.language.amounts import Amount, Bound, read_amount
from studyapp.language.regimens import Dose, plain, read_regimen

_ASKS = (
    ("often", re.compile(r"\bhow (?:often|frequently)\b|\bhow many times\b", re.IGNORECASE)),
    ("age", re.compile(r"\b(?:what|which) age\b|\bhow old\b|\bage[ds]?\b", re.IGNORECASE)),
)
_ASKS_LIMIT = re.compile(
    r"\b(?:below|above|under|over|beyond|exceed(?:s|ing)?|than|least|most|minimum|maximum|threshold)\s(?:(?:of|is|an?)\s)?(?:what|which|how|___)",
    re.IGNORECASE,
)
"""'Below what temperature …?': below any lower one too."""
_OUT_OF = re.compile(r"\b(?:in|out of|of every|of each)\b", re.IGNORECASE)
"""'One in six' is a share in other words than '16 per cent'."""
_EACH = re.compile(r"^\s?(?:an?|per|each|every)\s(?:day|week|month|year)\b")
"""'Five days a week' is not how long."""
_HOW_MANY = re.compile(r"\bhow many (?P<noun>[\w-]+(?: [\w-]+)?)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"[\da-z]-[a-z]{3}|(?<!\b1)\s(?:year|month|week|day)\sold\b", re.IGNORECASE)
"""'A two-week' is no answer where 'two weeks' are asked for."""
_NUMBER = re.compile(r"\d|\b(?=[a-z])")
_DECIMAL = re.compile(r"\d\.(?P<places>\d+)")
_ABOVE = frozenset({Bound.OVER, Bound.AT_LEAST})
_BELOW = frozenset({Bound.UNDER, Bound.AT_MOST})
_PERCENT = "%"
_WHOLE = 100
_APART = 1.1
_ROUGHLY = 1.2
"""'About 10%' may be said of 9% and of 11%."""
_FAR = 15
"""No amount stands beside one so many times as large: it could not be meant."""

Ends = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """`sort` is what figures must share to stand beside each other, `told` their numbers.

    `ends` are all the amounts that they may be: those of 'more than 30%' go up to 100%.
    """

    sort: tuple[str, ...]
    told: Ends
    ends: Ends
    looks: tuple[str, ...]


def figure_of(answer: str, question: Question) -> Figure | None:
    """The figure that an answer is and nothing beside it; None where words stand beside it."""
    read = read_regimen(answer)
    if _ASKS_LIMIT.search(question.clause):
        return None
    if not read.doses or not read.clear or not all(map(_is_plain, read.doses)):
        return None
    kind = _asked(read.doses, read.words, question)
    if kind is None:
        return None
    forms = tuple("|".join(_form(dose)) for dose in read.doses)
    told = tuple(end for dose in read.doses for end in _told(dose))
    if any(high <= 0 or (kind.startswith(_PERCENT) and low >= _WHOLE) for low, high in told):
        return None
    joined = "joined" if _JOINED.search(answer) else ""
    return Figure(
        (kind, joined, *read.words, *forms),
        told,
        _ends(read.doses, kind),
        _looks(answer, read.doses),
    )


def apart(one: Figure, other: Figure) -> bool:
    """Whether two figures differ in an amount so much that not both can be true."""
    return any(_gap(mine, its) for mine, its in zip(one.ends, other.ends, strict=True))


def amounts_in(text: str) -> Ends:
    """All amounts of a text, in the base of their measures."""
    line = plain(text)
    found = (read_amount(line, place.start()) for place in _NUMBER.finditer(line))
    return tuple((float(one[0].ends[0]), float(one[0].ends[1])) for one in found if one)


def is_among(figure: Figure, amounts: Ends) -> bool:
    """Whether one of some amounts may be one of a figure's."""
    return any(not _gap(one, ends) for one in amounts for ends in figure.ends)


def nearness(one: Figure, other: Figure) -> float:
    """How far two figures lie apart, as one over the other: 1 for alike, the larger first."""
    farthest = 1.0
    for (low, high), (least, most) in zip(one.told, other.told, strict=True):
        mine, its = low + high, least + most
        farthest = max(farthest, mine / its if its else _FAR, its / mine if mine else _FAR)
    return farthest


def distance(one: Figure, other: Figure) -> float:
    """How unlike two figures are: shares by their points, all others by their ratio."""
    if not one.sort[0].startswith(_PERCENT):
        return nearness(one, other)
    return sum(abs(sum(mine) - sum(its)) for mine, its in zip(one.told, other.told, strict=True))


def is_far(one: Figure, other: Figure) -> bool:
    """Whether a figure is out of all proportion to another."""
    return nearness(one, other) >= _FAR


def _gap(mine: tuple[float, float], its: tuple[float, float]) -> bool:
    (_, high), (least, _) = sorted((mine, its))
    return least > high * _APART


def _is_plain(dose: Dose) -> bool:
    return bool(_amounts(dose))


def _amounts(dose: Dose) -> tuple[Amount, ...]:
    every = (dose.amount, dose.timing.period if dose.timing else None, dose.lasting)
    return tuple(one for one in every if one is not None)


def _told(dose: Dose) -> Ends:
    ends = tuple((float(one.ends[0]), float(one.ends[1])) for one in _amounts(dose))
    times = (float(dose.timing.times),) * 2 if dose.timing else None
    return (*ends, times) if times else ends


def _ends(doses: tuple[Dose, ...], kind: str) -> Ends:
    """All that each number may be: beyond a limit there is no end, but for shares."""
    most = float(_WHOLE) if kind.startswith(_PERCENT) else inf
    ends: list[tuple[float, float]] = []
    for dose in doses:
        amounts = _amounts(dose)
        numbers = _told(dose)
        ends += [_span(one, told, most) for one, told in zip(amounts, numbers, strict=False)]
        ends += numbers[len(amounts) :]
    return tuple(ends)


def _span(amount: Amount, told: tuple[float, float], most: float) -> tuple[float, float]:
    low, high = told
    if amount.about:
        low, high = low / _ROUGHLY, high * _ROUGHLY
    return (
        0.0 if amount.bound in _BELOW else low,
        most if amount.bound in _ABOVE else high,
    )


def _asked(doses: tuple[Dose, ...], words: tuple[str, ...], question: Question) -> str | None:
    """What a figure is the answer to: a share, how long, how many of what; None if not told."""
    amount = doses[0].amount
    if len(doses) > 1 or amount is None:
        return "dose" if amount is not None else "often"
    text = f"{question.hint} {question.clause}"
    if amount.unit is None:
        many = _HOW_MANY.search(text)
        return many["noun"].lower() if many else ("count" if words else None)
    if not amount.is_time:
        shares = amount.unit.measure == _PERCENT and _PERCENT not in amount.written
        return (
            f"{amount.unit.measure} in"
            if shares and _OUT_OF.search(amount.written)
            else amount.unit.measure
        )
    if _EACH.match(question.after):
        return "of each"
    return next((name for name, asks in _ASKS if asks.search(text)), "long")


def _form(dose: Dose) -> tuple[str, ...]:
    """What is said of a dose, without its numbers."""
    amount = dose.amount
    measure = ""
    if amount is not None:
        unit = amount.unit
        measure = "/".join((unit.measure, *unit.per)) if unit else "number"
    timing = "often" if dose.timing else ""
    lasting = "lasting" if dose.lasting else ""
    return measure, timing, lasting, dose.route


def _looks(answer: str, doses: tuple[Dose, ...]) -> tuple[str, ...]:
    """How a figure is written: its unit, its decimals, in digits or words, about or exactly."""
    decimal = _DECIMAL.search(answer)
    units = tuple(one.unit.shown if one.unit else "" for d in doses for one in _amounts(d))
    about = any(one.about for dose in doses for one in _amounts(dose))
    bounds = " ".join(one.bound for dose in doses for one in _amounts(dose))
    between = "between" if "between" in answer.lower() else ""
    return (
        " ".join(units),
        bounds,
        decimal["places"] and str(len(decimal["places"])) if decimal else "",
        "digits" if _DIGIT.search(answer) else "words",
        "about" if about else "",
        between,
        "%" if "%" in answer else "",
    )
