"""A new edition of a document takes over the cards of the older one."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.deckfile.changes import changes
from studyapp.deckfile.markdown import format_deck, parse
from studyapp.model import Card, Deck, Edition, SourceId
from tests.pipeline.conftest import CLOCK, LATER, Build

OLDER, NEWER = "gout-guide-2024.txt", "gout-guide-2026.txt"
TEXT = """Gout guide

About 15% of adults with gout have tophi.

Colchicine reduces inflammation.

The urate level should be checked every 3 months.

Gout is treated with NSAIDs, colchicine or steroids.

The first dose of colchicine in acute gout is 1 mg.
"""
CHANGED = TEXT.replace("every 3 months", "every 6 months").replace(
    "About 15% of adults with gout have tophi.", "Gout hurts most at night."
)
OTHER = """Gout guide

Gout is treated with rest, ice or splints.

Tophi may be cut out by a surgeon.

The heart should be examined every 2 years.
"""
TOPHI = "What percentage of adults with gout have tophi?"
URATE = "How often should the urate level be checked in gout?"
DOSE = "What is the first dose of colchicine in acute gout?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / OLDER).write_text(TEXT, encoding="utf-8")
    (tmp_path / NEWER).write_text(CHANGED, encoding="utf-8")
    return tmp_path


def card(deck: Deck, question: str) -> Card:
    (found,) = (card for card in deck.cards if card.question == question)
    return found


def told(edition: Edition) -> tuple[str, str, bool, int]:
    return edition.newer.id, edition.older.id, edition.given, edition.changed


def test_the_cards_of_a_deck_move_over(folder: Path, built: Build) -> None:
    deck = parse(format_deck(built(folder / OLDER).deck), "gout.md")
    report = built(folder / NEWER, existing=deck, clock=LATER)
    assert [told(one) for one in report.editions] == [(NEWER, OLDER, False, 0)]
    assert [one.id for one in report.deck.cards] == [one.id for one in deck.cards]
    dose, urate = card(report.deck, DOSE), card(report.deck, URATE)
    assert {place.source_id for one in (dose, urate) for place in one.citations} == {NEWER}
    assert (dose.answer, dose.was) == ("1 mg", "")
    assert (urate.answer, urate.was) == ("Every 6 months", "Every 3 months")
    assert card(report.deck, TOPHI).withdrawn
    assert not report.disagreements
    count = changes(deck, report.deck, {SourceId(OLDER)})
    assert (count.new, count.changed, count.withdrawn) == (0, 1, 1)


def test_an_edit_and_what_is_said_of_the_source_move_too(folder: Path, built: Build) -> None:
    deck = built(folder / OLDER).deck
    mine = tuple(
        replace(one, question="How much colchicine first?") if one.question == DOSE else one
        for one in deck.cards
    )
    source = replace(deck.sources[0], publisher="Invented Press", page_kind="guideline")
    edited = replace(deck, cards=mine, sources=(source,))
    again = built(folder / NEWER, existing=edited, clock=LATER).deck
    kept = card(again, "How much colchicine first?")
    assert (kept.answer, kept.withdrawn) == ("1 mg", False)
    assert [place.source_id for place in kept.citations] == [NEWER]
    newer = next(one for one in again.sources if one.id == NEWER)
    assert (newer.publisher, newer.page_kind) == ("Invented Press", "guideline")


def test_of_two_editions_only_the_newer_gives_cards(folder: Path, built: Build) -> None:
    report = built(folder)
    assert [told(one) for one in report.editions] == [(NEWER, OLDER, True, 1)]
    assert [one.source.id for one in report.documents] == [NEWER]
    assert [one.id for one in report.deck.sources] == [NEWER]
    assert card(report.deck, URATE).was == "Every 3 months"
    assert card(report.deck, DOSE).was == ""
    assert TOPHI not in {one.question for one in report.deck.cards}
    assert not report.disagreements
    again = built(folder, existing=report.deck, clock=LATER)
    assert again.deck == report.deck


def test_a_deck_of_the_older_meets_both(folder: Path, built: Build) -> None:
    deck = built(folder / OLDER).deck
    report = built(folder, existing=deck, clock=LATER)
    assert [one.id for one in report.deck.cards] == [one.id for one in deck.cards]
    assert card(report.deck, URATE).was == "Every 3 months"
    assert card(report.deck, TOPHI).withdrawn


def test_of_three_editions_the_newest_counts(folder: Path, built: Build) -> None:
    newest = "gout-guide-2027.txt"
    (folder / newest).write_text(CHANGED.replace("6 months", "9 months"), encoding="utf-8")
    report = built(folder)
    assert {(one.newer.id, one.older.id) for one in report.editions} == {
        (newest, OLDER),
        (newest, NEWER),
    }
    assert [one.source.id for one in report.documents] == [newest]


def test_another_text_of_the_same_title_is_no_edition(folder: Path, built: Build) -> None:
    (folder / NEWER).write_text(OTHER, encoding="utf-8")
    both = built(folder)
    assert both.editions == ()
    assert [one.id for one in both.deck.sources] == [OLDER, NEWER]
    deck = built(folder / OLDER, clock=CLOCK).deck
    assert built(folder / NEWER, existing=deck, clock=LATER).editions == ()


def test_without_a_year_two_documents_are_two_sources(folder: Path, built: Build) -> None:
    (folder / OLDER).rename(folder / "gout-one.txt")
    (folder / NEWER).rename(folder / "gout-two.txt")
    report = built(folder)
    assert report.editions == ()
    assert [one.question for one in report.disagreements] == [URATE]


def test_an_older_edition_takes_nothing_over(folder: Path, built: Build) -> None:
    deck = built(folder / NEWER).deck
    assert built(folder / OLDER, existing=deck, clock=LATER).editions == ()
