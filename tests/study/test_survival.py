"""An answer that was acknowledged is there, whatever happens next."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.model import CardRef, Deck
from studyapp.study import card_page, load_deck, open_desk, open_library

DeckMaker = Callable[..., Deck]

LEARNER = """
import os, signal, sys
from datetime import UTC, datetime
from studyapp.model import CardId, CardRef, DeckId, Rating, ReviewId
from studyapp.study import Submission, answer, open_desk, open_library

url, deck, card = sys.argv[1:]
now = datetime(2026, 3, 2, 12, tzinfo=UTC)
desk = open_desk(open_library(url), now)
ref = CardRef(DeckId(deck), CardId(card))
answered = answer(desk, Submission(ReviewId("r1"), ref, Rating.GOOD), now)
os.write(1, answered.interval.encode())
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_killed_right_after_an_acknowledged_answer(database: str, make_deck: DeckMaker) -> None:
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    deck = make_deck(2)
    library = open_library(database)
    desk = open_desk(library, now)
    load_deck(desk, deck, now)
    library.close()

    ended = subprocess.run(
        [sys.executable, "-c", LEARNER, database, deck.id, deck.cards[0].id],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=60,
    )
    assert ended.stdout == b"10 min", ended.stderr
    assert ended.returncode == -9

    library = open_library(database)
    page = card_page(open_desk(library, now), CardRef(deck.id, deck.cards[0].id), now)
    assert [one.interval for one in page.reviews] == ["10 min"]
    assert page.memory is not None
    library.close()
