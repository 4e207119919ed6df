"""When two documents may be editions of one work, and which is the newer."""

import pytest

from studyapp.language.editions import is_newer, may_be_editions
from studyapp.model import Source, SourceId


def source(file: str, title: str = "", **told: str) -> Source:
    return Source(SourceId(file), title or "Gout", **told)


SAME = [
    (source("gout-2024.txt"), source("gout-2026.txt")),
    (source("a.txt", "Gout in brief, 3rd edition"), source("b.txt", "Gout in brief")),
    (source("a.txt", "Gout guideline (updated May 2026)"), source("b.txt", "Gout Guideline 2024")),
    (source("gout_v2.pdf", "Care of gout"), source("gout_v1.pdf", "Gout and its care")),
    (source("a.txt", publisher="Invented Press"), source("b.txt")),
]
OTHER = [
    (source("gout.txt"), source("gout.txt")),
    (source("gout-2024.txt", "Gout"), source("gout-2026.txt", "Asthma")),
    (source("a.txt", "Gout in adults"), source("b.txt", "Gout in children")),
    (source("a.txt", publisher="Invented Press"), source("b.txt", publisher="Other Press")),
    (source("2024.txt", "2024"), source("2026.txt", "2026")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_title_but_for_the_edition(one: Source, other: Source) -> None:
    assert may_be_editions(one, other)
    assert may_be_editions(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_works(one: Source, other: Source) -> None:
    assert not may_be_editions(one, other)
    assert not may_be_editions(other, one)


NEWER = [
    (source("gout-2026.txt"), source("gout-2024.txt")),
    (source("a.txt", "Gout 2026"), source("b.txt", "Gout 2024")),
    (source("a.txt", reviewed="2026-03-01"), source("b.txt", reviewed="2026-02-28")),
    (source("a.txt", reviewed="May 2026"), source("b.txt", reviewed="12 April 2026")),
    (source("a.txt", reviewed="January 3, 2026"), source("b.txt", reviewed="Dec 30, 2025")),
    (source("a.txt", reviewed="01/02/2026"), source("b.txt", reviewed="05/06/2024")),
    (source("gout_v2.pdf"), source("gout-v1.pdf")),
    (source("a.txt", "Gout, 3rd edition"), source("b.txt", "Gout, 2nd edition")),
]
UNTOLD = [
    (source("a.txt"), source("b.txt")),
    (source("gout-2026.txt"), source("gout.txt")),
    (source("gout-2026.txt"), source("gout-2026b.txt")),
    (source("a.txt", reviewed="May 2026"), source("b.txt", reviewed="12 May 2026")),
    (source("a.txt", reviewed="01/02/2026"), source("b.txt", reviewed="05/06/2026")),
    (
        source("gout-2026.txt", reviewed="2020-01-01"),
        source("gout-2024.txt", reviewed="2025-01-01"),
    ),
]


@pytest.mark.parametrize(("one", "other"), NEWER)
def test_the_newer_one(one: Source, other: Source) -> None:
    assert is_newer(one, other) is True
    assert is_newer(other, one) is False


@pytest.mark.parametrize(("one", "other"), UNTOLD)
def test_where_nothing_tells_or_two_marks_differ_there_is_none(one: Source, other: Source) -> None:
    assert is_newer(one, other) is None
    assert is_newer(other, one) is None
