"""Cards and disagreements as JSON lines, for other programs."""

import json

from studyapp.model import CLOZE, Card, Citation, Deck, Disagreement, Side, is_edited


def format_jsonl(deck: Deck) -> str:
    """One card a line, in the deck's order.

    A cloze card keeps its `{{c1::…}}` in the question; its answer is the whole text, which says
    the deletion where it stands.
    """
    return "".join(_line(_card(card)) for card in deck.cards)


def format_disagreements(disagreements: tuple[Disagreement, ...]) -> str:
    """One disagreement a line: the question, and each answer with the places that give it."""
    return "".join(
        _line({"question": d.question, "sides": _sides(d.sides)}) for d in disagreements
    )


def _line(entry: dict[str, object]) -> str:
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _card(card: Card) -> dict[str, object]:
    return {
        "id": card.id,
        "question": card.question,
        "answer": CLOZE.sub(r"\g<deletion>", card.question) if card.is_cloze else card.answer,
        "kind": card.kind.value,
        "key": card.key,
        "edited": is_edited(card),
        "sources": _sources(card.citations),
        "differs": _sides(card.differs),
        "topic": card.topic,
        "extra": card.extra,
        "was": card.was,
        "withdrawn": card.withdrawn,
    }


def _sides(sides: tuple[Side, ...]) -> list[dict[str, object]]:
    return [{"value": side.value, "sources": _sources(side.citations)} for side in sides]


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
