import pytest

from studyapp.language.naming import brief_among, pattern_of, short_form


@pytest.mark.parametrize("form", ["Lyme disease", "Lyme Diseases", "lyme disease"])
def test_a_name_is_found_in_any_form(form: str) -> None:
    assert pattern_of("Lyme disease").search(f"Of {form} we know much.")


def test_a_name_is_found_without_its_apostrophe() -> None:
    assert pattern_of("Hodgkin's lymphoma").search("Hodgkins lymphoma is rare.")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Eosinophilic esophagitis (EE) is a disease.", "EE"),
        ("Eosinophilic esophagitis (e-o-SIN), or EE, is a disease.", "EE"),
        ("Eosinophilic esophagitis (WHO) is a disease.", ""),
        ("Eosinophilic esophagitis is treated by a GP.", ""),
    ],
)
def test_the_abbreviation_beside_a_name(text: str, short: str) -> None:
    assert short_form("eosinophilic esophagitis", [text]) == short


@pytest.mark.parametrize(
    ("shorts", "brief"),
    [(["CIS", "MRI"], "CIS"), (["CIS", "CISI"], ""), (["MRI"], ""), ([], "")],
)
def test_the_one_abbreviation_that_a_name_can_have(shorts: list[str], brief: str) -> None:
    assert brief_among("chronic invasive sinusitis", shorts) == brief


def test_an_initial_may_stand_inside_a_word() -> None:
    assert brief_among("nongonococcal urethritis", ["NGU"]) == "NGU"
