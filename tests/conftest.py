import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest

from studyapp.config.parser import Parser, load_parser
from tests.postgres import Server, with_template

NOBODY = 65534
NewDatabase = Callable[[], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The loaded language model; loading takes about a second."""
    return load_parser()


@pytest.fixture
def powerless() -> Iterator[Path]:
    """An open folder, and no rights beyond those of an ordinary user while the test runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if before == 0:
                os.seteuid(0)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for all tests, each of which makes its own database."""
    with with_template() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> NewDatabase:
    """Makes an empty library, in each kind of database; its URL holds within the block."""
    if request.param == "sqlite":
        return partial(_file, tmp_path)
    server: Server = request.getfixturevalue("postgres")
    return server.ready


@contextmanager
def _file(folder: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir=folder) as name:
        yield f"sqlite:///{name}/library.sqlite"


@pytest.fixture
def database(new_database: NewDatabase) -> Iterator[str]:
    """The URL of an empty library, in each kind of database."""
    with new_database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database in which no library was made yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'library.sqlite'}"
        return
    server: Server = request.getfixturevalue("postgres")
    with server.empty() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def another_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A second one beside `database`, in each kind of database; no library was made in it yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'another' / 'library.sqlite'}"
        return
    server: Server = request.getfixturevalue("postgres")
    with server.empty() as url:
        yield url
