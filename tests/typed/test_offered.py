"""On which cards an answer may be typed."""

import pytest

from studyapp.typed import is_numeric


@pytest.mark.parametrize(
    "answer",
    [
        "500 micrograms of adrenaline intramuscularly",
        "About 40 percent",
        "Between 5% and 30%",
        "People over 50",
        "The yield is less than 1%",
        "Up to 1 in 20",
        "Over half",
        "More than 3 months",
        "Two weeks",
        "Twice daily",
        "Seven",
        "140/90 mmHg",
        "30–40 Gy over 2–4 weeks",
        "10 mg IV bolus, then 4 mg every six hours",
        "Every 6–16 weeks, based on clinical status and disease activity",
    ],
)
def test_answers_in_numbers(answer: str) -> None:
    assert is_numeric(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Adrenaline",
        "Lung cancer (over 50% of cases)",
        "Stage 4 disease",
        "Type 2 diabetes",
        "T12",
        "Vitamin B12",
        "COVID-19",
        "One-sided weakness",
        "One of the drugs",
        "Spinal instability; pain; sufficient life expectancy (typically >3 months)",
        "Patients who were treated with steroids within 6 hours",
        "",
    ],
)
def test_answers_in_words(answer: str) -> None:
    assert not is_numeric(answer)
