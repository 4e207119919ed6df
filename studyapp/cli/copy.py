"""`studyapp copy`: a whole library into another, empty one."""

from contextlib import closing

import click

from studyapp.cli.places import database_url
from studyapp.cli.progress import shown
from studyapp.cli.words import many
from studyapp.model import StudyappError
from studyapp.study import is_there, library_path, open_library
from studyapp.study.copying import Copied, copy_library


@click.command()
@click.option(
    "--from",
    "source",
    default="",
    help="The library to copy: a SQLAlchemy URL.  [default: a file in your data directory]",
)
@click.option("--to", "target", required=True, help="Where to copy it: a SQLAlchemy URL.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but what was copied.")
def command(source: str, target: str, *, quiet: bool) -> None:
    """Copy a whole library into another, empty one: from SQLite to PostgreSQL, or back.

    Everything goes along: decks, documents, cards with every wording, every answer. It is one
    transaction, so that all of it is there at the end or nothing. Every row is then read back,
    and every card's answers are replayed. The library that is copied is first brought up to
    date, as by starting the app, and stays otherwise as it is. Stop the app before: what is
    answered meanwhile stays behind.

    A URL is like sqlite:////home/me/studyapp.sqlite or postgresql+psycopg://me@localhost/cards.
    """
    if not is_there(url := database_url(source)):
        hint = "Name the library that you study in with --from. Nothing was copied."
        raise StudyappError(str(library_path(url)), "There is no library to copy.", hint)
    with closing(open_library(url)) as before, closing(open_library(target)) as after:
        with shown(quiet=quiet) as show:
            copied = copy_library(before, after, show)
        click.echo(f"{after.where}: {_summary(copied)} copied and verified.")


def _summary(copied: Copied) -> str:
    counts = ((copied.decks, "deck"), (copied.cards, "card"), (copied.answers, "answer"))
    return ", ".join(many(number, what) for number, what in counts)
