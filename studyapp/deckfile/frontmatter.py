"""The head of a deck file: TOML between two `---` lines, with the deck's id and sources."""

import json
import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NoReturn

from studyapp.deckfile.escapes import untagged
from studyapp.deckfile.line import Line
from studyapp.deckfile.offered import format_offered, parse_offered
from studyapp.model import Deck, DeckId, Offered, Source, SourceId

FORMAT = 1
_IN_A_ROW = 4
DECK_ID = re.compile(r"[0-9a-f]{32}")
_FENCE = "---"
_DECK_KEYS = ("format", "deck", "title", "note", "offered", "sources")
_SOURCE_KEYS = ("file", "title", "publisher", "page_kind", "reviewed", "notice", "sha256")
_SHAPE = "A deck file starts with a line '---', format, deck and title, and another line '---'."
_TOML_PLACE = re.compile(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$")
_HEADER = re.compile(r"\s*\[\[")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a deck file says of the deck as a whole."""

    id: DeckId
    title: str
    note: str
    sources: tuple[Source, ...]
    offered: tuple[Offered, ...]


def format_front_matter(deck: Deck) -> str:
    """The front matter of a deck, fences included, without a newline at the end."""
    lines = [_FENCE, f"format = {FORMAT}", f"deck = {_quoted(deck.id)}"]
    lines.append(f"title = {_quoted(deck.title)}")
    if deck.note:
        lines.append(f"note = {_quoted(deck.note)}")
    bare = all(one.place is None for one in deck.offered)
    if deck.offered and bare:
        lines += ["offered = [", *_rows(tuple(one.key for one in deck.offered)), "]"]
    for source in deck.sources:
        values = (source.id, source.title, source.publisher, source.page_kind)
        rest = (source.reviewed, source.notice, source.sha256)
        lines += ["", "[[sources]]"]
        lines += [
            f"{key} = {_quoted(value)}"
            for key, value in zip(_SOURCE_KEYS, values + rest, strict=True)
            if value or key in {"file", "title"}
        ]
    if not bare:
        kept = ((one.key, format_offered(one)) for one in deck.offered)
        lines += ["", "[offered]", *(f"{_quoted(key)} = {_quoted(said)}" for key, said in kept)]
    return "\n".join((*lines, _FENCE))


def _rows(keys: tuple[str, ...]) -> list[str]:
    """Keys as lines of a TOML array, a few a line, so that a change touches few lines."""
    return [
        "".join(f" {_quoted(key)}," for key in keys[start : start + _IN_A_ROW])
        for start in range(0, len(keys), _IN_A_ROW)
    ]


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes, and the one control character JSON lets pass."""
    return untagged(json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f"))


def parse_front_matter(lines: tuple[Line, ...]) -> tuple[FrontMatter, tuple[Line, ...]]:
    """The front matter and the lines after it.

    Raises StudyappError, with the line, for a missing fence, a TOML error, an unknown format,
    a missing, unknown or ill-typed key, an ill-formed deck id and a source named twice.
    """
    fences = [i for i, line in enumerate(lines) if line.text.rstrip() == _FENCE]
    if len(fences) == 1 or not fences or any(line.text.strip() for line in lines[: fences[0]]):
        message = "This is not a deck file: its front matter is missing."
        lines[0].refuse(message, _SHAPE)
    inside, opening = lines[fences[0] + 1 : fences[1]], lines[fences[0]]
    table = _Table(_toml(opening, inside), (opening, *inside))
    return _front_matter(table), lines[fences[1] + 1 :]


def _toml(opening: Line, inside: tuple[Line, ...]) -> dict[str, object]:
    try:
        return tomllib.loads("\n".join(line.text for line in inside))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        at = inside[int(found[1]) - 1] if found and found[1] else opening
        message = f"The front matter is not TOML: {_TOML_PLACE.sub('', str(error))}."
        at.refuse(message, 'Write each entry as key = "text".')


@dataclass(frozen=True, slots=True)
class _Table:
    """The values of a TOML table and its lines: the one that opens it, its own, its tables'."""

    values: dict[str, object]
    lines: tuple[Line, ...]

    def text(self, key: str, default: str | None = None) -> str:
        """The text of a key; without a default the key must be there."""
        value = self.values.get(key, default)
        if value is None:
            self.refuse(key, f"'{key}' is missing here.", _SHAPE)
        if not isinstance(value, str):
            self.refuse(key, f"The value of '{key}' is not text.", f'Write {key} = "{value}".')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; none when the key is not there."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.refuse(
                key, f"The value of '{key}' is not a list of texts.", f'Write {key} = ["…"].'
            )
        return tuple(str(value) for value in values)

    def inside(self, key: str, values: dict[str, object]) -> "_Table":
        """The table of `values` that is written under a line `[key]`."""
        starts = [i for i, line in enumerate(self.lines) if line.text.strip() == f"[{key}]"]
        return _Table(values, self.lines[starts[0] :] if starts else self.lines)

    def check_keys(self, known: tuple[str, ...]) -> None:
        """Refuse a key that would be lost when the deck is written again."""
        for key in self.values:
            if key not in known:
                hint = f"The keys here are {', '.join(known)}."
                self.refuse(key, f"'{key}' means nothing here.", hint)

    def refuse(self, key: str, message: str, hint: str) -> NoReturn:
        """Blame the line that sets `key`, or the opening one if none does."""
        sets = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        own = takewhile(lambda line: not _HEADER.match(line.text), self.lines[1:])
        named = (line for line in own if sets.match(line.text))
        next(named, self.lines[0]).refuse(message, hint)

    def tables(self, key: str) -> tuple["_Table", ...]:
        """The tables written under `[[key]]` lines, or in a list after `key =`."""
        entries = self.values.get(key, [])
        if not (isinstance(entries, list) and all(isinstance(e, dict) for e in entries)):
            hint = f"Describe each under a line [[{key}]] of its own."
            self.refuse(key, f"'{key}' is not a list of tables.", hint)
        starts = [i for i, line in enumerate(self.lines) if _HEADER.match(line.text)]
        if len(starts) != len(entries):
            return tuple(_Table(entry, self.lines) for entry in entries)
        spans = pairwise((*starts, len(self.lines)))
        return tuple(
            _Table(entry, self.lines[start:end])
            for entry, (start, end) in zip(entries, spans, strict=True)
        )


def _front_matter(table: _Table) -> FrontMatter:
    _check_format(table)
    table.check_keys(_DECK_KEYS)
    identity = table.text("deck")
    if DECK_ID.fullmatch(identity) is None:
        message = f"'{identity}' is not a deck id."
        table.refuse("deck", message, "It is 32 of 0-9 and a-f; restore the old one.")
    title, note = table.text("title"), table.text("note", "")
    return FrontMatter(DeckId(identity), title, note, _sources(table), _offered(table))


def _offered(table: _Table) -> tuple[Offered, ...]:
    """What the deck remembers of its cards; decks of older programs list only their keys."""
    values = table.values.get("offered")
    if not isinstance(values, dict):
        return tuple(map(Offered, table.texts("offered")))
    inside = table.inside("offered", values)
    found = []
    for key in values:
        one = parse_offered(key, inside.text(key))
        if one is None:
            message = f"'{key}' is not followed by what the deck remembers of a card."
            inside.refuse(key, message, "Restore the line as studyapp wrote it, or remove it.")
        found.append(one)
    return tuple(found)


def _check_format(table: _Table) -> None:
    found = table.values.get("format")
    if found is None:
        table.refuse("format", "The format of this deck file is not given.", _SHAPE)
    if type(found) is not int or found != FORMAT:
        message = f"This deck file has format {found}; this studyapp reads format {FORMAT}."
        table.refuse("format", message, "Upgrade with 'pip install --upgrade studyapp'.")


def _sources(table: _Table) -> tuple[Source, ...]:
    sources: dict[str, Source] = {}
    for entry in table.tables("sources"):
        entry.check_keys(_SOURCE_KEYS)
        file, title = entry.text("file"), entry.text("title")
        if file in sources:
            message = f"The source '{file}' is described twice."
            entry.refuse("file", message, "Remove one of its [[sources]] tables.")
        rest = (entry.text(key, "") for key in _SOURCE_KEYS[2:])
        sources[file] = Source(SourceId(file), title, *rest)
    return tuple(sources.values())
