"""Three distractors out of those that are fit, and the order of all four, by the dice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from studyapp.choices.entry import Entry, Form
from studyapp.choices.fit import differ
from studyapp.choices.looks import stands_out

Dice = int | bytes
_NEEDED = 3
_SHORT = 3
_NEAREST = 5


@dataclass(frozen=True, slots=True)
class Choices:
    """Four options in the order in which they are shown; `right` is the index of the answer."""

    options: tuple[str, ...]
    right: int


def choose(entry: Entry, fit: Sequence[Entry], dice: Dice) -> Choices | None:
    """The answer among three that are fit; None where all threes would give it away."""
    for three in _threes(fit, dice):
        if _honest(entry, three):
            options = sorted(
                (entry.option, *(one.option for one in three)), key=lambda o: _thrown(o, dice)
            )
            return Choices(tuple(options), options.index(entry.option))
    return None


def _threes(fit: Sequence[Entry], dice: Dice) -> Iterator[tuple[Entry, ...]]:
    """Threes of the nearest first, as the dice fall; then of all."""
    for most in (_NEAREST, len(fit)):
        yield from combinations(
            sorted(fit[:most], key=lambda one: _thrown(one.option, dice)), _NEEDED
        )


def _thrown(option: str, dice: Dice) -> bytes:
    thrown = dice if isinstance(dice, bytes) else str(dice).encode()
    return blake2b(option.encode(), key=blake2b(thrown, digest_size=32).digest()).digest()


def _honest(entry: Entry, three: tuple[Entry, ...]) -> bool:
    if stands_out(entry.looks, [one.looks for one in three]):
        return False
    if not all(differ(one, other) for one, other in combinations(three, 2)):
        return False
    if entry.form is Form.FIGURE:
        return True
    return all(_is_shared(told(entry), map(told, three)) for told in _tellers(entry))


def _tellers(entry: Entry) -> tuple[Callable[[Entry], frozenset[str]], ...]:
    """What an option has of the question: words that begin alike, or stems inside words."""
    question = entry.question.text.lower()
    return (
        lambda one: entry.begun & one.starts,
        lambda one: frozenset(stem for stem in one.says if stem[_SHORT:] and stem in question),
    )


def _is_shared(own: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    """Whether what the right option has of the question stands in others too."""
    return own <= frozenset().union(*others)
