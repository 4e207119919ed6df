import pytest

from studyapp.schedule import is_leech


@pytest.mark.parametrize(
    ("after", "lapses"),
    [(8, [8, 12, 16, 20]), (5, [5, 8, 11, 14, 17, 20]), (1, list(range(1, 21))), (0, [])],
)
def test_a_leech_is_told_at_the_limit_and_each_half_after(after: int, lapses: list[int]) -> None:
    assert [n for n in range(21) if is_leech(n, after)] == lapses
