"""How much is read: of a file, of a paragraph, of a sentence. What is beyond is said, not cut."""

from collections.abc import Sequence
from dataclasses import replace

from studyapp.model import Passage, Problem, StudyappError
from studyapp.reading.block import Block

_MOST_TEXT = 5_000_000
_MOST_WITH_PICTURES = 100_000_000
_PICTURED = (".docx", ".pdf")
LONGEST_BLOCK = 20_000
"""The longest paragraph read, in letters: about ten pages without a break."""

LONGEST_SENTENCE = 1_000
"""The longest sentence read, in letters: twice the longest that people write."""


def check_size(size: int, suffix: str, where: str) -> None:
    """Raises StudyappError for a file of more bytes than its kind of document may have."""
    most = _MOST_WITH_PICTURES if suffix in _PICTURED else _MOST_TEXT
    if size > most:
        message = f"The document has {_mb(size)} MB; at most {_mb(most)} MB are read at a time."
        raise StudyappError(where, message, "Divide it into several files, by chapters say.")


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")


def short_blocks(
    blocks: Sequence[Block], where: str
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Blocks without the overlong, of which the problem tells."""
    long = [block for block in blocks if len(block.text) > LONGEST_BLOCK]
    if not long:
        return tuple(blocks), ()
    first = long[0].lined.at[0]
    hint = "Put blank lines between paragraphs."
    problem = _left_out("paragraph", len(long), LONGEST_BLOCK, f"{where}:{first}", hint)
    return tuple(block for block in blocks if len(block.text) <= LONGEST_BLOCK), (problem,)


def short_sentences(
    passages: Sequence[Passage], where: str
) -> tuple[tuple[Passage, ...], tuple[Problem, ...]]:
    """Passages without their overlong sentences, of which the problem tells."""
    kept: list[Passage] = []
    at: list[int] = []
    for passage in passages:
        short = tuple(span for span in passage.sentences if not _is_long(span))
        long = [span for span in passage.sentences if _is_long(span)]
        at += [passage.lines_of(*span).first for span in long]
        kept.append(replace(passage, sentences=short) if long else passage)
    if not at:
        return tuple(passages), ()
    hint = "Divide what you want to learn."
    return tuple(kept), (
        _left_out("sentence", len(at), LONGEST_SENTENCE, f"{where}:{at[0]}", hint),
    )


def _is_long(span: tuple[int, int]) -> bool:
    return span[1] - span[0] > LONGEST_SENTENCE


def _left_out(what: str, count: int, most: int, where: str, hint: str) -> Problem:
    said = f"A {what}" if count == 1 else f"{count} {what}s"
    was = "was" if count == 1 else "were"
    place = "" if count == 1 else ", the first of them here"
    message = f"{said} of more than {most:,} letters {was} left out{place}."
    return Problem(where, message, hint)
