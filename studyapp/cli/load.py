"""`studyapp import`: a deck file into the learner's library."""

from pathlib import Path

import click

from studyapp.cli import files
from studyapp.cli.places import database_url
from studyapp.cli.words import counted
from studyapp.study import Loaded, load_deck, load_documents, load_drafts, open_desk, open_library


@click.command("import")
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("--drafts", is_flag=True, help="Ask about each new card before it is studied.")
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A document of the deck, or a folder, kept so that passages can be shown; repeatable.",
)
@click.option(
    "--database", default="", help="A SQLAlchemy URL.  [default: a file in your data directory]"
)
def command(deck: Path, documents: tuple[Path, ...], database: str, *, drafts: bool) -> None:
    """Put the cards of DECK into your library; what you know of cards already there stays."""
    found = files.read_deck(deck)
    cited = {source.id for source in found.sources}
    texts = files.read_documents(documents, cited) if documents else ()
    now = files.now()
    library = open_library(database_url(database))
    try:
        desk = open_desk(library, now)
        loaded = (load_drafts if drafts else load_deck)(desk, found, now)
        kept = load_documents(desk, texts, now)
    finally:
        library.close()
    click.echo(f"{deck}: {_summary(loaded, 'draft' if drafts else 'card')}")
    if documents:
        click.echo(f"{counted(kept, 'document')} kept for its passages.")


def _summary(loaded: Loaded, what: str) -> str:
    return (
        f"{counted(loaded.added, f'new {what}')}, {loaded.changed} changed,"
        f" {loaded.unchanged} unchanged, {loaded.withdrawn} withdrawn."
    )
