"""The text of a Word paragraph: what a reader of the page sees of it, and what is in bold."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from studyapp.reading.docx.node import Node, child, is_on, value
from studyapp.reading.docx.styles import Style, Styles
from studyapp.reading.superscripts import raised
from studyapp.reading.symbols import symbol

_AROUND = frozenset(
    "hyperlink ins moveTo smartTag sdt sdtContent fldSimple dir bdo customXml oMath oMathPara"
    " r sSub sSup sSubSup e sub sup f num den d".split()
)
"""Elements whose text is the paragraph's: no deleted text, field codes or text boxes."""

_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one run, and whether it is set in bold."""

    text: str
    bold: bool


def pieces(paragraph: Node, style: Style, styles: Styles) -> tuple[Piece, ...]:
    """The visible text of a paragraph in order."""
    found: list[Piece] = []
    for run in _runs(paragraph):
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            continue
        text = "".join(_characters(run))
        if value(properties, "vertAlign") == "superscript":
            text = raised("".join(piece.text for piece in found[-3:]), text)
        found.append(Piece(text, _is_bold(properties, style, styles)))
    return tuple(piece for piece in found if piece.text)


def text_of(found: tuple[Piece, ...]) -> str:
    """The text of pieces, on one line, with single spaces."""
    return " ".join("".join(piece.text for piece in found).split())


def emphasis(found: tuple[Piece, ...]) -> tuple[str, ...]:
    """The stretches of text in bold."""
    runs = ("".join(p.text for p in run) for bold, run in groupby(found, _bold) if bold)
    tidy = (" ".join(run.split()) for run in runs)
    return tuple(run for run in tidy if any(c.isalnum() for c in run))


def _bold(piece: Piece) -> bool:
    return piece.bold


def _runs(node: Node) -> Iterator[Node]:
    for inner in node:
        if inner.name == "r":
            yield inner
        elif inner.name in _AROUND:
            yield from _runs(inner)


def _characters(run: Node) -> Iterator[str]:
    for inner in run:
        if inner.name == "t":
            yield inner.text
        elif inner.name == "sym":
            yield _symbol(inner)
        else:
            yield _CHARACTERS.get(inner.name, "")


def _symbol(node: Node) -> str:
    if node.get("font").lower() != "symbol":
        return ""
    try:
        code = int(node.get("char"), 16)
    except ValueError:
        return ""
    return symbol(code)


def _is_bold(properties: Node | None, style: Style, styles: Styles) -> bool:
    if child(properties, "b") is not None:
        return is_on(properties, "b")
    return style.bold or styles.is_strong(value(properties, "rStyle"))
