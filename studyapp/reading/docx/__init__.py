"""Reads Word files (.docx); a line of the document is a paragraph or a row of a table."""

import io
import re
import zipfile
from typing import TYPE_CHECKING

from studyapp.model import StudyappError
from studyapp.reading.docx.body import read_body
from studyapp.reading.docx.node import Node
from studyapp.reading.docx.styles import Styles
from studyapp.reading.raw import Raw
from studyapp.reading.told import told
from studyapp.reading.unmarked import rooted, with_unmarked_headings

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = re.compile(r"word/document\d*\.xml")
_MOST_BYTES = 200_000_000
_MOST_MARKUP = 25_000_000
_MOST_RATIO = 200
_SMALL = 1_000_000
_SAVE = "Open it in Word or LibreOffice and save it as .docx again."


def read_docx(data: bytes, where: str) -> Raw:
    """What a Word file holds: headings, paragraphs, items and rows of tables.

    Left out: headers and footers, foot- and endnotes, comments, text boxes, hidden and deleted
    text, tables of contents. Raises StudyappError, naming `where`, for anything that is no Word
    file of the present kind, is protected, damaged or empty, or unpacks to more than is sound.
    """
    _check(data, where)
    try:
        document = _opened(data)
        styles = Styles(Node(document.styles.element))
        read = read_body(Node(document.element.body), styles)
        properties = document.core_properties
        title, author = properties.title or "", properties.author or ""
    except Exception as error:
        raise StudyappError(where, "The Word file is damaged.", _SAVE) from error
    if not any(c.isalnum() for line in read.lines for c in line):
        raise StudyappError(where, "The document is empty.", "Give a document with text in it.")
    blocks = with_unmarked_headings(rooted(read.blocks))
    return Raw(read.lines, blocks, told(title, author, read.lines))


def _opened(data: bytes) -> "WordDocument":
    """The document by python-docx, which is loaded only now: most runs need no Word file."""
    from docx import Document  # noqa: PLC0415 - see above

    return Document(io.BytesIO(data))


def _check(data: bytes, where: str) -> None:
    """Refuses what is no Word file, before anything is unpacked."""
    if data.startswith(_OLE):
        raise StudyappError(
            where,
            "This Word file is protected by a password, or of the old kind (.doc).",
            "Open it in Word, take the password off and save it as .docx.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
    except Exception as error:
        raise StudyappError(where, "This is not a Word file.", _SAVE) from error
    if not any(_MAIN.fullmatch(member.filename) for member in members):
        raise StudyappError(where, "This is not a Word file: it holds no text.", _SAVE)
    if any(member.flag_bits & 1 for member in members):
        raise StudyappError(
            where, "The Word file is encrypted.", "Take the password off and save it again."
        )
    if _unpacks_too_far(members):
        raise StudyappError(
            where,
            "The Word file unpacks to far more than its size; it may be made to do harm.",
            "Split the document, or copy its text into a new one.",
        )


def _unpacks_too_far(members: list[zipfile.ZipInfo]) -> bool:
    whole = sum(member.file_size for member in members)
    markup = sum(m.file_size for m in members if m.filename.endswith(".xml"))
    return max(whole / _MOST_BYTES, markup / _MOST_MARKUP) > 1 or any(
        member.file_size > max(_SMALL, member.compress_size * _MOST_RATIO) for member in members
    )
