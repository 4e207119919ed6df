"""`studyapp export`: a deck in a form for another program."""

from pathlib import Path

import click

from studyapp.anki.exporter import export_apkg
from studyapp.cli import files
from studyapp.cli.words import counted
from studyapp.deckfile import csv, jsonl, markdown
from studyapp.model import Deck

_TEXT_FORMS = {"jsonl": jsonl.format_jsonl, "csv": csv.format_csv}
_ENCODINGS = {"jsonl": "utf-8", "csv": "utf-8-sig"}  # Excel misreads CSV without the mark


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("--to", "form", required=True, type=click.Choice(["jsonl", "anki", "csv"]))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write; without it, jsonl and csv are printed.",
)
def command(deck: Path, form: str, output: Path | None) -> None:
    """Write DECK in another form: a package for Anki, CSV for a spreadsheet, or JSON lines."""
    if form == "anki" and output is None:
        message = "--to anki needs --output FILE: a package is no text to print."
        raise click.UsageError(message)
    found = files.read_deck(deck)
    _say_unstamped(deck, found)
    if output is None:
        click.echo(_TEXT_FORMS[form](found), nl=False)
        return
    if form == "anki":
        with files.replacing(output) as beside:
            export_apkg(found, beside, files.now())
    else:
        files.write_text(output, _TEXT_FORMS[form](found), _ENCODINGS[form])
    click.echo(f"{output}: {counted(len(found.cards), 'card')}.")


def _say_unstamped(path: Path, deck: Deck) -> None:
    stale = markdown.unstamped(deck)
    if stale:
        click.echo(
            f"{path}: {counted(len(stale), 'card')} edited by hand and not yet dated, so Anki"
            f" may keep its older text. Run `studyapp stamp {path}`, then export again.",
            err=True,
        )
