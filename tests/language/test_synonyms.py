import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.language.synonyms import FORMS, FRACTIONS, NUMBERS, Form, canonical

SAME = [
    ("twice a day", "BID"),
    ("every 6 h", "q6h"),
    ("10 milligrams", "10 mg"),
    ("about 10 per cent", "About 10%"),
    ("1,500 mL", "1500 millilitres"),
    ("half of adults", "50% of adults"),
    ("two-thirds of adults", "Two thirds of adults"),
    ("twenty-five minutes", "25 min"),
    ("intravenously", "IV"),
    ("by mouth", "orally"),
    ("tumours and haemorrhage", "tumors and bleeding"),
    ("anaemia with oedema", "anemia with edema"),
    ("an ECG", "an electrocardiogram"),
    ("renal colic", "kidney colic"),
    ("discontinued", "stopped"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_means_the_same_becomes_the_same(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10 mg", "10 mcg"),
        ("twice a day", "twice a week"),
        ("one third", "two thirds"),
        ("the half-life", "50%"),
        ("four hours", "four days"),
        ("kidney", "liver"),
    ],
)
def test_what_means_something_else_does_not(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("one", [*FRACTIONS, NUMBERS, *FORMS], ids=lambda one: one.pattern.pattern)
@given(data=st.data())
def test_no_match_is_missed_for_want_of_its_pieces(one: Form, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(one.pattern))
    assert any(piece in text for piece in one.holds)
