from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_sound_deck(run: Run, deck_file: Path, document: Path) -> None:
    result = run("check", deck_file, "--documents", document.parent)
    assert (result.exit_code, result.output) == (0, "2 cards, no problem.\n")


def test_one_line_a_problem(run: Run, deck_file: Path, document: Path) -> None:
    text = deck_file.read_text().replace("A: About 20%", "A: About 30%")
    deck_file.write_text(text)
    heading = text.splitlines().index("## c-00000000000000a1 · figure") + 1
    result = run("check", deck_file, "--documents", document.parent)
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{deck_file}:{heading}: ")
    assert "30" in line
    assert result.stderr == ""


def test_other_documents_in_the_folder_do_not_matter(
    run: Run, deck_file: Path, document: Path
) -> None:
    document.with_name("empty.txt").touch()
    assert run("check", deck_file, "--documents", document.parent).exit_code == 0


def test_a_folder_that_is_not_there(run: Run, deck_file: Path, tmp_path: Path) -> None:
    result = run("check", deck_file, "--documents", tmp_path / "none")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {tmp_path / 'none'}: There is no such")
