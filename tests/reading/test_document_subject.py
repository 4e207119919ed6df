import pytest

from studyapp.reading.subject import document_subject
from tests.reading.pages import page

PROSE = [
    "Gout comes in sudden attacks of pain, and most people with gout have one joint that hurts.",
    "An attack of gout lasts for one to two weeks when it is not treated by anyone at all.",
    "Colchicine calms an attack of gout within a day when it is given early enough.",
]


@pytest.mark.parametrize(
    "title",
    ["Gout", "Gout treatment", "Understanding gout", "What is gout?", "Gout: symptoms and causes"],
)
def test_the_subject_is_what_title_and_text_share(title: str) -> None:
    assert document_subject(title, (), PROSE) == "gout"


def test_a_longer_name_wins() -> None:
    texts = [text.replace("gout", "crystal arthritis") for text in PROSE]
    assert document_subject("Crystal Arthritis in Adults", (), texts) == "crystal arthritis"


def test_headings_help_where_the_title_says_nothing() -> None:
    assert document_subject("Patient information", ("Gout", "Treatment"), PROSE) == "gout"


def test_capitals_stay_where_the_text_writes_them() -> None:
    texts = [text.replace("gout", "Bechterew arthritis") for text in PROSE]
    assert document_subject("Bechterew arthritis", (), texts) == "Bechterew arthritis"


def test_no_subject_where_the_title_is_about_something_else() -> None:
    assert document_subject("Annual report of a harbour", (), [*PROSE, *PROSE]) == ""


@pytest.mark.parametrize("title", ["Treatment", "Patient information", "Disease", "2020", ""])
def test_no_subject_in_a_title_that_names_nothing(title: str) -> None:
    assert document_subject(title, (), PROSE) == ""


def test_a_document_knows_its_subject() -> None:
    assert page("Gout\n\n" + "\n\n".join(PROSE) + "\n").subject == "gout"
