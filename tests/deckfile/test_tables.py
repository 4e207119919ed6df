"""A deck for other programs: JSON lines and a spreadsheet's table."""

import csv
import io
import json
from dataclasses import replace

import pytest

from studyapp.deckfile.csv import format_csv
from studyapp.deckfile.jsonl import format_jsonl
from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Side,
    Source,
    SourceId,
    wording_hash,
)

GUIDE, LEAFLET = SourceId("guide.txt"), SourceId("leaflet.md")
QUESTION, ANSWER = "How many bee stings need “adrenaline”?", "3%"
FIGURE = Card(
    id=CardId("c-00000000000000ff"),
    kind=FactKind.FIGURE,
    question=QUESTION,
    answer=ANSWER,
    citations=(
        Citation(GUIDE, ("Stings", "Numbers"), Lines(4, 6)),
        Citation(LEAFLET, (), Lines(2, 2), page=7),
    ),
    differs=(Side("5%", (Citation(LEAFLET, ("News",), Lines(9, 9)),)),),
    topic="Insects",
    extra="In adults.",
    key="k",
    made=wording_hash(QUESTION, ANSWER),
    was="2%",
    withdrawn=True,
)
CLOZE_CARD = Card(
    id=CardId("c-0000000000000001"),
    kind=FactKind.TREATMENT,
    question="Give {{c1::adrenaline}} into the thigh.",
    answer="adrenaline",
    citations=(Citation(GUIDE, (), Lines(8, 8)),),
)
DECK = Deck(
    DeckId("0" * 32),
    "Anaphylaxis",
    (Source(GUIDE, "A guide"), Source(LEAFLET, "")),
    (FIGURE, CLOZE_CARD),
)


def rows(deck: Deck) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(format_csv(deck), newline="")))


def test_a_json_line_holds_the_whole_card() -> None:
    first = json.loads(format_jsonl(DECK).splitlines()[0])
    assert first == {
        "id": "c-00000000000000ff",
        "question": QUESTION,
        "answer": "3%",
        "kind": "figure",
        "key": "k",
        "edited": False,
        "sources": [
            {
                "document": "guide.txt",
                "line_start": 4,
                "line_end": 6,
                "headings": ["Stings", "Numbers"],
            },
            {"document": "leaflet.md", "line_start": 2, "line_end": 2, "headings": [], "page": 7},
        ],
        "differs": [
            {
                "value": "5%",
                "sources": [
                    {
                        "document": "leaflet.md",
                        "line_start": 9,
                        "line_end": 9,
                        "headings": ["News"],
                    }
                ],
            }
        ],
        "topic": "Insects",
        "extra": "In adults.",
        "was": "2%",
        "withdrawn": True,
    }


def test_json_lines_keep_the_order_of_the_deck() -> None:
    lines = format_jsonl(DECK).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [card.id for card in DECK.cards]


EDITED = [
    replace(FIGURE, answer="4%"),
    replace(FIGURE, question="How many?"),
    replace(FIGURE, made=""),
]


@pytest.mark.parametrize("card", EDITED, ids=["answer", "question", "by hand"])
def test_a_reworded_or_handwritten_card_is_marked_edited(card: Card) -> None:
    assert json.loads(format_jsonl(replace(DECK, cards=(card,))))["edited"] is True


def test_line_separators_in_a_card_do_not_break_its_line() -> None:
    deck = replace(DECK, cards=(replace(FIGURE, extra="one\ntwo\r\nthree"),))
    assert format_jsonl(deck).count("\n") == 1


def test_a_row_holds_what_a_learner_reads() -> None:
    assert rows(DECK)[0] == {
        "question": QUESTION,
        "answer": "3%",
        "kind": "figure",
        "topic": "Insects",
        "sources": "A guide · Stings › Numbers · lines 4–6; leaflet.md · page 7, line 2",
        "extra": "In adults.\nSources differ: 5% (leaflet.md · News · line 9)",
    }


def test_a_cloze_question_shows_a_gap() -> None:
    row = rows(DECK)[1]
    assert row["question"] == "Give […] into the thigh."
    assert row["answer"] == "adrenaline"


def test_a_hint_stands_in_the_gap_and_json_answers_the_whole_text() -> None:
    asked = "Give {{c1::adrenaline::which drug?}} into the thigh."
    deck = replace(DECK, cards=(replace(CLOZE_CARD, question=asked),))
    assert rows(deck)[0]["question"] == "Give [which drug?] into the thigh."
    line = json.loads(format_jsonl(deck))
    assert line["question"] == asked
    assert line["answer"] == "Give adrenaline into the thigh."


FORMULAS = ["=1+2", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "-x"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_becomes_text(formula: str) -> None:
    deck = replace(DECK, cards=(replace(FIGURE, answer=formula, topic=formula),))
    row = rows(deck)[0]
    assert row["answer"] == f"'{formula}"
    assert row["topic"] == f"'{formula}"


@pytest.mark.parametrize("number", ["-5", "+3.5", "-1,000", "-10 %", "30–40%", "– not yet"])
def test_a_number_stays_as_it_is(number: str) -> None:
    deck = replace(DECK, cards=(replace(FIGURE, answer=number),))
    assert rows(deck)[0]["answer"] == number


def test_quotes_commas_and_line_breaks_survive() -> None:
    nasty = 'a "quoted", b;\nc'
    assert rows(replace(DECK, cards=(replace(FIGURE, answer=nasty),)))[0]["answer"] == nasty
