"""A deck as JSON lines, one card a line in the deck's order, for other programs."""

import json

from studyapp.model import Card, Citation, Deck, is_edited


def format_jsonl(deck: Deck) -> str:
    """One JSON object a line, each line ended; a cloze card keeps its `{{c1::…}}`."""
    return "".join(json.dumps(_card(card), ensure_ascii=False) + "\n" for card in deck.cards)


def _card(card: Card) -> dict[str, object]:
    differs = [{"value": s.value, "sources": _sources(s.citations)} for s in card.differs]
    return {
        "id": card.id,
        "question": card.question,
        "answer": card.answer,
        "kind": card.kind.value,
        "key": card.key,
        "edited": is_edited(card),
        "sources": _sources(card.citations),
        "differs": differs,
        "topic": card.topic,
        "extra": card.extra,
        "was": card.was,
        "withdrawn": card.withdrawn,
    }


def _sources(citations: tuple[Citation, ...]) -> list[dict[str, object]]:
    return [
        {
            "document": citation.source_id,
            "line_start": citation.lines.first,
            "line_end": citation.lines.last,
            "headings": list(citation.headings),
        }
        | ({} if citation.page is None else {"page": citation.page})
        for citation in citations
    ]
