"""How a dose is given, typed against the card's: what differs, what is missing, what is more."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from studyapp.language.amounts import Amount
from studyapp.language.regimens import Dose
from studyapp.language.timings import Timing
from studyapp.typed.relation import How, relate


class Side(StrEnum):
    """How one side of giving a dose compares."""

    SAME = "same"
    DIFFERS = "differs"
    MISSING = "missing"
    MORE = "more"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Giving:
    """The names of the sides (route, timing, duration) by how they compare."""

    differs: tuple[str, ...]
    missing: tuple[str, ...]
    more: tuple[str, ...]
    is_open: bool

    @property
    def is_same(self) -> bool:
        """Whether all that one says the other says too."""
        return not (self.differs or self.missing or self.more or self.is_open)

    def hides(self, *, missing_too: bool) -> bool:
        """Whether timing or duration leave open how an amount compares: 10 mg twice is 20 mg."""
        unlike = {*self.differs, *self.more, *(self.missing if missing_too else ())}
        return self.is_open or bool(unlike - {"route"})


_WHEN = frozenset({"timing", "duration"})


def giving(typed: Dose, key: Dose) -> Giving:
    """Compare all that is said beside the amount. 'In 24 hours' may mean 'a day': left open."""
    sides = tuple(_sides(typed, key))

    def named(wanted: Side) -> tuple[str, ...]:
        return tuple(name for name, side in sides if side is wanted)

    missing, more = named(Side.MISSING), named(Side.MORE)
    crossed = _WHEN & set(missing) and _WHEN & set(more)
    return Giving(named(Side.DIFFERS), missing, more, bool(crossed or named(Side.OPEN)))


def _sides(typed: Dose, key: Dose) -> Iterator[tuple[str, Side]]:
    yield "route", _routes(typed.route, key.route)
    yield "timing", _timings(typed.timing, key.timing)
    yield "duration", _lengths(typed.lasting, key.lasting)


def _presence(typed: object, key: object) -> Side | None:
    """What is to be said when not both say something."""
    if typed and key:
        return None
    if not typed and not key:
        return Side.SAME
    return Side.MORE if typed else Side.MISSING


def _routes(typed: str, key: str) -> Side:
    return _presence(typed, key) or (Side.SAME if typed == key else Side.DIFFERS)


def _timings(typed: Timing | None, key: Timing | None) -> Side:
    """Four times daily is no other dose than six-hourly, nor quite the same: left open."""
    if typed is None or key is None:
        return _presence(typed, key) or Side.SAME
    if not typed.period.measures_as(key.period):
        return Side.OPEN
    how = relate(typed.period, key.period).how
    if typed.times == key.times and how in {How.SAME, How.WITHIN}:
        return Side.SAME
    approximate = typed.period.about or key.period.about
    return Side.OPEN if approximate or _overlap(typed, key) else Side.DIFFERS


def _overlap(typed: Timing, key: Timing) -> bool:
    most, least = typed.rates
    other_most, other_least = key.rates
    return least <= other_most and other_least <= most


def _lengths(typed: Amount | None, key: Amount | None) -> Side:
    if typed is None or key is None:
        return _presence(typed, key) or Side.SAME
    how = relate(typed, key).how
    if how in {How.SAME, How.WITHIN}:
        return Side.SAME
    certain = {How.TIMES_HIGH, How.TIMES_LOW, How.HIGH, How.LOW, How.ABOVE, How.BELOW}
    return Side.DIFFERS if how in certain else Side.OPEN
