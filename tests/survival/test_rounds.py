"""A few of the rounds that `python -m tests.survival.rounds` runs by the hundred."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.model import CardId, CardRef, DeckId
from tests.survival.rounds import Answer, Figures, Learner, compare, run

ROUNDS = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("survival")


@pytest.fixture(scope="module")
def figures(folder: Path) -> Figures:
    return run(folder, ROUNDS)


def test_killed_under_load_no_acknowledged_answer_is_lost(figures: Figures) -> None:
    assert figures.sound
    assert figures.rounds == ROUNDS
    assert figures.acknowledged >= ROUNDS
    assert figures.stored >= figures.acknowledged


@pytest.mark.usefixtures("figures")
def test_a_loss_would_be_seen(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    shutil.copyfile(folder / "library.sqlite", library)
    lost = Answer("a" * 32, CardRef(DeckId("0" * 32), CardId("c-0")), 3)
    learner = Learner((lost.ref,), 0, acknowledged=[lost])
    assert compare(library, (learner,), ROUNDS).lost == 1
    assert compare(library, (), ROUNDS).strange > 0
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        (review,) = connection.execute("SELECT review FROM reviews LIMIT 1").fetchone()
        connection.execute("DELETE FROM reviews WHERE review = ?", (review,))
    assert compare(library, (), ROUNDS).wrong_memory == 1
