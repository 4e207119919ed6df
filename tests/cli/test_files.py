import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.cli import files
from studyapp.model import StudyappError


def test_reads_a_deck(deck_file: Path) -> None:
    assert files.read_deck(deck_file).title == "Gout"


def test_a_missing_deck_says_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StudyappError) as caught:
        files.read_deck(tmp_path / "none.md")
    assert str(caught.value) == (
        f"{tmp_path / 'none.md'}: there is no such deck file."
        " Check the path, or make a deck with `studyapp build`."
    )


def test_a_deck_must_be_utf8(tmp_path: Path) -> None:
    path = tmp_path / "deck.md"
    path.write_bytes(b'---\ntitle = "K\xf6rper"\n---\n')
    with pytest.raises(StudyappError, match=r"deck\.md: the file is not UTF-8 text\. Save it as"):
        files.read_deck(path)


def test_a_folder_is_no_deck(tmp_path: Path) -> None:
    with pytest.raises(StudyappError, match=r"cannot be read: Is a directory\. Give a deck file"):
        files.read_deck(tmp_path)


def test_a_deck_that_may_not_be_read(powerless: Path) -> None:
    path = powerless / "deck.md"
    path.touch(mode=0o000)
    with pytest.raises(StudyappError, match=r"deck\.md: .* cannot be read: Permission denied\."):
        files.read_deck(path)


def test_writes_as_given(tmp_path: Path) -> None:
    files.write_text(tmp_path / "out.md", "Größe\nzwei\n")
    assert (tmp_path / "out.md").read_bytes() == "Größe\nzwei\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "deck.md"
    target.write_text("old")
    (tmp_path / "link.md").symlink_to(target)
    files.write_text(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("none/out.md", "No such file or directory"),
        ("file/out.md", "Not a directory"),
        ("folder", "it is a folder"),
    ],
)
def test_an_output_that_cannot_be(tmp_path: Path, output: str, reason: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for attempt in (files.require_writable, lambda path: files.write_text(path, "new")):
        with pytest.raises(StudyappError) as caught:
            attempt(tmp_path / output)
        assert str(caught.value) == (
            f"{tmp_path / output}: the file cannot be written: {reason}. Nothing was changed."
            " Choose another --output, or make room and allow writing there."
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_folder_that_may_not_be_written(powerless: Path) -> None:
    folder = powerless / "locked"
    folder.mkdir(mode=0o555)
    with pytest.raises(StudyappError, match=r"cannot be written: Permission denied\. Nothing"):
        files.write_text(folder / "deck.md", "new")
    assert list(folder.iterdir()) == []


FILL = """
import sys
from pathlib import Path
from studyapp.cli import files
from studyapp.model import StudyappError
try:
    files.write_text(Path(sys.argv[1]), "new " * 100_000)
except StudyappError as error:
    sys.exit(str(error))
"""


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.md"
    path.write_text("old")
    limit = 4096

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-B", "-c", FILL, path],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=nearly_full,  # the limit must hold for the child alone
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"{path}: the file cannot be written: File too large.")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["deck.md"]


def test_the_clock_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert files.now() == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_a_clock_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    with pytest.raises(StudyappError, match=r"^SOURCE_DATE_EPOCH: 'noon' is not a whole number"):
        files.now()
