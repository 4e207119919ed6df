"""The agenda: which cards a study day brings, and in what order.

Made once a day and again when something else is wanted of it. It holds reviews and new cards;
the steps of cards that are being learned are not planned, they come when they are due.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from studyapp.model import LearnerSettings, NewCards, Order

_Topic = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Due:
    """A card in review that is due: its number in the library, and what its turn depends on.

    `risk` is the chance (0 to 1) that it is forgotten by now, `since` the study day (a number)
    it was due, `topic` its deck and topic, `family` the number that its siblings share.
    """

    card: int
    risk: float
    since: int
    topic: _Topic
    family: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """A card never seen: its number, its place among the new ones, its topic and family."""

    card: int
    place: int
    topic: _Topic
    family: int


_Planned = TypeVar("_Planned", Due, Fresh)


@dataclass(frozen=True, slots=True)
class Quota:
    """How many cards the day still has room for: `new` among `all`."""

    all: int
    new: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The cards of a day in order.

    `later` counts the due cards for which the day has no room, `apart` those kept for another
    day because a sibling is on this one.
    """

    cards: tuple[int, ...]
    later: int = 0
    apart: int = 0


@dataclass(slots=True)
class _Met:
    """The families that are on the day already; only one member of each is let in."""

    families: set[int]
    apart: bool
    turned_away: int = 0

    def lets(self, card: Due | Fresh) -> bool:
        if not self.apart:
            return True
        if card.family in self.families:
            self.turned_away += 1
            return False
        self.families.add(card.family)
        return True


def _reviews(due: Sequence[Due], met: _Met, room: int) -> tuple[list[Due], int]:
    """The cards to be reviewed, most at risk first, and how many find no room."""
    chosen, later = list[Due](), 0
    for card in sorted(due, key=lambda one: (-one.risk, one.since, one.card)):
        if len(chosen) >= room:
            later += 1
        elif met.lets(card):
            chosen.append(card)
    return chosen, later


def _news(fresh: Sequence[Fresh], met: _Met, room: int) -> list[Fresh]:
    chosen = list[Fresh]()
    for card in sorted(fresh, key=lambda one: (one.place, one.card)):
        if len(chosen) >= room:
            break
        if met.lets(card):
            chosen.append(card)
    return chosen


def in_topics(cards: Sequence[_Planned]) -> tuple[_Planned, ...]:
    """The cards with topics in turn: no topic twice running if that can be.

    Within a topic their order is kept, and between topics the earlier card comes first.
    """
    waiting = defaultdict[_Topic, list[tuple[int, _Planned]]](list)
    for place, card in reversed(list(enumerate(cards))):
        waiting[card.topic].append((place, card))
    left = Counter({topic: len(held) for topic, held in waiting.items()})
    found = list[_Planned]()
    while left:
        last = found[-1].topic if found else None
        largest, most = max(left.items(), key=lambda one: one[1])
        if largest != last and 2 * most > sum(left.values()):
            topic = largest
        else:
            free = [one for one in left if one != last] or list(left)
            topic = min(free, key=lambda one: waiting[one][-1][0])
        found.append(waiting[topic].pop()[1])
        left[topic] -= 1
        if not left[topic]:
            del left[topic]
    return tuple(found)


def _ordered(cards: Sequence[_Planned], order: Order) -> tuple[_Planned, ...]:
    if order is Order.TOPICS:
        return in_topics(cards)
    if order is Order.OLDEST:
        # new cards have not been waiting since a day: theirs is the order of the deck
        return tuple(sorted(cards, key=lambda one: one.since if isinstance(one, Due) else 0))
    return tuple(cards)


def _mixed(reviews: Sequence[int], news: Sequence[int]) -> Iterator[int]:
    """New cards spread evenly among the reviews, the first of which comes first."""
    taken = 0
    for number, card in enumerate(reviews):
        wanted = (number * len(news) + len(reviews) // 2) // len(reviews)
        yield from news[taken:wanted]
        taken = wanted
        yield card
    yield from news[taken:]


def agenda(
    due: Sequence[Due],
    fresh: Sequence[Fresh],
    quota: Quota,
    settings: LearnerSettings,
    met: frozenset[int] = frozenset(),
) -> Agenda:
    """The cards of the rest of a day, in order.

    Of the reviews those most at risk get room first, new cards only what the reviews leave.
    `met`: families of which a card was answered on this day.
    """
    doors = _Met(set(met), settings.siblings_apart)
    reviews, later = _reviews(due, doors, quota.all)
    apart = doors.turned_away
    news = _news(fresh, doors, min(quota.new, quota.all - len(reviews)) if not later else 0)
    old = [one.card for one in _ordered(reviews, settings.order)]
    new = [one.card for one in _ordered(news, settings.order)]
    match settings.new_cards:
        case NewCards.FIRST:
            cards = (*new, *old)
        case NewCards.LAST:
            cards = (*old, *new)
        case NewCards.MIXED:
            cards = tuple(_mixed(old, new))
    return Agenda(cards, later, apart)


def days_to_clear(later: int, coming: Sequence[int], limit: int) -> int | None:
    """Study days from today on, until cards for which today has no room have all come.

    `coming`: cards due anew on each following day; those come too. None if the days given are
    not enough, or if there is no room at all.
    """
    for number, arriving in enumerate(coming, 1):
        later -= max(0, limit - arriving)
        if later <= 0:
            return number + 1
    return None
