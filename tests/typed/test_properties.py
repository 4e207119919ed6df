"""What holds of every typed answer."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from studyapp.language.numbers import read_number, written
from studyapp.language.units import UNITS
from studyapp.typed import Verdict, compare, is_numeric

FORMS = sorted(form for form in UNITS if UNITS[form].measure not in {"times", ""})
decimals = st.decimals("0.001", "99999", places=3, allow_nan=False).map(Fraction)
forms = st.sampled_from(FORMS)


@st.composite
def doses(draw: st.DrawFn) -> tuple[Fraction, str]:
    return draw(decimals), draw(forms)


def siblings(form: str) -> list[str]:
    return [other for other in FORMS if UNITS[other].measures_as(UNITS[form])]


def is_decimal(value: Fraction) -> bool:
    return "/" not in written(value)


@given(doses(), st.data())
def test_a_key_is_itself_in_any_of_its_units(
    dose: tuple[Fraction, str], data: st.DataObject
) -> None:
    value, form = dose
    other = data.draw(st.sampled_from(siblings(form)))
    converted = value * UNITS[form].size / UNITS[other].size
    if is_decimal(converted):
        typed, key = f"{written(converted)} {other}", f"{written(value)} {form}"
        thousands = re.search(r"[1-9]\d*\.\d{3}(?!\d)", f"{typed} {key}")  # 1.500: which of two?
        wanted = {Verdict.SAME, Verdict.OPEN} if thousands else {Verdict.SAME}
        assert compare(typed, key).verdict in wanted


@given(doses(), doses())
def test_same_is_symmetric(one: tuple[Fraction, str], two: tuple[Fraction, str]) -> None:
    first, second = (f"{written(value)} {form}" for value, form in (one, two))
    there, back = compare(first, second).verdict, compare(second, first).verdict
    assert (there is Verdict.SAME) == (back is Verdict.SAME)


@given(doses(), decimals, st.data())
def test_times_too_high_means_exactly_that(
    dose: tuple[Fraction, str], other: Fraction, data: st.DataObject
) -> None:
    value, form = dose
    unit = data.draw(st.sampled_from(siblings(form)))
    mine = other * UNITS[unit].size
    card = value * UNITS[form].size
    said = compare(f"{written(other)} {unit}", f"{written(value)} {form}").said
    for words, times in (("Ten", 10), ("A hundred", 100), ("A thousand", 1000)):
        if said.startswith(f"{words} times too"):
            high = said.endswith(("high", "long"))
            assert mine == card * times if high else mine * times == card
    if said in {"Too high", "Too long"}:
        assert mine > card
    if said in {"Too low", "Too short"}:
        assert mine < card


@given(doses(), st.sampled_from([10, 100, 1000]))
def test_powers_of_ten_are_told(dose: tuple[Fraction, str], times: int) -> None:
    value, form = dose
    said = compare(f"{written(value * times)} {form}", f"{written(value)} {form}").said
    assert " times too " in said or said == ""  # nothing where '1,500' could be read otherwise


@given(decimals)
def test_a_written_number_is_read_back(value: Fraction) -> None:
    shown = written(value)
    assert read_number(shown) == (value, len(shown))
    assert not shown.startswith(".")
    assert "." not in shown or not shown.endswith("0")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_compared(typed: str, key: str) -> None:
    compare(typed, key, key)
    is_numeric(key)


PIECES = (
    "1 2.5 1/2 10 ½ mg mcg /kg /day every q6h - to ± or then iv for days , . % in < x10^9".split()
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(PIECES), max_size=8)
)
def test_any_mixture_of_its_own_words_is_compared(typed: list[str], key: list[str]) -> None:
    for glue in (" ", ""):
        one, two = glue.join(typed), glue.join(key)
        assert (compare(one, two).verdict is Verdict.OPEN) == (compare(one, two).said == "")
