"""Prints how many facts of each document have a card, and how many of its questions are right.

Run by hand: `make measure`. A fact is a `FACT` line of an `.expected` file; a question is right if
it tells one, or if a person named it there as `Q` or `OK`. One that nobody judged counts as not
right. A fact that only a sentence with a blank asks is counted in a column of its own.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from studyapp.config.parser import Parser, load_parser
from tests.facts.cases import CASES, Case
from tests.facts.expected import missing, said


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts of one case: facts and those asked, questions and those found right.

    `covered` are the facts that a question asks, `filled` those that a question or a blank does.
    """

    name: str
    facts: int
    covered: int
    filled: int
    cards: int
    right: int
    left_out: tuple[str, ...]
    unjudged: tuple[str, ...]

    @property
    def coverage(self) -> float:
        """The share of the facts that a question asks."""
        return self.covered / self.facts if self.facts else 1.0

    @property
    def filling(self) -> float:
        """The share of the facts that a question or a blank asks."""
        return self.filled / self.facts if self.facts else 1.0

    @property
    def precision(self) -> float:
        """The share of the questions that a person found right."""
        return self.right / self.cards if self.cards else 1.0


def measured(case: Case, parser: Parser) -> Measured:
    """What one case gives."""
    expected, made = case.expected(), case.made(parser).cards
    left_out = tuple(fact.text for fact in missing(expected, made))
    unjudged = tuple(said(card) for card in made if not expected.is_right(card))
    told = len(expected.facts) - len(left_out)
    filled = len(expected.facts) - len(tuple(missing(expected, [*made, *case.blanks(parser)])))
    right = len(made) - len(unjudged)
    count = len(expected.facts)
    return Measured(case.name, count, told, filled, len(made), right, left_out, unjudged)


def total(each: Iterable[Measured]) -> Measured:
    """The sums over all cases."""
    every = tuple(each)
    return Measured(
        "all",
        sum(one.facts for one in every),
        sum(one.covered for one in every),
        sum(one.filled for one in every),
        sum(one.cards for one in every),
        sum(one.right for one in every),
        tuple(fact for one in every for fact in one.left_out),
        tuple(card for one in every for card in one.unjudged),
    )


def main(asked: list[str]) -> None:
    """A table of the cases (or of those asked for, with what they lack)."""
    parser = load_parser()
    chosen = [case for case in CASES if not asked or case.name in asked]
    each = [measured(case, parser) for case in chosen]
    print(f"{'document':28} facts asked           or as a blank         questions right")
    for one in (*each, total(each)):
        told = f"{one.covered:3} of {one.facts:3} {one.coverage:5.0%}"
        filled = f"{one.filled:3} of {one.facts:3} {one.filling:5.0%}"
        right = f"{one.right:3} of {one.cards:3} {one.precision:5.0%}"
        print(f"{one.name:28} {told}     {filled}     {right}")
        if asked and one.name != "all":
            print(*(f"  no card:  {fact}" for fact in one.left_out), sep="\n")
            print(*(f"  unjudged: {card}" for card in one.unjudged), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
