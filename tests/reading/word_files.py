"""Word files made in a test, with the parts that python-docx has no words for written as XML."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from studyapp.reading.block import Block
from studyapp.reading.docx import read_docx


def word(*fill: Callable[[WordDocument], object]) -> bytes:
    """A Word file, filled by functions that get the empty document in turn."""
    document = Document()
    document.core_properties.author = ""
    for step in fill:
        step(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def of_body(xml: str) -> bytes:
    """A Word file whose body begins with these elements (prefix w)."""

    def fill(document: WordDocument) -> None:
        inner = parse_xml(f"<w:body {nsdecls('w', 'r', 'm')}>{xml}</w:body>")
        for place, element in enumerate(inner):
            document.element.body.insert(place, element)

    return word(fill)


def said(text: str, properties: str = "") -> str:
    """A run of text as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs as XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def blocks(data: bytes) -> tuple[Block, ...]:
    """The blocks of a Word file."""
    return read_docx(data, "notes/stones.docx").blocks


def shown(data: bytes) -> list[tuple[str, int | None, str]]:
    """Kind, level and text of each block of a Word file."""
    return [(block.kind.value, block.level, block.text) for block in blocks(data)]


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The Word file with each member's bytes changed; None leaves a member out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            inside = change(name, old.read(name))
            if inside is not None:
                new.writestr(name, inside)
    return file.getvalue()
