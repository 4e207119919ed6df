"""'Treatment of X requires a multidisciplinary approach': the kind of approach that it takes."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.clause import Clause
from studyapp.language.words import is_plural
from studyapp.model import Fact, FactKind

_KIND = (
    r"(?P<kind>(?:(?:multi|inter|trans)-?disciplinary|step-?wise|stepped|conservative|holistic"
    r"|systematic|individuali[sz]ed|personali[sz]ed|patient-cent(?:er|re)d|team-based"
    r"|multimodal(?:ity)?|multifaceted|watch-and-wait|wait-and-see|symptomatic|supportive)"
    r"(?:\sand\s(?:individuali[sz]ed|personali[sz]ed|holistic|multimodal))?)"
)
_TAKES = {"require", "need", "demand", "take", "follow", "use", "involve", "warrant"}
_WHAT_IT_TAKES = re.compile(rf"^(?:an?\s){_KIND}\sapproach\b(?!\s(?:to|of)\b)", re.IGNORECASE)
_IS = re.compile(rf"^{_KIND}(?=$|[,;])", re.IGNORECASE)
_ACTS = r"(?P<act>treatment|management|diagnosis|care|rehabilitation|assessment|therapy)"
_DONE = re.compile(
    rf"^(?:the\s)?(?:[\w-]+\s){{0,2}}?{_ACTS}(?:\s(?:for|of|in)\s.+)?$", re.IGNORECASE
)
_APPROACHES = re.compile(rf"^(?:the\s)?{_ACTS}\sapproach(?:es)?$", re.IGNORECASE)


def approaches(statement: Statement, context: Context) -> Iterator[Fact]:
    """The kind of approach that the treatment, diagnosis or care of something takes."""
    for clause in statement.clauses():
        subject, kind = _taken(clause)
        if kind and not clause.negated and not clause.fronted and is_nameable(clause.subject):
            named = context.inside(subject)
            verb = "do" if is_plural(named.split()[0]) else "does"
            yield Fact(
                FactKind.TREATMENT,
                named,
                "approach",
                kind,
                statement.citations,
                question=context.about(f"What kind of approach {verb} {named} take") + "?",
            )


def _taken(clause: Clause) -> tuple[str, str]:
    """What takes an approach, and of which kind; '' for none."""
    if clause.copula and clause.aux.lower() in {"is", "are"}:
        whose, kind = _APPROACHES.match(clause.subject), _IS.match(clause.rest)
        return (whose["act"], kind["kind"]) if whose and kind else ("", "")
    plain = not clause.aux and not clause.passive and clause.lemma in _TAKES
    kind = _WHAT_IT_TAKES.match(clause.rest) if plain and _DONE.match(clause.subject) else None
    return (clause.subject, kind["kind"]) if kind else ("", "")
