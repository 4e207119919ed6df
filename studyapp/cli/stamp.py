"""`studyapp stamp`: date the hand edits of a deck file."""

from pathlib import Path

import click

from studyapp.cli import files
from studyapp.cli.words import counted
from studyapp.deckfile import markdown


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
def command(deck: Path) -> None:
    """Write DECK again with today's date on each card that was edited since the last time.

    Anki and the study app tell by that date that a card is newer than the one they have.
    """
    found = files.read_deck(deck)
    stale = markdown.unstamped(found)
    if stale:
        files.write_text(deck, markdown.format_deck(markdown.stamp(found, files.now())))
    click.echo(f"{deck}: {counted(len(stale), 'card')} dated.")
