"""A document as it is read, with the lines marked that a card cites."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request, url_for

from studyapp.model import CardRef, Citation, Lines, Source, SourceId
from studyapp.study import CardPage, CardQuery, card_page, deck_page, document
from studyapp.web import asked
from studyapp.web.current import desk, now

pages = Blueprint("documents", __name__, url_prefix="/documents")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document, counted from 1; `cited` when the card rests on it.

    `first` is the first of a run of cited lines.
    """

    number: int
    text: str
    cited: bool
    first: bool


@pages.get("/<deck>/<path:name>")
def show(deck: str, name: str) -> str:
    """A document that a deck cites, for a card or by itself."""
    ref = _ref(deck)
    found = document(desk(), asked.deck_id(deck), SourceId(name))
    card = None if ref is None else card_page(desk(), ref, now())
    cited = tuple(_cited(card, name)) if card else ()
    known = deck_page(desk(), asked.deck_id(deck), CardQuery(limit=0), now())
    source = next((one for one in known.sources if one.id == name), None)
    if source is None and found is None:
        abort(404)
    return render_template(
        "document.html",
        source=source or Source(SourceId(name), name),
        deck=known.deck,
        card=card,
        cited=cited,
        lines=None if found is None else tuple(_lines(found.lines, cited)),
        back=_back(ref),
    )


def _ref(deck: str) -> CardRef | None:
    card = request.args.get("card", "")
    return asked.card_ref(deck, card) if card else None


def _cited(card: CardPage, name: str) -> Iterator[Citation]:
    """The places in a document that a card rests on, and those where it is contradicted."""
    told = (*card.cited, *(one for side in card.differs for one in side.cited))
    yield from (one.citation for one in told if one.citation.source_id == name)


def _lines(texts: tuple[str, ...], cited: tuple[Citation, ...]) -> Iterator[Line]:
    before = False
    for number, text in enumerate(texts, 1):
        marked = any(_holds(one.lines, number) for one in cited)
        yield Line(number, text, cited=marked, first=marked and not before)
        before = marked


def _holds(lines: Lines, number: int) -> bool:
    return lines.first <= number <= lines.last


def _back(ref: CardRef | None) -> str:
    """Where the reader came from; empty when it is no card."""
    if ref is None:
        return ""
    if request.args.get("back") == "review":
        return url_for("review.show", deck=ref.deck, card=ref.card, side="answer")
    return url_for("cards.show", deck=ref.deck, card=ref.card)
