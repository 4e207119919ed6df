"""The deck that comes with the app: whole, right where it matters, in our own words."""

from collections import Counter
from pathlib import Path

import pytest

from studyapp.anki.exporter import export_apkg
from studyapp.deckfile import markdown
from studyapp.model import Card, Deck, Side
from tests.anki.reading_apkg import Packed, read_apkg
from tests.decks import wordruns

DECKS = Path(__file__).parents[2] / "decks"
FILE, PACKAGE = DECKS / "spinal-metastases.md", DECKS / "spinal-metastases.apkg"
AGAIN = f"Run `studyapp export {FILE.name} --to anki --output {PACKAGE.name}` in decks/."


@pytest.fixture(scope="module")
def deck() -> Deck:
    return markdown.parse(FILE.read_text(encoding="utf-8"), str(FILE))


@pytest.fixture(scope="module")
def package() -> Packed:
    return read_apkg(PACKAGE)


def asked(deck: Deck, *words: str) -> Card:
    """The one card whose question holds all these words."""
    (card,) = (c for c in deck.cards if all(word in c.question for word in words))
    return card


def values(card: Card) -> tuple[str, ...]:
    return (card.answer, *(side.value for side in card.differs))


def texts(card: Card) -> tuple[str, ...]:
    """What a learner reads of a card; question and answer also as one text."""
    return (f"{card.question} {card.answer}", card.extra, *values(card))


def test_the_file_is_as_studyapp_writes_it_and_dated(deck: Deck) -> None:
    assert markdown.format_deck(deck) == FILE.read_text(encoding="utf-8")
    assert markdown.unstamped(deck) == ()
    assert all(card.changed for card in deck.cards)


def test_ids_and_questions_are_unique(deck: Deck) -> None:
    ids = Counter(card.id for card in deck.cards)
    questions = Counter(card.question.casefold() for card in deck.cards)
    assert [text for text, times in (ids | questions).items() if times > 1] == []


def test_it_says_what_it_is_for(deck: Deck) -> None:
    assert deck.title == "Spinal metastases"
    assert "For study, not for treating patients." in deck.note


def test_every_source_is_described_and_cited(deck: Deck) -> None:
    assert all(s.title and s.publisher and s.page_kind and s.sha256 for s in deck.sources)
    told = {source.publisher: source for source in deck.sources}
    assert told["Cleveland Clinic"].reviewed == "04/23/2024"
    assert "pending human review" in told["Dr.Oracle"].notice
    cited = {citation.source_id for card in deck.cards for citation in card.citations}
    assert cited == {source.id for source in deck.sources}


def test_every_card_is_cited_narrowly_and_without_quotes(deck: Deck) -> None:
    sides = [Side(c.answer, c.citations) for c in deck.cards]
    sides += [side for card in deck.cards for side in card.differs]
    citations = [citation for side in sides for citation in side.citations]
    assert all(citation.headings and not citation.quote for citation in citations)
    assert max(len(citation.lines) for citation in citations) <= 12


def test_most_cards_keep_the_fact_they_were_made_from(deck: Deck) -> None:
    kept = sum(bool(card.key and card.made) for card in deck.cards)
    assert 120 <= len(deck.cards) <= 180
    assert kept >= 0.8 * len(deck.cards)


def test_no_card_is_long(deck: Deck) -> None:
    answers = [value for card in deck.cards for value in values(card)]
    assert [a for a in answers if len(a.split()) > 25 or a.count(";") > 4] == []
    assert [c.question for c in deck.cards if len(c.question.split()) > 30] == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("typical dexamethasone dosing",), "10 mg IV bolus, then 4 mg every six hours"),
        (("dose", "conventional external beam"), "30–40 Gy over 2–4 weeks"),
        (("percentage", "receive surgery"), "About 10%"),
        (("period", "dexamethasone", "tapered"), "Two weeks"),
        (("local control at 1 year",), "Approximately 90%"),
        (("complete pain response",), "50%"),
        (("ambulatory function maintained",), "91%"),
        (("routine bone scan not",), "The yield is less than 1%"),
        (("gold standard",), "Magnetic resonance imaging (MRI)"),
        (("autonomic", "emergency"), "Loss of sphincter control"),
    ],
)
def test_what_must_not_be_wrong(deck: Deck, words: tuple[str, ...], answer: str) -> None:
    assert asked(deck, *words).answer == answer


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (
            ("percentage of people with cancer develop",),
            ("Between 5% and 30%", "Between 10% and 40%"),
        ),
        (("most common primary tumor",), ("Lung cancer", "Breast cancer")),
        (
            ("percentage of spinal lesions are extradural",),
            ("95%", "Intradural-extramedullary tumors comprise about 40 percent"),
        ),
        (("How often", "cured"), ("Rarely", "There is no cure")),
    ],
)
def test_where_the_sources_differ_every_answer_is_shown(
    deck: Deck, words: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    assert values(asked(deck, *words)) == answers


def test_the_order_of_the_commonest_primary_tumors_is_shown_as_disputed(deck: Deck) -> None:
    card = asked(deck, "Which 3 primary cancers")
    assert card.answer == "Lung, breast and prostate cancer"
    places = {citation.source_id for side in card.differs for citation in side.citations}
    assert len(places) == 3
    assert "gastrointestinal cancers (9%) above prostate cancer (8%)" in card.extra


def test_no_run_of_ten_words_is_a_sources_own(deck: Deck) -> None:
    sources = wordruns.kept()
    assert len(sources) > 5000
    copied = [text for c in deck.cards for text in texts(c) if wordruns.runs(text) & sources]
    assert copied == []


def test_a_run_is_found_whatever_stands_between_its_words() -> None:
    words = "one two three four five six seven eight nine"
    assert wordruns.runs(f"zero, {words}; ten") >= wordruns.runs(f"Zero {words}")
    assert wordruns.runs(words) == frozenset()


def test_the_package_holds_the_deck(deck: Deck, package: Packed) -> None:
    fields = [(note.fields["Question"], note.fields["Answer"]) for note in package.notes]
    escaped = [(c.question, c.answer.replace(">", "&gt;")) for c in deck.cards]
    assert fields == escaped, AGAIN


def test_the_package_is_what_an_export_gives(deck: Deck, package: Packed, tmp_path: Path) -> None:
    dated = max(card.changed for card in deck.cards if card.changed)
    export_apkg(deck, tmp_path / "fresh.apkg", dated)
    assert package == read_apkg(tmp_path / "fresh.apkg"), AGAIN
