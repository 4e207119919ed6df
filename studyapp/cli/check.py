"""`studyapp check`: does every card of a deck stand in its cited lines, and is it well made?"""

from pathlib import Path

import click

from studyapp.checks import check
from studyapp.cli import files


@click.command(short_help="Check a deck against its documents.")
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the documents that the deck cites.",
)
def command(deck: Path, documents: Path) -> None:
    """Check every card of DECK against the lines it cites and the rules for a good card."""
    cards = files.read_deck(deck)
