"""What the figures say: sentences, and tables that hold what the pictures hold."""

from dataclasses import replace
from datetime import date

import pytest

from studyapp.model import CardId, CardRef, DeckId
from studyapp.statistics import (
    Calibration,
    Covered,
    Day,
    Days,
    Due,
    Group,
    Habits,
    Minutes,
    Recall,
    Score,
    Stretch,
    Topic,
    Verdict,
)
from studyapp.study import HardCard, More, Statistics, Workload
from studyapp.web.figures import main, more
from studyapp.web.figures.words import told_minutes
from studyapp.web.pictures.stacks import Stacks

TODAY = date(2026, 11, 22).toordinal()
NOTHING = Statistics(
    decks=(),
    first=TODAY,
    today=TODAY,
    answers=0,
    target=0.9,
    due=Due(TODAY, (0,) * 30, 0),
    recall=Recall(23, 20, 20 / 23, 0.6, 0.9),
    calibration=Calibration(0, 0.0, 0.0, Verdict.CHANCE, ()),
    days=Days((), ()),
    minutes=Minutes((), 0.0, 0.0, 0),
    hardest=(),
    topics=(),
    more=None,
)
MORE = More(
    scores=(
        Score("Yours", 0.3, 0.02),
        Score("Defaults", 0.31, 0.03),
        Score("AVG", 0.35, 0.04),
        Score("MOVING-AVG", 0.36, 0.05),
    ),
    judged=1200,
    habits=Habits((0,) * 23 + (9,), (1, 2, 6, 0)),
    coverage=(Covered("A", 3, 3), Covered("B", 1, 9), Covered("C", 0, 2)),
    workload=(Workload(0.85, 99.6, own=False), Workload(0.9, 5.25, own=True)),
    cards=14,
    new_a_day=20,
)


def test_too_few_reviews_say_how_many_are_needed() -> None:
    assert main.recall(NOTHING).headline == "Needs 50 reviews; you have 23."
    assert main.calibration(NOTHING).headline == "Needs 50 reviews; you have 0."
    few = replace(MORE, judged=49)
    assert more.scores(few).headline == "Needs 50 reviews; you have 49."
    assert all(one.picture is None for one in (main.recall(NOTHING), more.scores(few)))


def test_without_anything_every_figure_says_so() -> None:
    assert [one.picture for one in main.main_figures(NOTHING)] == [None] * 7
    assert more.more_figures(NOTHING) == ()
    assert main.due(NOTHING).headline == "No card is scheduled for the next 30 days."
    assert main.hardest(NOTHING).headline.startswith("No card was forgotten three times")
    empty = replace(MORE, habits=Habits((0,) * 24, (0,) * 4), coverage=(), new_a_day=0)
    figures = more.more_figures(replace(NOTHING, more=empty))
    assert [one.picture is None for one in figures] == [False, True, True, True, True]


@pytest.mark.parametrize(
    ("counts", "overdue", "said"),
    [
        ((1,), 0, "1 card comes back in the next 30 days, 1 of them today."),
        ((0, 1200), 0, "1,200 cards come back in the next 30 days, 0 of them today."),
        ((31, 4), 12, "35 cards come back in the next 30 days, 31 of them today, 12 overdue."),
    ],
)
def test_due_says_what_comes_and_what_is_late(
    counts: tuple[int, ...], overdue: int, said: str
) -> None:
    ahead = (*counts, *(0,) * (30 - len(counts)))
    found = main.due(replace(NOTHING, due=Due(TODAY, ahead, overdue)))
    assert found.headline == said
    assert found.table is not None
    assert found.table.rows[0] == ("22 Nov, today", f"{counts[0]:,}")
    assert found.table.rows[-1][0] == "21 Dec"


def test_recall_says_the_range_of_chance() -> None:
    told = Recall(1058, 942, 942 / 1058, 0.8701, 0.9079)
    found = main.recall(replace(NOTHING, recall=told))
    assert (
        found.headline == "You remembered 89% of 1,058 reviews; allowing for chance, 87% to 91%."
    )
    assert "target is 90%" in found.said


def test_predictions_are_judged_in_words() -> None:
    groups = (Group(0.85, 0.9, 20, 0.88, 0.9), Group(0.9, 0.95, 480, 0.914, 0.8812))
    told = Calibration(500, 0.91, 0.88, Verdict.LESS, groups)
    found = main.calibration(replace(NOTHING, calibration=told))
    assert found.headline == "Predicted 91%, actual 88%: less than predicted."
    assert found.table is not None
    assert found.table.rows[1] == ("90% to 95%", "91.4%", "88.1%", "480")


def test_days_are_told_by_the_week() -> None:
    monday = TODAY - 6
    every = (Day(monday - 7, 3, 1, free=False), Day(monday - 6, 0, 0, free=True))
    rest = tuple(Day(monday + n, 0, 0, free=False) for n in range(-5, 2))
    found = main.days(replace(NOTHING, days=Days((*every, *rest), (3, 6, 9, 12))))
    assert found.headline == "You studied on 1 day of the last 26 weeks."
    assert found.table is not None
    assert found.table.rows == (
        ("9 Nov", "3", "0 ○", "0", "0", "0", "0", "0"),
        ("16 Nov", "0", "0", "", "", "", "", ""),
    )


def test_minutes_are_told_with_a_decimal_while_they_are_few() -> None:
    few = Minutes((Stretch(TODAY - 1, 1, 1.25), Stretch(TODAY, 1, 0.0)), 1.25, 1.25, 1)
    found = main.minutes(replace(NOTHING, minutes=few))
    assert found.headline == "A typical day takes 1 minute; 1 minute on 1 day."
    assert found.table is not None
    assert found.table.rows == (("21 Nov", "1.2"), ("22 Nov", "0.0"))
    weeks = Minutes((Stretch(TODAY - 8, 7, 31.4), Stretch(TODAY - 1, 2, 12.0)), 30.0, 243.8, 9)
    table = main.minutes(replace(NOTHING, minutes=weeks)).table
    assert table is not None
    assert table.rows == (("14 Nov to 20 Nov 2026", "31"), ("21 Nov to 22 Nov 2026", "12"))
    assert (told_minutes(119.4), told_minutes(243.8)) == ("119 minutes", "4 hours")
    assert told_minutes(0.4) == "less than a minute"


def _hard(number: int, again: int) -> HardCard:
    return HardCard(
        CardRef(DeckId("d"), CardId(f"c{number}")), f"Q {{{{c1::x}}}} {number}?", again, 9
    )


def test_hard_cards_are_named_without_their_answer() -> None:
    one = main.hardest(replace(NOTHING, hardest=(_hard(1, 4),)))
    assert one.headline == "One card was forgotten 4 times in 90 days."
    assert one.table is not None
    assert one.table.rows == (("Q […] 1?", "4", "9"),)
    two = main.hardest(replace(NOTHING, hardest=(_hard(1, 4), _hard(2, 3))))
    assert two.headline == (
        "2 cards were forgotten three times or more in 90 days, the hardest 4 times."
    )


def test_many_topics_are_the_largest_and_the_others() -> None:
    every = tuple(Topic(f"t{n}", unseen=n, learning=1, solid=20) for n in range(30))
    found = main.topics(replace(NOTHING, topics=every))
    assert (
        found.headline
        == "600 of 1,065 cards are solid, 30 are being learnt, 435 are not seen yet."
    )
    assert isinstance(found.picture, Stacks)
    assert found.table is not None
    assert len(found.table.rows) == len(found.picture.rows) == 12
    assert found.table.rows[-1] == ("19 other topics", "380", "19", "380")
    assert main.topics(replace(NOTHING, topics=(Topic("", 1, 0, 0),))).table == replace(
        found.table, rows=(("No topic", "0", "0", "1"),)
    )


def test_the_predictions_are_compared_with_the_moving_average() -> None:
    assert more.scores(MORE).headline == (
        "Over 1,200 reviews the predictions were closer than a moving average: "
        "log loss 0.300 against 0.360."
    )
    swapped = replace(MORE, scores=(Score("Yours", 0.4, 0.1), *MORE.scores[1:]))
    assert "no closer" in more.scores(swapped).headline
    table = more.scores(MORE).table
    assert table is not None
    assert table.rows[0] == ("Yours", "0.300", "0.020")


def test_the_last_hour_of_the_day_ends_at_midnight() -> None:
    assert more.hours(MORE).headline == "Most answers were given from 23:00 to 00:00."
    assert more.ratings(MORE).headline == "Good was pressed for 67% of 9 answers."


def test_documents_are_begun_or_wholly_seen() -> None:
    assert more.coverage(MORE).headline == (
        "You have seen cards of 2 of 3 documents, and all cards of 1."
    )
    begun = replace(MORE, coverage=MORE.coverage[1:])
    assert more.coverage(begun).headline == "You have seen cards of 1 of 2 documents."
    many = replace(MORE, coverage=tuple(Covered(f"d{n}", 1, 2) for n in range(20)))
    table = more.coverage(many).table
    assert table is not None
    assert table.rows[-1] == ("9 other documents", "9", "9")


def test_the_work_is_told_for_the_own_target() -> None:
    found = more.workload(MORE)
    assert found.headline == "At your target of 90% expect 5.2 reviews a day."
    assert found.table is not None
    assert found.table.rows == (("85%", "100"), ("90%, yours", "5.2"))
