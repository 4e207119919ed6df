import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from studyapp.deckfile.markdown import parse, stamp
from studyapp.model import CardRef, Deck, Rating, ReviewId
from studyapp.study import (
    Desk,
    Edit,
    Submission,
    answer,
    edit_card,
    export_deck,
    export_files,
    load_deck,
    load_drafts,
    suspend,
    undo,
)

DeckMaker = Callable[..., Deck]


def _rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_every_deck_and_every_answer(desk: Desk, make_deck: DeckMaker, now: datetime) -> None:
    gout, twin = make_deck(3), replace(make_deck(2, number=2), title="Gout 1")
    for deck in (gout, twin):
        load_deck(desk, stamp(deck, now), now)
    load_drafts(desk, stamp(make_deck(2, number=3), now), now)
    first, second, third = (CardRef(gout.id, card.id) for card in gout.cards)
    edit_card(desk, first, Edit("=1+1 or what?", "Two", ""), now)
    suspend(desk, second, now)
    for number, (ref, spent) in enumerate(((first, 4200), (second, None), (third, 9000))):
        review = ReviewId(f"review-{number}")
        answer(desk, Submission(review, ref, Rating.EASY, milliseconds=spent), now)
    undo(desk, ReviewId("review-2"), now)

    files = dict(export_files(desk))
    assert list(files) == [
        "decks/gout-1.md",
        "decks/gout-1-00000000.md",
        "decks/gout-3-drafts.md",
        "answers.csv",
    ]
    assert parse(files["decks/gout-1.md"], "gout-1.md") == export_deck(desk, gout.id)
    assert len(parse(files["decks/gout-3-drafts.md"], "d.md").cards) == 2
    rows = _rows(files["answers.csv"])
    assert list(rows[0]) == "time deck card rating interval seconds question".split()
    assert [row["question"] for row in rows] == ["'=1+1 or what?", "Question 2?"]
    assert [row["seconds"] for row in rows] == ["4.2", ""]
    assert rows[0]["time"] == "2026-03-02T12:00:00+00:00"
    assert (rows[0]["deck"], rows[0]["card"], rows[0]["rating"]) == ("Gout 1", first.card, "Easy")
    assert rows[0]["interval"].endswith(" days")


def test_an_empty_library_gives_an_empty_table(desk: Desk) -> None:
    ((name, text),) = export_files(desk)
    assert name == "answers.csv"
    assert _rows(text) == []
