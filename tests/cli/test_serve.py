import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from signal import SIGINT

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "studyapp", "serve", "--port", "0"]
    command += ["--database", f"sqlite:///{tmp_path / 'library.sqlite'}"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        yield running
        running.terminate()


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_prints_its_address_serves_and_stops_quietly(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    assert server.stderr is not None
    announced = server.stdout.readline()
    found = re.fullmatch(r"studyapp: http://(127\.0\.0\.1:\d+)/ \(stop with Ctrl-C\)\n", announced)
    assert found is not None
    connection = HTTPConnection(found[1], timeout=20)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    connection.close()
    server.send_signal(SIGINT)
    assert server.wait(timeout=20) == 0
    assert server.stderr.read() == ""


def test_a_start_makes_a_backup_and_nothing_is_restored_meanwhile(
    server: subprocess.Popen[str], run: Run, tmp_path: Path
) -> None:
    assert server.stdout is not None
    server.stdout.readline()
    end = time.monotonic() + 20
    while not (found := list((tmp_path / "library-backups").glob("*Z.sqlite"))):
        assert time.monotonic() < end
        time.sleep(0.05)
    result = run("restore", found[0], "--database", f"sqlite:///{tmp_path / 'library.sqlite'}")
    assert result.exit_code == 1
    assert result.stderr == (
        f"studyapp: error: {tmp_path / 'library.sqlite'}: A running studyapp has this library"
        " open. Stop it (Ctrl-C where it runs), then try again. Nothing was changed.\n"
    )


def test_a_port_in_use(run: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        database = f"sqlite:///{tmp_path / 'library.sqlite'}"
        result = run("serve", "--port", port, "--database", database)
    assert result.exit_code == 1
    assert result.stderr == (
        f"studyapp: error: 127.0.0.1:{port}: Another program is using this port; perhaps the app"
        " is already running. Open that address in a browser, or choose another port with"
        " --port.\n"
    )


ELSEWHERE = "192.0.2.1"
"""An address that belongs to no machine: serving there always fails in the end."""


def test_other_machines_are_kept_out(run: Run) -> None:
    result = run("serve", "--host", ELSEWHERE, "--port", "0")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {ELSEWHERE}: Other machines could reach")


def test_letting_them_in_comes_with_a_warning(run: Run, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'library.sqlite'}"
    result = run("serve", "--host", ELSEWHERE, "--allow-network", "--database", database)
    warning, error = result.stderr.splitlines()
    assert warning.startswith(f"studyapp: warning: Anyone who can reach {ELSEWHERE} can read")
    assert "no accounts" in warning
    assert error.startswith(f"studyapp: error: {ELSEWHERE}:8000: The app cannot listen at this")
