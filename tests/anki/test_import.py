"""What a learner's real Anki makes of a package, the first time and when it comes again."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from anki.cards import Card as AnkiCard

from studyapp.model import Card, CardId, Deck, DeckId
from tests.anki.real_anki import Anki, Imported

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TAG = re.compile(r"<[^>]*>")


def with_cards(deck: Deck, *cards: Card) -> Deck:
    return replace(deck, cards=cards)


def the_card(anki: Anki, card: Card) -> AnkiCard:
    (found,) = anki.note(card).cards()
    return found


def shown(html: str) -> str:
    without_style = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return " ".join(TAG.sub(" ", without_style).split())


def test_a_package_comes_in_whole(anki: Anki, deck: Deck, now: datetime) -> None:
    assert anki.take(deck, now) == Imported(new=2)
    problems, sound = anki.collection.fix_integrity()
    assert sound, problems
    assert not anki.collection.get_empty_cards().notes
    assert anki.collection.card_count() == 2
    names = {entry.name for entry in anki.collection.decks.all_names_and_ids()}
    assert names - {"Default"} == {"Anaphylaxis"}


def test_a_question_shows_no_answer_and_an_answer_shows_everything(
    anki: Anki, deck: Deck, dose: Card, now: datetime
) -> None:
    anki.take(deck, now)
    output = the_card(anki, dose).render_output()
    assert shown(output.question_text) == f"First treatment {dose.question}"
    answer = shown(output.answer_text)
    assert answer.startswith(f"First treatment {dose.question} 500 micrograms Into the outer")
    assert "Sources differ Anaphylaxis in brief, May 2021; Your pen &amp; you this card" in answer
    assert (
        "this card 500 micrograms Your pen &amp; you leaflet.md: Pens · line 9 300 micro" in answer
    )
    assert "Invented Press (guideline digest; reviewed May 2021)" in answer
    assert (
        "guide.txt: Treatment › First minutes · lines 14–15; Summary · page 2, line 90" in answer
    )
    assert "Your pen &amp; you Not yet reviewed. leaflet.md: line 3" in answer
    assert "For study, not for patient care." in answer
    assert "{{" not in output.question_text + output.answer_text


def test_a_cloze_hides_its_deletion_and_then_shows_it(
    anki: Anki, deck: Deck, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now)
    output = the_card(anki, cloze).render_output()
    assert shown(output.question_text) == "The commonest trigger in adults is [...] , not food."
    assert "insect" not in shown(output.question_text)
    assert "in adults is an insect sting , not food." in shown(output.answer_text)
    assert "{{" not in output.question_text + output.answer_text


def test_a_cloze_is_asked_with_its_hint(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    asked = "The commonest trigger in adults is {{c1::an insect sting::what?}}, not food."
    anki.take(with_cards(deck, dose, replace(cloze, question=asked)), now)
    output = the_card(anki, cloze).render_output()
    assert "in adults is [what?] , not food." in shown(output.question_text)
    assert "in adults is an insect sting , not food." in shown(output.answer_text)


def test_cards_come_in_the_order_of_the_deck(anki: Anki, deck: Deck, now: datetime) -> None:
    backwards = with_cards(deck, *reversed(deck.cards))
    anki.take(backwards, now)
    first, second = (the_card(anki, card).due for card in backwards.cards)
    assert first < second


def test_importing_again_brings_nothing_new(anki: Anki, deck: Deck, now: datetime) -> None:
    anki.take(deck, now - DAY)
    assert anki.take(deck, now) == Imported(duplicate=2)
    assert anki.collection.note_count() == 2
    assert len(anki.collection.models.all_names_and_ids()) == len(
        {entry.name for entry in anki.collection.models.all_names_and_ids()}
    )


def test_a_corrected_answer_arrives_and_the_history_stays(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    assert anki.answer_all() == 2
    before = the_card(anki, dose)
    corrected = replace(dose, answer="0.5 mg", was=dose.answer, changed=now + HOUR)
    assert anki.take(with_cards(deck, corrected, cloze), now + HOUR) == Imported(
        updated=1, duplicate=1
    )
    assert anki.note(dose)["Answer"] == "0.5 mg"
    assert "Earlier answer: 500 micrograms." in anki.note(dose)["Changed"]
    after = the_card(anki, dose)
    assert (after.id, after.due, after.ivl, after.reps) == (
        before.id,
        before.due,
        before.ivl,
        before.reps,
    )
    assert len(anki.collection.card_stats_data(after.id).revlog) == 1


def test_a_learners_edit_survives_while_the_card_stays_the_same(
    anki: Anki, deck: Deck, dose: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    anki.edit(dose, Extra="My own reminder")
    assert anki.take(deck, now + DAY) == Imported(duplicate=2)
    assert anki.note(dose)["Extra"] == "My own reminder"


def test_a_correction_newer_than_a_learners_edit_replaces_it(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    anki.edit(dose, Extra="My own reminder")
    corrected = replace(dose, answer="0.5 mg", changed=now + HOUR)
    anki.take(with_cards(deck, corrected, cloze), now + HOUR)
    assert anki.note(dose)["Answer"] == "0.5 mg"
    assert anki.note(dose)["Extra"] == dose.extra


def test_a_correction_older_than_a_learners_edit_comes_only_when_asked_for(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    anki.edit(dose, Extra="My own reminder")
    corrected = with_cards(deck, replace(dose, answer="0.5 mg", changed=now - HOUR), cloze)
    assert anki.take(corrected, now + HOUR) == Imported(duplicate=2)
    assert anki.note(dose)["Answer"] == dose.answer
    assert anki.take(corrected, now + HOUR, always=True) == Imported(updated=1, duplicate=1)
    assert anki.note(dose)["Answer"] == "0.5 mg"


def test_a_learners_own_style_survives(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    note = anki.note(dose)
    note_type = anki.collection.models.get(note.mid)
    assert note_type is not None
    note_type["css"] += ".card { font-size: 30px; }"
    anki.collection.models.update_dict(note_type)
    corrected = replace(dose, answer="0.5 mg", changed=now + HOUR)
    anki.take(with_cards(deck, corrected, cloze), now + HOUR)
    kept = anki.collection.models.get(note.mid)
    assert kept is not None
    assert "font-size: 30px" in kept["css"]


def test_two_decks_with_equal_card_ids_stand_side_by_side(
    anki: Anki, deck: Deck, dose: Card, now: datetime
) -> None:
    other = Deck(DeckId("f" * 32), "Stings", deck.sources, (replace(dose, answer="None"),))
    anki.take(deck, now)
    assert anki.take(other, now) == Imported(new=1)
    answers = [
        anki.collection.get_note(note)["Answer"]
        for note in anki.collection.find_notes(f"CardId:{dose.id}")
    ]
    assert sorted(answers) == ["500 micrograms", "None"]
    assert anki.collection.card_count() == 3


def test_a_renamed_deck_leaves_cards_where_the_learner_has_them(
    anki: Anki, deck: Deck, dose: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    place = the_card(anki, dose).did
    renamed = replace(deck, title="Severe allergy")
    assert anki.take(renamed, now) == Imported(duplicate=2)
    assert the_card(anki, dose).did == place


def test_a_withdrawn_card_stays_and_says_so(
    anki: Anki, deck: Deck, dose: Card, cloze: Card, now: datetime
) -> None:
    anki.take(deck, now - DAY)
    withdrawn = replace(dose, withdrawn=True, changed=now + HOUR)
    anki.take(with_cards(deck, withdrawn, cloze), now + HOUR)
    assert "studyapp::withdrawn" in anki.note(dose).tags
    assert "Withdrawn" in anki.note(dose)["Changed"]


def test_kind_and_topic_are_tags(anki: Anki, deck: Deck, dose: Card, now: datetime) -> None:
    anki.take(deck, now)
    tags = {"studyapp::kind::dose", "studyapp::topic::First-treatment"}
    assert set(anki.note(dose).tags) == tags


NASTY = [
    "<script>alert(1)</script>",
    "<b>bold</b> & <!-- hidden",
    "{{Answer}} {{c2::x}} {{#Extra}}",
    "[sound:x.mp3] [latex]x[/latex] [$]x[/$] [anki:tts lang=en]x[/anki:tts]",
    r"\(x^2\) \[y\]",
    "=1+2",
    "two\nlines",
    "a\x1fb\x00c",
    "&lt; 5%",
    "}} ends {{",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_field_runs(anki: Anki, deck: Deck, now: datetime, text: str) -> None:
    dose, cloze = deck.cards
    nasty = replace(dose, question=text, answer=text, extra=text, topic=text, was=text)
    hidden = replace(cloze, question=f"{text} {{{{c1::{text[:9]}::x}}}} {text}", extra=text)
    cards = [nasty, hidden] if "\n" not in text else [nasty]
    assert anki.take(with_cards(deck, *cards), now) == Imported(new=len(cards))
    assert not anki.collection.get_empty_cards().notes
    assert anki.collection.card_count() == len(cards)
    for card in cards:
        output = the_card(anki, card).render_output()
        html = output.question_text + output.answer_text
        assert not output.question_av_tags
        assert not output.answer_av_tags
        assert not re.search(r"<script|<b>bold|\{\{|\[latex|\[\$\]|\\\(|\\\[|\x1f|\x00", html)


def test_a_sound_title_makes_one_deck_and_an_odd_one_too(
    anki: Anki, deck: Deck, now: datetime
) -> None:
    for number, title in enumerate(("A::B", "", "::", 'Say "gout" <b>')):
        deck_id = DeckId(f"{number:032x}")
        assert anki.take(replace(deck, id=deck_id, title=title), now) == Imported(new=2)
    names = {entry.name for entry in anki.collection.decks.all_names_and_ids()}
    assert {"A:B", "studyapp"} <= names
    assert "A" not in names


def test_a_deck_of_many_cards_loses_none(
    anki: Anki, deck: Deck, dose: Card, now: datetime
) -> None:
    many = tuple(replace(dose, id=CardId(f"c-{n:016x}")) for n in range(300))
    assert anki.take(with_cards(deck, *many), now) == Imported(new=300)
