from studyapp.statistics import habits
from tests.statistics.given import AGAIN, EASY, GOOD, Said, answers


def test_answers_are_counted_by_hour_and_by_rating() -> None:
    told = habits(
        answers(Said(1, 1, AGAIN, hour=0), Said(2, 1, GOOD, hour=23), Said(3, 2, EASY, hour=23))
    )
    assert (told.hours[0], told.hours[23], sum(told.hours), len(told.hours)) == (1, 2, 3, 24)
    assert told.ratings == (1, 0, 1, 1)
