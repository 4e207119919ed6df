"""Files on disk: read with errors a person can act on, written all or nothing."""

import os
import secrets
import shutil
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from studyapp import reading
from studyapp.deckfile import markdown
from studyapp.model import Deck, Document, StudyappError

_EPOCH = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The clock of a command: SOURCE_DATE_EPOCH when set, so that a build can be repeated."""
    fixed = os.environ.get(_EPOCH, "")
    if not fixed:
        return datetime.now(UTC)
    if not fixed.isdecimal():
        message = f"{fixed!r} is not a whole number of seconds."
        raise StudyappError(_EPOCH, message, "Correct it or leave it unset.")
    return datetime.fromtimestamp(int(fixed), UTC)


def read_deck(path: Path) -> Deck:
    """The deck in a file.

    Raises StudyappError when the file is missing, not to be read, no UTF-8 or no deck.
    """
    return markdown.parse(read_deck_text(path), str(path))


def read_deck_text(path: Path) -> str:
    """The text of a deck file, still to be parsed. Raises StudyappError as `read_deck` does."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        hint = "Check the path, or make a deck with `studyapp build`."
        raise StudyappError(str(path), "there is no such deck file.", hint) from None
    except UnicodeDecodeError:
        hint = "Save it as UTF-8, or give the deck file that `studyapp build` wrote."
        raise StudyappError(str(path), "the file is not UTF-8 text.", hint) from None
    except OSError as error:
        message = f"the deck file cannot be read: {error.strerror}."
        raise StudyappError(str(path), message, "Give a deck file that you may read.") from None


def read_documents(paths: Sequence[Path], names: Container[str]) -> tuple[Document, ...]:
    """The documents at `paths`, folders searched, whose file name is among `names`.

    What was odd about a file is said on stderr. Raises StudyappError when a path is missing
    or such a document cannot be read.
    """
    readings = [reading.read(path) for path in reading.find(paths) if path.name in names]
    for problem in (problem for found in readings for problem in found.problems):
        click.echo(problem, err=True)
    return tuple(found.document for found in readings)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a file, all or nothing, with its line ends as they are. Raises StudyappError."""
    with replacing(path) as beside:
        beside.write_text(text, encoding=encoding, newline="")


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a UTF-8 file piece by piece, all or nothing. Raises StudyappError."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` only when the block ends well.

    It lies in a folder of its own beside the target, so that the last step is one rename and
    a failure leaves the old file as it was. The block should only write: any OSError in it
    is taken for a failure to write. Raises StudyappError.
    """
    target = path.resolve()
    try:
        folder = _folder_beside(target)
        try:
            folder.mkdir(mode=0o700)
            beside = folder / target.name
            yield beside
            _keep(beside)
            beside.replace(target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise _unwritable(path, error) from None


def require_writable(path: Path) -> None:
    """Raise StudyappError now if `replacing(path)` would fail, before long work is done."""
    try:
        folder = _folder_beside(path.resolve())
        try:
            folder.mkdir(mode=0o700)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise _unwritable(path, error) from None


def _folder_beside(target: Path) -> Path:
    """A folder still to be made, with its name known first: Ctrl-C can then not leave it."""
    if target.is_dir():
        raise IsADirectoryError(0, "it is a folder", str(target))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is write-protected", str(target))
    return target.parent / f".studyapp-{secrets.token_hex(8)}"


def _unwritable(path: Path, error: OSError) -> StudyappError:
    message = f"the file cannot be written: {error.strerror}. Nothing was changed."
    hint = "Choose another --output, or make room and allow writing there."
    return StudyappError(str(path), message, hint)


def _keep(path: Path) -> None:
    """Have the bytes on the disk before the rename makes them the file."""
    with path.open("rb") as written:
        os.fsync(written.fileno())
