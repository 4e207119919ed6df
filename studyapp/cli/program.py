"""The program `studyapp`: its verbs, found when they are called, and how it says no."""

from importlib import import_module
from typing import IO, Any

import click

from studyapp import __version__
from studyapp.model import StudyappError

VERBS = {
    "build": "studyapp.cli.build",
    "check": "studyapp.cli.check",
    "export": "studyapp.cli.export",
    "import": "studyapp.cli.load",
    "serve": "studyapp.cli.serve",
    "stamp": "studyapp.cli.stamp",
}
"""Verb to module. Each module holds a click command called `command`."""


class Refusal(click.ClickException):
    """A `StudyappError` on its way to the terminal: exit code 1, no stack trace."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it stands, after the program's name."""
        click.echo(f"studyapp: error: {self.message}", file=file, err=file is None)


class Program(click.Group):
    """A group that imports a verb only when it is asked for, so that small verbs start fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order of the way from documents to studying."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module; None when there is no such verb."""
        del ctx
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name]).command
        if not isinstance(command, click.Command):
            msg = f"{VERBS[cmd_name]}.command is no click command"
            raise TypeError(msg)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; what it refuses becomes a message."""
        try:
            return super().invoke(ctx)
        except StudyappError as error:
            raise Refusal(str(error)) from None


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="studyapp", message="%(prog)s %(version)s")
def main() -> None:
    """Question-answer cards from medical documents, each with its source lines."""
