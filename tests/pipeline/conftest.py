from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.config.parser import Parser
from studyapp.model import Deck
from studyapp.pipeline import BuildReport, BuildRequest, Progress, build

CLOCK = datetime(2026, 11, 22, 10, tzinfo=UTC)
LATER = datetime(2027, 1, 5, 8, 30, tzinfo=UTC)

PAGES = {
    "gout.txt": "Gout\n\nAbout 15% of adults with gout have tophi.\n\n"
    "Colchicine reduces inflammation.\n\nThe urate level should be checked every 3 months.\n",
    "toes.md": "# About gout\n\nAbout 15% of adults with gout have tophi.\n\n"
    "Gout is treated with NSAIDs, colchicine or steroids.\n",
}

Build = Callable[..., BuildReport]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds as the program does, with the parser that is already loaded."""
    monkeypatch.setattr("studyapp.pipeline.single.load_parser", lambda: parser)

    def built(
        *paths: Path,
        existing: Deck | None = None,
        clock: datetime = CLOCK,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> BuildReport:
        return build(BuildRequest(paths, "Gout", existing), progress, clock)

    return built
