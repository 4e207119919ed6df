import numpy as np

from studyapp.statistics import AHEAD, Covered, Topic, coverage, due_ahead, topics


def test_overdue_cards_are_due_today() -> None:
    told = due_ahead(np.array([90, 99, 100, 101, 101, 100 + AHEAD - 1, 100 + AHEAD]), 100)
    assert told.counts[:3] == (3, 2, 0)
    assert told.counts[-1] == 1
    assert (told.overdue, told.total, len(told.counts)) == (2, 6, AHEAD)


def test_solid_is_in_review_and_remembered_as_wanted() -> None:
    told = topics(
        ["gout", "sepsis", "gout", "gout", "gout"],
        seen=np.array([True, False, True, True, False]),
        in_review=np.array([True, False, True, False, False]),
        chances=np.array([0.9, 1.0, 0.89, 1.0, 1.0]),
        target=0.9,
    )
    assert told == (
        Topic("gout", unseen=1, learning=2, solid=1),
        Topic("sepsis", unseen=1, learning=0, solid=0),
    )
    assert told[0].cards == 4


def test_documents_are_counted_by_the_cards_that_cite_them() -> None:
    cited = ((1, ("a", "b")), (2, ("a",)), (3, ("a", "b")), (4, ("c",)))
    assert coverage(cited, frozenset({1, 4, 9})) == (
        Covered("a", 1, 3),
        Covered("b", 1, 2),
        Covered("c", 1, 1),
    )
