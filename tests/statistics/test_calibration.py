import numpy as np
import pytest

from studyapp.statistics import Verdict, calibration


def test_groups_hold_what_lies_between_their_edges() -> None:
    chances = np.array([0.9, 0.94, 0.95, 1.0, np.nan, 0.2])
    came = np.array([True, False, True, True, True, False])
    told = calibration(chances, came)
    assert told.reviews == 5
    assert told.predicted == pytest.approx((0.9 + 0.94 + 0.95 + 1.0 + 0.2) / 5)
    assert told.actual == pytest.approx(3 / 5)
    assert [(one.low, one.high, one.reviews) for one in told.groups] == [
        (0.0, 0.5, 1),
        (0.9, 0.95, 2),
        (0.95, 1.0, 2),
    ]
    assert [one.predicted for one in told.groups] == pytest.approx([0.2, 0.92, 0.975])
    assert [one.actual for one in told.groups] == [0.0, 0.5, 1.0]
    assert all(one.hollow for one in told.groups)


@pytest.mark.parametrize(
    ("remembered", "verdict"),
    [
        # 100 reviews at 90%: the sum of 90 has a deviation of 3, and 1.96 of those are 5.88.
        (84, Verdict.LESS),
        (85, Verdict.CHANCE),
        (95, Verdict.CHANCE),
        (96, Verdict.MORE),
    ],
)
def test_the_verdict_is_within_two_deviations(remembered: int, verdict: Verdict) -> None:
    told = calibration(np.full(100, 0.9), np.arange(100) < remembered)
    assert told.verdict is verdict
    assert told.enough
    assert not told.groups[0].hollow


def test_nothing_was_predicted() -> None:
    told = calibration(np.array([np.nan]), np.array([True]))
    assert (told.reviews, told.groups, told.enough) == (0, (), False)
