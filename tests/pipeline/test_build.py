from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.deckfile.markdown import format_deck, parse
from studyapp.model import Card, CardId, Deck, DeckId, StudyappError
from studyapp.pipeline import NOTE, Progress
from tests.pipeline.conftest import CLOCK, LATER, Build

EMPTY = Deck(DeckId("0123456789abcdef" * 2), "Gout", (), (), NOTE)
TOPHI = "What percentage of adults with gout have tophi?"
URATE = "How often should the urate level be checked in gout?"
DRUGS = "What is gout treated with?"


def card(deck: Deck, question: str) -> Card:
    (found,) = (card for card in deck.cards if card.question == question)
    return found


def test_documents_become_a_deck(folder: Path, built: Build) -> None:
    report = built(folder)
    assert (report.deck.title, report.deck.note) == ("Gout", NOTE)
    assert [source.id for source in report.deck.sources] == ["gout.txt", "toes.md"]
    assert [document.source.id for document in report.documents] == ["gout.txt", "toes.md"]
    assert {TOPHI, URATE, DRUGS} <= {card.question for card in report.deck.cards}
    tophi = card(report.deck, TOPHI)
    assert [c.source_id for c in tophi.citations] == ["gout.txt", "toes.md"]
    assert tophi.topic == "Gout"
    assert tophi.changed == CLOCK
    assert (report.problems, report.disagreements) == ((), ())


def test_a_new_deck_has_an_id_of_its_own(folder: Path, built: Build) -> None:
    one, two = built(folder).deck.id, built(folder).deck.id
    assert one != two
    assert len(one) == len(two) == 32


def test_the_same_input_gives_the_same_bytes(folder: Path, built: Build) -> None:
    first = format_deck(built(folder, existing=EMPTY).deck)
    assert format_deck(built(folder, existing=EMPTY).deck) == first
    assert format_deck(parse(first, "gout.md")) == first


def test_the_order_of_the_paths_does_not_matter(folder: Path, built: Build) -> None:
    gout, toes = folder / "gout.txt", folder / "toes.md"
    decks = [
        built(*paths, existing=EMPTY).deck
        for paths in ((folder,), (gout, toes), (toes, gout), (toes, folder, gout))
    ]
    assert decks == [decks[0]] * len(decks)


def test_building_again_changes_nothing(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    assert built(folder, existing=deck, clock=LATER).deck == deck


def test_a_hand_edit_and_every_id_stay(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    mine = "How many adults with gout have tophi?"
    edited = replace(
        deck,
        cards=tuple(
            replace(card, question=mine, extra="Count them.") if card.question == TOPHI else card
            for card in deck.cards
        ),
    )
    again = built(folder, existing=edited, clock=LATER).deck
    assert [card.id for card in again.cards] == [card.id for card in deck.cards]
    kept = card(again, mine)
    assert (kept.answer, kept.extra) == ("About 15%", "Count them.")
    assert kept.key == card(deck, TOPHI).key
    assert not any(card.question == TOPHI for card in again.cards)


def test_a_changed_value_says_what_it_was(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    page = folder / "gout.txt"
    page.write_text(page.read_text().replace("every 3 months", "every 6 months"))
    again = built(folder, existing=deck, clock=LATER).deck
    before, after = card(deck, URATE), card(again, URATE)
    assert (after.id, after.answer, after.was) == (before.id, "Every 6 months", "Every 3 months")
    assert after.changed == LATER
    assert card(again, TOPHI).changed == CLOCK
    third = built(folder, existing=again, clock=LATER).deck
    assert third == again, "what it was stays until the next change"


def test_a_line_that_moved_is_cited_where_it_stands(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    page = folder / "gout.txt"
    page.write_text(page.read_text().replace("Gout\n", "Gout\n\nGout hurts.\n", 1))
    again = card(built(folder, existing=deck, clock=LATER).deck, URATE)
    assert str(again.citations[0].lines) == "line 9"
    assert (again.id, again.was, again.changed) == (card(deck, URATE).id, "", LATER)


def test_a_fact_that_vanished_is_withdrawn_and_may_come_back(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    (folder / "toes.md").unlink()
    without = built(folder, existing=deck, clock=LATER).deck
    assert card(without, DRUGS) == replace(
        card(deck, DRUGS), withdrawn=True, now=card(without, DRUGS).now, changed=LATER
    )
    assert not card(without, TOPHI).withdrawn, "the other document still says it"
    assert [source.id for source in without.sources] == ["gout.txt", "toes.md"]
    (folder / "toes.md").write_text(
        "# Gout\n\nGout is treated with NSAIDs, colchicine or steroids.\n"
    )
    back = card(built(folder, existing=without, clock=LATER).deck, DRUGS)
    assert (back.id, back.withdrawn) == (card(deck, DRUGS).id, False)


def test_a_card_written_by_hand_stays(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    mine = replace(
        deck.cards[0], id=CardId("c-0000000000000001"), key="", made="", question="Does it hurt?"
    )
    again = built(folder, existing=replace(deck, cards=(mine, *deck.cards)), clock=LATER).deck
    assert again.cards[0].question == "Does it hurt?"
    assert not again.cards[0].withdrawn
    assert [card.id for card in again.cards[1:]] == [card.id for card in deck.cards]


def test_a_new_card_never_takes_the_id_of_another(folder: Path, built: Build) -> None:
    made = built(folder, existing=EMPTY).deck.cards[0]
    mine = replace(made, key="", made="", question="Does it hurt?")
    again = built(folder, existing=replace(EMPTY, cards=(mine,))).deck
    assert len({card.id for card in again.cards}) == len(again.cards)
    assert card(again, "Does it hurt?").id == made.id
    assert card(again, made.question).id != made.id


def test_new_cards_come_after_the_old_ones(folder: Path, built: Build) -> None:
    deck = built(folder / "toes.md").deck
    again = built(folder, existing=deck).deck
    count = len(deck.cards)
    assert [card.id for card in again.cards[:count]] == [card.id for card in deck.cards]
    assert len(again.cards) > count


def test_what_a_person_said_of_a_source_stays(folder: Path, built: Build) -> None:
    deck = built(folder).deck
    told = replace(deck.sources[0], page_kind="leaflet", publisher="Invented Press")
    (folder / "gout.txt").write_text("Gout\n\nGout hurts.\n")
    again = built(folder, existing=replace(deck, sources=(told, deck.sources[1]))).deck
    assert again.sources[0] == replace(told, sha256=again.sources[0].sha256)
    assert again.sources[0].sha256 != told.sha256


def test_a_disagreement_is_told_and_stands_on_the_card(folder: Path, built: Build) -> None:
    page = folder / "toes.md"
    page.write_text(page.read_text().replace("15%", "35%"))
    report = built(folder)
    (disagreement,) = report.disagreements
    assert disagreement.question == TOPHI
    assert [side.value for side in disagreement.sides] == ["About 15%", "About 35%"]
    assert card(report.deck, TOPHI).differs == disagreement.sides[1:]


def test_what_is_odd_about_a_file_is_told(folder: Path, built: Build) -> None:
    (folder / "old.txt").write_bytes("Gout\n\nTophi (Knötchen) hurt.\n".encode("cp1252"))
    (problem,) = built(folder).problems
    assert problem.where == f"{folder / 'old.txt'}:3"


def test_progress_is_told_for_every_document(folder: Path, built: Build) -> None:
    seen: list[Progress] = []
    built(folder, progress=seen.append)
    assert seen == [
        Progress("Reading", 1, 2, "gout.txt"),
        Progress("Reading", 2, 2, "toes.md"),
        Progress("Finding facts", 1, 2, "gout.txt"),
        Progress("Finding facts", 2, 2, "toes.md"),
    ]


def _missing(folder: Path) -> Path:
    return folder / "none.txt"


def _empty(folder: Path) -> Path:
    (folder / "empty.txt").touch()
    return folder


@pytest.mark.parametrize(
    ("make", "message"),
    [(_missing, "There is no such document."), (_empty, "The document is empty.")],
)
def test_a_document_that_cannot_be_read_stops_the_build(
    folder: Path, built: Build, make: Callable[[Path], Path], message: str
) -> None:
    with pytest.raises(StudyappError, match=message):
        built(make(folder))


def test_what_did_not_become_a_card_is_told(folder: Path, built: Build) -> None:
    page = folder / "gout.txt"
    page.write_text(f"{page.read_text()}\nAbout 30% of adults with gout have tophi.\n")
    report = built(folder)
    assert not report.passed
    assert not report.deleted
    assert all(one.problems and one.problems[0].gate for one in report.refused)
    shortened = replace(report.deck, cards=report.deck.cards[1:])
    again = built(folder, existing=shortened, clock=LATER)
    assert [card.question for card in again.deleted] == [report.deck.cards[0].question]


def test_a_card_cites_the_other_documents_that_bear_it_out(tmp_path: Path, built: Build) -> None:
    """What a page says of two drugs, it says of each; what it may be is no such thing."""
    said = "Gout\n\nGout hurts. Gout is a form of arthritis.\n\n{} effective for early attacks.\n"
    for name, drugs in (
        ("a.txt", "Colchicine is particularly"),
        ("b.txt", "Naproxen and colchicine are particularly"),
        ("c.txt", "Naproxen and colchicine may be particularly"),
    ):
        (tmp_path / name).write_text(said.format(drugs), encoding="utf-8")
    asked = "What is colchicine particularly effective for in gout?"
    cited = card(built(tmp_path).deck, asked).citations
    assert [place.source_id for place in cited] == ["a.txt", "b.txt"]
