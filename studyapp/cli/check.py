"""`studyapp check`: every card of a deck against its cited lines and the rules for a card."""

from dataclasses import replace
from pathlib import Path

import click

from studyapp.checks import check
from studyapp.cli import files
from studyapp.cli.words import counted
from studyapp.deckfile import markdown


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the documents that the deck cites, or the one document.",
)
@click.pass_context
def command(ctx: click.Context, deck: Path, documents: Path) -> None:
    """Check that every card of DECK stands in the lines it cites and is well made.

    Prints one line a problem, as FILE:LINE: problem. What to do. The exit code is 1 when there
    is any, else 0.
    """
    text = files.read_deck_text(deck)
    found = markdown.parse(text, str(deck))
    cited = {source.id for source in found.sources}
    texts = files.read_documents((documents,), cited)
    problems = check(found, {document.source.id: document for document in texts})
    lines = markdown.card_lines(text)
    for card, problem in problems:
        click.echo(replace(problem, where=f"{deck}:{lines[card]}"))
    if problems:
        ctx.exit(1)
    click.echo(f"{counted(len(found.cards), 'card')}, no problem.")
