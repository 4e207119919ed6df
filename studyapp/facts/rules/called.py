"""'Y happens. This is called X': the sentence before says what X is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement, cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_CALLED = re.compile(
    r"^(?:This|This (?:condition|process|state|phenomenon|type|period|test|procedure|stage)"
    r"|The condition)\s(?:is|are)\s"
    r"(?:also\s|then\s|sometimes\s)?(?:called|known\sas|termed|referred\sto\sas)\s"
    r"(?:a\s|an\s|the\s)?(?P<name>[^,;().]+)\.?$"
)
_LONGEST = 24


def called(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a name means, when the sentence before it is a whole explanation."""
    passage = statement.passage
    spans = passage.sentences
    for before, span in pairwise(spans):
        said = passage.text[slice(*span)]
        match = _CALLED.match(said)
        if match is None or said != statement.text or not is_nameable(match["name"]):
            continue
        meaning = passage.text[slice(*before)].rstrip(".")
        whole = len(meaning.split()) <= _LONGEST and not points_elsewhere(meaning)
        if whole and not set(stems(match["name"])) <= set(stems(meaning)):
            yield Fact(
                FactKind.DEFINITION,
                context.inside(match["name"]),
                "called",
                meaning,
                (cite(passage, passage.lines_of(before[0], span[1])),),
                question=f"What does the term “{context.inside(match['name'])}” mean?",
            )
