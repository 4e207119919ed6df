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


def about(name: str) -> list[str]:
    """Running text that uses a name as pages do."""
    return [text.replace("gout", name) for text in PROSE]


@pytest.mark.parametrize(
    ("title", "written", "subject"),
    [
        ("What I need to know about Wilson's Disease", "Wilsons disease", "Wilson's disease"),
        ("Transposition of the Great Arteries", "transposition of the great arteries", ""),
        ("Erdheim-Chester Disease", "Erdheim-Chester disease", ""),
        ("Congenital Adrenal Hyperplasia (CAH)", "congenital adrenal hyperplasia", ""),
        ("Fungal Disease - Sporotrichosis", "sporotrichosis", "sporotrichosis"),
        (
            "Hypertrophic Pyloric Stenosis",
            "Hypertrophic Pyloric Stenosis",
            "hypertrophic pyloric stenosis",
        ),
        ("Childhood Liver Cancer Treatment", "liver cancer", "childhood liver cancer"),
        ("Rift Valley Fever", "Rift Valley fever", "Rift Valley fever"),
        ("Renal Calculi in Adults", "renal calculi", "renal calculi"),
    ],
)
def test_the_whole_name_in_the_title_is_the_subject(
    title: str, written: str, subject: str
) -> None:
    assert document_subject(title, (), about(written)) == (subject or written)


def test_the_short_form_is_the_name_too() -> None:
    texts = [
        "Eosinophilic esophagitis, or EE, is an allergic disease of the gullet in many people.",
        *about("EE") * 4,
    ]
    found = document_subject("Eosinophilic Esophagitis", (), texts)
    assert found == "eosinophilic esophagitis"


def test_two_things_that_a_page_treats_alike_are_both_its_subject() -> None:
    texts = [*about("bunions"), *about("corns")]
    assert document_subject("Bunions and Corns", (), texts) == "bunions and corns"


def test_the_commoner_of_two_things_is_the_subject() -> None:
    texts = [*about("pelvic prolapse") * 3, *about("rectocele")]
    assert document_subject("Pelvic Prolapse and Rectocele", (), texts) == "pelvic prolapse"


def test_headings_ask_about_the_subject_where_the_title_names_nothing() -> None:
    headings = ("What is gout?", "What causes gout?", "Who is at risk for gout?")
    assert document_subject("2020", headings, PROSE) == "gout"


@pytest.mark.parametrize(
    "title",
    [
        "Keep Your Joints Healthy with Gout",
        "Gout Caregiving",
        "Viral Infections of the Joints",
        "Infectious Diseases of the Skin",
    ],
)
def test_advice_and_classes_are_no_subject(title: str) -> None:
    texts = [*PROSE, "Infectious diseases of the skin are common in gout and in its clinic too."]
    assert document_subject(title, (), texts * 3) == ""
