import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).parents[2]

Program = Callable[..., subprocess.CompletedProcess[str]]

NOTES = """\
# Gout

About 20% of people with gout have a family history.
"""


def _page(address: str) -> str:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    assert answer.status == HTTPStatus.OK
    return answer.read().decode()


def _shipped() -> tuple[Path, ...]:
    return tuple(sorted((CHECKOUT / "decks").glob("*.md")))


def test_the_wheel_holds_every_template_and_deck(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("templates", "templates"), ("decks", "shipped_decks")):
        files = [path for path in (CHECKOUT / folder).rglob("*") if path.is_file()]
        assert files
        for path in files:
            assert f"studyapp/{inside}/{path.relative_to(CHECKOUT / folder)}" in names


def test_the_program_runs_from_the_wheel(studyapp: Program, installed: Path) -> None:
    assert studyapp("--version").returncode == 0
    where = "import studyapp; print(studyapp.__file__)"
    found = subprocess.run(
        [installed / "python", "-c", where], cwd="/", capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()).is_relative_to(installed.parent)


def test_it_serves_a_styled_page_and_the_shipped_deck(served: str) -> None:
    today = _page(served)
    sheets = re.findall(r'<link rel="stylesheet" href="/([^"]+)"', today)
    assert "--accent:" in "".join(_page(served + sheet) for sheet in sheets)
    assert _shipped()
    for deck in _shipped():
        (title,) = re.findall(r'^title = "(.*)"$', deck.read_text(), re.MULTILINE)[:1]
        assert title in today


def test_it_builds_and_exports(studyapp: Program, tmp_path: Path) -> None:
    (tmp_path / "gout.md").write_text(NOTES)
    built = studyapp("build", "gout.md", "--output", "deck.md")
    assert (built.returncode, built.stderr) == (0, "")
    exported = studyapp("export", "deck.md", "--to", "jsonl")
    cards = [json.loads(line) for line in exported.stdout.splitlines()]
    assert [card["answer"] for card in cards] == ["About 20%"]
    assert studyapp("export", "deck.md", "--to", "anki", "--output", "deck.apkg").returncode == 0
    assert zipfile.is_zipfile(tmp_path / "deck.apkg")
