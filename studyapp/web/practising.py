"""Practice as its address tells it: which cards, how they are asked, and what was answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import abort

from studyapp.model import CardId, CardRef, ReviewId
from studyapp.web import asked
from studyapp.web.filters import Chosen, chosen
from studyapp.web.rounds import Round, following, shuffled, thrown

_SEED = re.compile(r"[0-9a-f]{1,32}")
_LOG = re.compile(r"[rfu1-4]{0,600}")


@dataclass(frozen=True, slots=True)
class Practice:
    """`choices` asks with four options, `counted` makes each answer a review.

    `seed` decides the order of all cards, `turn` counts how often this round was begun.
    """

    picked: Chosen
    choices: bool
    counted: bool
    seed: str
    turn: int
    round: Round

    @property
    def setting(self) -> dict[str, str]:
        """What of an address says which cards are practised and how."""
        values = {"deck": str(self.picked.deck), **self.picked.values}
        values["how"] = "choices" if self.choices else "plain"
        return values | ({"count": "1"} if self.counted else {})

    @property
    def values(self) -> dict[str, str]:
        """All of an address but the log."""
        cards = asked.joined(self.round.cards)
        turn = {"turn": str(self.turn)} if self.turn else {}
        return self.setting | {"seed": self.seed, "round": cards} | turn

    @property
    def address(self) -> dict[str, str]:
        """All of an address."""
        return self.values | ({"log": self.round.log} if self.round.log else {})

    @property
    def ref(self) -> CardRef | None:
        """The card that is asked now."""
        card = self.round.current
        return None if card is None else CardRef(self.picked.deck, card)

    @property
    def dice(self) -> int:
        """What decides the options of the current card: the same until it is answered."""
        told = (self.seed, str(self.turn), str(self.round.current), str(self.round.times))
        return int(thrown(*told)[:15], 16)

    @property
    def edge(self) -> CardId:
        """The last card of the round in the order of all cards: the next round begins behind."""
        return shuffled(self.round.cards, self.seed)[-1]

    def review(self, log: str) -> ReviewId:
        """The name of the answer that follows a log: given twice, it counts once."""
        return ReviewId(thrown(self.seed, str(self.turn), asked.joined(self.round.cards), log))

    def after(self, letter: str) -> "Practice":
        """The practice with one letter more in its log."""
        return replace(self, round=self.round.after(letter))

    def again(self) -> "Practice":
        """The same round from its beginning, in another order."""
        turn = self.turn + 1
        order = sorted(self.round.cards, key=lambda one: thrown(self.seed, str(turn), one))
        return replace(self, turn=turn, round=Round(tuple(order)))


def practice_of(values: Mapping[str, str]) -> Practice:
    """The practice under way that an address tells of, or 400."""
    log, seed = values.get("log", ""), values.get("seed", "")
    cards = asked.cards(values, "round")
    if not _LOG.fullmatch(log) or not _SEED.fullmatch(seed) or not cards:
        abort(400)
    return Practice(
        picked=chosen(values.get("deck", ""), values),
        choices=values.get("how") == "choices",
        counted=values.get("count") == "1",
        seed=seed,
        turn=asked.number(values, "turn", 0),
        round=Round(tuple(dict.fromkeys(cards)), log),
    )


def begun(values: Mapping[str, str], fresh: str, every: tuple[CardId, ...]) -> Practice:
    """A practice that an address asks for, with the first of all cards that were chosen.

    With `last` those that come after that card in the order of the address's seed; without it
    the `fresh` seed decides. The round is empty when no card is left.
    """
    last = asked.cards(values, "last")
    seed = values.get("seed", "") if last else fresh
    if not _SEED.fullmatch(seed):
        abort(400)
    return Practice(
        picked=chosen(values.get("deck", ""), values),
        choices=values.get("how") == "choices",
        counted=values.get("count") == "1",
        seed=seed,
        turn=0,
        round=Round(following(every, seed, last[0] if last else None)),
    )
