"""Reads HTML: the main content of a page, each character with its line in the file."""

from studyapp.model import StudyappError
from studyapp.reading.block import Block, BlockKind
from studyapp.reading.encoding import decoded
from studyapp.reading.lined import Lined
from studyapp.reading.raw import Raw
from studyapp.reading.webpage.content import main_content, without_unseen
from studyapp.reading.webpage.flow import blocks_of
from studyapp.reading.webpage.marks import settle
from studyapp.reading.webpage.run import Runs
from studyapp.reading.webpage.told import charset_of, told_by
from studyapp.reading.webpage.tree import Element, TooDeepError, parse, walk

_LARGEST = 50_000_000


def read_html(data: bytes, where: str) -> Raw:
    """What an HTML page shows, line by line, and the blocks of its main content.

    Raises StudyappError for a page without text, of more than 50 MB, or nested too deep.
    """
    if len(data) > _LARGEST:
        raise StudyappError(
            where,
            "The page is larger than 50 MB.",
            "Save its text as plain text (.txt), or split it.",
        )
    text, problems = decoded(data, where, charset_of(data))
    try:
        root = parse(text)
    except TooDeepError as error:
        raise StudyappError(
            where,
            "The elements of the page are nested too deep.",
            "Save it as plain text (.txt) or Markdown (.md).",
        ) from error
    told = told_by(root)
    without_unseen(root)
    settle(root)
    lines = _lines(root, text.count("\n") + 1)
    if not any(lines):
        raise StudyappError(where, "The page shows no text.", "Give a page with text in it.")
    return Raw(lines, _blocks(root), told, problems=problems)


def _blocks(root: Element) -> tuple[Block, ...]:
    main, title = main_content(root)
    headed = blocks_of(title) if title else ()
    return (*(b for b in headed if b.kind is BlockKind.HEADING), *blocks_of(main))


def _lines(root: Element, count: int) -> tuple[str, ...]:
    """What each line of the file shows of the page, navigation included."""
    shown: list[list[str]] = [[] for _ in range(count)]
    runs = Runs()
    for step in walk(root):
        if isinstance(step, Lined):
            runs.add(step)
        elif step.element.name == "br":
            runs.enter(step.element)
        elif step.element.breaks:
            _show(runs.take().lined, shown)
    _show(runs.take().lined, shown)
    return tuple(" ".join(pieces) for pieces in shown)


def _show(text: Lined, shown: list[list[str]]) -> None:
    start = 0
    for end in range(1, len(text.at) + 1):
        if end == len(text.at) or text.at[end] != text.at[start]:
            piece = text.text[start:end].strip()
            if piece:
                shown[text.at[start] - 1].append(piece)
            start = end
