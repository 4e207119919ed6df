"""A deck as an .apkg file, which Anki imports and imports again when the deck has changed."""

import hashlib
import itertools
import re
import sqlite3
import zipfile
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

import genanki

from studyapp.anki.description import description
from studyapp.anki.models import TEMPLATES_CHANGED, NoteTypes, note_types
from studyapp.anki.notes import modified, note_of
from studyapp.config import TEMPLATES
from studyapp.model import Deck, DeckId, StudyappError

_SUBDECK = re.compile(r":{2,}")


def export_apkg(deck: Deck, path: Path, now: datetime) -> None:
    """Write the deck to `path`, all or nothing.

    `now` dates the package and any card that no command has stamped yet; the same deck and
    the same `now` give the same notes. Raises StudyappError when `path` cannot be written.
    """
    package = _zipped(_collection(deck, note_types(TEMPLATES / "anki"), now), now)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(package)
        beside.replace(path)
    except OSError as error:
        message = f"The package cannot be written: {error.strerror}."
        raise StudyappError(str(path), message, "Choose a folder you may write to.") from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _collection(deck: Deck, types: NoteTypes, now: datetime) -> bytes:
    """The SQLite file inside a package.

    Each note is written with its own time, and the note types with that of their templates;
    genanki alone would date them all alike.
    """
    target = genanki.Deck(_deck_id(deck.id), _name(deck.title), description(deck))
    sources = {source.id: source for source in deck.sources}
    ids = itertools.count(int(now.timestamp() * 1000))
    connection = sqlite3.connect(":memory:")
    try:
        cursor = connection.cursor()
        for card in deck.cards:
            target.add_model(types.of(card))
        genanki.Package(target).write_to_db(cursor, TEMPLATES_CHANGED.timestamp(), ids)
        for position, card in enumerate(deck.cards):
            note = note_of(card, position, deck.id, sources, types)
            note.write_to_db(cursor, modified(card, now), target.deck_id, ids)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _deck_id(deck: DeckId) -> int:
    """A number that stays with the deck and that JavaScript, too, holds exactly."""
    return int(hashlib.sha256(deck.encode()).hexdigest()[:12], 16) + 2**48


def _name(title: str) -> str:
    """The title, without the `::` that would make a deck within a deck."""
    return _SUBDECK.sub(":", title).strip(": ") or "studyapp"


def _zipped(collection: bytes, now: datetime) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
