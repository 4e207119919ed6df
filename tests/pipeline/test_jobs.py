"""A build shared among processes: the same deck, clear failures, nobody left behind."""

import os
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from studyapp.model import Deck, DeckId, Document, StudyappError
from studyapp.pipeline import NOTE, BuildReport, BuildRequest, Progress, build
from studyapp.workers import Crew, worthwhile
from tests.pipeline.conftest import CLOCK, Build

EMPTY = Deck(DeckId("0123456789abcdef" * 2), "Gout", (), (), NOTE)


LOADED: dict[str, str] = {}


def shared(folder: Path, steps: list[Progress] | None = None) -> BuildReport:
    """What two processes make of a folder."""
    show = (lambda _: None) if steps is None else steps.append
    return build(BuildRequest((folder,), "Gout", EMPTY, jobs=2), show, CLOCK)


def plain(report: BuildReport) -> BuildReport:
    """A report without what its documents keep for later use, which no comparison needs."""
    documents = tuple(
        Document(d.source, d.lines, d.passages, d.subject, d.pages) for d in report.documents
    )
    return replace(report, documents=documents)


def test_two_processes_make_what_one_makes(folder: Path, built: Build) -> None:
    for number in range(5):
        page = f"Gout {number}\n\nAbout {number + 5}% of adults with gout have tophi.\n"
        (folder / f"page{number}.txt").write_text(page)
    steps: list[Progress] = []
    alone = built(folder, existing=EMPTY, progress=steps.append)
    seen: list[Progress] = []
    together = shared(folder, seen)
    assert plain(together) == plain(alone)
    assert together.disagreements
    assert seen == steps
    assert active_children() == []


def test_they_judge_the_cards_of_several_documents_alike(
    folder: Path, built: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.pipeline.together._AT_A_TIME", 1)
    for number in range(3):
        page = (
            "Gout\n\nAbout 15% of adults with gout have tophi.\n\nColchicine may cause nausea.\n"
        )
        (folder / f"page{number}.txt").write_text(page)
    alone = built(folder, existing=EMPTY)
    assert [len(card.citations) for card in alone.deck.cards if card.citations[2:]]
    assert plain(shared(folder)) == plain(alone)
    assert active_children() == []


def test_a_document_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "empty.txt").touch()
    with pytest.raises(StudyappError, match=r"empty\.txt: The document is empty\."):
        shared(folder)
    assert active_children() == []


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(StudyappError, match="ended from outside") as caught, Crew(2) as crew:
        list(crew.each(os._exit, [3, 3, 3]))
    assert caught.value.hint == "Try again with --jobs 1."
    assert active_children() == []


def whose(_: int) -> tuple[int, str]:
    """The process that does a work, and what it found loaded."""
    time.sleep(0.05)
    return os.getpid(), LOADED.get("model", "")


ROOT = Path(__file__).parents[2]
COPIES = """
import os
from studyapp.workers import Crew
from tests.pipeline.test_jobs import LOADED, whose
with Crew(2, lambda: LOADED.update(model="loaded")) as crew:
    found = set(crew.each(whose, range(20)))
assert {model for _, model in found} == {"loaded"}, found
assert os.getpid() not in {process for process, _ in found}
assert len(found) > 1, found
"""


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_copies_have_what_was_loaded_before_them() -> None:
    """In a process of its own: the one that runs the tests may have threads of its own."""
    done = subprocess.run(
        [sys.executable, "-c", COPIES], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_copy_is_made_while_a_thread_runs() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with Crew(2, lambda: LOADED.update(model="copied")) as crew:
            found = {model for _, model in crew.each(whose, range(2))}
    finally:
        done.set()
        thread.join()
    assert found == {""}


def test_a_fault_of_the_program_names_the_document(
    folder: Path, built: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.facts.RULES", (lambda _statement, _context: 1 / 0,))
    message = r"gout\.txt: The program failed on this document \(ZeroDivisionError: .*\)\. Leave"
    with pytest.raises(StudyappError, match=message):
        built(folder)


def test_an_error_comes_whole_from_another_process() -> None:
    error = StudyappError("gout.txt", "It is empty.", "Fill it.")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert str(again) == str(error)
    assert (again.where, again.message, again.hint) == ("gout.txt", "It is empty.", "Fill it.")


def test_little_work_is_done_alone() -> None:
    cores = len(os.sched_getaffinity(0))
    assert worthwhile([]) == 1
    assert worthwhile([1_000] * 40) == 1
    assert worthwhile([900_000_000]) == 1
    assert worthwhile([1_000_000] * 40) == min(cores, 8)
