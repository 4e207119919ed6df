"""What was read from a document: its facts, and what may still be asked whole."""

from dataclasses import dataclass

from studyapp.facts.context import Context
from studyapp.facts.statement import Group, Statement
from studyapp.model import Document, Fact


@dataclass(frozen=True)
class Told:
    """The facts that the rules found in a document, its statements and lists in the order read."""

    document: Document
    context: Context
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    groups: tuple[Group, ...] = ()
