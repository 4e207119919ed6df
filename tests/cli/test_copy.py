from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from studyapp.cli.words import many
from tests.postgres import Server

Run = Callable[..., Result]


@pytest.fixture
def library(run: Run, deck_file: Path, tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'library.sqlite'}"
    run("import", deck_file, "--database", url)
    return url


@pytest.fixture
def server(postgres: Server) -> Iterator[str]:
    with postgres.empty() as url:
        yield url


def test_to_a_server_and_back(run: Run, library: str, server: str, tmp_path: Path) -> None:
    there = run("copy", "--from", library, "--to", server)
    assert (there.exit_code, there.stderr) == (0, "")
    assert there.stdout.splitlines()[0] == "users 1 of 1"
    assert there.stdout.splitlines()[-1].startswith("postgresql+psycopg://learner@/test_")
    assert there.stdout.endswith(": 1 deck, 2 cards, 0 answers copied and verified.\n")
    back = tmp_path / "back.sqlite"
    again = run("copy", "--quiet", "--from", server, "--to", f"sqlite:///{back}")
    assert again.stdout == f"{back}: 1 deck, 2 cards, 0 answers copied and verified.\n"


def test_a_library_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    nowhere, target = tmp_path / "nowhere.sqlite", tmp_path / "target.sqlite"
    refused = run("copy", "--from", f"sqlite:///{nowhere}", "--to", f"sqlite:///{target}")
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"studyapp: error: {nowhere}: There is no library to copy. Name the library that you"
        " study in with --from. Nothing was copied.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_taken(run: Run, library: str) -> None:
    refused = run("copy", "--from", library, "--to", library)
    assert refused.exit_code == 1
    assert "There is something in this library already." in refused.stderr


def test_large_numbers_can_be_read() -> None:
    assert many(10233, "answer") == "10,233 answers"
    assert many(1, "deck") == "1 deck"
