"""Finds headings that a page wrote into the paragraph below them, with no stop between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studyapp.language.sentences import sentence_spans
from studyapp.reading.block import RUN_IN, Block, BlockKind
from studyapp.reading.sections import opens_section

_WORD = r"[A-Z(][\w'’()/-]*,?"
_SMALL = r"(?:of|and|or|for|in|on|to|with|from|the|a|an|at|by|your|vs)"
_TITLE = rf"{_WORD}(?:\s(?:{_WORD}|{_SMALL}(?=\s))){{0,7}}?"
_TWICE = re.compile(
    rf"^(?P<name>{_TITLE})\s(?=(?:The\s|An?\s)?(?P<again>[A-Z][\w'’-]+)(?:\s[a-z(]|,\s[a-z]))"
)
"""'Goal setting Goal setting is …', 'Knee Braces Braces are …': the heading is said again."""
_PLAIN = re.compile(
    r"^(?P<name>[A-Z][\w'’-]+(?:\s[\w'’()-]+){0,5}?)\s(?=[A-Z])(?=(?i:(?P=name))\s[a-z(])"
)
_STARTED = re.compile(
    rf"^(?P<name>{_TITLE})\s(?=(?:In|If|When|There|These|This|Some|Most|Many|Any|Although|Because|During"
    r"|After|Before|The|It|Sometimes|However|Currently|To|As|People|You|Your|Doctors),?\s[a-z])"
)
"""'Caring for the Stump In the first week …': no title goes on with a small word after 'In'."""
_ARTICLE = re.compile(
    r"^(?:The|A|An|In|If|When|This|These|That|Those|There|For|It|Its|Your|You|As|At|By|On|To|Some|Most"
    r"|Many|All|No|Not|But|And|Or|During|After|Before|How|What|Why|Who)$"
)
_TOP = re.compile(r"^(?:Back\sto\stop|Top\sof\s(?:the\s)?page|Return\sto\stop)\s(?=[A-Z])")
_FEWEST_LETTERS = 5


def with_run_in_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Paragraphs with such headings, taken apart at them."""
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Block]:
    if block.kind is not BlockKind.PROSE:
        yield block
        return
    start = 0
    for begin, stop, end in _headings(block.text):
        if block.text[start:begin].strip():
            yield replace(block, lined=block.lined[start:begin].stripped())
        if stop > begin:
            yield Block(BlockKind.HEADING, block.lined[begin:stop], level=RUN_IN)
        start = end
    if block.text[start:].strip():
        yield replace(block, lined=block.lined[start:].stripped()) if start else block


def _headings(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each heading begins and ends, and where its text begins."""
    for begin, end in sentence_spans(text):
        top = _TOP.match(text[begin:end])
        if top is not None:
            yield begin, begin, begin + top.end()
        start = begin + (top.end() if top is not None else 0)
        found = _heading(text[start:end])
        if found:
            yield start, start + found, start + found + 1


def _heading(sentence: str) -> int:
    """How long the heading at the start of a sentence is; 0 for none."""
    plain = _PLAIN.match(sentence)
    if plain is not None and len(plain["name"]) >= _FEWEST_LETTERS:
        return len(plain["name"])
    twice = _TWICE.match(sentence)
    if twice is not None and twice["name"].split()[-1].lower() == twice["again"].lower():
        return len(twice["name"]) if len(twice["again"]) >= _FEWEST_LETTERS else 0
    started = _STARTED.match(sentence)
    if started is None:
        return 0
    first, *others = started["name"].split()
    if _ARTICLE.match(first) and others[:1] != ["to"]:
        return 0
    titled = bool(others) or opens_section(started["name"])
    return len(started["name"]) if titled else 0
