"""The program `studyapp`: its verbs, found when they are called, and how it says no."""

from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any

import click

from studyapp import __version__
from studyapp.model import StudyappError


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the program: the module whose `command` carries it out, and what it is for."""

    module: str
    purpose: str


VERBS = {
    "build": Verb("studyapp.cli.build", "Make a deck from documents."),
    "check": Verb("studyapp.cli.check", "Check a deck against its documents."),
    "export": Verb("studyapp.cli.export", "Write a deck for Anki, as CSV or as JSON lines."),
    "stamp": Verb("studyapp.cli.stamp", "Date the hand edits of a deck."),
    "import": Verb("studyapp.cli.load", "Put a deck into your library."),
    "serve": Verb("studyapp.cli.serve", "Study in a browser."),
    "backup": Verb("studyapp.cli.backup", "Copy your library to a safe place."),
    "restore": Verb("studyapp.cli.restore", "Put a copy of your library back."),
    "copy": Verb("studyapp.cli.copy", "Move your library to another database."),
}
"""Every verb, in the order of the way from documents to studying and keeping."""


class Refusal(click.ClickException):
    """A `StudyappError` on its way to the terminal: exit code 1, no stack trace."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it stands, after the program's name."""
        click.echo(f"studyapp: error: {self.message}", file=file, err=file is None)


class Stopped(Refusal):
    """Ctrl-C on its way to the terminal: the exit code that shells give it, no stack trace."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("")

    def show(self, file: IO[Any] | None = None) -> None:
        """Say that nothing is left half done: files are written all or nothing."""
        click.echo("studyapp: stopped before it was done.", file=file, err=file is None)


class Program(click.Group):
    """A group that imports a verb only when it is called: some need a second to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the verbs."""
        del ctx
        return list(VERBS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs' part of the help text, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.purpose) for name, verb in VERBS.items()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module; None when there is no such verb."""
        del ctx
        if cmd_name not in VERBS:
            return None
        module = VERBS[cmd_name].module
        command = import_module(module).command
        if not isinstance(command, click.Command):
            msg = f"{module}.command is no click command"
            raise TypeError(msg)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; what it refuses, and Ctrl-C, become a message."""
        try:
            return super().invoke(ctx)
        except StudyappError as error:
            raise Refusal(str(error)) from None
        except KeyboardInterrupt:
            raise Stopped from None


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="studyapp", message="%(prog)s %(version)s")
def main() -> None:
    """Question-answer cards from medical documents, each with its source lines."""
