"""Takes the letters, rules and pictures of each page out of a PDF, by pdfminer."""

import io
import logging
import re
import warnings
from collections.abc import Iterator

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTImage, LTItem, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text

from studyapp.reading.pdf.layout import Letter, Rule, Sheet
from studyapp.reading.symbols import symbol

UNKNOWN = "\ufffd"
"""Stands for a letter of which the file tells only the shape."""

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|cmbx|-bd\b", re.IGNORECASE)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_PRIVATE = range(0xF020, 0xF100)
_MOST_MARKS = 30_000
_MOST_CONTENT = 8_000_000
_LEAST_RULE = 20.0
_FLAT = 2.0
_LEAST_SIZE = 2.0
_SLANT = 0.1


class TooMuchOnPageError(Exception):
    """A page holds more than a page of text can hold."""


class _Device(PDFPageAggregator):
    """Collects what is drawn, and stops at a page that is made to keep it busy for ever."""

    marks = 0

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:  # noqa: ARG002 - not ours
        return UNKNOWN

    def render_char(self, *args: object, **options: object) -> float:
        self._count()
        return super().render_char(*args, **options)  # type: ignore[arg-type]  # passed on as they come

    def paint_path(self, *args: object, **options: object) -> None:
        self._count()
        super().paint_path(*args, **options)  # type: ignore[arg-type]  # passed on as they come

    def begin_figure(self, *args: object, **options: object) -> None:
        self._count()
        super().begin_figure(*args, **options)  # type: ignore[arg-type]  # passed on as they come

    def _count(self) -> None:
        self.marks += 1
        if self.marks > _MOST_MARKS:
            raise TooMuchOnPageError


class Pages:
    """The pages of a PDF, and what it says of itself.

    Raises what pdfminer raises: PDFPasswordIncorrect and other PDFEncryptionErrors for a
    protected file, anything at all for a damaged one.
    """

    def __init__(self, data: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._document = PDFDocument(PDFParser(io.BytesIO(data)))
            self._pages = tuple(PDFPage.create_pages(self._document))

    def __len__(self) -> int:
        return len(self._pages)

    def told(self, key: str) -> str:
        """A property of the file ('Title', 'Author'); '' when it is not given."""
        for info in self._document.info:
            value = resolve1(info.get(key))
            if isinstance(value, bytes):
                return decode_text(value).replace("\x00", "")
        return ""

    def sheets(self) -> Iterator[Sheet | None]:
        """What stands on each page in turn; None for a page that holds too much to be text."""
        manager = PDFResourceManager()
        for page in self._pages:
            device = _Device(manager, laparams=None)
            try:
                _check_content(page)
                PDFPageInterpreter(manager, device).process_page(page)
                yield _sheet(device.get_result())
            except TooMuchOnPageError:
                yield None


def _check_content(page: PDFPage) -> None:
    """Refuses pages with megabytes of drawing before they are drawn."""
    streams = (resolve1(content) for content in page.contents)
    sizes = (len(stream.get_data()) for stream in streams if isinstance(stream, PDFStream))
    if sum(sizes) > _MOST_CONTENT:
        raise TooMuchOnPageError


def _sheet(page: LTPage) -> Sheet:
    items = tuple(item for part in page for item in _inside(part))
    letters = (_letter(item) for item in items if isinstance(item, LTChar) and _is_level(item))
    rules = (rule for item in items for rule in _rules(item))
    pictures = sum(1 for item in items if isinstance(item, LTImage))
    seen = (x for x in letters if x is not None and page.x0 <= x.x0 <= page.x1)
    return Sheet(page.height, tuple(seen), tuple(rules), pictures)


def _inside(item: LTItem) -> Iterator[LTItem]:
    """An item, or in place of a container what it holds."""
    if isinstance(item, LTContainer):
        for inner in item:
            yield from _inside(inner)
    else:
        yield item


def _is_level(char: LTChar) -> bool:
    """Whether a letter stands upright on a level line and can be seen: stamps do not."""
    a, b, c, _, _, _ = char.matrix
    return a > 0 and abs(b) <= _SLANT * a and char.size >= _LEAST_SIZE and abs(c) <= a


def _letter(char: LTChar) -> Letter | None:
    text = char.get_text()
    text = "".join(_LIGATURES.get(c, c) for c in text if c >= " ")
    if len(text) == 1 and ord(text) in _PRIVATE and "symbol" in char.fontname.lower():
        text = symbol(ord(text)) or text
    if not text:
        return None
    bold = _BOLD.search(char.fontname) is not None
    return Letter(text, char.x0, char.x1, char.matrix[5], char.y0, char.size, bold)


def _rules(item: LTItem) -> Iterator[Rule]:
    if not isinstance(item, LTLine | LTRect) or item.width < _LEAST_RULE:
        return
    yield Rule(item.x0, item.x1, item.y0)
    if item.height > _FLAT and isinstance(item, LTRect):
        yield Rule(item.x0, item.x1, item.y1)
