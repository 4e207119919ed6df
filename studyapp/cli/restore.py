"""`studyapp restore`: a backup in the place of the library."""

from pathlib import Path

import click

from studyapp.cli import files
from studyapp.cli.held import held
from studyapp.cli.places import database_url
from studyapp.study import library_path
from studyapp.study.backups import restore


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--database", default="", help="A SQLAlchemy URL.  [default: a file in your data directory]"
)
def command(file: Path, database: str) -> None:
    """Put the backup FILE in the place of your library.

    Stop the study app first. FILE is looked through before anything is replaced; the library
    that is there now is kept beside it under another name, which is printed.
    """
    path = library_path(database_url(database))
    restored = restore(file, path, files.now())
    click.echo(f"{path}: {held(restored.contents)}, from {file}.")
    if restored.aside is not None:
        click.echo(f"What was there before is kept in {restored.aside}")
