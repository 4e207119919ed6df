"""The verbs on a library on a PostgreSQL server."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from signal import SIGINT

import pytest
from click.testing import Result

from tests.postgres import Server

Run = Callable[..., Result]


@pytest.fixture
def database(postgres: Server) -> Iterator[str]:
    with postgres.empty() as url:
        yield url


def test_import_and_serve(run: Run, deck_file: Path, database: str, tmp_path: Path) -> None:
    loaded = run("import", deck_file, "--database", database)
    assert (loaded.exit_code, loaded.stderr) == (0, "")
    assert "2 new cards" in loaded.stdout
    command = [sys.executable, "-m", "studyapp", "serve", "--port", "0", "--database", database]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"XDG_DATA_HOME": str(tmp_path)},
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        found = re.fullmatch(r"studyapp: http://([\d.:]+)/ .*\n", server.stdout.readline())
        assert found is not None
        connection = HTTPConnection(found[1], timeout=20)
        connection.request("GET", "/decks")
        answered = connection.getresponse()
        assert answered.status == 200
        assert b"Gout" in answered.read()
        connection.close()
        server.send_signal(SIGINT)
        assert server.wait(timeout=20) == 0
        assert server.stderr.read() == ""


def test_backups_are_for_the_server_to_make(run: Run, deck_file: Path, database: str) -> None:
    for words in (["backup"], ["backup", "mine.sqlite"], ["restore", deck_file]):
        refused = run(*words, "--database", database.replace("learner@", "learner:hunter2@"))
        assert refused.exit_code == 1
        assert refused.stderr.startswith("studyapp: error: postgresql+psycopg://learner@/test_")
        assert refused.stderr.endswith(
            ": This library is on a database server, not in a file. Back it up with pg_dump, and"
            " put a backup back with pg_restore.\n"
        )


def test_a_server_that_is_not_there(run: Run, deck_file: Path) -> None:
    refused = run("import", deck_file, "--database", "postgresql://me:hunter2@127.0.0.1:9/cards")
    assert refused.exit_code == 1
    assert refused.stderr == (
        "studyapp: error: postgresql://me@127.0.0.1:9/cards: The database server cannot be"
        " reached. Start it, or check the host and port in --database, then try again.\n"
    )
