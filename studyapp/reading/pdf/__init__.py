"""Reads PDF files; a line of the document is a line of text, counted through all pages."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from studyapp.model import Problem, StudyappError
from studyapp.reading.pdf.blocks import blocks
from studyapp.reading.pdf.columns import Row, reading_order
from studyapp.reading.pdf.layout import Line, Sheet
from studyapp.reading.pdf.margins import outside_text
from studyapp.reading.pdf.paragraphs import Manner
from studyapp.reading.pdf.pieces import pieces
from studyapp.reading.pdf.soundness import check
from studyapp.reading.pdf.words import Words
from studyapp.reading.raw import Raw
from studyapp.reading.told import told
from studyapp.reading.unmarked import rooted, with_unmarked_headings

if TYPE_CHECKING:
    from studyapp.reading.pdf.letters import Pages

_MOST_PAGES = 2000
_LEAST_LETTERS = 15
_UNKNOWN = "\ufffd"
_UNKNOWN_SHARE = 0.1
_WIDEST = 0.9
_SHOWN = 8


def read_pdf(data: bytes, where: str) -> Raw:
    """What a PDF holds: its lines and pages, headings, paragraphs, items and rows of tables.

    Running heads, page numbers and footnotes stay among the lines and make no blocks; text that
    does not stand upright is left out. Raises StudyappError, naming `where`, for anything that is
    no PDF, is protected, damaged, too large, or holds pictures of pages instead of text.
    """
    check(data, where)
    pages = _opened(data, where)
    try:
        sheets = list(pages.sheets())
        title, author = pages.told("Title"), pages.told("Author")
    except Exception as error:
        raise _damaged(where) from error
    read = _Lines(sheets)
    _check_text(sheets, read.lines, where)
    manner = Manner.of(read.lines)
    heights = [sheet.height if sheet else 0.0 for sheet in sheets]
    outside = outside_text(read.lines, heights, manner.body)
    inside = [line for line in read.lines if line.number not in outside]
    if sum(_letters(line.text) for line in inside) < _LEAST_LETTERS:
        _refuse_pictures(sheets, where)
    texts = tuple(line.text for line in read.lines)
    rules = {page: sheet.rules for page, sheet in enumerate(sheets) if sheet}
    made = with_unmarked_headings(rooted(blocks(inside, rules, Words(texts))))
    problems = tuple(_problems(sheets, where))
    return Raw(texts, made, told(title, author, texts), tuple(read.pages), problems)


def _damaged(where: str) -> StudyappError:
    return StudyappError(
        where, "The PDF file is damaged.", "Open it elsewhere and save or print it as PDF again."
    )


def _opened(data: bytes, where: str) -> "Pages":
    """The pages by pdfminer, which is loaded only now: most runs need no PDF."""
    from pdfminer.pdfdocument import PDFEncryptionError  # noqa: PLC0415 - see above

    from studyapp.reading.pdf.letters import Pages  # noqa: PLC0415 - see above

    try:
        pages = Pages(data)
    except PDFEncryptionError as error:
        raise StudyappError(
            where,
            "The PDF file is protected by a password.",
            "Take the password off, or print the document to a new PDF.",
        ) from error
    except Exception as error:
        raise _damaged(where) from error
    if not len(pages):
        raise _damaged(where)
    if len(pages) > _MOST_PAGES:
        message = f"The PDF file has {len(pages)} pages; more than {_MOST_PAGES} are not read."
        raise StudyappError(where, message, "Split it into chapters.")
    return pages


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


class _Lines:
    """The lines of all pages in reading order, and the line on which each page begins."""

    def __init__(self, sheets: Sequence[Sheet | None]) -> None:
        self.pages: list[int] = []
        ordered = [_rows(sheet) for sheet in sheets]
        widths = _widths(ordered)
        lines: list[Line] = []
        for page, rows in enumerate(ordered):
            self.pages.append(len(lines) + 1)
            lefts = {c: min(r.pieces[0].x0 for r in rows if r.column == c) for c in _columns(rows)}
            for row in rows:
                left = lefts[row.column]
                right = left + widths[row.column]
                lines.append(Line(len(lines) + 1, page, row.pieces, left, right, row.column))
        self.lines = tuple(lines)


def _rows(sheet: Sheet | None) -> tuple[Row, ...]:
    return reading_order(pieces(sheet.letters), sheet.rules) if sheet else ()


def _columns(rows: Sequence[Row]) -> set[tuple[int, int]]:
    return {row.column for row in rows}


def _widths(pages: Sequence[Sequence[Row]]) -> dict[tuple[int, int], float]:
    """How wide each column is set: on the page where it is widest, a few stray lines aside."""
    widths: dict[tuple[int, int], float] = {}
    for rows in pages:
        for column in _columns(rows):
            inside = [row for row in rows if row.column == column]
            left = min(row.pieces[0].x0 for row in inside)
            ends = sorted(row.pieces[-1].x1 for row in inside)
            width = ends[int(_WIDEST * (len(ends) - 1))] - left
            widths[column] = max(widths.get(column, 0.0), width)
    return widths


def _check_text(sheets: Sequence[Sheet | None], lines: Sequence[Line], where: str) -> None:
    """Refuses pages without text, and text whose letters cannot be told."""
    text = "".join(line.text for line in lines)
    if _letters(text) == 0 and _UNKNOWN not in text:
        _refuse_pictures(sheets, where)
    if text.count(_UNKNOWN) > _UNKNOWN_SHARE * len(text):
        raise StudyappError(
            where,
            "The PDF file tells the shapes of its letters, but not which letters they are.",
            "Read it with a program for text recognition (OCR), or find another copy.",
        )


def _refuse_pictures(sheets: Sequence[Sheet | None], where: str) -> NoReturn:
    if any(sheet.pictures for sheet in sheets if sheet):
        raise StudyappError(
            where,
            "The PDF file holds pictures of pages, but hardly any text.",
            "Read it with a program for text recognition (OCR) first.",
        )
    raise StudyappError(where, "The document is empty.", "Give a document with text in it.")


def _problems(sheets: Sequence[Sheet | None], where: str) -> Iterator[Problem]:
    """What of the file was not read."""
    empty = [number for number, sheet in enumerate(sheets, 1) if _is_picture(sheet)]
    if empty:
        yield Problem(
            where,
            f"Left out, because they are pictures without text: {_named(empty)}.",
            "Read the file with a program for text recognition (OCR) first.",
        )
    busy = [number for number, sheet in enumerate(sheets, 1) if sheet is None]
    if busy:
        yield Problem(
            where,
            f"Left out, because more is drawn on them than on a page of text: {_named(busy)}.",
            "Look at these pages yourself.",
        )


def _is_picture(sheet: Sheet | None) -> bool:
    return sheet is not None and sheet.pictures > 0 and not sheet.letters


def _named(numbers: Sequence[int]) -> str:
    more = " …" if len(numbers) > _SHOWN else ""
    return f"page{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers[:_SHOWN]))}{more}"
