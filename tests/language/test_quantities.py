import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.language.quantities import Dimension, quantities

Bounds = tuple[float | None, float | None, str]


def bounds(text: str) -> list[Bounds]:
    return [(q.low, q.high, q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15%", (15, 15, "%")),
        ("15 percent", (15, 15, "percent")),
        ("between 5% and 30%", (5, 30, "%")),
        ("between 5 and 30%", (5, 30, "%")),
        ("5–30%", (5, 30, "%")),
        ("5% to 30%", (5, 30, "%")),
        ("2.5 mg", (2.5, 2.5, "mg")),
        ("1,200 mL", (1200, 1200, "ml")),
        ("10 mg/kg", (10, 10, "mg/kg")),
        ("6.8 mg/dL", (6.8, 6.8, "mg/dl")),
        ("two to four weeks", (2, 4, "weeks")),
        ("6–16 weeks", (6, 16, "weeks")),
        ("four days", (4, 4, "days")),
        ("72-hour", (72, 72, "hour")),
        ("2 million", (2e6, 2e6, "")),
        ("30 Gy", (30, 30, "gy")),
        ("140 mm Hg", (140, 140, "mm hg")),
        ("half of them", None),
        ("one of them", None),
    ],
)
def test_a_value_or_a_range(text: str, expected: Bounds | None) -> None:
    assert bounds(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 5%", (None, 5, "%")),
        ("less than 1%", (None, 1, "%")),
        ("<1%", (None, 1, "%")),
        ("no more than 3 days", (None, 3, "days")),
        ("within 72 hours", (None, 72, "hours")),
        ("50 years or younger", (None, 50, "years")),
        ("more than 10%", (10, None, "%")),
        ("over 50 years", (50, None, "years")),
        ("at least 6 hours", (6, None, "hours")),
        ("≥ 2 mg", (2, None, "mg")),
        (">3 months", (3, None, "months")),
        ("50 years and older", (50, None, "years")),
        ("3 months or more", (3, None, "months")),
    ],
)
def test_an_open_end(text: str, expected: Bounds) -> None:
    assert bounds(text) == [expected]


@pytest.mark.parametrize(
    "text", ["about 15%", "~15%", "approximately 15%", "nearly 15%", "some 15%", "around 15%"]
)
def test_about(text: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.about
    assert (quantity.low, quantity.high) == (15, 15)


def test_a_quantity_knows_its_place() -> None:
    text = "In adults, about 15% have tophi after 2 to 4 years."
    found = list(quantities(text))
    assert [text[q.start : q.end] for q in found] == ["about 15%", "2 to 4 years"]
    assert [q.dimension for q in found] == [Dimension.SHARE, Dimension.TIME]


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("15%", Dimension.SHARE),
        ("6 hours", Dimension.TIME),
        ("4 mg", Dimension.AMOUNT),
        ("12", Dimension.COUNT),
    ],
)
def test_what_it_measures(text: str, dimension: Dimension) -> None:
    assert [q.dimension for q in quantities(text)] == [dimension]


def test_two_quantities_joined_by_and_stay_two() -> None:
    assert bounds("10 mg and 20 mg")[0] == (10, 10, "mg")
    assert bounds("10 mg and 20 mg")[1:] == [(20, 20, "mg")]


@pytest.mark.parametrize("text", ["vitamin B12", "IL-6", "T2-weighted", "version 1.2.3x"])
def test_a_number_inside_a_name_is_none(text: str) -> None:
    assert not any(text.startswith("v") and q.low == 12 for q in quantities(text))
    assert all(q.unit == "" for q in quantities(text))


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    found = list(quantities(text))
    ends = [0, *(end for q in found for end in (q.start, q.end))]
    assert ends == sorted(ends)


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["%", " mg", " weeks"]))
def test_any_range(low: int, high: int, unit: str) -> None:
    expected = [(low, high, unit.strip())]
    assert bounds(f"{low}–{high}{unit}") == expected
    assert bounds(f"between {low}{unit} and {high}{unit}") == expected
    assert bounds(f"{low} to {high}{unit}") == expected
