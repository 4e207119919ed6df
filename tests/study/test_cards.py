"""Deck pages, card pages, edits, passages and settings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from studyapp.model import (
    CardId,
    CardRef,
    Citation,
    Deck,
    DeckId,
    Document,
    FactKind,
    LearnerSettings,
    Lines,
    Rating,
    ReviewId,
    Side,
    SourceId,
    StudyappError,
)
from studyapp.study import (
    CardQuery,
    CardState,
    Desk,
    Edit,
    NotInLibraryError,
    Submission,
    answer,
    card_page,
    deck_page,
    document,
    edit_card,
    load_deck,
    load_documents,
    open_desk,
    passage,
    review_card,
    save_settings,
    settings,
    suspend,
    unsuspend,
)

DeckMaker = Callable[..., Deck]


@pytest.fixture
def deck(desk: Desk, make_deck: DeckMaker, now: datetime) -> Deck:
    made = make_deck(4)
    load_deck(desk, made, now)
    return made


def _ref(deck: Deck, place: int = 0) -> CardRef:
    return CardRef(deck.id, deck.cards[place].id)


def _rate(desk: Desk, ref: CardRef, rating: Rating, now: datetime) -> None:
    review = ReviewId(f"{ref.card}{now.isoformat()}")
    wording = review_card(desk, ref, now).wording
    answer(desk, Submission(review, ref, rating, wording=wording), now)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (CardQuery(), [0, 1, 2, 3]),
        (CardQuery(search="question 3"), [2]),
        (CardQuery(search="ANSWER 2"), [1]),
        (CardQuery(search="gout"), [0, 1, 2, 3]),
        (CardQuery(search="nothing like it"), []),
        (CardQuery(kind=FactKind.DOSE), [0, 2]),
        (CardQuery(kind=FactKind.DOSE, search="3"), [2]),
        (CardQuery(state=CardState.NEW), [3]),
        (CardQuery(state=CardState.SUSPENDED), [1]),
        (CardQuery(state=CardState.REVIEW), [0]),
        (CardQuery(state=CardState.LEARNING), [2]),
        (CardQuery(state=CardState.DUE), [2]),
        (CardQuery(state=CardState.CHANGED), []),
        (CardQuery(limit=2, offset=1), [1, 2]),
    ],
)
def test_the_cards_of_a_deck(
    desk: Desk, deck: Deck, now: datetime, query: CardQuery, places: list[int]
) -> None:
    _rate(desk, _ref(deck, 0), Rating.EASY, now)
    suspend(desk, _ref(deck, 1), now)
    _rate(desk, _ref(deck, 2), Rating.AGAIN, now)
    page = deck_page(desk, deck.id, query, now + timedelta(minutes=5))
    assert [one.ref for one in page.rows] == [_ref(deck, place) for place in places]
    assert [(one.kind, one.count) for one in page.kinds] == [
        (FactKind.DOSE, 2),
        (FactKind.TREATMENT, 2),
    ]


def test_cards_that_changed_since_they_were_seen(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    new = replace(deck.cards[0], answer="Newer")
    load_deck(desk, replace(deck, cards=(new, *deck.cards[1:])), now)
    page = deck_page(desk, deck.id, CardQuery(state=CardState.CHANGED), now)
    assert [one.ref for one in page.rows] == [_ref(deck)]


def test_a_card_in_a_list_says_when_it_is_due(desk: Desk, deck: Deck, now: datetime) -> None:
    promised = review_card(desk, _ref(deck), now).intervals
    _rate(desk, _ref(deck), Rating.EASY, now)
    _rate(desk, _ref(deck, 1), Rating.GOOD, now)
    rows = deck_page(desk, deck.id, CardQuery(), now + timedelta(minutes=2)).rows
    assert [one.due_words for one in rows] == [f"in {promised.easy}", "in 8 min", "", ""]


def test_an_unanswered_card(desk: Desk, deck: Deck, now: datetime) -> None:
    page = card_page(desk, _ref(deck), now)
    assert (page.state, page.draft, page.memory, page.reviews) == (CardState.NEW, False, None, ())
    assert [one.number for one in page.versions] == [1]
    assert page.deck_wording is None


def test_why_a_card_comes_back(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    memory = card_page(desk, _ref(deck), now + timedelta(days=8)).memory
    assert memory is not None
    assert memory.stability_words == "8 days"
    assert memory.retrievability == pytest.approx(0.9, abs=0.01)
    assert memory.why == (
        "After 8 days without a review, your chance to remember it falls to 90%. "
        "Today it is 90%; the card comes back when it nears 90%."
    )


def test_a_card_that_is_due_says_so(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    memory = card_page(desk, _ref(deck), now + timedelta(days=12)).memory
    assert memory is not None
    assert memory.due_words == "now"


def test_a_card_in_its_steps_says_so(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.AGAIN, now)
    memory = card_page(desk, _ref(deck), now).memory
    assert memory is not None
    assert memory.learning
    assert memory.stability_words == "less than a day"
    assert "still learning" in memory.why


def test_edits_keep_the_history(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    edit_card(desk, _ref(deck), Edit(" Which urate? ", "Below 300\n", "Per litre."), now)
    edit_card(desk, _ref(deck), Edit("Which urate?", "Below 300", "Per litre."), now)
    page = card_page(desk, _ref(deck), now)
    assert [(one.question, one.current) for one in page.versions] == [
        ("Which urate?", True),
        ("Question 1?", False),
    ]
    assert page.card.citations == deck.cards[0].citations
    assert len(page.reviews) == 1
    assert page.deck_wording is not None
    assert deck_page(desk, deck.id, CardQuery(search="urate"), now).rows[0].edited
    assert review_card(desk, _ref(deck), now).changed is None


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (Edit(" ", "An answer"), "A card needs a question and an answer."),
        (Edit("A question?", ""), "A card needs a question and an answer."),
        (Edit("Aim for {{c1::300}}.", "360"), "The gap in the question is not the answer."),
    ],
)
def test_edits_that_make_no_card(
    desk: Desk, deck: Deck, now: datetime, edit: Edit, message: str
) -> None:
    with pytest.raises(StudyappError) as raised:
        edit_card(desk, _ref(deck), edit, now)
    assert raised.value.message == message
    assert raised.value.hint
    assert len(card_page(desk, _ref(deck), now).versions) == 1


def test_a_card_taken_up_again_has_the_schedule_it_had(
    desk: Desk, deck: Deck, now: datetime
) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    before = card_page(desk, _ref(deck), now)
    suspend(desk, _ref(deck), now)
    assert card_page(desk, _ref(deck), now).state is CardState.SUSPENDED
    unsuspend(desk, _ref(deck), now)
    after = card_page(desk, _ref(deck), now)
    assert replace(after, acts=()) == before
    assert [one.act for one in after.acts] == ["suspend", "resume"]


def test_a_passage_with_its_lines_marked(
    desk: Desk, deck: Deck, gout: Document, now: datetime
) -> None:
    citation = deck.cards[0].citations[0]
    assert passage(desk, deck.id, citation) is None
    load_documents(desk, [gout], now)
    view = passage(desk, deck.id, citation)
    assert view is not None
    assert [(line.number, line.cited) for line in view.lines] == [
        (7, False),
        (8, False),
        (9, True),
        (10, False),
    ]
    assert view.lines[2].text == "Aim for a urate below 300 micromol/L."
    assert passage(desk, deck.id, replace(citation, page=2)) == view, "lines count all pages"


def test_another_edition_of_the_document_is_not_shown(
    desk: Desk, deck: Deck, gout: Document, now: datetime
) -> None:
    other = replace(gout, source=replace(gout.source, sha256="b" * 64))
    load_documents(desk, [other], now)
    assert passage(desk, deck.id, deck.cards[0].citations[0]) is None


def test_lines_beyond_the_document_show_nothing(
    desk: Desk, deck: Deck, gout: Document, now: datetime
) -> None:
    load_documents(desk, [gout], now)
    beyond = Citation(SourceId("gout.txt"), (), Lines(9, 99))
    assert passage(desk, deck.id, beyond) is None


def test_a_whole_document(desk: Desk, deck: Deck, gout: Document, now: datetime) -> None:
    name = SourceId("gout.txt")
    assert document(desk, deck.id, name) is None
    load_documents(desk, [gout], now)
    view = document(desk, deck.id, name)
    assert view is not None
    assert view.lines == gout.lines
    assert view.source.title == "Gout"


def test_the_answers_of_other_sources_come_with_their_places(
    desk: Desk, make_deck: DeckMaker, gout: Document, now: datetime
) -> None:
    place = Citation(SourceId("stones.txt"), ("Prevention",), Lines(4, 4))
    deck = make_deck(1)
    card = replace(deck.cards[0], differs=(Side("Below 360 micromol/L", (place,)),))
    load_deck(desk, replace(deck, cards=(card,)), now)
    load_documents(desk, [gout], now)
    shown = review_card(desk, _ref(deck), now)
    (side,) = shown.differs
    assert side.value == "Below 360 micromol/L"
    assert side.cited[0].source.title == "stones.txt"
    assert side.cited[0].passage is None
    assert shown.cited[0].passage is not None


def test_unknown_decks_and_cards(desk: Desk, deck: Deck, now: datetime) -> None:
    with pytest.raises(NotInLibraryError):
        card_page(desk, CardRef(deck.id, CardId("c-0")), now)
    with pytest.raises(NotInLibraryError):
        deck_page(desk, DeckId("0"), CardQuery(), now)


def test_settings_are_kept_and_reschedule(desk: Desk, deck: Deck, now: datetime) -> None:
    _rate(desk, _ref(deck), Rating.EASY, now)
    before = card_page(desk, _ref(deck), now).memory
    wanted = LearnerSettings("America/New_York", 5, 0.95, 7)
    save_settings(desk, wanted)
    assert settings(desk) == wanted
    after = card_page(desk, _ref(deck), now).memory
    assert before is not None
    assert after is not None
    assert after.stability == before.stability
    assert after.due < before.due
    assert after.due in {datetime(2026, 3, day, 10, tzinfo=UTC) for day in (4, 5, 6)}


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        (LearnerSettings(zone="Nowhere"), "Time zone"),
        (LearnerSettings(rollover=24), "Day starts"),
        (LearnerSettings(retention=1.0), "Target recall"),
        (LearnerSettings(new_per_day=-1), "New per day"),
    ],
)
def test_settings_no_schedule_can_be_made_with(
    desk: Desk, wrong: LearnerSettings, where: str
) -> None:
    before = settings(desk)
    with pytest.raises(StudyappError) as raised:
        save_settings(desk, wrong)
    assert raised.value.where == where
    assert raised.value.hint
    assert settings(desk) == before


def test_one_learner_however_often_the_desk_is_opened(desk: Desk, now: datetime) -> None:
    assert open_desk(desk.opened, now) == desk
