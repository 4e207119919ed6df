"""What the app says when the disk does not obey: seen on a phone, with answers that go on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from studyapp.study import session_summary
from studyapp.study.backups import backup_folder
from studyapp.web import backups
from tests.browser.conftest import START

if TYPE_CHECKING:
    from tests.browser.conftest import Site

_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_HELD_BACK = 400
"""Milliseconds after which a button that has just appeared takes a click."""


@contextmanager
def _without_backup(site: "Site") -> Iterator[None]:
    """A failed backup, for as long as the block runs."""
    folder = backup_folder(site.desk)
    folder.write_text("a file where the folder should be")
    keeper = backups.Keeper(site.desk, site.clock)
    backups.provide(site.app, keeper)
    keeper.look()
    yield
    folder.unlink()


def test_a_failed_backup_is_told_and_studying_goes_on(site: "Site", browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    with _without_backup(site):
        page.goto(site.url("/"))
        expect(page.get_by_text("No backup could be made: File exists.")).to_be_visible()
        assert page.evaluate(_OVERFLOW) <= 0
        assert Axe().run(page).response["violations"] == []
        page.get_by_role("button", name="Start review").click()
        expect(page.locator("#question")).to_be_visible()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_an_answer_that_could_not_be_stored_can_be_given_again(
    site: "Site", browser: Browser, tmp_path: Path, *, script: bool
) -> None:
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 320, "height": 640}
    )
    page: Page = context.new_page()
    page.goto(site.url("/review"))
    page.wait_for_timeout(_HELD_BACK)
    page.get_by_role("button", name="Show answer").click()
    page.wait_for_timeout(_HELD_BACK)
    with closing(sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        page.get_by_role("button", name="Good").click()
        told = page.get_by_text("Another program is writing to the database")
        expect(told.first).to_be_visible(timeout=20_000)
        lost = "kept on this device" if script else "This was not saved; what you did before is."
        expect(page.get_by_text(lost)).to_be_visible()
    if not script:
        page.go_back()
        page.get_by_role("button", name="Good").click()
    expect(page.get_by_text("2 of 5").first).to_be_visible()
    expect(page.get_by_text("1 to send")).to_be_hidden(timeout=20_000)
    assert session_summary(site.desk, START, site.clock()).done == 1
    context.close()
