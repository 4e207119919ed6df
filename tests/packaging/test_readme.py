"""The examples of README.md run, and what it points at is there."""

import re
import subprocess
from pathlib import Path

from studyapp.deckfile import markdown

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text()
RUNS = re.compile(r"<!-- runs -->\n```sh\n(.*?)```", re.DOTALL)
CARD = re.compile(r"```\n## c-… · (\w+)\n(Q: .*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)]+)\)")


def test_the_examples_run(installed: Path, environment: dict[str, str], tmp_path: Path) -> None:
    script = "set -e\n" + "".join(RUNS.findall(README))
    path = f"{installed}:{environment['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=tmp_path,
        env=environment | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    (shown,) = CARD.findall(README)
    made = (tmp_path / "gout.md").read_text()
    assert f" · {shown[0]}\n{shown[1]}" in made
    assert len(markdown.parse(made, "gout.md").cards) == 1
    assert (tmp_path / "gout.apkg").exists()
    assert (tmp_path / "gout.csv").exists()


def test_what_it_links_to_is_there() -> None:
    for target in LINK.findall(README):
        assert (CHECKOUT / target).exists(), target
