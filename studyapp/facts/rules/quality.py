"""'X is effective for Y', 'X is mandatory in Y': what X is good or bad for, in whom and when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.stages import placed
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.classes import treated
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_ADJECTIVE = re.compile(
    r"^(?P<how>(?:\w+ly\s|often\s|most\s|very\s|also\s)?)(?P<word>effective|useful|essential"
    r"|helpful|necessary|mandatory|appropriate|sensitive|specific|contraindicated|unsafe|harmful"
    r"|toxic|resistant|susceptible|responsive|ineffective|suitable|crucial|critical|common|rare"
    r"|uncommon|frequent|active|normal|abnormal|absent|elevated|reversible|fatal|curable"
    r"|asymptomatic|protective|vulnerable)\s(?P<link>for|in|against|when|if|to|during|among|only)"
    r"\s(?P<what>.+)$"
)
_KIND = {
    "contraindicated": FactKind.CONTRAINDICATION,
    "mandatory": FactKind.INDICATION,
    "sensitive": FactKind.DIAGNOSIS,
    "common": FactKind.CLASSIFICATION,
}
_INDICATES = re.compile(
    r"(?:effective|useful|essential|helpful|necessary|mandatory|appropriate|ineffective|suitable"
    r"|crucial|critical)"
)
_PEOPLE = re.compile(
    r"^(?:all\s|most\s)?(?:\w+\s){0,2}(?:patients|people|adults|children|women|men|infants|persons"
    r"|individuals)\b"
)
_STATES = {"normal", "abnormal", "absent", "elevated", "asymptomatic", "reversible", "curable"}
_LASTS = re.compile(
    r"^(?:(?:a|the)\s(?:longer|shorter|long|short)\s(?:time|period)"
    r"|(?:\S+\s){0,2}?(?:hours|days|weeks|months|years|life)\b)"
)
_PLACE = re.compile(r"^(?:(?:parts\sof\s|all\sover\s)?the\s[A-Z]|[A-Z][a-z]+(?:\s|$))")
"""Where a disease is common is geography, not medicine: and asked so it is no question."""
_LONGEST = 25


def qualities(statement: Statement, context: Context) -> Iterator[Fact]:
    """What something is effective, mandatory, useful ... for."""
    for clause in statement.clauses():
        match = _ADJECTIVE.match(_trimmed(clause.rest))
        copular = (clause.copula or clause.lemma == "remain") and not clause.narrates
        if not copular or match is None or clause.negated or not is_nameable(clause.subject):
            continue
        what = match["what"]
        timed = match["link"] in {"when", "if", "only", "during"} or match["word"] in _STATES
        if any(q.dimension is Dimension.SHARE for q in quantities(what)):
            continue
        if _LASTS.search(what) or _PLACE.match(what):
            continue
        if (
            points_elsewhere(clause.fronted)
            or points_elsewhere(what)
            or len(what.split()) > _LONGEST
            or _leads_nowhere(match)
            or not (timed or says_something(what, f"{clause.subject} {clause.fronted}"))
        ):
            continue
        asked = _asked(clause, match).replace(clause.subject, context.inside(clause.subject), 1)
        if clause.fronted:
            asked = f"{capital(clause.fronted)}, {asked[0].lower()}{asked[1:]}"
        answer = f"{match['link']} {what}" if timed else what
        if _INDICATES.fullmatch(match["word"]):
            asked = placed(asked, clause.fronted, statement.passage.headings, context, answer)
        else:
            asked = context.about_general(asked, clause.subject, answer, supplied=statement.headed)
        yield Fact(
            _KIND.get(match["word"], FactKind.INDICATION),
            context.inside(clause.subject),
            match["word"],
            answer,
            statement.citations,
            condition=clause.fronted,
            question=f"{asked}?",
        )


def _trimmed(rest: str) -> str:
    return re.split(
        r"(?:,\s(?:which|who|because|since|although|though|but|however|while|and\s\w+\s(?:is|are))\b"
        r"|;|\s[—–]\s|—|\sbecause\b)",
        rest,
    )[0]


def _leads_nowhere(match: re.Match[str]) -> bool:
    """'It is important to …': the subject must be what has the quality."""
    return match["link"] == "to" and match["word"] not in {
        "resistant",
        "susceptible",
        "responsive",
        "toxic",
        "vulnerable",
    }


def _asked(clause: Clause, match: re.Match[str]) -> str:
    quality = f"{match['how']}{match['word']}"
    link = match["link"]
    plain = replace(clause, fronted="")
    asked = (
        plain.ask("").strip()
        if clause.copula
        else f"{'are' if clause.plural else 'is'} {clause.subject}"
    )
    wh = "When" if link in {"when", "if", "during", "only"} else ""
    if not wh and _PEOPLE.match(match["what"]):
        wh = f"{link.capitalize()} whom"
    kind = treated(match["what"])
    if not wh and link in {"for", "in", "against"} and kind:
        wh = f"{link.capitalize()} which {kind}"
    if wh:
        return f"{wh} {asked} {quality}"
    if link in {"in", "among"} and match["word"] in _STATES:
        return f"When {asked} {quality}"
    return f"What {asked} {quality} {link}"
