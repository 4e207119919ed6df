"""'Do not X — Y': what must not be done, and the reason or the replacement after the dash."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.stages import placed
from studyapp.facts.statement import Entry, Group
from studyapp.facts.subjects import points_elsewhere
from studyapp.language.inflection import inflected
from studyapp.model import Fact, FactKind

_DO_NOT = re.compile(r"^(?:Do not|Don['’]t|Never|Avoid)\s+(?P<what>.+)$")
_NOUN_AVOIDED = re.compile(r"^Avoid\s(?!\w+ing\s)")
"""'Avoid nitrates in …' names a thing; what is asked here are deeds."""
_SPLIT = re.compile(r"\s?[—–]\s?|\s-\s|;\s|:\s|\.\s")
_WITHOUT = re.compile(r"^(?P<act>.+?)\swithout\s(?:first\s)?(?P<verb>\w+ing)\s(?P<first>.+)$")
_WHOM = re.compile(
    r"^(?P<act>.+?)\sin\s(?P<who>(?:\w+\s){0,3}(?:patients|people|adults|children|women|men"
    r"|infants)\b.*)$"
)
_REASON = re.compile(
    r"\b(?:prevents?|causes?|reduces?|increases?|leads?|can|may|because|improves?|avoids?"
    r"|risks?)\b"
)
_SITE = re.compile(
    r"\b(?:submit|contact|call|specimens|worry|forget|hesitate|website|share)\b", re.IGNORECASE
)
_LONGEST = 30


def pitfalls(group: Group, context: Context) -> Iterator[Fact]:
    """Each 'do not' of a list, worded by what follows it."""
    for entry in group.entries:
        match = _DO_NOT.match(entry.text)
        if match is not None and _NOUN_AVOIDED.match(entry.text):
            continue
        if match is None or _SITE.search(match["what"]) or points_elsewhere(match["what"]):
            continue
        yield from _yields(match["what"], entry, context)
        parts = _SPLIT.split(match["what"], maxsplit=1)
        act = parts[0].strip()
        after = parts[1].strip() if parts[1:] else ""
        asked, answer = _worded(act, after)
        if asked and answer and len(answer.split()) <= _LONGEST:
            yield Fact(
                FactKind.PITFALL,
                context.inside(act),
                "do not",
                answer,
                (entry.citation,),
                negated=True,
                question=placed(asked, answer, entry.citation.headings, context) + "?",
            )


_YIELD = re.compile(
    r"^(?:perform|use|order|do|repeat)\s(?P<thing>.+?)\s\((?P<of>yield|risk|rate)\s(?P<value>[<>≤≥~]?\s?\d[^()]*)\)$"
)


def _yields(what: str, entry: Entry, context: Context) -> Iterator[Fact]:
    """'… routine scans in X (yield <1%)': how much the thing yields that should not be done."""
    match = _YIELD.match(what)
    if match is not None:
        thing = match["thing"]
        yield Fact(
            FactKind.FIGURE,
            context.inside(thing),
            match["of"],
            match["value"],
            (entry.citation,),
            question=placed(
                f"What is the {match['of']} of {thing}", thing, entry.citation.headings, context
            )
            + "?",
        )


_DUE = re.compile(r"^(?P<what>[^,;]+?)\sshould\sbe\s(?P<done>\w+(?:ed|en|ne))$")


def _worded(act: str, after: str) -> tuple[str, str]:
    """The question and its answer for what must not be done and what the page says after it."""
    without = _WITHOUT.match(act)
    if without is not None and without["verb"] not in {"using", "having", "being"}:
        done = inflected(without["verb"], "VBN")
        asked = f"What must be {done} before {_gerund(without['act'])}" if done else ""
        first = without["first"]
        return asked, f"{first} ({after})" if after else first
    whom = _WHOM.match(act)
    if not after and whom is not None:
        return f"In whom should one not {whom['act']}", re.sub(r"\s*\([^)]*\)$", "", whom["who"])
    if not after:
        return "", ""
    if _REASON.search(after):
        return f"Why should one not {act}", after
    due = _DUE.match(after)
    if due is not None:
        return f"What should be {due['done']} rather than {_gerund(act)}", due["what"]
    return f"What should be done rather than {_gerund(act)}", after


def _gerund(act: str) -> str:
    verb, _, rest = act.partition(" ")
    return f"{inflected(verb, 'VBG')} {rest}".strip()
