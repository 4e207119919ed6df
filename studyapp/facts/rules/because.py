"""'X is Y because Z', 'Because Z, X is Y', 'Z and therefore X is Y': the reason for a fact."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable
from studyapp.facts.why import claimed, why
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.subject import named_in_front
from studyapp.model import Fact

_HEDGE = (
    r"possibly|probably|perhaps|partly|likely|mainly|largely|mostly|primarily|in\spart|usually"
)
_BEHIND = re.compile(
    rf"^(?P<what>.*?)(?:,?\s(?P<hedge>(?:{_HEDGE})\s)?because\s(?P<of>of\s)?|,\ssince\s)"
    r"(?P<why>.+)$"
)
_IN_FRONT = re.compile(r"^(?:because|since)\s(?P<of>of\s)?(?P<why>.+)$", re.IGNORECASE)
_THEREFORE = re.compile(
    r"^(?P<why>.+?)(?:,?\sand|;|,)\s(?:therefore|thus|hence|consequently|as\sa\sresult|so(?!\s(?:that|far|much|many|long|as)\b)),?\s"
    r"(?P<what>\S.*)$"
)
_REPORTS = frozenset(
    "think believe suggest know say note find show mean report suppose assume ask try".split()
)
_INNER = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"})
_LEADS = re.compile(r"^(?:it|they|he|she|we|you)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:when|if|that|which|who|where|until|unless)\b(?!\s\w+ing\b)")
"""A clause before the reason may be what the reason explains."""


def becauses(statement: Statement, context: Context) -> Iterator[Fact]:
    """Why something is so, where the sentence gives the reason."""
    for clause in map(_named_in_front, statement.clauses()):
        if clause.narrates or clause.lemma in _REPORTS or not is_nameable(clause.subject):
            continue
        if loses_condition(clause, statement):
            continue
        for what, reason, plain in _reasons(clause, statement):
            told = replace(plain, fronted=_small(plain.fronted, context))
            fact = why(told, what, reason, statement.citations, context)
            if fact is not None:
                yield fact


def _reasons(clause: Clause, statement: Statement) -> Iterator[tuple[str, str, Clause]]:
    """What is explained (the words after the verb), the reason, the clause without it."""
    if clause.fronted.lower() == "also":
        clause = replace(clause, fronted="")
    front = _IN_FRONT.match(_before(clause))
    behind = _BEHIND.match(f" {clause.rest}")
    if front is not None and (front["of"] or _gives_reason(clause)):
        if not _LEADS.match(front["why"]):
            yield claimed(clause.rest), _worded(front), replace(clause, fronted="")
    elif behind is not None and (behind["what"] or not clause.copula):
        if _INSIDE.search(behind["what"]) or not _hangs(clause):
            return
        yield behind["what"], _worded(behind), clause
    else:
        joined = _THEREFORE.match(statement.text.rstrip("."))
        if joined is not None and claimed(joined["what"]).startswith(clause.subject):
            about = next((c.subject for c in statement.clauses() if c is not clause), "")
            yield claimed(clause.rest), joined["why"], _placed(clause, about)


def _worded(match: re.Match[str]) -> str:
    """A reason that is a clause as it is; 'because of' stays before a thing, and with a hedge."""
    hedge, of = match.groupdict().get("hedge") or "", match["of"] or ""
    return f"{hedge}because {of}{match['why']}" if hedge or of else match["why"]


def _named_in_front(clause: Clause) -> Clause:
    """A clause whose 'they' is named by the reason in front of it, with that name."""
    name = named_in_front(clause.head, _before(clause), clause.root)
    return replace(clause, subject=name) if name and len(clause.subject.split()) == 1 else clause


def _before(clause: Clause) -> str:
    """What stands before the subject of a sentence's main clause, without its comma."""
    if clause.root.dep_ != "ROOT":
        return ""
    return clause.root.doc[: clause.head.left_edge.i].text.strip().rstrip(",")


def _hangs(clause: Clause) -> bool:
    """Whether the reason is the clause's own, and not that of a clause inside it.

    In 'X is used when Y fails because Z' the reason is that of the failing.
    """
    within = (t for t in clause.root.subtree if t.lower_ in {"because", "since"})
    because = next((t for t in within if t.i >= clause.rest_start), None)
    if because is None:
        return False
    above = because.head if because.dep_ == "prep" else because.head.head
    while above not in {clause.root, above.head}:
        own = any(t.dep_ in {"nsubj", "nsubjpass"} for t in above.lefts)
        if above.dep_ in _INNER and own:
            return False
        above = above.head
    return bool(above == clause.root)


def _gives_reason(clause: Clause) -> bool:
    """Whether the 'since' in front gives a reason: a time has no verb, or one of the past."""
    first = clause.root.doc[0]
    if first.lower_ == "because":
        return True
    return first.dep_ == "mark" and first.head.tag_ in {"VBZ", "VBP"}


def _placed(clause: Clause, about: str) -> Clause:
    """A consequence that does not name what it follows for, asked of that: 'In the case of …'."""
    told = f"{clause.subject} {clause.rest}"
    if not about or not says_something(about, told):
        return clause
    return replace(clause, fronted=f"in the case of {about}")


def _small(fronted: str, context: Context) -> str:
    """'In the case of X' with X as it stands inside a sentence."""
    case = "in the case of "
    return case + context.inside(fronted[len(case) :]) if fronted.startswith(case) else fronted
