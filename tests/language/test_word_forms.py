import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.language.inflection import inflected
from studyapp.language.words import (
    capital,
    folded,
    is_plural,
    singular,
    starts_inside,
    stem,
    stems,
)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("tumors", "tumor"),
        ("metastases", "metastasis"),
        ("diagnoses", "diagnosis"),
        ("vertebrae", "vertebra"),
        ("bacteria", "bacterium"),
        ("therapies", "therapy"),
        ("reflexes", "reflex"),
        ("stitches", "stitch"),
        ("rashes", "rash"),
    ],
)
def test_a_plural_and_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert singular(one) == one
    assert is_plural(plural)
    assert not is_plural(one)


@pytest.mark.parametrize(
    "word",
    ["diabetes", "measles", "virus", "sepsis", "arthritis", "stenosis", "mass", "rabies", "pus"],
)
def test_a_singular_that_ends_like_a_plural(word: str) -> None:
    assert singular(word) == word
    assert not is_plural(word)


@pytest.mark.parametrize("word", ["people", "children", "men", "women"])
def test_a_plural_without_s(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize(
    "forms",
    [
        ("treat", "treats", "treated", "treating", "treatment", "treatments"),
        ("infection", "infections"),
        ("metastasis", "metastases"),
        ("vertebra", "vertebrae"),
        ("tumor", "tumors", "tumour"),
        ("edema", "oedema"),
        ("anemia", "anaemia"),
        ("hemorrhage", "haemorrhage"),
        ("patient", "patients", "patient's"),
        ("stabilize", "stabilise", "stabilized", "stabilised"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("gout", "goat"), ("tumor", "tutor"), ("steroid", "stent"), ("artery", "arthritis")],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_stems_of_a_text_are_those_of_its_content() -> None:
    assert stems("The treatment of the patients with 2.5 mg") == (
        stem("treatment"),
        stem("patients"),
        "2.5",
        "mg",
    )
    assert stems("How should it have been?") == ()


def test_one_typography() -> None:
    assert folded("“It’s” a−b\u00a0c‑d") == '"It\'s" a-b c-d'
    assert folded("cafe\u0301") == "café"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The big toe", "the big toe"),
        ("Gout of the toe", "gout of the toe"),
        ("Joint Fusion", "joint fusion"),
        ("MRI of the knee", "MRI of the knee"),
        ("NSAIDs", "NSAIDs"),
        ("Hodgkin lymphoma", "Hodgkin lymphoma"),
        ("X-rays", "X-rays"),
        ("mTOR inhibitors", "mTOR inhibitors"),
        ("External Beam Radiation (EBR) of the toe", "external beam radiation (EBR) of the toe"),
    ],
)
def test_how_a_phrase_starts_inside_a_sentence(text: str, inside: str) -> None:
    assert starts_inside(text, frozenset({"Hodgkin"})) == inside


def test_a_capital() -> None:
    assert (capital("gout hurts"), capital("")) == ("Gout hurts", "")


@pytest.mark.parametrize(
    ("verb", "tag", "form"),
    [
        ("check", "VBN", "checked"),
        ("give", "VBN", "given"),
        ("taking", "VBN", "taken"),
        ("delay", "VBG", "delaying"),
        ("stop", "VBG", "stopping"),
        ("cause", "VBZ", "causes"),
    ],
)
def test_a_verb_in_a_form(verb: str, tag: str, form: str) -> None:
    assert inflected(verb, tag) == form


@given(st.text(max_size=30))
def test_any_text_has_stems_and_a_start(text: str) -> None:
    assert all(stems(text))
    assert starts_inside(text, frozenset()).casefold() == text.casefold()
