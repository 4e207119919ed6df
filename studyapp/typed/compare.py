"""A typed answer against the card's. Where anything is in doubt, no verdict: both are shown."""

from dataclasses import replace

from studyapp.language.amounts import Amount
from studyapp.language.regimens import Dose, Regimen, only_period, plain, read_regimen
from studyapp.language.words import stems
from studyapp.typed.giving import giving
from studyapp.typed.plainly import may_be_judged, times_may_hide
from studyapp.typed.relation import How, Relation, relate
from studyapp.typed.verdict import OPEN, Comparison, Verdict
from studyapp.typed.wording import noun, same, shown, told

_VERDICTS = {
    How.SAME: Verdict.SAME,
    How.WITHIN: Verdict.WITHIN,
    How.WITHIN_NO_UNIT: Verdict.WITHIN,
    How.NO_UNIT: Verdict.PARTLY,
    How.NO_PER: Verdict.PARTLY,
    How.LIMIT: Verdict.PARTLY,
    How.OPEN: Verdict.OPEN,
}


def compare(typed: str, key: str, asked: str = "") -> Comparison:
    """What `typed` comes to beside `key`; the question `asked` says which words are known."""
    mine, card = read_regimen(typed), read_regimen(key)
    if not card.doses or not mine.doses:
        return OPEN
    if _letters(typed) == _letters(key):
        return Comparison(Verdict.SAME, "Same as the card")
    if not (mine.clear and card.clear and may_be_judged(typed, key, asked)):
        return OPEN
    found = _judged(mine, card, key, asked)
    return OPEN if found.verdict is Verdict.OFF and times_may_hide(typed, key) else found


def _judged(mine: Regimen, card: Regimen, key: str, asked: str) -> Comparison:
    if len(mine.doses) == len(card.doses) == 1:
        known = _known(mine, key, asked)
        return _one(_alone(mine.doses[0]), _alone(card.doses[0]), asked) if known else OPEN
    if len(mine.doses) > len(card.doses) or not _in_order(mine, card):
        return OPEN
    return _several(_routed(mine.doses), _routed(card.doses), asked)


def _letters(text: str) -> str:
    return plain(text).rstrip(".")


def _known(mine: Regimen, key: str, asked: str) -> bool:
    """Whether every word of the typed answer is one of the card's."""
    return set(stems(" ".join(mine.words))) <= set(stems(f"{key} {asked}"))


def _in_order(mine: Regimen, card: Regimen) -> bool:
    """Whether the words of several doses, if any, are the card's from the first on.

    A drug named beside the wrong one of two doses must not pass.
    """
    words = stems(" ".join(mine.words))
    return words == stems(" ".join(card.words))[: len(words)]


def _alone(dose: Dose) -> Dose:
    """'Every six weeks', alone, is six weeks."""
    period = only_period(dose)
    return Dose(period, route=dose.route) if period else dose


def _routed(doses: tuple[Dose, ...]) -> tuple[Dose, ...]:
    """Doses of which each has the route of the one before, unless it names another."""
    route, routed = "", []
    for dose in doses:
        route = dose.route or route
        routed.append(replace(dose, route=route))
    return tuple(routed)


def _one(typed: Dose, key: Dose, asked: str) -> Comparison:
    if typed.amount is None or key.amount is None:
        timed = typed.amount is key.amount and giving(typed, key).is_same
        return Comparison(Verdict.SAME, "Same timing") if timed else OPEN
    relation = relate(typed.amount, key.amount)
    if relation.how in {How.SAME, How.WITHIN}:
        return _given(typed, key, relation, asked)
    verdict = _VERDICTS.get(relation.how, Verdict.OFF)
    slight = relation.how not in {How.TIMES_HIGH, How.TIMES_LOW}
    if verdict is Verdict.OFF and giving(typed, key).hides(missing_too=slight):
        return OPEN
    return Comparison(verdict, told(relation, typed.amount, key.amount))


def _right(relation: Relation, typed: Amount, key: Amount, asked: str) -> str:
    if relation.how is How.SAME:
        return same(typed, key, asked)
    return told(relation, typed, key)


def _given(typed: Dose, key: Dose, relation: Relation, asked: str) -> Comparison:
    """The amount is right: say what of route, timing and duration is not."""
    found = giving(typed, key)
    if found.is_open or typed.amount is None or key.amount is None:
        return OPEN
    right = _right(relation, typed.amount, key.amount, asked)
    if found.is_same:
        return Comparison(_VERDICTS[relation.how], right)
    what = f"{noun(key.amount, asked).capitalize()} right"
    if found.differs:
        sides = (*(f"{side} differs" for side in found.differs), *_missing(found.missing))
        return Comparison(Verdict.PARTLY, ", ".join((what, *sides)))
    if found.missing:
        return Comparison(Verdict.PARTLY, ", ".join((right, *_missing(found.missing))))
    return Comparison(Verdict.PARTLY, f"{what}. The card gives no {' or '.join(found.more)}")


def _missing(sides: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{side} missing" for side in sides)


def _several(typed: tuple[Dose, ...], key: tuple[Dose, ...], asked: str) -> Comparison:
    """Doses that follow each other, of which all routes may be missing."""
    if not any(dose.route for dose in key) or any(dose.route for dose in typed):
        return _in_turn(typed, key, asked)
    found = _in_turn(typed, tuple(replace(dose, route="") for dose in key), asked)
    if not found.is_right:
        return found
    return Comparison(Verdict.PARTLY, f"{found.said}, route missing")


def _in_turn(typed: tuple[Dose, ...], key: tuple[Dose, ...], asked: str) -> Comparison:
    """All the same, or begun right, or one of them told wrong."""
    found = tuple(_one(mine, card, asked) for mine, card in zip(typed, key, strict=False))
    wrong = tuple(place for place, one in enumerate(found) if not one.is_right)
    whole = len(typed) == len(key)
    if not wrong:
        return _all_right(found, key, asked) if whole else _BEGUN
    place = wrong[0]
    amount, one = typed[place].amount, found[place]
    if wrong[1:] or not whole or not one.said or amount is None:
        return OPEN
    return Comparison(one.verdict, f"{shown(amount)}: {_small(one.said)}")


_BEGUN = Comparison(Verdict.PARTLY, "Right so far. The card says more")


def _all_right(found: tuple[Comparison, ...], key: tuple[Dose, ...], asked: str) -> Comparison:
    if any(one.verdict is Verdict.WITHIN for one in found):
        return Comparison(Verdict.WITHIN, "All within what the card gives")
    doses = any(dose.amount and noun(dose.amount, asked) == "dose" for dose in key)
    return Comparison(Verdict.SAME, "Same regimen" if doses else "All the same")


def _small(said: str) -> str:
    return said[:1].lower() + said[1:]
