import pytest

from studyapp.language.synonyms import canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twice a day", "BID"),
        ("15 per cent", "15%"),
        ("half of adults", "50% of adults"),
        ("two thirds", "66.7%"),
        ("twenty-five", "25"),
        ("1,200 mL", "1200 millilitres"),
        ("10 milligrams", "10 mg"),
        ("100 µg", "100 micrograms"),
        ("tumour", "tumor"),
        ("every 6 hours", "q6h"),
        ("high blood pressure", "hypertension"),
        ("X-rays", "radiographs"),
        ("people", "patients"),
    ],
)
def test_two_wordings_of_one_thing(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twice a day", "three times a day"),
        ("10 mg", "10 mcg"),
        ("the half-life", "the 50% life"),
        ("hypertension", "hypotension"),
        ("up to 5%", "5%"),
    ],
)
def test_what_says_something_else(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
