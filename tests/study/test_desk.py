from datetime import datetime

import pytest

from studyapp.schedule import is_zone
from studyapp.study.desk import machine_zone


def test_the_zone_a_person_set_for_the_machine(
    monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert machine_zone(now) == "Asia/Kathmandu"


@pytest.mark.parametrize("said", ["", "Nowhere/Atall", "JST-9"])
def test_a_zone_is_found_whatever_the_machine_says(
    monkeypatch: pytest.MonkeyPatch, now: datetime, said: str
) -> None:
    monkeypatch.setenv("TZ", said)
    assert is_zone(machine_zone(now))
