"""'X raises the risk of Y', 'X is more common in P', 'P are at higher risk of Y'."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context, is_general
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import is_finding, tailed
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind

_MOVES = frozenset("increase raise heighten elevate lower reduce decrease lessen".split())
_RISK = re.compile(
    r"^(?:the|a|an|their|its|one's|one’s|(?:a|an|the)\s[\w\s]{3,25}['’]s)?\s?(?:lifetime\s|future\s|person's\s)?"
    r"(?P<noun>risk|chances?|likelihood|odds)\s(?P<of>of|for)\s(?P<what>.+)$"
)
_COMMON = re.compile(
    r"^(?P<also>also\s)?(?P<how>(?:(?:much|slightly|somewhat|far|considerably|especially|particularly)\s)?"
    r"(?:more|most|less|least)\s(?:common|frequent|prevalent)|(?:especially|particularly|very)\scommon"
    r"|uncommon|rare|common)\s"
    r"(?P<link>in|among)\s(?P<who>.+?)(?P<than>(?<!older)(?<!younger)(?<!more)(?<!less)\sthan\s.+)?$"
)
_OFTEN = re.compile(
    r"^(?P<how>(?:mainly|mostly|primarily|usually|typically|more\soften|most\soften|predominantly"
    r"|more\scommonly|most\scommonly|almost\salways|only|almost\sexclusively)\s)?"
    r"(?P<link>in|among)\s(?P<who>.+?)(?P<than>(?<!older)(?<!younger)(?<!more)(?<!less)\sthan\s.+)?$"
)
_HOW = re.compile(
    r"\b(?:mainly|mostly|primarily|usually|typically|often|most\soften|predominantly|most\scommonly"
    r"|commonly|only|generally)$"
)
_ARISES = frozenset("occur develop appear arise happen see find diagnose report".split())
_PEOPLE = re.compile(
    r"^(?:(?:the|all|older|younger|young|elderly|adult|otherwise\shealthy)\s)?(?:[\w-]+(?:,\s|\s(?:and\s|or\s)?)){0,4}?"
    r"(?:people|persons?|patients?|adults?|children|child|women|men|infants?|newborns?|babies|boys"
    r"|girls|individuals|males?|females?|elderly|smokers|teenagers|adolescents|athletes|workers"
    r"|those|recipients|travelers|\w+-Americans|Blacks|Caucasians|Asians|Hispanics|toddlers|drinkers"
    r"|farmers|students|residents|veterans|relatives|cohorts|populations?|races?|groups?|users)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"^(?:some|certain|many|these|other|various|several|any|most|specific|particular)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|which|who|affecting|with|so)\b"
    r"|,\sand\s(?:is|are|it|they|the)\b|,\s\w+ing\b"
    r"|\s(?:because|since|due\sto|as)\s(?!well\b)|\s\(see\s"
)
_NEXT = re.compile(r"\sand\s(?:\w+ly\s)?(?:worsen|raise|lower|reduce|increase|improve|cause)\b")
_TIMES = re.compile(r"\d\s?%|\w-?fold\b|\btimes\b|\b(?:doubl|tripl)|\bfrom\s\d")
"""How much a risk is raised: another rule asks it."""
_PASSIVES = frozenset("see find diagnose report".split())
_LONGEST = 25


_SEXES = re.compile(
    r"^(?:(?:women|females|girls)(?:\sthan\s(?:in\s|among\s)?(?:men|males|boys))"
    r"|(?:men|males|boys)(?:\sthan\s(?:in\s|among\s)?(?:women|females|girls)))$"
)


def risks(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a thing makes likelier or less likely, and in whom a disease is common."""
    for clause in statement.clauses():
        if clause.negated or clause.narrates or loses_condition(clause, statement):
            continue
        if not is_nameable(clause.subject) or _VAGUE.match(clause.subject):
            continue
        if clause.fronted and not restricts(clause.fronted) and not _PLACE.match(clause.fronted):
            continue
        for fact in (_raised(clause, statement, context), _common(clause, statement, context)):
            if fact is not None:
                yield fact


_PLACE = re.compile(r"^[Ii]n\s(?:the\s)?[A-Z]")


def _raised(clause: Clause, statement: Statement, context: Context) -> Fact | None:
    """'Smoking can raise the risk of stroke': of what it raises the risk."""
    rest = _END.split(clause.rest)[0].strip(" .")
    match = _RISK.match(rest)
    if clause.lemma not in _MOVES or clause.passive or match is None:
        return None
    what = match["what"]
    many = re.search(
        r"\sand\s(?:\w+ly\s)?(?:worsen|raise|lower|reduce|increase|improve|cause)\b", what
    )
    what = what[: many.start()] if many else what
    shared = any(q.dimension is Dimension.SHARE for q in quantities(rest))
    amount = shared or _TIMES.search(rest) is not None
    named = says_something(what, f"{clause.subject} {clause.fronted}")
    if amount or not named or points_elsewhere(what) or len(what.split()) > _LONGEST:
        return None
    before = rest[: match.start("what")]
    plain = replace(clause, verb=_plain(clause.verb), base=_plain(clause.base))
    asked = plain.ask("What").replace(clause.subject, context.inside(clause.subject), 1)
    return Fact(
        FactKind.RISK_FACTOR,
        context.inside(clause.subject),
        f"{clause.lemma} {match['noun']}",
        what,
        statement.citations,
        condition=clause.fronted,
        modality=clause.aux.lower(),
        question=_named(f"{asked} {before}".strip(), what, clause, context) + "?",
    )


def _named(asked: str, what: str, clause: Clause, context: Context) -> str:
    """The question with the page's subject only where it names nothing in particular.

    What smoking does to the heart is true on every page.
    """
    alone = len(stems(what)) == 1 and not names_disease(what)
    return context.about(asked) if alone or is_general(clause.subject) else asked


def _plain(verb: str) -> str:
    return re.sub(r"\balso\s", "", verb)


def _common(clause: Clause, statement: Statement, context: Context) -> Fact | None:
    """'Gout is more common in men than in women': in whom."""
    rest = _END.split(clause.rest)[0].strip(" .")
    pattern = _COMMON if clause.copula else _OFTEN if clause.lemma in _ARISES else None
    match = pattern.match(rest) if pattern is not None else None
    if match is None or (
        clause.lemma in {"see", "find", "diagnose", "report"} and not clause.passive
    ):
        return None
    often = match["how"] or _HOW.search(clause.verb.removesuffix(clause.root.text).strip())
    who = match["who"]
    if is_finding(clause.subject):
        return None
    if not often or not _PEOPLE.match(who) or points_elsewhere(who) or _VAGUE.match(who):
        return None
    if (
        context.subject
        and context.names_subject(who)
        and not context.names_subject(clause.subject)
    ):
        return None
    if len(who.split()) > _LONGEST or re.search(r"\d\s?%|\bpercent", rest):
        return None
    subject = context.inside(clause.subject)
    verb = replace(clause, verb=_plain(clause.verb), base=_plain(clause.base))
    link = match["link"].capitalize()
    asked = verb.ask(f"{link} whom").replace(clause.subject, subject, 1)
    how = (match["how"] or "").strip()
    if how.endswith("only") or clause.verb.startswith("only "):
        who, how = f"only {match['link']} {who}", how.removesuffix("only").strip()
        asked = asked.replace(" only ", " ")
    asked = f"{asked} {how}{match['than'] or ''}".strip()
    sexes = _SEXES.match(f"{who}{match['than'] or ''}")
    if sexes is not None:
        asked = re.sub(r"^(\w+) whom", r"\1 which sex", asked.removesuffix(match["than"] or ""))
    return Fact(
        FactKind.RISK_FACTOR,
        subject,
        f"{clause.lemma} in whom",
        capital(who),
        statement.citations,
        condition=clause.fronted,
        modality=clause.aux.lower(),
        question=tailed(asked, clause.subject, context) + "?",
    )
