"""How far a build is: a bar on a terminal, plain lines in a pipe, or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from studyapp.pipeline import Progress


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """A function that shows each step it is told of, until the block ends."""
    if quiet:
        yield _nothing
    elif sys.stdout.isatty():
        with ExitStack() as bars:
            yield Bars(bars).show
    else:
        yield _line


def _nothing(step: Progress) -> None:
    del step


def _line(step: Progress) -> None:
    click.echo(f"{step.stage} {step.done} of {step.total}: {step.name}".rstrip(": "))


class Bars:
    """One bar a stage, begun when its stage begins and left standing when it ends."""

    def __init__(self, bars: ExitStack) -> None:
        self._bars = bars
        self._stage = ""
        self._done = 0
        self._advance: Callable[[int, str], None] = lambda _steps, _name: None

    def show(self, step: Progress) -> None:
        """Move the bar of the step's stage to where the step is."""
        if step.stage != self._stage:
            self._bars.close()
            bar = click.progressbar(
                length=step.total, label=step.stage, item_show_func=lambda name: name or ""
            )
            self._stage, self._done = step.stage, 0
            self._advance = self._bars.enter_context(bar).update
        self._advance(step.done - self._done, step.name)
        self._done = step.done
