"""What is said of a typed answer, pair by pair."""

import pytest

from studyapp.typed import Verdict, compare

NBSP = "\N{NO-BREAK SPACE}"
SAME, WITHIN, PARTLY, OFF, OPEN = Verdict
DEXAMETHASONE = "10 mg IV bolus, then 4 mg every six hours"
ADRENALINE = "500 micrograms of adrenaline intramuscularly"


def said(typed: str, key: str, asked: str = "") -> str:
    return compare(typed, key, asked).said.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("typed", "key", "verdict", "words"),
    [
        ("0.5 mg", "500 micrograms", SAME, "Same dose: 0.5 mg = 500 micrograms"),
        ("500 mcg", "500 micrograms", SAME, "Same dose: 500 micrograms"),
        ("500 µg", "500 micrograms", SAME, "Same dose: 500 micrograms"),
        ("500", "500 micrograms", PARTLY, "Right number. 500 what?"),
        ("5 mg", "500 micrograms", OFF, "Ten times too high"),
        ("0.5 mg IV", "500 micrograms, intramuscular", PARTLY, "Dose right, route differs"),
        ("8", "6–10 mmol/L", WITHIN, "Within 6–10, unit missing"),
        ("I do not remember", "500 micrograms", OPEN, ""),
    ],
)
def test_the_verdicts_of_the_interface(typed: str, key: str, verdict: Verdict, words: str) -> None:
    assert compare(typed, key).verdict is verdict
    assert said(typed, key) == words


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("500ug", "500 micrograms"),
        ("500 MCG", "500 micrograms"),
        (".5mg", "500 micrograms"),
        ("0,5 mg", "500 micrograms"),
        ("0.50 mg", "500 micrograms"),
        ("500 microgrammes", "500 micrograms"),
        ("1000 mg", "1 g"),
        ("1,500 mg", "1.5 g"),
        ("1\u2009500 mg", "1.5 g"),
        ("1.2 L", "1,200 mL"),
        ("250 cc", "250 mL"),
        ("five hundred micrograms", "0.5 mg"),
        ("5000 units", "5,000 IU"),
        ("24 hours", "1 day"),
        ("1 hr", "60 minutes"),
        ("six weeks", "6 weeks"),
        ("42 days", "six weeks"),
        ("7 days", "a week"),
        ("24 months", "2 years"),
        ("40%", "About 40 percent"),
        ("1 in 5", "20%"),
        ("> 50%", "Over half"),
        ("30 to 40 Gy", "30–40 Gy"),
        ("30Gy-40Gy", "30–40 Gy"),
        ("between 30 and 40 Gy", "30–40 Gy"),
        ("3000-4000 cGy", "30–40 Gy"),
        ("500 mg to 1 g", "500–1000 mg"),
        ("<= 85 %", "Up to 85%"),
        ("no more than 85%", "Up to 85%"),
        (">=7 mmol/l", "at least 7 mmol/L"),
        ("7 mmol/L or more", "≥ 7 mmol/L"),
        ("5 mg/ml", "5 g/L"),
        ("60 mcg/kg/min", "0.06 mg/kg per minute"),
        ("3.6 mg/kg/h", "60 micrograms/kg/min"),
        ("50 mg per kg per day", "50 mg/kg/day"),
        ("20 mg a day", "20 mg once daily"),
        ("q6h", "every six hours"),
        ("6-hourly", "every 6 hours"),
        ("thrice daily", "tds"),
        ("4 mg b.d.", "4 mg twice a day"),
        ("2 tablets 3 times a day", "2 tablets three times daily"),
        ("100 beats per minute", "100 bpm"),
        ("½ tablet", "half a tablet"),
        ("500 mcg adrenaline im", ADRENALINE),
        ("IM adrenaline 0.5 mg", ADRENALINE),
        ("8mg iv then 2mg q8h", "8 mg intravenous bolus followed by 2 mg every eight hours"),
        ("10mg iv then 4mg q6h", DEXAMETHASONE),
        ("30-40 Gy in 2-4 weeks", "30–40 Gy over 2–4 weeks"),
        ("0.01 mg/kg, max 0.5 mg", "0.01 mg/kg, up to 0.5 mg"),
        ("140/90 mmHg", "140/90 mmHg"),
        ("37 C", "37 °C"),
        ("approx 40%", "about 40%"),
        ("at most 40%", "≤40%"),
    ],
)
def test_the_same_in_other_words(typed: str, key: str) -> None:
    assert compare(typed, key).verdict is SAME


@pytest.mark.parametrize(
    ("typed", "key", "words"),
    [
        ("50 micrograms", "500 micrograms", "Ten times too low"),
        ("50 mg", "500 micrograms", "A hundred times too high"),
        ("500 mg", "500 micrograms", "A thousand times too high"),
        ("500 g", "500 micrograms", "A million times too high"),
        ("adrenaline 5 mg IM", ADRENALINE, "Ten times too high"),
        ("300-400 Gy", "30–40 Gy", "Ten times too high"),
        ("4%", "About 40 percent", "Ten times too low"),
        ("50 min", "5 minutes", "Ten times too long"),
        ("4 days", "6 days", "Too short"),
        ("300 micrograms", "500 micrograms", "Too low"),
        ("6", "Seven", "Too low"),
        ("45 Gy", "30–40 Gy", "Above 30–40 Gy"),
        ("5 mmol/L", "6–10 mmol/L", "Below 6–10 mmol/L"),
        ("100mg iv then 4mg q6h", DEXAMETHASONE, "100 mg: ten times too high"),
    ],
)
def test_wrong_by_how_much(typed: str, key: str, words: str) -> None:
    assert compare(typed, key).verdict is OFF
    assert said(typed, key) == words


@pytest.mark.parametrize(
    ("typed", "key", "words"),
    [
        ("30-40", "30–40 Gy", "Right range. 30–40 what?"),
        ("85", "Up to 85%", "Right number. 85 what?"),
        ("10 mg", "10 mg/kg", "Right number. 10 mg per what?"),
        ("85%", "Up to 85%", "Right number. The card says “Up to 85%”"),
        ("50", "Over 50", "Right number. The card says “Over 50”"),
        ("> 7 mmol/L", "≥ 7 mmol/L", "Right number. The card says “≥ 7 mmol/L”"),
        ("0.5 mg adrenaline", ADRENALINE, "Same dose: 0.5 mg = 500 micrograms, route missing"),
        ("0.5 mg IV", "500 micrograms", "Dose right. The card gives no route"),
        ("4 mg q8h", "4 mg every 6 hours", "Dose right, timing differs"),
        ("4 mg", "4 mg every 6 hours", "Same dose: 4 mg, timing missing"),
        ("30-40 Gy", "30–40 Gy over 2–4 weeks", "Same dose: 30–40 Gy, duration missing"),
        ("4 mg for 3 days", "4 mg for 5 days", "Dose right, duration differs"),
        ("10 mg iv", DEXAMETHASONE, "Right so far. The card says more"),
        ("10 mg then 4 mg q6h", DEXAMETHASONE, "Same regimen, route missing"),
        ("10 mg iv then 4 mg q8h", DEXAMETHASONE, "4 mg: dose right, timing differs"),
    ],
)
def test_right_in_part(typed: str, key: str, words: str) -> None:
    assert compare(typed, key).verdict is PARTLY
    assert said(typed, key) == words


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "500 micrograms"),
        ("two tubes", "a blue tube"),
        ("5 mmol/L", "5 mg/dL"),
        ("500 mL", "500 mg"),
        ("3 months", "12 weeks"),
        ("42%", "About 40 percent"),
        ("300 MU", "300 mU"),
        ("18 G", "18 g"),
        ("0.4", "40%"),
        ("not 500 micrograms", "500 micrograms"),
        ("5 mg or 500 micrograms", "500 micrograms"),
        ("500 mcg noradrenaline", ADRENALINE),
        ("500 bananas", "500 micrograms"),
        ("2 500 mg", "2500 mg"),
        ("1.500 mg", "1500 mg"),
        ("1,500 g", "1.5 g"),
        ("10 mg twice daily", "20 mg a day"),
        ("4 g in 24 hours", "4 g/day"),
        ("30 minutes at least", "at least 30 minutes"),
        ("−5 mmol/L", "5 mmol/L"),
        ("500 x", "500 micrograms x"),
        ("100 mg daily", "10 mg bd"),
        ("20 mg", "10 mg bd"),
        ("4 mg qds", "4 mg every 6 hours"),
        ("30–45 Gy", "30–40 Gy"),
        ("4 months", "More than 3 months"),
        ("2011", "2012"),
        ("type 1", "Type 2"),
        ("90/140 mmHg", "140/90 mmHg"),
        ("10 mg iv, 4 mg q6h, 2 mg q6h", DEXAMETHASONE),
        ("100 mg iv then 40 mg q6h", DEXAMETHASONE),
        ("10 mg furosemide then 4 mg morphine", "10 mg morphine then 4 mg furosemide"),
        ("> 50", "People over 50"),
        ("less than 1 percent", "The yield is less than 1%"),
        ("6 to 16 weeks", "Every 6–16 weeks, based on clinical status"),
        ("4 x 10^9/L", "4 ×10⁹/L"),
        ("4 g per 24 hours", "4 g/day"),
        ("9" * 500, "500 micrograms"),
    ],
)
def test_in_doubt_there_is_no_verdict(typed: str, key: str) -> None:
    assert compare(typed, key).verdict is OPEN
    assert said(typed, key) == ""


def test_a_card_may_declare_a_tolerance() -> None:
    assert said("4 mL", "5 ± 1 mL") == "Within 4–6 mL"
    assert said("7 mL", "5 ± 1 mL") == "Above 4–6 mL"
    assert said("4 mL", "5 mL") == "Too low"


def test_words_of_the_question_need_not_be_typed() -> None:
    assert compare("0.5 mg IM", ADRENALINE).verdict is OPEN
    asked = "What dose of adrenaline is given?"
    assert compare("0.5 mg IM", ADRENALINE, asked).verdict is SAME


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("30 Gy over 10 days", "3 Gy daily for 10 days"),
        ("30 Gy", "3 Gy daily for 10 days"),
        ("300 mg over 10 days", "30 mg/day for 10 days"),
        ("100 mg", "10 mg, 10 times a day"),
        ("10 mg", "10 mg subcutaneously"),
        ("2 mg IT", "2 mg"),
        ("2 mg IT", "2 mg IV"),
        ("10 mg", "10 mg via nasogastric tube"),
        ("10 mg after food", "10 mg before food"),
        ("1 hour after surgery", "1 hour before surgery"),
        ("from 6 months", "to 6 months"),
        ("reduce to 25%", "reduce by 25%"),
        ("decrease 10 mg", "increase 10 mg"),
        ("adult 10 mg, child 20 mg", "child 10 mg, adult 20 mg"),
        ("maintenance 500 mg, loading 1 g", "loading 500 mg then maintenance 1 g"),
        ("10 mg IV bolus", "10 mg IV infusion"),
        ("60 mg/kg total", "60 mg/kg per dose"),
        ("10 mg, then 4 mg furosemide", "10 mg furosemide then 4 mg morphine"),
        ("10 mg then IV 4 mg", "10 mg IV then 4 mg"),
        ("10 mg, then every 6 hours 4 mg", "10 mg every 6 hours, then 4 mg"),
        ("10 mg for 5 days then 4 mg", "10 mg, then for 5 days 4 mg"),
        ("2 g after 4 g", "2 g then 4 g"),
        ("3 weekly", "three times weekly"),
        ("3 monthly", "3 times monthly"),
        ("10000 units", "10.000 units"),
        ("1500 mg", "1.500 mg"),
        ("2", "Two thirds"),
        ("5 mg", "a tenth of 5 mg"),
        ("5 mg", "twice 5 mg"),
        ("5 hundred", "5 hundredths"),
        ("500", "500 kBq"),
        ("5 per 100,000", "5 per 1000"),
        ("5 MIU", "5 mIU"),
        ("5 mM", "5 mm"),
        ("200 mg ferric sulfate", "200 mg ferrous sulfate"),
        ("daily", "24 hours"),
        ("weekly", "7 days"),
        ("40 °C", "4 °C"),
        ("5 mg", "don't give 5 mg"),
        ("5 mg", "cannot exceed 5 mg"),
    ],
)
def test_words_that_turn_an_answer_round_leave_no_verdict(typed: str, key: str) -> None:
    assert compare(typed, key).verdict is OPEN


def test_an_amount_is_a_dose_only_where_one_is_asked() -> None:
    assert said("2.5 kg", "2500 g", "Below what weight is a child small?").startswith(
        "Same amount: 2.5 kg = 2500 g"
    )


def test_amounts_are_shown_by_the_rules_of_display() -> None:
    shown = compare(".50 mg", "500 mcg").said
    assert shown == f"Same dose: 0.5{NBSP}mg = 500{NBSP}micrograms"
    assert compare("12500 u", "12,500 IU").said == f"Same dose: 12,500{NBSP}units"
    assert compare("60 min", "1 h").said == f"Same time: 60{NBSP}minutes = 1{NBSP}hour"
