"""`studyapp backup`: a copy of the library that is known to be good."""

from pathlib import Path

import click

from studyapp.cli import files
from studyapp.cli.held import held
from studyapp.cli.places import database_url
from studyapp.model import StudyappError
from studyapp.study import library_path, open_desk, open_library
from studyapp.study.backups import make_backup, save_as


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--database", default="", help="A SQLAlchemy URL.  [default: a file in your data directory]"
)
def command(file: Path | None, database: str) -> None:
    """Copy your library to FILE, in place of an older backup there.

    Without FILE the copy goes where the study app keeps its own, beside the library: at every
    start and once a day it makes one, and keeps the newest 3 and the last of each of 7 days, 4
    weeks and 6 months. A copy counts only when it was restored on trial and holds as much as
    the library. The app may go on running. `studyapp restore` puts a copy back.
    """
    path = library_path(url := database_url(database))
    if not path.exists():
        hint = "Start studyapp once, or name the library with --database."
        raise StudyappError(str(path), "There is no library to back up.", hint)
    now = files.now()
    library = open_library(url)
    try:
        desk = open_desk(library, now)
        made = make_backup(desk, now) if file is None else save_as(path, file)
    finally:
        library.close()
    click.echo(f"{made.path}: {held(made.contents)}.")
