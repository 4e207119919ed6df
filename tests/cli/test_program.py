import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from studyapp import __version__
from studyapp.cli import main
from studyapp.cli.program import VERBS


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"studyapp {__version__}\n")


def test_the_module_is_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "studyapp", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"studyapp {__version__}\n"


def test_help_says_what_each_verb_is_for() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for name, verb in VERBS.items():
        assert re.search(rf"^  {name} +{re.escape(verb.purpose)}$", result.stdout, re.MULTILINE)


def test_help_does_not_wait_for_the_language_model() -> None:
    script = "import sys; from studyapp.cli import main; main(['--help'], standalone_mode=False);"
    script += "sys.exit('spacy' in sys.modules or 'flask' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=True)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str) -> None:
    result = CliRunner().invoke(main, [verb, "--help"])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {verb} ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["quiz"], "No such command 'quiz'"),
        (["build", "a.txt"], "Missing option '--output'"),
        (["build", "--output", "deck.md"], "Missing argument 'DOCUMENTS...'"),
        (["check", "deck.md"], "Missing option '--documents'"),
        (["export", "deck.md", "--to", "pdf"], "'pdf' is not one of 'jsonl', 'anki', 'csv'"),
        (["serve", "--port", "70000"], "70000 is not in the range"),
    ],
)
def test_a_wrong_call_is_a_usage_error(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert message in result.stderr
