"""What a request asks for, read from its address or form; anything malformed is a 400."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from flask import abort, request

from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId

_DECK = re.compile(r"[0-9a-f]{32}")
_CARD = re.compile(r"c-[0-9a-f]{16}")
_CARDS = re.compile(r"(?:[0-9a-f]{16}){0,500}")
_LETTERS = 16
_NUMBER = re.compile(r"[0-9]{1,9}")
_ROWS = re.compile(r"[0-9]{1,15}(?:,[0-9]{1,15}){0,999}")
_RATINGS = {str(int(each)): each for each in Rating}
_REVIEW = re.compile(r"[0-9A-Za-z-]{16,64}")


def deck_id(text: str) -> DeckId:
    """A deck id, or 404: a page for anything else does not exist."""
    if not _DECK.fullmatch(text):
        abort(404)
    return DeckId(text)


def card_ref(deck: str, card: str) -> CardRef:
    """A card's name, or 404."""
    if not _CARD.fullmatch(card):
        abort(404)
    return CardRef(deck_id(deck), CardId(card))


def cards(values: Mapping[str, str], name: str) -> tuple[CardId, ...]:
    """Cards of one deck as `joined` writes them, or 400; none when there is nothing."""
    text = values.get(name, "")
    if not _CARDS.fullmatch(text):
        abort(400)
    return tuple(CardId(f"c-{text[at : at + _LETTERS]}") for at in range(0, len(text), _LETTERS))


def joined(ids: Iterable[CardId]) -> str:
    """Cards of one deck for an address: their ids without what all of them share."""
    return "".join(one.removeprefix("c-") for one in ids)


def review_id(values: Mapping[str, str], name: str) -> ReviewId:
    """The id that the sender gave an answer, or 400."""
    text = values.get(name, "")
    if not _REVIEW.fullmatch(text):
        abort(400)
    return ReviewId(text)


def rating(values: Mapping[str, str]) -> Rating:
    """How well the card was remembered, or 400."""
    text = values.get("rating", "")
    found = _RATINGS.get(text)
    return found or abort(400)


def number(values: Mapping[str, str], name: str, default: int) -> int:
    """A whole number, not negative; `default` when it is missing, 400 when it is no number."""
    text = values.get(name, "").strip()
    if not text:
        return default
    if not _NUMBER.fullmatch(text):
        abort(400)
    return int(text)


def wants(part: str) -> bool:
    """Whether the page's own script asks, and wants that part of a page alone."""
    return request.headers.get("X-Studyapp-Part") == part


def day(values: Mapping[str, str], name: str) -> date:
    """A day as a date field sends it, or 400."""
    try:
        return date.fromisoformat(values.get(name, ""))
    except ValueError:
        abort(400)


def rows(values: Mapping[str, str]) -> tuple[int, ...]:
    """The acts that a notice offers to undo, or 400."""
    text = values.get("rows", "")
    if not _ROWS.fullmatch(text):
        abort(400)
    return tuple(map(int, text.split(",")))


def only_the_stage() -> bool:
    """Whether the script wants only the part it will swap."""
    return wants("stage")


def by_script() -> bool:
    """Whether the page's own script asks, whatever it wants."""
    return "X-Studyapp-Part" in request.headers
