"""A library of every schema that was ever given out, as SQL: `python -m tests.store.released`.

The program writes the library of the present schema into `schemas/`, unless there is one: what
was given out stays as it is, and the tests bring each up to date.
"""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, create_engine, select

import studyapp.store.migrations
from studyapp.model import (
    Card,
    CardId,
    CardRef,
    Citation,
    Deck,
    DeckId,
    Document,
    FactKind,
    LearnerSettings,
    Lines,
    Rating,
    ReviewId,
    Side,
    Source,
    SourceId,
)
from studyapp.store.migrate import revisions
from studyapp.study import (
    Desk,
    Edit,
    Fault,
    Submission,
    accept_draft,
    answer,
    bury,
    discard_draft,
    edit_card,
    load_deck,
    load_documents,
    load_drafts,
    open_desk,
    open_library,
    report,
    save_settings,
    set_due,
    suspend,
    undo,
    undo_draft,
)

SCHEMAS = Path(__file__).parent / "schemas"
MIGRATIONS = Path(str(studyapp.store.migrations.__file__)).parent
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
Rows = dict[str, list[dict[str, object]]]
_HOUR = timedelta(hours=1)
STUDIED, DRAFTED = DeckId("1" * 32), DeckId("2" * 32)
_SOURCE = Source(SourceId("gout.txt"), "Gout", publisher="Joint Society", sha256="a" * 64)
_PLACE = Citation(_SOURCE.id, ("Gout", "Long term"), Lines(9, 9), page=2, quote="Aim for less")


def ref(deck: DeckId, number: int) -> CardRef:
    """The n-th card of a deck of these libraries."""
    return CardRef(deck, CardId(f"c-{number:016x}"))


def _deck(deck: DeckId, count: int) -> Deck:
    cards = tuple(
        Card(
            id=ref(deck, number).card,
            kind=FactKind.DOSE,
            question=f"Dose {number} in “gout” — how many µg?",
            answer=f"{number}00 micrograms",
            citations=(_PLACE,),
            differs=(Side("half of it", (_PLACE,)),) if number == 1 else (),
            extra="By mouth.",
            topic="gout",
        )
        for number in range(1, count + 1)
    )
    return Deck(deck, f"Gout {deck[0]}", (_SOURCE,), cards, "For study.")


def _study(desk: Desk) -> None:
    """Answers on four days, one taken back, one late; an edit, a new edition, a card set aside."""
    deck = _deck(STUDIED, 5)
    load_deck(desk, deck, START)
    load_documents(desk, [Document(_SOURCE, ("Gout", "", "Aim for less."), ())], START)
    at = START
    for number, rating in enumerate((3, 1, 4, 3, 2, 3, 3, 1, 3, 4)):
        at += timedelta(days=1) if number % 3 == 0 else _HOUR
        review = ReviewId(f"review-{number:016d}")
        milliseconds = None if number == 4 else 900 * number
        given = Submission(
            review, ref(STUDIED, number % 4 + 1), Rating(rating), at, "w" * 16, milliseconds
        )
        answer(desk, given, at)
    undo(desk, None, at)
    late = Submission(ReviewId("review-late-000001"), ref(STUDIED, 1), Rating.HARD, START + _HOUR)
    answer(desk, late, at)
    edit_card(desk, ref(STUDIED, 2), Edit("My own question?", "My own answer", "Mine."), at)
    set_due(desk, ref(STUDIED, 1), at.date() + timedelta(days=9), at)
    report(desk, ref(STUDIED, 2), Fault.UNCLEAR, "Which gout?", at)
    bury(desk, ref(STUDIED, 4), at)
    suspend(desk, ref(STUDIED, 3), at)
    changed = replace(deck.cards[3], answer="450 micrograms", changed=at, was="400 micrograms")
    load_deck(desk, replace(deck, cards=(*deck.cards[:3], changed)), at + _HOUR)


def _draft(desk: Desk) -> None:
    """Drafts accepted, discarded, taken back and not looked at."""
    load_drafts(desk, _deck(DRAFTED, 4), START)
    accept_draft(desk, ref(DRAFTED, 1), START)
    discard_draft(desk, ref(DRAFTED, 2), START + _HOUR, "said twice")
    accept_draft(desk, ref(DRAFTED, 3), START + 2 * _HOUR)
    undo_draft(desk, DRAFTED, START + 3 * _HOUR)


def write(file: Path) -> None:
    """A file with a library of the present schema, with something in every table."""
    fill(f"sqlite:///{file}")


def fill(url: str) -> None:
    """Put something into every table of the library at a URL."""
    library = open_library(url)
    desk = open_desk(library, START)
    save_settings(desk, LearnerSettings("Europe/London", 3, 0.88, 7))
    _study(desk)
    _draft(desk)
    library.close()


def rows_of(url: str) -> Rows:
    """Every row of every table, by the names of its columns."""
    engine = create_engine(url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        found = {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).mappings()
            for table in tables.sorted_tables
        }
        rows = {name: [dict(row) for row in every] for name, every in found.items()}
    engine.dispose()
    return rows


def tables_of(url: str, schema: str) -> None:
    """Make the tables of a schema, and nothing in them, in an empty database."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema)
    engine.dispose()


def main() -> None:
    """Write down the library of the present schema, if it is new."""
    path = SCHEMAS / f"{revisions()[0]}.sql"
    if path.exists():
        print(f"{path} is there and stays as it is.")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.sqlite"
        write(file)
        with closing(sqlite3.connect(file)) as connection:
            path.write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")
    print(f"{path} written.")


if __name__ == "__main__":
    main()
