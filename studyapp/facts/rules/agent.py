"""'A provider treats X by Y', 'doctors prescribe Y for X': what is done, whoever does it."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.inflection import inflected
from studyapp.language.words import capital, is_plural
from studyapp.model import Fact, FactKind

_AGENT = re.compile(
    r"^(?:(?:a|an|the|most|many|some|your)\s)?(?:health[\s-]?care\s(?:providers?|professionals?|workers?)|providers?"
    r"|doctors?|physicians?|clinicians?|surgeons?|specialists?|oncologists?|nurses?|(?:medical|care)\steams?|experts)$",
    re.IGNORECASE,
)
_MEANS = re.compile(r"^(?P<what>.+?)\s(?P<link>by|with|using|through|based\son)\s(?P<how>.+)$")
_AIM = re.compile(
    r"^(?P<what>.+?)\s(?P<link>to\s(?:treat|prevent|reduce|relieve|control|diagnose|confirm|detect|lower|remove|manage|kill"
    r"|rule\sout|improve|increase|decrease|stop|slow|replace|protect|restore|correct|ease|help|check|find|look|see|measure|test|guide|locate|obtain|deliver|break|drain|keep|identify|determine|examine|assess|exclude|clear|complete\sthe\sdiagnosis)|for)\s(?P<aim>.+)$"
)
_EVERY = re.compile(
    r"^(?P<what>.+?)\s(?P<often>every\s.+?(?:days?|weeks?|months?|years?))(?P<rest>\s.*)?$"
)
_OPEN = re.compile(
    r"^(?:several|other|different|certain|some|various|one|more|many|any)\b", re.IGNORECASE
)
_TREATS = frozenset(
    {"treat", "diagnose", "manage", "confirm", "prevent", "cure", "find", "detect"}
)
_GIVES = frozenset(
    {"prescribe", "recommend", "use", "give", "order", "perform", "suggest", "inject", "offer"}
)
_CHECKS = frozenset(
    {"check", "screen", "test", "monitor", "examine", "measure", "repeat", "evaluate"}
)
_HANDLES = frozenset(
    "remove place insert implant transplant start stop do suspect consider refer repair".split()
)
_MENDS = frozenset(
    {"remove", "repair", "replace", "relieve", "drain", "widen", "reduce", "control"}
)
_OCCASION = re.compile(
    r"^(?P<what>(?!that\b|whether\b)(?:(?!that\s|who\s|which\s)[\w-]+\s){0,9}?[\w-]+)\s"
    r"(?P<when>(?:only\s)?(?:if|when|unless|before|after|once)\s[^,;]+?)\.?$"
)
_FINDS_OUT = re.compile(
    r"\b(?:see|determine|find\sout|tell|check|know|decide|learn|ask|show|assess|evaluate)"
    r"\s(?:if|whether|when)\b"
)
_GRANTS = frozenset({"prescribe", "give", "recommend", "offer"})
_TO_WHOM = re.compile(
    r"^(?P<what>(?!that\b|to\b|these\b|this\b)(?:[\w-]+\s){0,3}?[\w-]+)\s(?P<only>only\s)?"
    r"(?P<link>to|for)\s(?P<whom>(?:[\w-]+\s){0,2}?(?:patients|people|children|adults|infants|women"
    r"|men|newborns)\s(?:with|who|aged|under|over|older|younger|at)\s[^,;]+?)"
    r"(?:\s(?:because|since)\b.*|,.*|\.)?$"
)
_ANYBODY = re.compile(
    r"^(?:the\s|some\s|most\s|all\s)?(?:people|patients|persons|children|adults)$"
)
_THEIRS = re.compile(r"\b(?:if|when|before|after|until|once|unless)\sthey\b")
_THING = re.compile(
    r"^(?!that\b|whether\b|to\b|you\b|tests?\.?$|treatments?\.?$|medicines?\.?$)[^,;:]{4,90}$"
)
_NAMED_SO = re.compile(
    r"^(?:an?\s)?(?:[\w-]+\s)?(?:medicines?|medications?|drugs?|tests?|procedures?|treatments?)\s"
    r"(?:called|known\sas)\s(?:an?\s)?"
)
_GIVEN_TO = re.compile(
    r"^(?:the\s|a\s)?(?:patients?|people|persons?|child(?:ren)?|mother|family|women|men)\s(?:an?|the|some)\s"
)
_LONGEST = 25


def deeds(statement: Statement, context: Context) -> Iterator[Fact]:
    """What those who care for patients do, asked without them."""
    for clause in statement.clauses():
        if not _AGENT.match(clause.subject) or clause.negated or clause.passive:
            continue
        if clause.narrates or not _opens_well(clause.fronted):
            continue
        if points_elsewhere(_THEIRS.sub("", clause.rest)) or ", which" in clause.rest:
            continue
        if clause.aux.lower() in {"have", "has", "had"}:
            continue
        asked, answer, kind = _asked(clause)
        asked, answer, kind = (asked, answer, kind) if asked else _to_whom(clause)
        answer = _NAMED_SO.sub("", answer)
        if clause.fronted:
            asked = f"{capital(clause.fronted)}, {asked[:1].lower()}{asked[1:]}" if asked else ""
        if asked and answer and len(answer.split()) <= _LONGEST and not _vague(answer):
            yield Fact(
                kind,
                asked,
                clause.lemma,
                answer,
                statement.citations,
                modality=clause.aux.lower(),
                question=f"{asked if 'people with' in clause.fronted else context.about(asked)}?",
            )


def _opens_well(fronted: str) -> bool:
    """Whether what is fronted, if anything, is a condition or a purpose."""
    if fronted.startswith(("While ", "Using ")):
        return False
    purpose = fronted.startswith("To ") and not points_elsewhere(fronted)
    return not fronted or purpose or restricts(fronted)


def _vague(text: str) -> bool:
    return (
        re.match(
            r"^(?:several|other|different|certain|some|various|one|more|many|any)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _to_whom(clause: Clause) -> tuple[str, str, FactKind]:
    """'Doctors prescribe X only to people with Y': to whom; ('', '', …) for anything else."""
    whom = _TO_WHOM.match(clause.rest) if clause.lemma in _GRANTS else None
    if whom is None:
        return "", "", FactKind.INDICATION
    done = inflected(clause.lemma, "VBN")
    asked = f"{whom['link'].capitalize()} whom {_be(clause, whom['what'])} {whom['what']}"
    answer = f"{whom['only'] or ''}{whom['link']} {whom['whom']}"
    return f"{asked} {_adverb(clause)}{done}", answer, FactKind.INDICATION


def _asked(clause: Clause) -> tuple[str, str, FactKind]:
    """The question, its answer and its kind; ('', '', …) when the verb tells nothing to ask."""
    done = inflected(clause.lemma, "VBN")
    often = _EVERY.match(clause.rest)
    if clause.lemma in _CHECKS and often is not None:
        what, sought, aim = often["what"].partition(" for ")
        be = _be(clause, what)
        asked = f"How often {be} {what} {_adverb(clause)}{done}{sought}{aim}{_tail(often)}"
        return asked, often["often"], FactKind.DURATION
    occasion = None if _FINDS_OUT.search(clause.rest) else _OCCASION.match(clause.rest)
    if occasion is not None and clause.lemma in _GIVES | _CHECKS | _TREATS | _HANDLES:
        what = occasion["what"]
        asked = f"When {_be(clause, what)} {what} {_adverb(clause)}{done}"
        return asked, occasion["when"], FactKind.INDICATION
    means = _MEANS.match(clause.rest)
    if (
        clause.lemma in _TREATS | _MENDS
        and means is not None
        and not _ANYBODY.match(means["what"])
    ):
        asked = f"How {_be(clause, means['what'])} {means['what']} {_adverb(clause)}{done}"
        return asked, f"{means['link']} {means['how']}", FactKind.TREATMENT
    aim = _AIM.match(clause.rest)
    if (
        clause.lemma in _GIVES
        and aim is not None
        and len(aim["what"].split()) <= _SHORT
        and " to " not in aim["what"]
        and not _GIVEN_TO.match(aim["what"])
    ):
        asked = f"What {_be(clause, 'thing')} {_adverb(clause)}{done} {aim['link']} {aim['aim']}"
        return asked, aim["what"], FactKind.TREATMENT
    if clause.fronted and clause.lemma in _GIVES and _THING.match(clause.rest):
        asked = f"What {_be(clause, 'thing')} {_adverb(clause)}{done}"
        return asked, clause.rest.rstrip(" ."), FactKind.TREATMENT
    return "", "", FactKind.TREATMENT


_SHORT = 10


def _tail(match: re.Match[str]) -> str:
    return match["rest"] or ""


def _adverb(clause: Clause) -> str:
    """The adverbs between auxiliary and verb, and the 'be' that a modal needs."""
    words = [word for word in clause.verb.split()[:-1] if word not in {"be", "then"}]
    be = "be " if clause.aux and clause.aux.lower() not in {"do", "does"} else ""
    return "".join(f"{word} " for word in words) + be


def _be(clause: Clause, what: str) -> str:
    if clause.aux and clause.aux.lower() not in {"do", "does"}:
        return clause.aux.lower()
    head = re.split(r"\s(?:of|in|with|for|who|that|due|caused|from)\s", what)[0]
    return "are" if is_plural(head.split()[-1]) or " and " in head else "is"
