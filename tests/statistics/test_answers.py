from tests.statistics.given import AGAIN, Said, answers


def test_what_is_told_of_an_answer_comes_from_the_one_before_it() -> None:
    told = answers(
        Said(1, day=10, interval=3),
        Said(2, day=11),
        Said(1, day=14, rating=AGAIN),
        Said(1, day=14, interval=1),
    )
    assert told.card.tolist() == [1, 1, 1, 2]
    assert told.elapsed.tolist() == [-1, 4, 0, -1]
    assert told.held.tolist() == [-1, 3, -1, -1]
    assert told.remembered.tolist() == [True, False, True, True]


def test_a_clock_put_back_is_no_negative_wait() -> None:
    assert answers(Said(1, day=10), Said(1, day=9)).elapsed.tolist() == [-1, 0]


def test_a_choice_keeps_what_was_told_before() -> None:
    told = answers(Said(1, day=10, interval=3), Said(1, day=14), Said(2, day=20))
    late = told.since(14)
    assert late.card.tolist() == [1, 2]
    assert late.elapsed.tolist() == [4, -1]
    assert late.held.tolist() == [3, -1]


def test_no_answers_are_empty_columns() -> None:
    told = answers()
    assert len(told) == len(told.elapsed) == len(told.held) == 0
