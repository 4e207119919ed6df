"""A round of practice: which card is asked now, told from what was answered so far."""

from collections import deque
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from studyapp.model import CardId

SIZE = 20
"""Cards of a round."""
FORGOT, REMEMBERED, TAKEN_BACK = "f", "r", "u"
_MISSED = frozenset({FORGOT, "1"})


@dataclass(frozen=True)
class Round:
    """The cards of a round in the order in which they are first asked, and its log.

    The log has a letter for each answer: `f` or `r` where nothing is counted, else the rating
    1 to 4; a `u` takes the answer before it back. Missed cards come again at the end.
    """

    cards: tuple[CardId, ...]
    log: str = ""

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where in the log the answers stand that were not taken back."""
        found = list[int]()
        for place, letter in enumerate(self.log):
            if letter != TAKEN_BACK:
                found.append(place)
            elif found:
                found.pop()
        return tuple(found)

    @cached_property
    def _played(self) -> tuple[tuple[CardId, ...], tuple[tuple[CardId, str], ...]]:
        """The cards still to be asked, and the answers given with their cards."""
        waiting = deque(self.cards)
        given = list[tuple[CardId, str]]()
        for place in self._places:
            if not waiting:
                break
            card, letter = waiting.popleft(), self.log[place]
            given.append((card, letter))
            if letter in _MISSED:
                waiting.append(card)
        return tuple(waiting), tuple(given)

    @property
    def current(self) -> CardId | None:
        """The card to be asked now; None at the end."""
        waiting, _ = self._played
        return waiting[0] if waiting else None

    @property
    def last(self) -> CardId | None:
        """The card answered last; None when there is no answer to take back."""
        _, given = self._played
        return given[-1][0] if given else None

    @property
    def finished(self) -> int:
        """How many cards will not come again in this round."""
        waiting, _ = self._played
        return len(self.cards) - len(waiting)

    @property
    def met(self) -> tuple[CardId, ...]:
        """The cards that were asked, in order."""
        _, given = self._played
        return tuple(dict.fromkeys(card for card, _ in given))

    @property
    def missed(self) -> tuple[CardId, ...]:
        """The cards not remembered when they were first asked."""
        _, given = self._played
        first = dict[CardId, str]()
        for card, letter in given:
            first.setdefault(card, letter)
        return tuple(card for card, letter in first.items() if letter in _MISSED)

    @property
    def times(self) -> int:
        """How often the current card was asked before."""
        _, given = self._played
        return sum(card == self.current for card, _ in given)

    def after(self, letter: str) -> "Round":
        """The round with one letter more."""
        return replace(self, log=self.log + letter)

    @property
    def before(self) -> str:
        """The log as it was when the last answer that counts was given."""
        return self.log[: self._places[-1]] if self._places else ""


def shuffled(cards: tuple[CardId, ...], seed: str) -> tuple[CardId, ...]:
    """Cards in an order that only the seed decides, whichever others are among them."""
    return tuple(sorted(cards, key=lambda card: thrown(seed, card)))


def following(cards: tuple[CardId, ...], seed: str, last: CardId | None) -> tuple[CardId, ...]:
    """The cards of the next round: those that stand behind the last one in that order."""
    order = shuffled(cards, seed)
    if last is not None:
        order = tuple(card for card in order if thrown(seed, card) > thrown(seed, last))
    return order[:SIZE]


def thrown(*told: str) -> str:
    """32 hex digits that follow from what is told, and look like chance."""
    return blake2b(" ".join(told).encode(), digest_size=16).hexdigest()
