"""The real app, served to a real browser on a free port, over a small library of our own."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserType, Page
from waitress.server import create_server

from studyapp.config import Settings
from studyapp.deckfile.markdown import parse, stamp
from studyapp.model import Deck, Document, Order, Source, SourceId
from studyapp.study import (
    Desk,
    load_deck,
    load_documents,
    load_drafts,
    open_desk,
    open_library,
    save_settings,
)
from studyapp.study import settings as settings_of
from studyapp.web import create_app
from studyapp.web.current import desk as desk_of_request

SHELF = Path(__file__).parent / "shelf"
START = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DOSE = "Adult with anaphylaxis: what dose of adrenaline, and by what route?"

_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The machine's own Chromium; without one, CI fails and a learner's machine skips."""
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        message = "browser tests need Chromium (Debian: apt install chromium)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return {"executable_path": path, "args": list(_FLAGS)}


@pytest.fixture(scope="module")
def large_text(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """A browser whose reader chose text twice as large as usual."""
    flags = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": flags})
    yield browser
    browser.close()


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Without the worker, which would fetch its files anew for every test but those of its own."""
    return {**browser_context_args, "service_workers": "block"}


type_of_app = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass
class Switch:
    """One listening server for all tests; each test puts its own app behind it."""

    app: type_of_app | None = None

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        assert self.app is not None
        return self.app(environ, start_response)


@pytest.fixture(scope="session")
def switch() -> Iterator[tuple[Switch, str]]:
    switch = Switch()
    server = create_server(switch, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    yield switch, f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()


@dataclass
class Clock:
    """A clock that goes on from `moment`, and that the test may move."""

    moment: datetime = START
    _began: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self.moment + timedelta(seconds=time.monotonic() - self._began)


@dataclass(frozen=True)
class Site:
    """The app under test: its address, its learner, itself, and its clock."""

    address: str
    desk: Desk
    app: Flask
    clock: Clock = field(default_factory=Clock)

    def url(self, path: str) -> str:
        return self.address + path


def read_deck(name: str) -> Deck:
    return stamp(parse((SHELF / name).read_text(encoding="utf-8"), name), START)


def read_document(name: str) -> Document:
    lines = (SHELF / name).read_text(encoding="utf-8").splitlines()
    return Document(Source(SourceId(name), name), tuple(lines), ())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one deck of four cards and one of three drafts, documents at hand."""
    file = tmp_path_factory.mktemp("filled") / "library.sqlite"
    library = open_library(f"sqlite:///{file}")
    desk = open_desk(library, START)
    save_settings(desk, replace(settings_of(desk), zone="UTC", order=Order.RISK))
    load_documents(desk, map(read_document, ("allergy.txt", "clinic.txt", "gout.txt")), START)
    load_deck(desk, read_deck("anaphylaxis.md"), START)
    load_drafts(desk, read_deck("gout.md"), START)
    library.close()
    return file


@pytest.fixture
def site(switch: tuple[Switch, str], filled: Path, tmp_path: Path) -> Site:
    """The app on a copy of the library that was filled once."""
    server, address = switch
    clock = Clock()
    file = tmp_path / "library.sqlite"
    shutil.copy(filled, file)
    app = create_app(Settings(f"sqlite:///{file}", tmp_path / "key"), clock)
    with app.app_context():
        desk = desk_of_request()
    server.app = app.wsgi_app
    return Site(address, desk, app, clock)


@pytest.fixture
def review(site: Site, page: Page) -> Page:
    """A sitting begun: the first card's question is on the screen."""
    page.goto(site.url("/"))
    page.get_by_role("button", name="Start review").click()
    page.wait_for_url("**/review")
    return page


@pytest.fixture
def next_edition(site: Site) -> Callable[[], None]:
    """Loads the deck as its next edition has it, with one answer corrected."""

    def load() -> None:
        deck = read_deck("anaphylaxis.md")
        cards = tuple(
            replace(card, answer="10 minutes") if card.id.endswith("2") else card
            for card in deck.cards
        )
        site.clock.moment += timedelta(days=1)
        load_deck(site.desk, stamp(replace(deck, cards=cards), site.clock()), site.clock())

    return load
