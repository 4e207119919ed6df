"""'Diuretics (furosemide)', 'beta blockers such as atenolol': the class that a drug belongs to."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Fact, FactKind

_CLASS = re.compile(
    r"(?P<head>"
    r"[\w-]*(?:inhibitor|blocker|antagonist|agonist|phosphonate|steroid|opioid|opiate|diuretic"
    r"|statin|antibiotic|analgesic|antifungal|antiviral|antimalarial|antihistamine|anticholinergic"
    r"|antidepressant|anticonvulsant|antiepileptic|anticoagulant|antiplatelet|antiemetic"
    r"|antipsychotic|quinolone|cephalosporin|penicillin|macrolide|tetracycline|azole|barbiturate"
    r"|benzodiazepine|thiazide|vasodilator|laxative|relaxant|immunosuppressant|stimulant"
    r"|bronchodilator|glycoside|alkaloid|taxane|anthracycline|sulfonylurea|triptan)s"
    r"|NSAIDs|SSRIs|SNRIs|anti-inflammatory\s(?:drugs|agents|medicines)|antibodies)"
    r"(?:\s\((?:such\sas|e\.g\.,?|for\sexample,?|like|including)?\s?(?P<held>[^()]{4,80})\)"
    r"|,?\s(?:such\sas|like)\s(?P<told>[^();:]{4,90}))"
)
_NAME = (
    r"(?!(?:and|or|the|a|an)\b)[a-z][a-z-]{4,}(?:\s(?:acid|sodium|sulfate|hydrochloride|oxide))?"
)
_NAMES = re.compile(rf"{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|or)\s{_NAME})?")
_SPLIT = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")
_NO_DRUG = re.compile(
    r"^(?:pills?|tablets?|creams?|drugs?|medicines?|medications?|injections?|agents?|others?|water"
    r"|painkillers?|orally|usually|often|which|those|these|given|taken|there|their|topical|blood"
    r"|first|second|short|long|local|other|certain|antibiotics?|surgery|therapy|treatment|exercise)$"
)
_MOST = 4
_LINK = re.compile(r"s(?:\s\(|,?\s(?:such\sas|like)\s)")
"""What stands behind the name of a class; looked for first, since it is found sooner."""


def memberships(statement: Statement, _context: Context) -> Iterator[Fact]:
    """Which class the drugs belong to that a sentence names as its members."""
    found = _CLASS.finditer(statement.text) if _LINK.search(statement.text) else ()
    for match in found:
        members, kind = _members(match), _kind(match, statement)
        if not members or not kind or points_elsewhere(kind):
            continue
        verb = "does" if len(members) == 1 else "do"
        listed = _joined(members)
        yield Fact(
            FactKind.CLASSIFICATION,
            listed,
            "class",
            kind,
            statement.citations,
            question=f"To which class of drugs {verb} {listed} belong?",
        )


def _kind(match: re.Match[str], statement: Statement) -> str:
    """The class with the words before it that narrow it ('proton pump inhibitors')."""
    start, end = match.span("head")
    span = statement.doc.char_span(start, end) if statement.said == statement.text else None
    if span is None:
        return ""
    first = span.start
    while first and _narrows(statement.doc[first - 1]):
        first -= 1
    words = statement.doc[first : span.end].text.strip("- ")
    kind = _LOOSE.sub("", words)
    return "" if _BARE.fullmatch(kind) else kind


_BARE = re.compile(
    r"(?:weaker|stronger|broad-spectrum|narrow-spectrum|first-line|second-line)\s.*"
    r"|(?:inhibitor|blocker|antagonist|agonist|antibodie|relaxant|stimulant|steroid)s",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^(?:(?:other|some|certain|most|several|many|newer|older|common|oral|topical|intravenous|potent"
    r"|strong|systemic)\s)+",
    re.IGNORECASE,
)


def _narrows(token: Token) -> bool:
    # The parser takes 'ligand' in 'RANK ligand inhibitors' for a verb; no verb follows a compound.
    mistaken = token.tag_ in {"VB", "VBP"} and token.i > 0 and token.nbor(-1).dep_ == "compound"
    hyphen = token.text == "-" and token.i > 0 and not token.nbor(-1).whitespace_
    return hyphen or mistaken or token.pos_ in {"ADJ", "NOUN", "PROPN"}


def _members(match: re.Match[str]) -> tuple[str, ...]:
    """The drugs named; () when a word among them is no drug's name or the end is not sure."""
    said = match["held"] or match["told"]
    names = _NAMES.match(said)
    if names is None:
        return ()
    if match["held"] and names.end() != len(said):
        return ()
    after = said[names.end() :]
    if not match["held"] and not re.match(
        r"$|[.,;]|\s(?:is|are|can|may|should|must|to|in|for|with|that)\b", after
    ):
        return ()
    members = tuple(_SPLIT.split(names.group()))
    drugs = all(not _NO_DRUG.match(m) and not re.search(r"[^s]s$", m) for m in members)
    return members if drugs and len(members) <= _MOST else ()


def _joined(members: tuple[str, ...]) -> str:
    if len(members) < len("ab"):
        return members[0]
    *rest, last = members
    return f"{', '.join(rest)}{',' if len(rest) > 1 else ''} and {last}"
