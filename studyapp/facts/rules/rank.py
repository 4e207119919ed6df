"""'X is the most common Y', 'the gold standard is X', 'X is first-line for Y': what ranks."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import RANKED, attribute_kind, head_noun
from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, modal
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_WEAK = re.compile(
    r"^(?:one of|among|a |an |some of)|\bone of the\b|\bfocus\b|\bgoals?\b|\baims?\b",
    re.IGNORECASE,
)
_RANK_VERBS = {
    "serve": "as",
    "rank": "as",
    "form": "",
    "remain": "",
    "represent": "",
    "become": "",
    "constitute": "",
}
_LONGEST = 18
_LONGEST_RANK = 24
_OPTION = re.compile(
    r"^(?:[Aa]|[Oo]ne)\s(?:classic|typical|well-known)\sexample\sof\s|^(?:options|alternatives|the\soptions)\s(?:for|in|to)\s"
)


def ranks(statement: Statement, context: Context) -> Iterator[Fact]:
    """Which thing holds a rank, asked by the rank."""
    for clause in statement.clauses():
        if (
            clause.negated
            or clause.passive
            or clause.narrates
            or modal(clause)
            or _hedged(statement.text)
            or _concedes(clause)
        ):
            continue
        if (
            clause.lemma == "rank"
            and clause.rest.startswith("as ")
            and is_nameable(clause.subject)
        ):
            yield _place(clause, statement, context)
            continue
        ranked, named = _sides(clause)
        if (
            ranked
            and _fits(ranked, named)
            and not points_elsewhere(ranked)
            and not _hangs(ranked, context)
        ):
            yield _fact(clause, ranked, named, statement, context)


def _concedes(clause: Clause) -> bool:
    """Whether a rank is granted only to be taken back ('While X was the first choice, …')."""
    marks = (t.lower_ for t in clause.root.lefts if t.dep_ == "mark")
    return any(mark in {"while", "although", "though"} for mark in marks)


def _hedged(text: str) -> bool:
    """Whether the rank holds only often ('Often pain is the first symptom')."""
    return re.match(r"^(?:Often|Usually|Sometimes|Frequently|Typically)\b", text) is not None


def _place(clause: Clause, statement: Statement, context: Context) -> Fact:
    """'Asthma ranks as the second most common reason …': what rank a thing holds."""
    subject = context.inside(clause.subject)
    value = clause.rest.removeprefix("as ")
    among = re.search(r"\bmost \w+ (?P<kind>[a-z]+) (?P<of>(?:for|of|in) [^,]+)", value)
    asked = f"What {'do' if clause.plural else 'does'} {subject} rank as"
    if among is not None:
        how = "How do" if clause.plural else "How does"
        asked = f"{how} {subject} rank among {among['kind']}s {among['of']}"
    return Fact(
        FactKind.CLASSIFICATION,
        subject,
        "ranks as",
        value,
        statement.citations,
        question=f"{asked}?",
    )


def _misread(clause: Clause) -> str:
    """'Bleeding' in 'The most common side effect of X is bleeding', which is no verb there."""
    single = clause.aux.lower() == "is" and clause.root.tag_ == "VBG" and not clause.rest
    return clause.verb if single and clause.verb == clause.root.text else ""


def _sides(clause: Clause) -> tuple[str, str]:
    """The phrase that ranks and the thing ranked; ('', '') when the clause ranks nothing."""
    misread = _misread(clause)
    if misread and _is_rank(clause.subject):
        return clause.subject, misread
    if clause.copula or clause.lemma in _RANK_VERBS:
        rest = _core(clause.rest)
        link = _RANK_VERBS.get(clause.lemma, "")
        rest = rest.removeprefix(f"{link} ") if link else rest
        own = RANKED.search(_PRIMARY.sub("", clause.subject)) is not None
        if _is_rank(rest) and is_nameable(clause.subject) and not own:
            return rest, clause.subject
        if clause.copula and _is_rank(clause.subject) and not RANKED.search(rest):
            return clause.subject, rest
    return "", ""


_PRIMARY = re.compile(r"^[Pp]rimary\s")
"""'Primary hypothyroidism is the most common …': part of a name, and no rank of its own."""


def _core(rest: str) -> str:
    """The rest without what only adds ('…, affecting nearly all patients')."""
    return re.split(
        r",\s(?=(?:\w+ing|which|who|with|often|accounting|followed|following|though|but|so)\b)",
        rest,
    )[0]


def _is_rank(phrase: str) -> bool:
    head = re.split(
        r"\s(?:of(?!\schoice\b)|for|in|to|that|among|with|when|from|between)\s", phrase
    )[0]
    if _OPTION.match(phrase):
        return True
    if re.match(r"^the (?:first|second|only|last|best) (?:to|of|one)\b", phrase, re.IGNORECASE):
        return False
    starts = re.match(r"^(?:the|its|a|an|now|probably|usually|by far)?\s*", phrase, re.IGNORECASE)
    defined = phrase.lower().startswith(("the ", "first", "second-line")) or (
        starts is not None and "choice" in head
    )
    return defined and RANKED.search(head) is not None and _WEAK.search(phrase) is None


_EFFECT = re.compile(r"\b(?:side|adverse)\seffects?$")
"""A side effect is a treatment's; without it the question would make it the disease's."""


def _fits(ranked: str, named: str) -> bool:
    if len(ranked.split()) > _LONGEST_RANK or not named or len(named.split()) > _LONGEST:
        return False
    if re.match(
        r"^(?:among|in|at|on|between|during|for|to|typically|usually)\b", named, re.IGNORECASE
    ):
        return False
    if _EFFECT.search(ranked):
        return False
    return not points_elsewhere(named) and bool(set(stems(named)) - set(stems(ranked)))


def _fact(clause: Clause, ranked: str, named: str, statement: Statement, context: Context) -> Fact:
    ranked = re.split(r",\s(?:especially|particularly|such as|including)\b", ranked)[0]
    inside = context.inside(ranked)
    past = clause.root.tag_ == "VBD"
    many = is_plural(head_noun(ranked)) and ranked != named
    verb = ("were" if many else "was") if past else ("are" if many else "is")
    asked = (
        f"{clause.fronted}, what {verb} {inside}" if clause.fronted else f"What {verb} {inside}"
    )
    kind = FactKind.DIAGNOSIS if re.search(r"standard|test", ranked) else FactKind.CLASSIFICATION
    return Fact(
        kind,
        inside,
        "rank",
        context.inside(named),
        statement.citations,
        question=_about(asked, inside, named, context) + "?",
    )


_VAGUE = frozenset(
    """method preparation approach option way agent form type kind variant presentation modality
    histology""".split()
)
_ANYONE = re.compile(r"^(?:fe)?males?$|^(?:women|men|adults|children|people|patients|infants)$")


def _hangs(ranked: str, context: Context) -> bool:
    """'The commonest method for females', 'the second form': of what only the page tells."""
    whose = re.search(r"\s(?:of|for|in|to|among|within|that|used|which)\s(.+)$", ranked)
    head = re.split(r"\s(?:of(?!\schoice\b)|for|in|to|among|that|used|which)\s", ranked)[
        0
    ].split()[-1]
    if whose is not None and not _ANYONE.match(whose.group(1)):
        return False
    sorts = head in {"form", "type", "kind", "variant"} and context.ill
    return head in _VAGUE and not sorts


def _about(asked: str, ranked: str, named: str, context: Context) -> str:
    """The question with the document's subject, unless the rank says whose it is."""
    whose = re.search(r"\s(?:of|for|in|to|among|within)\s(.+)$", ranked)
    people = whose is not None and _GROUP.search(whose.group(1)) is not None
    if (
        whose is not None
        and not people
        and not is_general(whose.group(1))
        and not _LOOSE.match(whose.group(1))
        and not _PEOPLE.search(asked)
    ):
        return asked
    return context.about(asked, _link(ranked), named)


_LOOSE = re.compile(r"^(?:metasta\w+|death|recurrence|relapse|spread|origin|transmission)$")
"""What many diseases have: whose it is must be told."""
_GROUP = re.compile(r"^(?:(?!in\b)[\w-]+\s){0,2}(?:patients|people|adults|children|infants)$")
_PEOPLE = re.compile(r"\b(?:patients|people|adults|children)\s(?:with|without|who)\b")
"""People told apart by a finding are people with the disease that the page is about."""


def _link(ranked: str) -> str:
    """'of' after symptoms, causes, complications; 'in' after anything else."""
    own = {
        FactKind.FINDING,
        FactKind.CAUSE,
        FactKind.COMPLICATION,
        FactKind.CLASSIFICATION,
        FactKind.RED_FLAG,
    }
    return "of" if attribute_kind(ranked) in own else "in"
