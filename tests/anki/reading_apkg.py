"""What stands in an .apkg file, read without Anki and without our own code."""

import json
import sqlite3
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class PackedNote:
    """A note of a package: its fields by name, in HTML; `modified` in seconds."""

    guid: str
    type_name: str
    fields: dict[str, str]
    tags: tuple[str, ...]
    modified: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A package: its notes in order, the deck's name and description, the note types."""

    notes: tuple[PackedNote, ...]
    deck_id: int
    deck_name: str
    description: str
    note_types: dict[str, Any]


def read_apkg(path: Path) -> Packed:
    """The contents of a package, so that two of them can be compared."""
    with zipfile.ZipFile(path) as package, tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(package.extract("collection.anki2", folder))
        decks, models = connection.execute("SELECT decks, models FROM col").fetchone()
        rows = connection.execute("SELECT guid, mid, flds, tags, mod FROM notes ORDER BY id")
        types = {int(key): value for key, value in json.loads(models).items()}
        notes = tuple(_note(row, types) for row in rows)
        connection.close()
    (deck,) = (deck for key, deck in json.loads(decks).items() if key != "1")
    named = {model["name"]: model for model in types.values()}
    return Packed(notes, deck["id"], deck["name"], deck["desc"], named)


def _note(row: tuple[str, int, str, str, int], types: dict[int, Any]) -> PackedNote:
    guid, type_id, values, tags, modified = row
    names = [field["name"] for field in types[type_id]["flds"]]
    fields = dict(zip(names, values.split("\x1f"), strict=True))
    return PackedNote(guid, types[type_id]["name"], fields, tuple(tags.split()), modified)
