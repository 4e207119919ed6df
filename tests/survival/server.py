"""The real program as a server of its own, to be killed at any moment."""

import os
import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

CHECKOUT = Path(__file__).parents[2]
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_PATIENCE = 30


class Server:
    """`studyapp serve` on a library in `folder`, from its announcement until it is killed."""

    def __init__(self, folder: Path) -> None:
        self._errors = (folder / "errors.txt").open("ab")
        command = [sys.executable, "-m", "studyapp", "serve", "--port", "0"]
        command += ["--database", f"sqlite:///{folder / 'library.sqlite'}"]
        self._process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env=os.environ | {"XDG_DATA_HOME": str(folder / "data")},
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        assert self._process.stdout is not None
        announced = re.search(r"http://(\S+)/", self._process.stdout.readline())
        assert announced is not None, (folder / "errors.txt").read_text(encoding="utf-8")
        self.address = announced[1]

    def kill(self) -> None:
        """kill -9: no handler runs, nothing is flushed."""
        self._process.kill()
        self._process.wait()
        self._errors.close()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Browser:
    """One browser: its cookies, and the token of its forms, which outlive the server."""

    def __init__(self) -> None:
        self._cookies: dict[str, str] = {}
        self._token = ""

    def open(self, address: str) -> HTTPConnection:
        """A connection to the server, with a page seen if none was before."""
        connection = HTTPConnection(address, timeout=_PATIENCE)
        if not self._token:
            status, page = self.ask(connection, "GET", "/review")
            found = _TOKEN.search(page)
            assert status == 200
            assert found is not None
            self._token = found[1]
        return connection

    def post(self, connection: HTTPConnection, path: str, form: dict[str, str]) -> int:
        """The status of the answer to a form, sent as the page's script sends it."""
        status, _ = self.ask(connection, "POST", path, {**form, "csrf_token": self._token})
        return status

    def ask(
        self, connection: HTTPConnection, verb: str, path: str, form: dict[str, str] | None = None
    ) -> tuple[int, str]:
        """Status and text of an answer that came whole; OSError or HTTPException if none did."""
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"X-Studyapp-Part": "stage"} if form else {}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if cookie:
            headers["Cookie"] = cookie
        connection.request(verb, path, urlencode(form) if form else None, headers)
        response = connection.getresponse()
        text = response.read().decode()
        for line in response.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return response.status, text
