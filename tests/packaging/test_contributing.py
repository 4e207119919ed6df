"""The worked examples of CONTRIBUTING.md work."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program with the examples among its files."""
    for name in ("studyapp", "templates"):
        shutil.copytree(
            CHECKOUT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    guide = (CHECKOUT / "CONTRIBUTING.md").read_text()
    for name, text in EXAMPLE.findall(guide):
        (tmp_path / name).write_text(text)
    return tmp_path


def _run(copy: Path, script: str) -> str:
    """What a script prints that imports the program from the copy."""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_the_guide_is_short() -> None:
    assert len((CHECKOUT / "CONTRIBUTING.md").read_text().splitlines()) <= 150


READER = """
from studyapp import reading
from studyapp.reading.org import read_org
reading.TEXT_READERS[".org"] = read_org
page = b"* Gout\\n\\nGout is common.\\n** Drugs\\n- Colchicine\\n- Steroids\\n"
for passage in reading.read_bytes(page, "gout.org", "gout.org").document.passages:
    print(passage.lines, passage.headings, passage.text)
"""


def test_the_reader(copy: Path) -> None:
    assert _run(copy, READER).splitlines() == [
        "line 3 ('Gout',) Gout is common.",
        "line 5 ('Gout', 'Drugs') Colchicine",
        "line 6 ('Gout', 'Drugs') Steroids",
    ]


RULE = """
import spacy
from studyapp.facts.context import Context
from studyapp.facts.rules.half_life import half_lives
from studyapp.facts.statement import Statement
from studyapp.model import Citation, Lines, Passage
for text in ("The half-life of Digoxin is about 36 hours.", "The half-life of digoxin varies."):
    lines = Lines(1, 1)
    passage = Passage("a.md", "heart failure", (), text, lines)
    doc = spacy.blank("en")(text)
    statement = Statement(text, doc, passage, (Citation("a.md", (), lines),))
    for fact in half_lives(statement, Context("heart failure", frozenset({"digoxin"}))):
        print(fact.question, fact.value)
"""


def test_the_rule(copy: Path) -> None:
    assert _run(copy, RULE) == "What is the half-life of digoxin? about 36 hours\n"


PAGE = """
from pathlib import Path
from studyapp.config import Settings
from studyapp.web import create_app, publishers
app = create_app(Settings("sqlite:///library.sqlite", Path("key"), decks=(Path("gout.md"),)))
app.register_blueprint(publishers.pages)
print(app.test_client().get("/publishers", base_url="http://127.0.0.1").text)
"""

DECK = """\
---
format = 1
deck = "0123456789abcdef0123456789abcdef"
title = "Gout"

[[sources]]
file = "gout.txt"
title = "Gout"
publisher = "The Joint Society"
---

## c-00000000000000a1 · figure
Q: How many?
A: Two
> gout.txt · line 1
"""


def test_the_page(copy: Path) -> None:
    (copy / "gout.md").write_text(DECK)
    assert "<li>Gout: The Joint Society</li>" in _run(copy, PAGE)
