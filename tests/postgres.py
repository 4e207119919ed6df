"""A PostgreSQL server of the tests' own, in a temporary folder, reached by a socket alone."""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from studyapp.store import open_library

_DEBIAN = Path("/usr/lib/postgresql")
_NAME = "learner"
_PATIENCE = 30.0
_TEMPLATE = "up_to_date"

# The server has to be stopped when the tests are, even killed ones: their end of the pipe
# closes then.
_WATCHED = '"$@" & read -r _; kill -INT $!; wait $!'

_FAST = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=on")
_ACCESS = """\
local all locked scram-sha-256
local all all trust
"""


def binary(name: str) -> str:
    """One of the server's programs; without them, CI fails and a learner's machine skips."""
    found = shutil.which(name)
    newest = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if found is None and not newest:
        message = "tests on PostgreSQL need its server (Debian: apt install postgresql)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return found or str(newest[-1])


def _unprivileged() -> dict[str, Any]:
    """As whom the server runs: it refuses root."""
    if os.geteuid() != 0:
        return {}
    known = {one.pw_name for one in pwd.getpwall()}
    return {"user": "postgres" if "postgres" in known else "nobody", "extra_groups": ()}


@dataclass(frozen=True)
class Server:
    """A running server. `folder` holds its socket and its data."""

    folder: Path
    settings: tuple[str, ...] = _FAST
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def url(self, database: str, user: str = _NAME) -> str:
        """How the program is told of a database of this server."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection of another program, each statement of it a transaction."""
        return psycopg.connect(host=str(self.folder), user=_NAME, dbname=database, autocommit=True)

    def execute(self, statement: str, database: str = "postgres") -> None:
        """One statement of another program."""
        with self.connect(database) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [binary("postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder)]
        command += ["-c", "listen_addresses=", *self.settings]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                ["/bin/sh", "-c", _WATCHED, "sh", *command],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **_unprivileged(),
            )
        self._running.append(process)
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                return self.connect().close()
            except psycopg.OperationalError:
                if time.monotonic() > end or process.poll() is not None:
                    pytest.fail((self.folder / "log").read_text(errors="replace"))
                time.sleep(0.02)

    def stop(self) -> None:
        """Stop it, whoever is connected."""
        process = self._running.pop()
        assert process.stdin is not None
        process.stdin.close()
        process.wait(_PATIENCE)

    def crash(self) -> None:
        """Stop it as a loss of its process would: it has no time to write anything down."""
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGQUIT)
        while (self.folder / "data" / "postmaster.pid").exists():
            time.sleep(0.02)
        self.stop()

    def disconnect(self, database: str) -> None:
        """Close every connection of the program to a database, as an administrator may."""
        with self.connect() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = %s AND application_name = 'studyapp'",
                (database,),
            )

    def role(self, name: str, rest: str = "") -> None:
        """Make a user who may do nothing, in place of one of that name."""
        self.execute(f"DROP ROLE IF EXISTS {name}")
        self.execute(f"CREATE ROLE {name} LOGIN {rest}")

    def new(self, name: str, template: str = "template0") -> str:
        """Make a database like another, in place of one of that name."""
        self.drop(name)
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The URL of a new database without tables, which goes at the end."""
        yield self.new(name := f"test_{secrets.token_hex(6)}")
        self.drop(name)

    @contextmanager
    def ready(self) -> Iterator[str]:
        """The same, but with the tables of a library."""
        yield self.new(name := f"test_{secrets.token_hex(6)}", _TEMPLATE)
        self.drop(name)


@contextmanager
def running(*settings: str) -> Iterator[Server]:
    """A server that is gone when the block ends, data and all."""
    initdb = binary("initdb")
    # In /tmp itself: the path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        server = Server(Path(name), settings or _FAST)
        as_whom = _unprivileged()
        if as_whom:
            shutil.chown(name, as_whom["user"])
        command = [initdb, "-D", f"{name}/data", "-U", _NAME, "--auth=trust", "--no-sync"]
        command += ["--encoding=UTF8", "--locale=C"]
        made = subprocess.run(command, capture_output=True, check=False, cwd=name, **as_whom)
        assert made.returncode == 0, made.stderr.decode()
        (server.folder / "data" / "pg_hba.conf").write_text(_ACCESS)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def with_template() -> Iterator[Server]:
    """A server that has a library to make others from: faster than bringing up each."""
    with running() as server:
        open_library(server.new(_TEMPLATE)).close()
        yield server
