"""What stands in a package: the ids that must never change, times, description, failures."""

import hashlib
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.anki.exporter import export_apkg
from studyapp.anki.models import TEMPLATES_CHANGED
from studyapp.config import TEMPLATES
from studyapp.model import Card, Deck, StudyappError
from tests.anki.reading_apkg import Packed, read_apkg


@pytest.fixture
def package(tmp_path: Path, deck: Deck, now: datetime) -> Path:
    path = tmp_path / "deck.apkg"
    export_apkg(deck, path, now)
    return path


@pytest.fixture
def packed(package: Path) -> Packed:
    return read_apkg(package)


def ids(packed: Packed, name: str) -> dict[str, int]:
    return {field["name"]: field["id"] for field in packed.note_types[name]["flds"]}


def test_note_types_their_fields_and_templates_keep_their_ids_for_ever(packed: Packed) -> None:
    question, cloze = (packed.note_types[f"studyapp {n}"] for n in ("question", "cloze"))
    assert (int(question["id"]), int(cloze["id"])) == (1709552705588, 1708589150134)
    assert [t["id"] for t in question["tmpls"] + cloze["tmpls"]] == [
        170955270558850,
        170858915013450,
    ]
    assert ids(packed, "studyapp question") == {
        "Question": 170955270558801,
        "Answer": 170955270558802,
        "Extra": 170955270558803,
        "Sources": 170955270558804,
        "SourcesDiffer": 170955270558805,
        "Kind": 170955270558806,
        "Topic": 170955270558807,
        "Image": 170955270558808,
        "CardId": 170955270558809,
        "Changed": 170955270558810,
    }
    assert ids(packed, "studyapp cloze") == {
        "Text": 170858915013401,
        "Extra": 170858915013402,
        "Sources": 170858915013403,
        "SourcesDiffer": 170858915013404,
        "Kind": 170858915013405,
        "Topic": 170858915013406,
        "Image": 170858915013407,
        "CardId": 170858915013408,
        "Changed": 170858915013409,
    }


def test_whoever_changes_a_template_or_the_style_dates_the_change() -> None:
    """When this fails: set TEMPLATES_CHANGED to today, or Anki keeps the old, and pin both."""
    files = sorted((TEMPLATES / "anki").iterdir())
    contents = b"".join(file.read_bytes() for file in files)
    pinned = (datetime(2026, 11, 22, tzinfo=UTC), "4d3510539b3c868b")
    assert (TEMPLATES_CHANGED, hashlib.sha256(contents).hexdigest()[:16]) == pinned


def test_fields_say_what_the_card_says(packed: Packed, dose: Card, cloze: Card) -> None:
    first, second = packed.notes
    assert first.type_name == "studyapp question"
    assert first.fields["Question"] == dose.question
    assert first.fields["Answer"] == "500 micrograms"
    assert first.fields["Extra"] == "Into the outer thigh."
    assert first.fields["Kind"] == "dose"
    assert first.fields["Topic"] == "First treatment"
    assert first.fields["Image"] == ""
    assert first.fields["CardId"] == dose.id
    assert second.type_name == "studyapp cloze"
    assert second.fields["Text"] == cloze.question
    assert second.fields["SourcesDiffer"] == ""


def test_a_note_is_dated_by_its_card_and_not_by_the_export(
    packed: Packed, dose: Card, cloze: Card
) -> None:
    assert dose.changed is not None
    assert cloze.changed is not None
    times = [int(dose.changed.timestamp()), int(cloze.changed.timestamp())]
    assert [note.modified for note in packed.notes] == times
    for name in packed.note_types.values():
        assert name["mod"] == int(TEMPLATES_CHANGED.timestamp())


def test_a_card_never_stamped_is_dated_by_the_export(
    tmp_path: Path, deck: Deck, dose: Card, now: datetime
) -> None:
    path = tmp_path / "deck.apkg"
    export_apkg(replace(deck, cards=(replace(dose, changed=None),)), path, now)
    (note,) = read_apkg(path).notes
    assert note.modified == int(now.timestamp())
    assert note.fields["Changed"] == ""


def test_the_guid_depends_on_deck_and_card_only(
    tmp_path: Path, deck: Deck, dose: Card, now: datetime
) -> None:
    path = tmp_path / "deck.apkg"
    export_apkg(replace(deck, cards=(replace(dose, answer="0.5 mg"),)), path, now)
    (note,) = read_apkg(path).notes
    expected = hashlib.sha256(f"{deck.id}/{dose.id}".encode()).hexdigest()[:20]
    assert note.guid == expected


def test_the_same_deck_at_the_same_time_gives_the_same_bytes(
    package: Path, tmp_path: Path, deck: Deck, now: datetime
) -> None:
    again = tmp_path / "again.apkg"
    export_apkg(deck, again, now)
    assert again.read_bytes() == package.read_bytes()


def test_the_deck_keeps_its_number_under_a_new_title(
    packed: Packed, tmp_path: Path, deck: Deck, now: datetime
) -> None:
    path = tmp_path / "renamed.apkg"
    export_apkg(replace(deck, title="Severe allergy"), path, now)
    assert read_apkg(path).deck_id == packed.deck_id
    assert packed.deck_id < 2**53


def test_the_description_names_sources_and_says_how_to_update(packed: Packed) -> None:
    for text in (
        "<h3>Anaphylaxis</h3><p>A note.</p>",
        "<cite>Anaphylaxis in brief</cite>, Invented Press (guideline digest; reviewed May 2021)",
        '<cite>Your pen &amp; you</cite> <span class="notice">Not yet reviewed.</span>',
        "For study, not for patient care. Check the source before you act.",
        "‘Update notes’ set to ‘Always’",
    ):
        assert text in packed.description


def test_the_file_is_compressed(package: Path) -> None:
    with zipfile.ZipFile(package) as opened:
        kinds = {entry.compress_type for entry in opened.infolist()}
        assert opened.namelist() == ["collection.anki2", "media"]
    assert kinds == {zipfile.ZIP_DEFLATED}


def test_a_deck_without_cards_can_be_exported(tmp_path: Path, deck: Deck, now: datetime) -> None:
    path = tmp_path / "empty.apkg"
    export_apkg(replace(deck, cards=()), path, now)
    assert read_apkg(path).notes == ()


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_a_folder_that_is_none_is_said_and_nothing_is_left(
    tmp_path: Path, deck: Deck, now: datetime, folder: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StudyappError, match="cannot be written") as error:
        export_apkg(deck, tmp_path / folder / "deck.apkg", now)
    assert error.value.where.endswith("deck.apkg")
    assert "folder you may write to" in error.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failed_export_keeps_the_old_file(tmp_path: Path, deck: Deck, now: datetime) -> None:
    blocked = tmp_path / "deck.apkg"
    blocked.mkdir()
    with pytest.raises(StudyappError, match="cannot be written"):
        export_apkg(deck, blocked, now + timedelta(days=1))
    assert [path.name for path in tmp_path.iterdir()] == ["deck.apkg"]
