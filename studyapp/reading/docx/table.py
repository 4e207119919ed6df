"""The rows of a Word table, merged cells resolved by repeating what they say."""

from collections.abc import Callable, Iterator

from studyapp.reading.docx.node import Node, child, is_on, value, whole_number

_MOST_COLUMNS = 63
"""Word's own limit; a file may claim more."""

_AROUND = frozenset("sdt sdtContent customXml ins".split())


def rows(table: Node, read: Callable[[Node], str]) -> Iterator[tuple[str, ...]]:
    """The cells of each row; `read` gives the text of a cell.

    A cell that is merged over columns or rows is repeated in each; a row that is one merged cell
    is that cell alone.
    """
    above: tuple[str, ...] = ()
    for row in inside(table, "tr"):
        if child(row, "trPr", "del") is not None:
            continue
        above = tuple(_cells(row, above, read))
        yield above[:1] if len(tuple(inside(row, "tc"))) == 1 else above


def is_box(table: Node) -> bool:
    """Whether a table has one column only: then it is a frame around text."""
    return all(len(tuple(inside(row, "tc"))) <= 1 for row in inside(table, "tr"))


def inside(node: Node, name: str) -> Iterator[Node]:
    """The children of a name, those in content controls and tracked insertions too."""
    for inner in node:
        if inner.name == name:
            yield inner
        elif inner.name in _AROUND:
            yield from inside(inner, name)


def _cells(row: Node, above: tuple[str, ...], read: Callable[[Node], str]) -> Iterator[str]:
    column = min(whole_number(value(row, "trPr", "gridBefore")) or 0, _MOST_COLUMNS)
    yield from [""] * column
    for cell in inside(row, "tc"):
        properties = child(cell, "tcPr")
        width = whole_number(value(properties, "gridSpan")) or 1
        width = max(1, min(width, _MOST_COLUMNS - column))
        text = read(cell)
        if _goes_on(properties) and column < len(above):
            text = above[column]
        yield from [text] * width
        column += width


def _goes_on(properties: Node | None) -> bool:
    """Whether a cell is the lower part of one merged over rows."""
    merged = child(properties, "vMerge")
    return merged is not None and merged.get("val") != "restart" and is_on(properties, "vMerge")
