"""What is read of answers in numbers: doses with timing, duration and route."""

import pytest

from studyapp.language.amounts import Amount
from studyapp.language.regimens import Dose, read_regimen
from studyapp.language.timings import Timing


def _amount(amount: Amount) -> str:
    unit = amount.unit.shown if amount.unit else "-"
    ends = str(amount.low) if amount.low == amount.high else f"{amount.low}..{amount.high}"
    return f"{'about ' if amount.about else ''}{amount.bound.value} {ends} {unit}"


def _timing(timing: Timing) -> str:
    return f"{timing.times} per {_amount(timing.period)}"


def _dose(dose: Dose) -> tuple[str, ...]:
    return (
        _amount(dose.amount) if dose.amount else "",
        _timing(dose.timing) if dose.timing else "",
        _amount(dose.lasting) if dose.lasting else "",
        dose.route,
    )


@pytest.mark.parametrize(
    ("text", "doses"),
    [
        ("about 40 percent", [("about exactly 40 %", "", "", "")]),
        ("up to 1 in 20", [("at most 5 %", "", "", "")]),
        ("50 years or older", [("at least 50 years", "", "", "")]),
        ("20 mg/day", [("exactly 20 mg", "1 per exactly 1 days", "", "")]),
        ("4 mg bd for 5 days", [("exactly 4 mg", "2 per exactly 1 days", "exactly 5 days", "")]),
        ("2/day", [("", "2 per exactly 1 days", "", "")]),
        ("every 4 to 6 hours", [("", "1 per range 4..6 hours", "", "")]),
        ("i.v. 10 mg over 15 min", [("exactly 10 mg", "", "exactly 15 minutes", "intravenous")]),
        ("60 mL/min/1.73 m2", [("exactly 60 mL/min/1.73 m²", "", "", "")]),
        (
            "10 mg IV, then 4 mg q6h",
            [
                ("exactly 10 mg", "", "", "intravenous"),
                ("exactly 4 mg", "1 per exactly 6 hours", "", ""),
            ],
        ),
    ],
)
def test_doses_are_read(text: str, doses: list[tuple[str, ...]]) -> None:
    found = read_regimen(text)
    assert [_dose(dose) for dose in found.doses] == doses
    assert found.clear


@pytest.mark.parametrize(
    "text", ["not 10 mg", "50 or 100 mg", "2 500 mg", "type 2", "140/90 mmHg", "5/cell", "18 G"]
)
def test_what_is_not_clear_says_so(text: str) -> None:
    assert not read_regimen(text).clear


def test_words_that_are_no_part_of_a_dose_are_kept() -> None:
    assert read_regimen("a single bolus of 10 mg dexamethasone IV").words == ("dexamethasone",)
