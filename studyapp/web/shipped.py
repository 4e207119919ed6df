"""The decks that come with the app: loaded at its start, and brought back when asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Flask, current_app

from studyapp.deckfile.markdown import parse
from studyapp.model import Deck, DeckId, StudyappError
from studyapp.study import Desk, load_deck, renew_deck, was_deleted

_NAME = "studyapp-shipped"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A deck file of the app, and the deck in it."""

    path: Path
    id: DeckId
    title: str


def load(desk: Desk, paths: Iterable[Path], now: datetime) -> tuple[Shipped, ...]:
    """Load the deck files; a deck that is there already takes what changed in its file.

    One that the learner deleted stays away. Raises StudyappError for a file that cannot be
    used.
    """
    found = []
    for path in paths:
        deck = _read(path)
        renew_deck(desk, deck, now)
        found.append(Shipped(path, deck.id, deck.title))
    return tuple(found)


def provide(app: Flask, shipped: tuple[Shipped, ...]) -> None:
    """Let the pages of `app` know the decks that come with it."""
    app.extensions[_NAME] = shipped


def _known() -> tuple[Shipped, ...]:
    found: tuple[Shipped, ...] = current_app.extensions[_NAME]
    return found


def deleted(desk: Desk) -> tuple[Shipped, ...]:
    """Those that the learner deleted."""
    return tuple(one for one in _known() if was_deleted(desk, one.id))


def bring_back(desk: Desk, deck: DeckId, now: datetime) -> bool:
    """Load a deck that was deleted as it came with the app; False when there is no such deck."""
    for one in deleted(desk):
        if one.id == deck:
            load_deck(desk, _read(one.path), now)
            return True
    return False


def _read(path: Path) -> Deck:
    try:
        return parse(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise StudyappError(
            str(path), f"The deck file cannot be read ({error}).", "Restore it or reinstall."
        ) from error
