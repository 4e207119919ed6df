from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studyapp.cli import main

DECK = """\
---
format = 1
deck = "0123456789abcdef0123456789abcdef"
title = "Gout"

[[sources]]
file = "gout.md"
title = "Gout"
---

## c-00000000000000a1 · figure
Q: What percentage of people with gout have a family history?
A: About 20%
> gout.md · Gout · line 3

## c-00000000000000a2 · dose
Q: What is the first dose of colchicine in acute gout?
A: 1 mg
> gout.md · Gout › Treatment · lines 7–8
"""

DOCUMENT = """\
# Gout

About 20% of people with gout have a family history.

## Treatment

Colchicine is given early in acute gout. The first dose of colchicine in acute gout
is 1 mg.
"""

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Calls the program in this process, as a shell would."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def deck_file(tmp_path: Path) -> Path:
    path = tmp_path / "gout-deck.md"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "documents" / "gout.md"
    path.parent.mkdir()
    path.write_text(DOCUMENT, encoding="utf-8")
    return path
