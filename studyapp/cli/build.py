"""`studyapp build`: documents in, a deck file out."""

from datetime import datetime
from pathlib import Path

import click

from studyapp.cli import files, progress
from studyapp.cli.words import counted
from studyapp.config import TEMPLATES
from studyapp.deckfile import jsonl, markdown
from studyapp.deckfile.changes import changes
from studyapp.model import Deck, Edition
from studyapp.pipeline import BuildReport, BuildRequest, build
from studyapp.reading import unread
from studyapp.report import Told, page


@click.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path),
    help="The deck file to write; if it is there, its ids and hand edits are kept.",
)
@click.option("--title", default="", help="The deck's title.")
@click.option(
    "--disagreements",
    type=click.Path(path_type=Path),
    help="A file for the questions that the documents answer differently, one a line (JSON).",
)
@click.option(
    "--report",
    "told",
    type=click.Path(path_type=Path),
    help="A page (HTML) that shows every line of the documents and what became of it.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    help="Take only so many cards from the documents: those most worth asking.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    help="How many processes share the work.  [default: the cores; 1 where there is little]",
)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but problems.")
def command(
    documents: tuple[Path, ...],
    output: Path,
    title: str,
    disagreements: Path | None,
    told: Path | None,
    *,
    most: int | None,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Make a deck of cards from DOCUMENTS: text, Markdown, HTML, Word, PDF files, or folders."""
    existing = files.read_deck(output) if output.exists() else None
    for path in filter(None, (output, disagreements, told)):
        files.require_writable(path)
    request = BuildRequest(documents, title or _title(existing, output), existing, most, jobs)
    with progress.shown(quiet=quiet) as show:
        report = build(request, show, clock := files.now())
    for problem in report.problems:
        click.echo(problem, err=True)
    files.write_text(output, markdown.format_deck(report.deck))
    if disagreements:
        files.write_text(disagreements, jsonl.format_disagreements(report.disagreements))
    if told:
        files.write_pieces(told, page(_told(report, clock), str(TEMPLATES)))
    if not quiet:
        for edition in report.editions:
            click.echo(_edition(edition))
        click.echo(_summary(report, output))
        if existing is not None:
            click.echo(_changes(existing, report))


def _told(report: BuildReport, clock: datetime) -> Told:
    return Told(
        report.deck,
        report.documents,
        unread,
        clock,
        disagreements=report.disagreements,
        refused=report.refused,
        joined=report.joined,
        passed=report.passed,
        deleted=report.deleted,
        editions=report.editions,
    )


def _title(existing: Deck | None, output: Path) -> str:
    return existing.title if existing else output.stem.replace("-", " ").capitalize()


def _summary(report: BuildReport, output: Path) -> str:
    if not report.deck.cards:
        return f"{output}: no card. No new fact in the documents could be supported by a passage."
    cards = counted(len(report.deck.cards), "card")
    documents = counted(len(report.documents), "document")
    disagreements = counted(len(report.disagreements), "disagreement")
    refused = counted(len(report.refused), "candidate")
    passed = f", {counted(len(report.passed), 'card')} left out as less worth asking"
    told = passed if report.passed else ""
    return f"{output}: {cards} from {documents}, {disagreements}, {refused} refused{told}."


def _edition(one: Edition) -> str:
    """Which document replaces which, in one line."""
    told = f"{one.newer.id} is a new edition of {one.older.id}"
    if not one.given:
        return f"{told}: the deck's cards moved over to it."
    answers = counted(one.changed, "answer")
    return f"{told}, which gave no card: {answers} changed between the two."


def _changes(before: Deck, report: BuildReport) -> str:
    """What became of the cards that the deck had, in one line."""
    made = changes(before, report.deck, {one.older.id for one in report.editions})
    told = f"Since the last build: {made.new} new, {made.changed} changed, {made.kept} unchanged"
    if not made.withdrawn:
        return f"{told}."
    return f"{told}, {made.withdrawn} withdrawn (no document says it any more; see the deck)."
