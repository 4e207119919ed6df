import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_json_lines_are_printed(run: Run, deck_file: Path) -> None:
    run("stamp", deck_file)
    result = run("export", deck_file, "--to", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    cards = [json.loads(line) for line in result.stdout.splitlines()]
    assert [card["answer"] for card in cards] == ["About 20%", "1 mg"]
    assert cards[0]["sources"][0]["document"] == "gout.md"


def test_a_table_is_printed(run: Run, deck_file: Path) -> None:
    run("stamp", deck_file)
    rows = list(csv.DictReader(io.StringIO(run("export", deck_file, "--to", "csv").stdout)))
    assert [row["answer"] for row in rows] == ["About 20%", "1 mg"]


def test_a_table_in_a_file_opens_in_a_spreadsheet(
    run: Run, deck_file: Path, tmp_path: Path
) -> None:
    run("stamp", deck_file)
    output = tmp_path / "gout.csv"
    result = run("export", deck_file, "--to", "csv", "--output", output)
    assert (result.exit_code, result.stdout) == (0, f"{output}: 2 cards.\n")
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in output.read_bytes()
    assert b"\r\r" not in output.read_bytes()


def test_a_package_for_anki(run: Run, deck_file: Path, tmp_path: Path) -> None:
    run("stamp", deck_file)
    output = tmp_path / "gout.apkg"
    result = run("export", deck_file, "--to", "anki", "--output", output)
    assert (result.exit_code, result.stdout) == (0, f"{output}: 2 cards.\n")
    assert zipfile.is_zipfile(output)


def test_a_package_is_not_printed(run: Run, deck_file: Path) -> None:
    result = run("export", deck_file, "--to", "anki")
    assert result.exit_code == 2
    assert "--to anki needs --output FILE" in result.stderr


def test_undated_edits_are_named(run: Run, deck_file: Path) -> None:
    run("stamp", deck_file)
    deck_file.write_text(deck_file.read_text().replace("A: 1 mg", "A: 1 mg by mouth"))
    result = run("export", deck_file, "--to", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == (
        f"{deck_file}: 1 card edited by hand and not yet dated, so Anki may keep its older text."
        f" Run `studyapp stamp {deck_file}`, then export again.\n"
    )
    assert len(result.stdout.splitlines()) == 2


def test_a_package_that_cannot_be_written(run: Run, deck_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "none" / "gout.apkg"
    result = run("export", deck_file, "--to", "anki", "--output", output)
    assert result.exit_code == 1
    assert f"{output}: the file cannot be written: No such file or directory." in result.stderr


def test_a_deck_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("export", tmp_path / "none.md", "--to", "jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"studyapp: error: {tmp_path / 'none.md'}: there is no such")
