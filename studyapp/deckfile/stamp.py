"""The comment under a card that keeps its key, its hashes and when it last changed.

A stamp is out of date when a person edited the card in the file; the next command that
writes the deck renews it.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import quote, unquote

from studyapp.deckfile.line import Line
from studyapp.model import Card, Deck, content_hash

_COMMENT = re.compile(r"\s*<!--(.*)-->\s*")
_KEYS = ("key", "made", "now", "changed")
_UNSAFE = re.compile(r"[\s%<>\x00-\x1f\x7f-\x9f]")
_HINT = "Restore the line as studyapp wrote it, or remove it."


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the comment of a card holds; see `Card` for the meaning of each."""

    key: str = ""
    made: str = ""
    now: str = ""
    changed: datetime | None = None


def format_stamp(card: Card) -> str:
    """The comment of a card; empty when there is nothing to keep."""
    changed = "" if card.changed is None else _utc(card.changed)
    values = zip(_KEYS, (card.key, card.made, card.now, changed), strict=True)
    entries = [f"{key}={_UNSAFE.sub(_encoded, value)}" for key, value in values if value]
    return f"<!-- {' '.join(entries)} -->" if entries else ""


def _encoded(found: re.Match[str]) -> str:
    return quote(found[0])


def _utc(time: datetime) -> str:
    if time.tzinfo is None:
        msg = f"{time} has no time zone"
        raise ValueError(msg)
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse_stamp(line: Line) -> Stamp:
    """The stamp in a comment line. Raises StudyappError when it is not one."""
    comment = _COMMENT.fullmatch(line.text)
    if comment is None:
        line.refuse("This comment does not end with '-->' on its line.", _HINT)
    values: dict[str, str] = {}
    for entry in comment[1].split():
        key, equals, value = entry.partition("=")
        if key not in _KEYS or not equals or key in values:
            line.refuse(f"'{entry}' is not a part of a card's stamp.", _HINT)
        values[key] = unquote(value)
    changed = _time(values.pop("changed", ""), line)
    return Stamp(**values, changed=changed)


def _time(text: str, line: Line) -> datetime | None:
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        hint = "Write it as 2026-11-22T10:00:00Z, or remove the line."
        line.refuse(f"'{text}' is not a time with its time zone.", hint)
    return time.astimezone(UTC)


def unstamped(deck: Deck) -> tuple[Card, ...]:
    """Cards whose content is not what their stamp dates: new, or edited in the file since."""
    return tuple(card for card in deck.cards if content_hash(card) != card.now)


def stamp(deck: Deck, now: datetime) -> Deck:
    """The deck with every unstamped card dated `now` (an aware time, cut to whole seconds)."""
    changed = now.astimezone(UTC).replace(microsecond=0)
    stale = {card.id for card in unstamped(deck)}
    cards = (
        replace(card, now=content_hash(card), changed=changed) if card.id in stale else card
        for card in deck.cards
    )
    return replace(deck, cards=tuple(cards))
