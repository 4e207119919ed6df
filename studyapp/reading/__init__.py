"""Turns files into documents. A reader takes the lines of a file and gives its blocks."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from studyapp.language.words import capital
from studyapp.model import Document, Problem, Source, SourceId, StudyappError
from studyapp.reading.about import front_matter, notice_of, reviewed_on, title_of
from studyapp.reading.block import Block
from studyapp.reading.docx import read_docx
from studyapp.reading.editions import superseded
from studyapp.reading.encoding import decoded
from studyapp.reading.html import read_html
from studyapp.reading.limits import check_size, short_blocks, short_sentences
from studyapp.reading.markdown import read_markdown
from studyapp.reading.pdf import read_pdf
from studyapp.reading.raw import Raw
from studyapp.reading.structure import passages
from studyapp.reading.subject import document_subject
from studyapp.reading.text import read_text
from studyapp.reading.unread import unread

__all__ = ["FILE_READERS", "KINDS", "TEXT_READERS", "UNREAD", "Reading", "find", "left_out"]
__all__ += ["read", "read_bytes", "superseded", "unread"]

TextReader = Callable[[Sequence[str]], tuple[Block, ...]]
FileReader = Callable[[bytes, str], Raw]

TEXT_READERS: dict[str, TextReader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
"""Readers of files that are text: they take its lines. A new one is one line here."""

FILE_READERS: dict[str, FileReader] = {
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
"""Readers of other files: they take its bytes and the name that messages call it by."""

KINDS = (*TEXT_READERS, *FILE_READERS)
"""How the names of documents end."""

UNREAD = {
    ".doc": "old Word",
    ".rtf": "RTF",
    ".odt": "OpenDocument",
    ".epub": "EPUB",
    ".pptx": "PowerPoint",
}
"""Kinds of file that hold text and are recognised, but not read."""

_DECK = re.compile(rb"(?:\xef\xbb\xbf)?---\r?\nformat = \d+\r?\ndeck = ")
"""How a deck file begins: a deck must never become a source of itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, and what was odd about its file."""

    document: Document
    problems: tuple[Problem, ...]


def find(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The documents named by paths, folders searched (not their hidden files), in name order.

    Raises StudyappError for a path that is not there, a folder without documents, and two
    documents of the same file name (citations name documents by it).
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise StudyappError(str(path), "There is no such document.", "Check the path.")
        found.extend(_in_folder(path) if path.is_dir() else [path])
    unique = sorted(set(found), key=lambda path: (path.name, str(path)))
    for one, two in pairwise(unique):
        if one.name == two.name and one.resolve() != two.resolve():
            raise StudyappError(
                str(two), f"Another document is called {one.name} too.", "Rename one of them."
            )
    return tuple(unique)


def _in_folder(folder: Path) -> list[Path]:
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix.lower() in KINDS and not path.name.startswith(".")
        if not _is_deck(path)
    ]
    if not found:
        kinds = ", ".join(KINDS)
        raise StudyappError(
            str(folder), "The folder holds no documents.", f"Documents end in {kinds}."
        )
    return found


def left_out(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """For each folder, its files of kinds that are recognised but not read, and so left out."""
    problems = []
    for folder in filter(Path.is_dir, paths):
        names = sorted(p.name for p in folder.rglob("*") if p.suffix.lower() in UNREAD)
        if names:
            shown = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
            kinds = " and ".join(sorted({UNREAD[Path(name).suffix.lower()] for name in names}))
            problems.append(
                Problem(
                    str(folder),
                    f"Left out, because {kinds} files are not read: {shown}.",
                    "Save them as PDF, Word (.docx) or HTML.",
                )
            )
    return tuple(problems)


_SHOWN = 3


def _is_deck(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _DECK.match(file.read(64)) is not None
    except OSError:
        return False


def read(path: Path) -> Reading:
    """A document from a file. Raises StudyappError when it cannot be read as text."""
    suffix = path.suffix.lower()
    if suffix in UNREAD:
        raise StudyappError(
            str(path),
            f"{capital(UNREAD[suffix])} files are not read.",
            "Save the document as PDF, Word (.docx) or HTML.",
        )
    if suffix not in KINDS:
        raise StudyappError(
            str(path), "This kind of file is not known.", f"Documents end in {', '.join(KINDS)}."
        )
    return read_bytes(_bytes(path), path.name, str(path))


def _bytes(path: Path) -> bytes:
    try:
        check_size(path.stat().st_size, path.suffix.lower(), str(path))
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise StudyappError(
            str(path), f"The document cannot be read: {reason}.", "Check its permissions."
        ) from error


def read_bytes(data: bytes, name: str, where: str) -> Reading:
    """A document from the bytes of a file called `name`; `where` is shown in messages."""
    check_size(len(data), Path(name).suffix.lower(), where)
    if _DECK.match(data):
        raise StudyappError(
            where,
            "This is a deck of cards, not a document.",
            "Give the documents that it was made from.",
        )
    raw = _raw(data, Path(name).suffix.lower(), where)
    source_id = SourceId(name)
    blocks, long_blocks = short_blocks(raw.blocks, where)
    parts, long_sentences = short_sentences(passages(blocks, source_id), where)
    title = title_of(blocks, raw.told, Path(name).stem)
    headings = tuple(dict.fromkeys(h for p in parts for h in p.headings))
    source = Source(
        source_id,
        title,
        publisher=raw.told.get("publisher") or raw.told.get("source", ""),
        reviewed=raw.told.get("reviewed")
        or raw.told.get("lastReviewed")
        or reviewed_on(raw.lines),
        notice=notice_of(raw.lines),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    subject = document_subject(title, headings, tuple(p.text for p in parts))
    problems = (*raw.problems, *long_blocks, *long_sentences)
    return Reading(Document(source, raw.lines, parts, subject, raw.pages), problems)


def _raw(data: bytes, suffix: str, where: str) -> Raw:
    if suffix in FILE_READERS:
        return FILE_READERS[suffix](data, where)
    text, problems = decoded(data, where)
    if not text.strip():
        raise StudyappError(where, "The document is empty.", "Give a document with text in it.")
    lines = tuple(text.split("\n"))
    return Raw(lines, TEXT_READERS[suffix](lines), front_matter(lines), problems=problems)
