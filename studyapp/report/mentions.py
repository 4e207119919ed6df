"""Which cards stand beside which lines: those of the deck, and those that were left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studyapp.language.words import stems
from studyapp.model import Card, Lines, SourceId
from studyapp.report.told import Fate, Mention, Told

Placed = tuple[Lines, Mention]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of each document, and the cards that no line of these documents gives."""

    by_document: dict[SourceId, list[Placed]]
    elsewhere: tuple[Card, ...]

    def of(self, source: SourceId) -> Sequence[Placed]:
        """The mentions of one document."""
        return self.by_document.get(source, ())


def mentions(told: Told) -> Mentions:
    """Every card beside each place it cites; in full at the first that is at hand."""
    lengths = {document.source.id: len(document.lines) for document in told.documents}
    found = Mentions({source: [] for source in lengths}, ())
    elsewhere = [
        one.card
        for one in _every(told)
        if not _place(one, found, lengths) and one.fate is Fate.CARD
    ]
    gone = tuple(card for card in told.deck.cards if card.withdrawn)
    return replace(found, elsewhere=(*elsewhere, *gone))


def _every(told: Told) -> Iterator[Mention]:
    present = [card for card in told.deck.cards if not card.withdrawn]
    yield from (Mention(Fate.CARD, card) for card in present)
    yield from (Mention(Fate.REFUSED, one.card, one.problems) for one in told.refused)
    yield from (Mention(Fate.PASSED, card) for card in told.passed)
    yield from (Mention(Fate.DELETED, card) for card in told.deleted)
    asked = {card.question: card for card in reversed(present)}
    beside = _by_first_line((*present, *told.passed))
    here = {card.id for card in present}
    for card in told.joined:
        by = asked.get(card.question) or _speaker(card, beside)
        if by is None or by.id in here:
            yield Mention(Fate.JOINED, card, by=by)


def _by_first_line(cards: Sequence[Card]) -> dict[tuple[SourceId, int], list[Card]]:
    found: dict[tuple[SourceId, int], list[Card]] = {}
    for card in cards:
        for citation in card.citations:
            for line in range(citation.lines.first, citation.lines.last + 1):
                found.setdefault((citation.source_id, line), []).append(card)
    return found


def _speaker(card: Card, beside: dict[tuple[SourceId, int], list[Card]]) -> Card | None:
    """The card of the same lines that says what a joined one would have said."""
    first = card.citations[0]
    others = beside.get((first.source_id, first.lines.first), [])
    wanted = set(stems(f"{card.question} {card.answer}"))

    def shared(other: Card) -> float:
        return len(wanted & set(stems(f"{other.question} {other.answer}"))) / (len(wanted) or 1)

    best = max(others, key=shared, default=None)
    return best if best and shared(best) >= _HALF else None


def _place(one: Mention, found: Mentions, lengths: dict[SourceId, int]) -> bool:
    """Puts a mention beside its lines; whether any of them is there."""
    placed = False
    for citation in one.card.citations:
        if citation.lines.first > lengths.get(citation.source_id, 0):
            continue
        mention = replace(one, whole=not placed)
        found.by_document[citation.source_id].append((citation.lines, mention))
        placed = True
    return placed
