"""Which cards of a deck an address asks for: its search and filters, read and written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from studyapp.model import CardId, Deck, DeckId, FactKind, SourceId
from studyapp.study import CardQuery, CardState, Desk, chosen_cards
from studyapp.web import asked


def query_of(values: Mapping[str, str]) -> CardQuery:
    """The search and filters in an address; what is no filter is passed over."""
    kind, state = values.get("kind", ""), values.get("state", "")
    source = values.get("source", "")
    return CardQuery(
        search=values.get("q", "").strip(),
        kind=FactKind(kind) if kind in set(FactKind) else None,
        state=CardState(state) if state in set(CardState) else None,
        topic=values.get("topic", "").strip(),
        source=SourceId(source) if source else None,
    )


def given(query: CardQuery) -> dict[str, str]:
    """The same as the values of an address."""
    values = {
        "q": query.search,
        "kind": query.kind or "",
        "state": query.state or "",
        "topic": query.topic,
        "source": query.source or "",
    }
    return {name: str(value) for name, value in values.items() if value}


def with_values(path: str, values: Mapping[str, str]) -> str:
    """A path with the values that an address carries beside it."""
    return f"{path}?{urlencode(values)}" if values else path


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cards of a deck that were chosen: what filters leave, or those named one by one."""

    deck: DeckId
    query: CardQuery
    cards: tuple[CardId, ...]

    @property
    def values(self) -> dict[str, str]:
        """What of an address names them, beside the deck."""
        return {"cards": asked.joined(self.cards)} if self.cards else given(self.query)

    @property
    def some(self) -> bool:
        """Whether it is not simply the whole deck."""
        return bool(self.cards) or self.query.asks

    def read(self, desk: Desk, now: datetime) -> Deck:
        """These cards as a deck. Raises `NotInLibraryError`."""
        return chosen_cards(desk, self.deck, self.query, self.cards, now)


def chosen(deck: str, values: Mapping[str, str]) -> Chosen:
    """The cards that an address names: one by one, or by its filters."""
    cards = asked.cards(values, "cards")
    return Chosen(asked.deck_id(deck), CardQuery() if cards else query_of(values), cards)
