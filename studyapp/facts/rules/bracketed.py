"""'Gout (10% develop tophi)': shares in brackets behind what they are shares of."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_BRACKETED = re.compile(
    r"^(?P<name>[^()]+?)\s\((?P<value>[\d<>≤≥~][^()]*?(?:%|percent))\s"
    r"(?P<predicate>[a-z][^()]*)\)$"
)
_KEPT = re.compile(
    r"^(?:[^()]*\sof\s)?(?P<name>[^()]+?)\s\((?P<verb>[a-z]+(?:ed|en|wn))\sin\s"
    r"(?P<value>\S*\d[^()]*?(?:%|percent))"
    r"\sof\s(?P<whole>[^()]+)\)$"
)


def bracketed_shares(group: Group, context: Context) -> Iterator[Fact]:
    """'Gout (10% develop tophi)': of those with the named thing, how many."""
    for entry in group.entries:
        kept = _KEPT.match(entry.text)
        if kept is not None and is_nameable(kept["name"]):
            name = context.inside(kept["name"])
            verb = "are" if is_plural(name.split()[-1]) else "is"
            yield Fact(
                FactKind.FIGURE,
                name,
                kept["verb"],
                kept["value"],
                (entry.citation,),
                question=context.about(
                    f"In what percentage of {kept['whole']} {verb} {name} {kept['verb']}"
                )
                + "?",
            )
        match = _BRACKETED.match(entry.text)
        if (
            match is None
            or sum(q.dimension is Dimension.SHARE for q in quantities(match["value"])) != 1
            or not is_nameable(match["name"])
        ):
            continue
        name = context.inside(match["name"])
        if not stems(match["predicate"]):
            continue
        yield Fact(
            FactKind.FIGURE,
            name,
            match["predicate"],
            match["value"],
            (entry.citation,),
            question=f"What percentage of {name} cases {match['predicate']}?",
        )
