"""How far long work is: a bar on a terminal, plain lines in a pipe, or nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Protocol

import click


class Step(Protocol):
    """How far long work has come: a stage, `done` of `total` steps, and what it is at."""

    @property
    def stage(self) -> str:
        """What is being done now."""
        ...

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        ...

    @property
    def total(self) -> int:
        """How many steps it has."""
        ...

    @property
    def name(self) -> str:
        """What the last step was about; may be empty."""
        ...


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[Step], None]]:
    """A function that shows each step it is told of, until the block ends."""
    if quiet:
        yield _nothing
    elif sys.stdout.isatty():
        with ExitStack() as bars:
            yield Bars(bars).show
    else:
        yield _line


def _nothing(step: Step) -> None:
    del step


def _line(step: Step) -> None:
    click.echo(f"{step.stage} {step.done} of {step.total}: {step.name}".rstrip(": "))


class Bars:
    """One bar a stage, begun when its stage begins and left standing when it ends."""

    def __init__(self, bars: ExitStack) -> None:
        self._bars = bars
        self._stage = ""
        self._done = 0
        self._advance: Callable[[int, str], None] = lambda _steps, _name: None

    def show(self, step: Step) -> None:
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
