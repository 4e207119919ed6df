"""'X is due to Y', 'Z causes X', 'Z also may cause X': where a disease comes from."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.plainly import inside, says_also, without_also
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause, modal
from studyapp.language.diseases import names_disease
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind

_DUE = re.compile(
    r"^(?P<how>(?:(?:usually|often|mainly|mostly|most\soften|generally|commonly|typically|primarily|partly"
    r"|always|sometimes)\s)?(?:due|attributable|secondary))\sto\s(?P<what>.+)$"
)
_CASES = re.compile(
    r"^(?P<share>(?:most|nearly\sall|almost\sall|the\smajority\sof|many|some|more\sthan\shalf\sof)\s"
    r"(?:(?:the\s)?cases\sof\s)?)(?P<what>[^,;:]+)$"
)
_ONE_OF = re.compile(
    r"^(?:Another|One|A)\s(?P<adj>(?:(?:common|important|possible|frequent|less\scommon|rare|typical|serious|major|early|late)\s)?)"
    r"(?P<noun>cause|trigger|sign|symptom|complication)\sof\s(?P<what>[^,;:]+)$"
)
_WORSE = re.compile(r"^(?P<what>[^,;:]+?)\sworse$")
_WORSE_BY = re.compile(r"^worse\sby\s(?P<what>[^,;:]+)$")
_CAUSES = frozenset("cause trigger produce".split())
_LEADS = re.compile(r"^(?:to|in)\s(?P<what>.+)$")
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|so|as|especially|and\s(?:is|it|they|the))\b"
    r"|\s(?:because|since|if|when|by)\b"
)
_VAGUE = re.compile(
    r"^(?:(?:the|any|a|an|other|some|many|several|certain|these|various|most|different)\s)*"
    r"(?:causes?|factors?|conditions?|problems?|things?|reasons?|diseases?|disorders?|medicines?|drugs?"
    r"|changes?|foods?|substances?)$"
    r"|^(?:[\w-]+\s){0,2}(?:people|patients|children|adults|women|men|infants|persons)\b",
    re.IGNORECASE,
)
_LEAST, _LONGEST = 2, 22


def origins_of(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a disease is due to, what causes it, and which disease a thing may cause."""
    for whole in statement.clauses():
        clause = inside(without_also(whole), context)
        if (
            clause.negated
            or clause.narrates
            or is_told_before(whole)
            or loses_condition(whole, statement)
        ):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        added = says_also(whole)
        told = None if added else _due(clause) or _caused(clause, context)
        told = told or _one_of(whole, context) or _worse(clause) or _effect(clause, context)
        if told is None:
            continue
        asked, answer = told
        if points_elsewhere(f"{asked} {answer}") or len(answer.split()) > _LONGEST:
            continue
        if says_something(answer, asked):
            yield Fact(
                FactKind.CAUSE,
                clause.subject,
                f"origin {clause.lemma}",
                answer,
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                question=f"{asked}?",
            )


_Told = tuple[str, str]


def _one_of(clause: Clause, context: Context) -> _Told | None:
    """'Another cause of X is Y': a disease has several, but Y is a cause of this one."""
    one = _ONE_OF.match(clause.subject)
    if one is None or not clause.copula or clause.aux.lower() != "is":
        return None
    what = context.inside(one["what"])
    rest = re.sub(r",\s(?:such\sas|including|like|which)\s.*$", "", clause.rest).strip(" .")
    kind = f"{one['adj']}{one['noun']}"
    article = "an" if kind[0] in "aeiou" else "a"
    named = names_disease(what) or _is_it(what, context)
    if not named or not is_nameable(rest) or re.search(r"[,;:(]|\b(?:may|can|when|if)\b", rest):
        return None
    return f"Of what is {context.inside(rest)} {article} {kind}", what


def _worse(clause: Clause) -> _Told | None:
    """'Scratching can make the rash worse', 'the rash can be made worse by scratching'."""
    by = _WORSE_BY.match(clause.rest.strip(" .,")) if clause.lemma == "make" else None
    if by is not None and clause.passive and modal(clause) and is_nameable(clause.subject):
        asked = f"what {modal(clause)} make {clause.subject} worse"
        return (f"{clause.fronted}, {asked}" if clause.fronted else capital(asked)), by["what"]
    match = (
        _WORSE.match(_END.split(clause.rest)[0].strip(" .,")) if clause.lemma == "make" else None
    )
    if match is None or clause.passive or not is_nameable(clause.subject):
        return None
    return f"{clause.ask('What')} worse", match["what"]


def _due(clause: Clause) -> _Told | None:
    """'X is usually due to a lack of Y'."""
    match = _DUE.match(_END.split(clause.rest)[0].strip(" .,")) if clause.copula else None
    named = is_nameable(clause.subject) or _CASES.match(clause.subject.lower())
    if match is None or not named or clause.plural != (clause.aux.lower() == "are"):
        return None
    return f"{clause.ask('What')} {match['how']} to", match["what"]


def _made(clause: Clause) -> str:
    """What a clause says that its subject brings about; '' for nothing."""
    rest = _END.split(clause.rest)[0].strip(" .,")
    leads = _LEADS.match(rest)
    if clause.passive or _VAGUE.match(clause.subject) or not is_nameable(clause.subject):
        return ""
    if clause.lemma in {"lead", "result"}:
        return leads["what"] if leads else ""
    return rest if clause.lemma in _CAUSES else ""


def _caused(clause: Clause, context: Context) -> _Told | None:
    """'Swelling of the veins causes X', 'Y causes most cases of X': the cause is asked for."""
    made = _made(clause)
    if not made or clause.aux or clause.plural != (clause.root.tag_ == "VBP"):
        return None
    most = _CASES.match(made)
    what = most["what"] if most else made
    ill = names_disease(what) if most else _is_it(what, context)
    if not ill or context.names_subject(clause.subject):
        return None
    verb = " ".join(word for word in clause.verb.split() if word != clause.root.text)
    link = f" {clause.rest.split()[0]}" if clause.lemma in {"lead", "result"} else ""
    does = {"lead": "leads", "result": "results"}.get(clause.lemma, f"{clause.lemma}s")
    front = f"{clause.fronted}, what" if clause.fronted else "What"
    asked = " ".join(f"{front} {verb} {does}{link} {made}".split())
    return asked, capital(clause.subject)


def _is_it(what: str, context: Context) -> bool:
    """Whether a phrase is the name of the page's disease and nothing more."""
    bare = re.sub(r"^(?:an?|the)\s", "", what)
    return (
        bool(context.subject)
        and context.names_subject(bare)
        and len(stems(bare)) <= len(stems(context.subject))
    )


def _effect(clause: Clause, context: Context) -> _Told | None:
    """'Surgery or a fall may cause X': several causes are as right, but each has one effect."""
    made = _made(clause)
    bare = re.sub(r"^(?:an?|the)\s", "", made)
    one = bool(made) and (
        _is_it(made, context) or (names_disease(bare) and len(bare.split()) <= _LEAST)
    )
    if not one or modal(clause) not in {"can", "may", "might", "could"}:
        return None
    known = len(stems(clause.subject)) >= _LEAST and not context.names_subject(clause.subject)
    link = f" {clause.rest.split()[0]}" if clause.lemma in {"lead", "result"} else ""
    return (f"{clause.ask('What')}{link}", made) if known else None
