"""A library in a SQLite file: how it is kept, locked, refused. What else holds: test_library."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import text

from studyapp.model import StudyappError
from studyapp.store import Library, LibraryError, open_library

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    opened = open_library(f"sqlite:///{file}")
    yield opened
    opened.close()


def _refusal(url: str, patience: float = 5.0) -> StudyappError:
    with pytest.raises(StudyappError) as raised:
        open_library(url, patience)
    return raised.value


def test_folders_are_made(tmp_path: Path) -> None:
    open_library(f"sqlite:///{tmp_path / 'new' / 'folder' / 'library.sqlite'}").close()
    assert (tmp_path / "new" / "folder" / "library.sqlite").is_file()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_how_the_file_is_kept(library: Library, pragma: str, value: str | int) -> None:
    with library.reading() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value
    with library.connection() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


def test_every_connection_is_kept_so(library: Library) -> None:
    """Also those opened when many ask at once, and those after another program's settings."""
    with ExitStack() as opened:
        readers = [opened.enter_context(library.reading()) for _ in range(40)]
        for session in readers:
            assert session.scalar(text("PRAGMA synchronous")) == 2
            assert session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_a_file_kept_otherwise_is_kept_so_again(file: Path) -> None:
    open_library(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    library = open_library(f"sqlite:///{file}")
    with library.connection() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
    library.close()


HOLDER = """
import sys, time
from studyapp.store import open_library
with open_library(sys.argv[1]).connection():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the lock serves one program there")
def test_another_studyapp_that_writes_is_waited_for_and_then_named(file: Path) -> None:
    library = open_library(f"sqlite:///{file}", patience=0.2)
    command = [sys.executable, "-c", HOLDER, f"sqlite:///{file}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=CHECKOUT) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        start = time.monotonic()
        with pytest.raises(LibraryError, match="Another program is writing"), library.writing():
            pass
        assert 0.2 <= time.monotonic() - start < 5
        other.kill()
    with library.writing():
        pass
    library.close()


def test_threads_of_one_program_do_not_wait_for_ever_either(file: Path) -> None:
    library = open_library(f"sqlite:///{file}", patience=0.05)

    def ask() -> None:
        with library.writing():
            pass

    with ThreadPoolExecutor(1) as pool, library.writing():
        refused = pool.submit(ask).exception()
    assert isinstance(refused, LibraryError)
    assert refused.message == "Another program is writing to the database."
    ask()
    library.close()


def test_a_file_that_is_no_database_is_refused_and_kept(file: Path) -> None:
    file.write_text("My notes on gout.\n" * 100)
    refusal = _refusal(f"sqlite:///{file}")
    assert refusal.where == str(file)
    assert refusal.message == "This file is not a database."
    assert "left as it is" in refusal.hint
    assert file.read_text() == "My notes on gout.\n" * 100


def test_a_damaged_database_is_refused_and_kept(file: Path) -> None:
    open_library(f"sqlite:///{file}").close()
    content = bytearray(file.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    file.write_bytes(content)
    refusal = _refusal(f"sqlite:///{file}")
    assert refusal.message == "The database is damaged."
    assert "kept as it is" in refusal.hint
    assert file.read_bytes() == bytes(content)


def test_a_locked_database_says_so(file: Path) -> None:
    open_library(f"sqlite:///{file}").close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    refusal = _refusal(f"sqlite:///{file}", patience=0.05)
    other.close()
    assert refusal.message == "Another program is writing to the database."
    assert refusal.hint


def test_a_lock_met_while_studying_says_so_too(file: Path) -> None:
    library = open_library(f"sqlite:///{file}", patience=0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StudyappError, match="Another program"), library.writing():
        pass
    other.close()
    with library.writing():
        pass
    library.close()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file, not a folder")
    refusal = _refusal(f"sqlite:///{tmp_path / 'notes' / 'library.sqlite'}")
    assert refusal.message == "The database cannot be written."
    assert "--database" in refusal.hint


def test_a_folder_that_may_not_be_written(powerless: Path) -> None:
    folder = powerless / "locked"
    folder.mkdir(mode=0o500)
    refusal = _refusal(f"sqlite:///{folder / 'library.sqlite'}")
    assert refusal.message == "The database cannot be written."


def test_a_file_that_may_not_be_written(powerless: Path) -> None:
    file = powerless / "library.sqlite"
    open_library(f"sqlite:///{file}").close()
    before = file.read_bytes()
    file.chmod(0o444)
    refusal = _refusal(f"sqlite:///{file}")
    assert refusal.where == str(file)
    assert refusal.message == "The database cannot be written."
    assert "Check that you may write the file" in refusal.hint
    assert file.read_bytes() == before


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").mkdir()
    refusal = _refusal(f"sqlite:///{tmp_path / 'library.sqlite'}")
    assert refusal.message == "The database cannot be written."


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("library.sqlite", "This is not a database URL."),
        ("mysql://somebody@localhost/library", "Only SQLite and PostgreSQL are supported."),
        ("sqlite://", "A library needs a file to live in."),
        ("sqlite:///:memory:", "A library needs a file to live in."),
    ],
)
def test_urls_that_name_no_file(url: str, message: str) -> None:
    refusal = _refusal(url)
    assert refusal.message == message
    assert "sqlite:////" in refusal.hint
