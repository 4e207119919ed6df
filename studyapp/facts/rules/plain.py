"""Sentences of one pattern: 'Most X are caused by Y', 'X form when Y', 'Anyone who Z can'."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context, is_general
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.diseases import names_disease
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_MOST = re.compile(
    r"^(?P<who>(?:[Mm]ost|[Aa]lmost\sall|[Nn]early\sall)\s(?!of\b|people\b|patients\b|often\b|commonly\b)"
    r"[^,;:()]{3,60}?)\s(?P<does>are\s(?:usually\s)?(?:caused\sby|made\s(?:up\s)?of|due\sto|linked\sto)|result\sfrom|come\sfrom"
    r"|are\sspread\sby)\s(?P<what>[^;:()]+?)\.?$"
)
_FORM = re.compile(
    r"^(?P<who>[A-Z](?:[\w-]+\s){1,4}?)(?P<verb>form|occur|develop|happen)\swhen\s(?P<event>[^;:()]+?)\.?$"
)
_NAMED = re.compile(
    r"^(?P<what>[A-Z][^,;:()]+?(?:,\sto\s[^,;:()]+,)?)\s(?P<be>is|are)\s(?:called|known\sas)\s(?P<name>(?:an?\s)?[\w-]+(?:\s[\w-]+){0,3}?)\.?$"
)
_REDUCED = re.compile(
    r"^(?:(?:The|An?)\s)?(?:[a-z-]+\s)?\w+\s(?:used|given|done|taken|performed|made|caused)\s"
)
"""'Drugs given before surgery are called …', whose participle the parser takes for the verb."""
_ANYONE = re.compile(
    r"^(?P<who>(?:[Aa]nyone|[Oo]nly\s(?:people|women|men|adults|children))\swho\s[^,;:()]+?)\s(?P<can>can\s(?:get|develop|have|catch))\s(?P<what>[^,;:()]+?)\.?$"
)
_JOBS = re.compile(
    r"^(?P<who>(?:The|An?)?\s?[^,;:()]{3,50}?)\s(?P<has>has|have)\s(?P<n>two|three|four|five)\s"
    r"(?P<kind>(?:main\s|major\s|important\s|basic\s|key\s)?(?:jobs|functions|roles|tasks|parts|layers|stages|phases|types|forms"
    r"|chambers|lobes|components)):\s(?P<what>[^;:()]+?)\.?$"
)
_THAT_IS = re.compile(
    r"^The\s(?P<kind>(?:bacterium|bacteria|virus|parasite|fungus|hormone|gene|protein|enzyme|drug|vaccine|nerve"
    r"|vitamin|test|tick|mosquito|mite|worm|gland))\sthat\s(?P<says>[^,;:]+?)\sis\s(?:called\s)?"
    r"(?P<name>(?!(?:not|also|the\ssame|often|usually|most|one|an?|very|still|used|found|known|done|given)\b)"
    r"[\w’'-]+(?:\s(?!that\b|and\b|or\b)[\w’'-]+){0,4}?)\.?$"
)
_DIAGNOSED = re.compile(
    r"^The\sdiagnosis\s(?P<be>is|can\sbe|may\sbe)\s(?P<done>(?:usually\s|often\s)?(?:confirmed|made|established))\s"
    r"(?P<means>(?:by|with|using|through|from)\s[^;:]+?)\.?$"
)
_NUMBERED = re.compile(r"^(?:one|two|three|four|five|\d)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^(?:an?\s|the\s)?(?:this|it|they|these|that|those|here|there)\b", re.IGNORECASE
)
_LONGEST, _SHORTEST_NAMED = 25, 3


def plains(statement: Statement, context: Context) -> Iterator[Fact]:
    """What most cases are due to, when a thing forms, who can get a disease, what has a name."""
    two = re.search(r"\.\s[A-Z]", statement.text) is not None
    if two or statement.headed or _PRONOUN.match(statement.text):
        return
    for read in (_that_is, _diagnosed, _majority, _forming, _naming, _anyone, _jobs):
        fact = read(statement, context)
        if fact is not None and _is_fit(fact):
            yield fact
            return


def _is_fit(fact: Fact) -> bool:
    if points_elsewhere(fact.question) or points_elsewhere(re.sub(r"\bthey\b", "", fact.value)):
        return False
    return len(fact.value.split()) <= _LONGEST and says_something(fact.value, fact.question)


def _fact(kind: FactKind, asked: str, value: str, statement: Statement) -> Fact:
    return Fact(kind, asked, "plain", value, statement.citations, question=f"{asked}?")


def _that_is(statement: Statement, _: Context) -> Fact | None:
    """'The bacterium that causes X is Y': which bacterium."""
    found = _THAT_IS.match(statement.text)
    if found is None or points_elsewhere(found["says"]) or not is_nameable(found["name"]):
        return None
    asked = f"Which {found['kind']} {found['says']}"
    named = names_disease(found["says"]) or len(stems(found["says"])) > 1
    return _fact(FactKind.CAUSE, asked, found["name"], statement) if named else None


def _diagnosed(statement: Statement, context: Context) -> Fact | None:
    """'The diagnosis is confirmed with X' on a page about a disease."""
    found = _DIAGNOSED.match(statement.text)
    if found is None or not context.ill:
        return None
    asked = f"How {found['be']} the diagnosis of {context.subject} {found['done']}"
    return _fact(FactKind.DIAGNOSIS, asked, found["means"], statement)


def _majority(statement: Statement, context: Context) -> Fact | None:
    """'Most kidney stones are made of calcium': what they are made of."""
    found = _MOST.match(statement.text)
    if found is None or _cut(found["what"]):
        return None
    who = found["who"][0].lower() + found["who"][1:]
    if re.search(r"\b(?:that|which|who|cases|them|these)$", who):
        return None
    does = found["does"]
    be = does.startswith("are ")
    asked = f"What are {who} {does[4:]}" if be else f"What do {who} {does}"
    kind = who.split(maxsplit=2)[-1] if who.startswith(("almost", "nearly")) else who[5:]
    told = context.about(asked) if is_general(kind) else asked
    return _fact(FactKind.CAUSE, told, found["what"], statement)


def _forming(statement: Statement, context: Context) -> Fact | None:
    """'Gallstones form when bile …', whose verb the parser takes for a noun."""
    found = _FORM.match(statement.text)
    if found is None or any(statement.clauses()) or _cut(found["event"]):
        return None
    who = context.inside(found["who"].strip())
    if not is_nameable(who) or stems(who) == ():
        return None
    return _fact(
        FactKind.CAUSE, f"When do {who} {found['verb']}", f"when {found['event']}", statement
    )


def _naming(statement: Statement, context: Context) -> Fact | None:
    """'Surgery to remove the gallbladder is called cholecystectomy'."""
    found = _NAMED.match(statement.text)
    if found is None or (any(statement.clauses()) and not _REDUCED.match(found["what"])):
        return None
    aim = re.sub(r",\s(to\s[^,]+),$", r" \1", found["what"])
    what = context.inside(aim)
    bare = re.sub(r"\bfind\sout\s(?:if|whether)\b.+$", "find out", what)
    loose = re.search(r"\b(?:and|or|when|if|which|because)\b", bare)
    unsure = loose or not is_nameable(bare) or not is_nameable(what.split(" to ")[0])
    if (
        unsure
        or len(what.split()) < _SHORTEST_NAMED
        or set(stems(found["name"])) <= set(stems(what))
    ):
        return None
    any_of = re.sub(r"^the\s(?=(?:process|test|procedure|method)\sused\b)", "a ", what)
    return _fact(
        FactKind.DEFINITION, f"What {found['be']} {any_of} called", found["name"], statement
    )


def _anyone(statement: Statement, context: Context) -> Fact | None:
    """'Anyone who has had chickenpox can get shingles'."""
    found = _ANYONE.match(statement.text)
    if found is None or re.search(r"\b(?:more|less|worse)\b", found["what"]):
        return None
    if not (names_disease(found["what"]) or context.names_subject(found["what"])):
        return None
    asked = f"Who {found['can']} {found['what']}"
    return _fact(FactKind.RISK_FACTOR, asked, found["who"], statement)


def _jobs(statement: Statement, context: Context) -> Fact | None:
    """'The kidneys have two main jobs: they filter … and they remove …'."""
    found = _JOBS.match(statement.text)
    if found is None:
        return None
    who = context.inside(found["who"])
    bare = re.sub(r"^(?:the|an?)\s", "", who)
    if not is_nameable(bare) or _NUMBERED.match(found["what"]):
        return None
    asked = f"What are the {found['n']} {found['kind']} of {who}"
    return replace(
        _fact(FactKind.LIST, asked, found["what"], statement),
        subject=bare,
        attribute=found["kind"],
    )


def _cut(value: str) -> bool:
    """Whether more is told behind a comma than what was asked."""
    return (
        re.search(r",\s(?:but|which|although|while|so|and\s(?:is|are|can|may|it|they))\b", value)
        is not None
    )
