"""What is PostgreSQL's own: who waits for whom, and what a learner is told when it says no."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from urllib.parse import unquote

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from studyapp.model import Deck, DeckId, LearnerSettings, StudyappError, UserId
from studyapp.store import Library, LibraryError, library_path, open_library
from studyapp.store.decks import put_deck
from studyapp.store.instants import from_micros
from studyapp.store.learners import add_learner
from tests.postgres import Server, running

CHECKOUT = Path(__file__).parents[2]
ONE, OTHER = UserId(1), UserId(2)


@pytest.fixture
def url(postgres: Server) -> Iterator[str]:
    with postgres.ready() as url:
        yield url


@pytest.fixture
def library(url: str) -> Iterator[Library]:
    opened = open_library(url, patience=0.2)
    yield opened
    opened.close()


def _database(library: Library) -> str:
    with library.reading() as session:
        return str(session.scalar(text("SELECT current_database()")))


def _learn(library: Library) -> None:
    with library.writing() as session:
        add_learner(session, LearnerSettings(zone="UTC"), from_micros(0))


def _learners(library: Library) -> int:
    with library.reading() as session:
        return int(session.scalar(text("SELECT count(*) FROM users")) or 0)


def _refusal(url: str) -> StudyappError:
    with pytest.raises(StudyappError) as raised:
        open_library(url)
    return raised.value


def test_learners_do_not_wait_for_each_other(library: Library) -> None:
    with library.of(ONE).writing(), library.of(OTHER).writing(), library.of(OTHER).reading():
        pass


@pytest.mark.parametrize(("holder", "asker"), [(ONE, ONE), (ONE, None), (None, ONE), (None, None)])
def test_one_learner_waits_for_themselves_and_the_whole_library_for_all(
    library: Library, holder: UserId | None, asker: UserId | None
) -> None:
    held, asked = (library if one is None else library.of(one) for one in (holder, asker))
    for begin in (asked.connection, asked.quick):
        with (
            held.connection(),
            pytest.raises(LibraryError, match="Another program is writing"),
            begin(),
        ):
            pass
        with begin():
            pass


def test_who_waited_sees_what_the_one_before_wrote(url: str) -> None:
    library = open_library(url)
    held = Event()

    def hold() -> None:
        with library.writing() as session:
            held.set()
            add_learner(session, LearnerSettings(zone="UTC"), from_micros(0))

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(hold)
        assert held.wait(10)
        with library.connection() as connection:
            assert connection.scalar(text("SELECT count(*) FROM users")) == 1
        first.result()
    library.close()


def test_what_is_committed_is_on_the_disk_whatever_the_database_was_set_to(
    postgres: Server, url: str
) -> None:
    before = open_library(url)
    name = _database(before)
    before.close()
    for said, kept in (("off", "on"), ("remote_apply", "remote_apply")):
        postgres.execute(f"ALTER DATABASE {name} SET synchronous_commit = {said}")
        library = open_library(url)
        with library.connection() as connection:
            assert connection.scalar(text("SHOW synchronous_commit")) == kept
        library.close()


def test_another_default_of_isolation_changes_nothing(postgres: Server, url: str) -> None:
    before = open_library(url)
    name = _database(before)
    before.close()
    postgres.execute(
        f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'"
    )
    test_who_waited_sees_what_the_one_before_wrote(url)


def test_a_server_that_was_started_anew_costs_no_answer() -> None:
    with running() as server:
        library = open_library(server.new("library"))
        _learn(library)
        assert _learners(library) == 1
        server.stop()
        with pytest.raises(LibraryError) as refused:
            _learn(library)
        assert refused.value.message == "The database server cannot be reached."
        assert "then try again" in refused.value.hint
        server.start()
        _learn(library)
        assert _learners(library) == 2
        library.close()


def test_what_was_acknowledged_outlives_a_crash_of_the_server() -> None:
    with running("-c", "fsync=on") as server:
        library = open_library(server.new("library"))
        for _ in range(3):
            _learn(library)
        server.crash()
        server.start()
        assert _learners(library) == 3
        library.close()


@pytest.mark.parametrize("path", ["connection", "quick"])
def test_a_connection_lost_on_the_way(postgres: Server, library: Library, path: str) -> None:
    name = _database(library)
    begin = getattr(library, path)

    def write() -> None:
        with begin() as connection:
            postgres.disconnect(name)
            connection.connection.cursor().execute("DELETE FROM users")

    with pytest.raises(LibraryError) as refused:
        write()
    assert refused.value.message == "The connection to the database server was lost."
    with begin() as connection:
        connection.connection.cursor().execute("DELETE FROM users")


TELLING = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{code}'; END $$;
CREATE TRIGGER refuse BEFORE INSERT ON users EXECUTE FUNCTION refuse();
"""


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("53100", "The disk refused to store this."),
        ("58030", "The disk refused to store this."),
        ("40001", "Another program is writing to the database."),
        ("40P01", "Another program is writing to the database."),
        ("XX001", "The database is damaged."),
        ("57P01", "The connection to the database server was lost."),
        ("53300", "The database server has no room for another connection now."),
        ("42501", "The database cannot be written."),
    ],
)
def test_what_the_server_says_by_its_code(
    postgres: Server, library: Library, code: str, message: str
) -> None:
    postgres.execute(TELLING.format(code=code), _database(library))
    with pytest.raises(LibraryError) as refused:
        _learn(library)
    assert refused.value.message == message
    assert refused.value.where == library.where
    assert refused.value.hint
    assert _learners(library) == 0


def test_a_fault_of_our_own_stays_one(library: Library) -> None:
    with pytest.raises(ProgrammingError), library.connection() as connection:
        connection.execute(text("SELECT * FROM no_such_table"))


def _write_nul(library: Library) -> None:
    with library.writing() as session:
        user = add_learner(session, LearnerSettings(), from_micros(0))
        put_deck(session, user, Deck(DeckId("0" * 32), "Go\0ut", (), ()), from_micros(0))


def test_a_text_that_cannot_be_kept(library: Library) -> None:
    with pytest.raises(LibraryError, match="NUL"):
        _write_nul(library)


Spoil = Callable[[Server, str], str]


def _no_server(server: Server, name: str) -> str:
    return server.url(name).replace("?host=", "?host=/nowhere")


def _no_database(server: Server, name: str) -> str:
    return server.url(f"{name}_else")


def _no_such_user(server: Server, name: str) -> str:
    return server.url(name, "somebody")


def _wrong_password(server: Server, name: str) -> str:
    server.role("locked", "PASSWORD 'right'")
    return server.url(name, "locked:hunter2")


def _no_password(server: Server, name: str) -> str:
    server.role("locked", "PASSWORD 'right'")
    return server.url(name, "locked")


def _no_rights(server: Server, name: str) -> str:
    server.role("guest")
    return server.url(name, "guest")


def _crowded(server: Server, name: str) -> str:
    server.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    return _no_rights(server, name)


def _read_only(server: Server, name: str) -> str:
    server.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    return server.url(name)


@pytest.mark.parametrize(
    ("spoil", "message", "remedy"),
    [
        (_no_server, "The database server cannot be reached.", "Start it"),
        (_no_database, "The database server has no such database.", "createdb"),
        (_no_such_user, "The database server does not let this user in.", "Check the user"),
        (_wrong_password, "The database server does not let this user in.", "password"),
        (_no_password, "The database server does not let this user in.", "PGPASSWORD"),
        (_no_rights, "The database cannot be written.", "Check that the user may"),
        (_crowded, "The database server has no room for another connection now.", "Close"),
        (_read_only, "The database cannot be written.", "read-only"),
    ],
)
def test_a_library_that_cannot_be_opened(
    postgres: Server, spoil: Spoil, message: str, remedy: str
) -> None:
    with postgres.ready() as url:
        name = make_url(url).database
        assert name is not None
        asked = spoil(postgres, name)
        refusal = _refusal(asked)
    assert isinstance(refusal, LibraryError)
    assert refusal.message == message
    assert remedy in refusal.hint
    assert unquote(refusal.where) == asked.replace(":hunter2", "")


def test_a_new_library_where_no_table_may_be_made(postgres: Server) -> None:
    with postgres.empty() as url:
        postgres.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", str(make_url(url).database))
        postgres.role("guest")
        refusal = _refusal(url.replace("learner@", "guest@"))
    assert refusal.message == "The database cannot be written."


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_keep_every_letter(postgres: Server, encoding: str) -> None:
    postgres.execute(f"CREATE DATABASE old TEMPLATE template0 ENCODING {encoding}")
    refusal = _refusal(postgres.url("old"))
    postgres.drop("old")
    assert refusal.message == (
        f"This database cannot keep every letter (its encoding is {encoding})."
    )
    assert "createdb --encoding=UTF8" in refusal.hint


@pytest.mark.parametrize("word", ["postgresql", "postgresql+psycopg"])
def test_urls_of_a_library(url: str, word: str) -> None:
    open_library(url.replace("postgresql+psycopg", word)).close()


def test_another_driver_is_refused(url: str) -> None:
    refusal = _refusal(url.replace("+psycopg", "+asyncpg"))
    assert refusal.message == "PostgreSQL is spoken to by psycopg alone."
    assert "postgresql+psycopg://" in refusal.hint


WITHOUT_DRIVER = """
import sys
sys.modules["psycopg"] = None  # as Python marks what cannot be imported
from studyapp.cli import main
main(["import", sys.argv[1], "--database", "postgresql://me:hunter2@localhost/library"])
"""


def test_without_the_driver_its_remedy_is_named() -> None:
    deck = CHECKOUT / "decks" / "spinal-metastases.md"
    command = [sys.executable, "-c", WITHOUT_DRIVER, str(deck)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert ended.returncode == 1
    assert ended.stderr == (
        "studyapp: error: postgresql://me@localhost/library: The driver for PostgreSQL is not"
        " installed. Install it: pip install 'studyapp[postgresql]'.\n"
    )


def test_a_library_on_a_server_has_no_file(library: Library, url: str) -> None:
    assert library.path is None
    for ask in (library.file, lambda: library_path(url)):
        with pytest.raises(StudyappError) as refused:
            ask()
        assert refused.value.where == library.where
        assert "pg_dump" in refused.value.hint
        assert "pg_restore" in refused.value.hint
