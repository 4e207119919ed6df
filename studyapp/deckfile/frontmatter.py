"""The head of a deck file: TOML between two `---` lines, with the deck's id and sources."""

import json
import re
import tomllib
from dataclasses import dataclass
from typing import NoReturn

from studyapp.deckfile.line import Line
from studyapp.model import Deck, DeckId, Source, SourceId

FORMAT = 1
DECK_ID = re.compile(r"[0-9a-f]{32}")
_FENCE = "---"
_DECK_KEYS = ("format", "deck", "title", "note", "sources")
_SOURCE_KEYS = ("file", "title", "publisher", "page_kind", "reviewed", "notice", "sha256")
_SHAPE = "A deck file starts with a line '---', format, deck and title, and another line '---'."
_TOML_PLACE = re.compile(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a deck file says of the deck as a whole."""

    id: DeckId
    title: str
    note: str
    sources: tuple[Source, ...]


def format_front_matter(deck: Deck) -> str:
    """The front matter of a deck, fences included, without a newline at the end."""
    lines = [_FENCE, f"format = {FORMAT}", f"deck = {_quoted(deck.id)}"]
    lines.append(f"title = {_quoted(deck.title)}")
    if deck.note:
        lines.append(f"note = {_quoted(deck.note)}")
    for source in deck.sources:
        values = (source.id, source.title, source.publisher, source.page_kind)
        rest = (source.reviewed, source.notice, source.sha256)
        lines += ["", "[[sources]]"]
        lines += [
            f"{key} = {_quoted(value)}"
            for key, value in zip(_SOURCE_KEYS, values + rest, strict=True)
            if value or key in {"file", "title"}
        ]
    return "\n".join((*lines, _FENCE))


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes, and the one control character JSON lets pass."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def parse_front_matter(lines: tuple[Line, ...]) -> tuple[FrontMatter, tuple[Line, ...]]:
    """The front matter and the lines after it.

    Raises StudyappError, with the line, for a missing fence, a TOML error, an unknown format,
    a missing, unknown or ill-typed key, an ill-formed deck id and a source named twice.
    """
    fences = [i for i, line in enumerate(lines) if line.text.rstrip() == _FENCE]
    if len(fences) == 1 or not fences or any(line.text.strip() for line in lines[: fences[0]]):
        message = "This is not a deck file: its front matter is missing."
        lines[0].refuse(message, _SHAPE)
    inside = lines[fences[0] + 1 : fences[1]]
    return _Reader(lines[fences[0]], inside).read(), lines[fences[1] + 1 :]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the lines between the fences and finds the line to blame."""

    fence: Line
    inside: tuple[Line, ...]

    def read(self) -> FrontMatter:
        table = self._table()
        self._check_format(table)
        self._check_keys(table, _DECK_KEYS)
        entries = table.get("sources", [])
        if not (isinstance(entries, list) and all(isinstance(e, dict) for e in entries)):
            self._refuse("sources", "'sources' is not a list of tables.", _SOURCES_SHAPE)
        identity = self._text(table, "deck")
        if DECK_ID.fullmatch(identity) is None:
            message = f"'{identity}' is not a deck id."
            self._refuse("deck", message, "It is 32 of 0-9 and a-f; restore the old one.")
        title, note = self._text(table, "title"), self._text(table, "note", "")
        sources = tuple(self._source(entry) for entry in entries)
        self._check_distinct(sources)
        return FrontMatter(DeckId(identity), title, note, sources)

    def _table(self) -> dict[str, object]:
        try:
            return tomllib.loads("\n".join(line.text for line in self.inside))
        except tomllib.TOMLDecodeError as error:
            found = _TOML_PLACE.search(str(error))
            at = self.inside[int(found[1]) - 1] if found and found[1] else self.fence
            message = f"The front matter is not TOML: {_TOML_PLACE.sub('', str(error))}."
            at.refuse(message, 'Write each entry as key = "text".')

    def _check_format(self, table: dict[str, object]) -> None:
        found = table.get("format")
        if found is None:
            self._refuse("format", "The format of this deck file is not given.", _SHAPE)
        if type(found) is not int or found != FORMAT:
            message = f"This deck file has format {found}; this studyapp reads format {FORMAT}."
            hint = "Upgrade with 'pip install --upgrade studyapp'."
            self._refuse("format", message, hint)

    def _check_keys(self, table: dict[str, object], known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                hint = f"The keys here are {', '.join(known)}."
                self._refuse(key, f"'{key}' means nothing here.", hint)

    def _check_distinct(self, sources: tuple[Source, ...]) -> None:
        seen: set[str] = set()
        for source in sources:
            if source.id in seen:
                message = f"The source '{source.id}' is described twice."
                self._refuse("sources", message, "Remove one of its [[sources]] tables.")
            seen.add(source.id)

    def _source(self, entry: dict[str, object]) -> Source:
        self._check_keys(entry, _SOURCE_KEYS)
        required = self._text(entry, "file"), self._text(entry, "title")
        optional = (self._text(entry, key, "") for key in _SOURCE_KEYS[2:])
        return Source(SourceId(required[0]), required[1], *optional)

    def _text(self, table: dict[str, object], key: str, default: str | None = None) -> str:
        value = table.get(key, default)
        if value is None:
            self._refuse(key, f"'{key}' is missing in the front matter.", _SHAPE)
        if not isinstance(value, str):
            hint = f'Put it in quotes: {key} = "{value}".'
            self._refuse(key, f"The value of '{key}' is not text.", hint)
        return value

    def _refuse(self, key: str, message: str, hint: str) -> NoReturn:
        """Blame the first line that sets `key`, or the opening fence if none does."""
        sets = re.compile(rf"""\s*[\["']*{re.escape(key)}["'\s]*[\]=]""")
        named = (line for line in self.inside if sets.match(line.text))
        next(named, self.fence).refuse(message, hint)


_SOURCES_SHAPE = "Describe each source under a line [[sources]] of its own."
