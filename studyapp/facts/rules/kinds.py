"""'There are two types of X: A and B', 'X is divided into A, B and C': the kinds of a thing."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.model import Fact, FactKind

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_COUNT = r"(?P<count>two|three|four|five|[2-5])"
_NOUN = (
    r"(?P<noun>(?:(?!of\b|to\b|in\b|the\b)[a-z-]+\s){0,2}?(?:types|kinds|forms|categories|classes|stages"
    r"|phases|groups|steps|grades|degrees|parts|components|layers|subtypes|variants|pathways"
    r"|varieties))"
)
_OF = r"\s(?P<link>of|in|to)\s(?P<of>[^:,;]+?)"
_LIST = r"(?::|\s[—–-]|—)\s?(?P<list>.+?)\.?$"
_DIVIDED = (
    r"(?P<be>is|are|can\sbe)\s(?P<how>\w+ly\s)?"
    r"(?P<done>divided|classified|categorized|grouped|separated)"
)
_FORMS = (
    re.compile(rf"^There\sare\s(?:generally\s|usually\s)?{_COUNT}\s{_NOUN}{_OF}{_LIST}"),
    re.compile(
        r"^(?P<of>[A-Z][^:,;]+?)\s(?:has|have|involves?|occurs?\sin|comes?\sin|consists?\sof|comprises?"
        rf"|includes?|{_DIVIDED}\sinto)\s{_COUNT}\s{_NOUN}{_LIST}"
    ),
    re.compile(rf"^The\s{_COUNT}\s{_NOUN}{_OF}\s(?:are|include)(?::)?\s(?P<list>.+?)\.?$"),
)
_AS = re.compile(
    r"^(?P<of>[A-Z][^:,;]+?)\s(?P<verb>is|are|can\sbe)\s(?P<how>\w+ly\s)?(?P<done>divided|classified"
    r"|categorized|grouped)\s(?P<link>into|as)\s(?P<list>(?![^,]*\b(?:two|three|four|five|based)\b)[^:;]+?)"
    r"(?P<basis>\s(?:based\son|according\sto|depending\son|by)\s[^,;]+)?\.?$"
)
_SPLIT = re.compile(r",\s(?:and|or)\s|,\s|\s(?:and|or)\s|;\s(?:and\s)?")
_BEHIND = re.compile(r",\s(?:in\s)?(?:which|where|who|with|when)\s.+$|;.+$|\s?[—–]\s?.+$")
_EXPLAINED = re.compile(r",\san?\s[^,]+(?=,\s(?:and|or)\s|\.?$)")
"""'Varus, a bending inward, and valgus, a bending outward': what each of them is."""
_OPEN_END = re.compile(
    r"\b(?:other|others|etc|such as|e\.g|for example|more|many|various|including|both)\b",
    re.IGNORECASE,
)
_WORD = {2: "two", 3: "three", 4: "four", 5: "five"}
_LONGEST = 25
_PAIR = 2


def kinds(statement: Statement, context: Context) -> Iterator[Fact]:
    """The kinds, stages or parts of a thing, when the sentence lists as many as it counts."""
    if statement.headed:
        return
    match = next((m for form in _FORMS if (m := form.match(statement.text))), None)
    if match is not None:
        members = _members(match["list"])
        if len(members) == _COUNTS[match["count"]] and _sayable(match["of"]):
            yield _fact(_asked(match, context), members, match["list"], statement, context)
        return
    match = _AS.match(statement.text)
    members = _members(match["list"]) if match is not None else ()
    if match is not None and len(members) in _WORD and _sayable(match["of"]):
        verb, be = ("can", " be") if match["verb"] == "can be" else (match["verb"], "")
        of, how = context.inside(match["of"]), match["how"] or ""
        asked = (
            f"Into which {len(members)} groups {verb} {of}{be} {how}{match['done']}"
            f"{(match['basis'] or '').rstrip('.')}"
        )
        asked = context.about(asked) if _STAGE.match(of) else asked
        yield _fact(asked, members, match["list"], statement, context)


_STAGE = re.compile(r"(?:stage|type|grade|class)\s\w+$", re.IGNORECASE)
"""What many diseases have: its own disease must be named."""


def _asked(match: re.Match[str], context: Context) -> str:
    """The question for kinds that the sentence counts."""
    said = match.groupdict()
    of, counted = context.inside(match["of"]), f"{_COUNTS[match['count']]} {match['noun']}"
    if not said.get("done"):
        asked = f"What are the {counted} {said.get('link') or 'of'} {of}"
        staged = _STAGE.match(of) is not None
        return context.about(asked) if staged or match.string.startswith("There") else asked
    verb, be = ("can", " be") if said["be"] == "can be" else (said["be"], "")
    asked = f"Into which {counted} {verb} {of}{be} {said['how'] or ''}{said['done']}"
    return context.about(asked) if _STAGE.match(of) else asked


def _sayable(of: str) -> bool:
    return is_nameable(of) and not points_elsewhere(of)


def _members(listed: str) -> tuple[str, ...]:
    """The members of an enumeration; none when it is open, nested or of loose words."""
    plain = re.sub(r"\s*\([^()]*\)", "", listed)
    bare = _BEHIND.sub("", _EXPLAINED.sub("", plain))
    if _OPEN_END.search(bare) or points_elsewhere(bare):
        return ()
    if not re.search(r"\s(?:and|or)\s", bare) or len(bare.split()) > _LONGEST:
        return ()
    parts = tuple(part for part in _SPLIT.split(bare) if part)
    joined = bare.count(" and ") + bare.count(" or ")
    return parts if joined == 1 else ()


def _fact(
    asked: str, members: tuple[str, ...], listed: str, statement: Statement, context: Context
) -> Fact:
    plain = re.sub(r"\s*\((?![A-Z]{2,})[^()]*\)", "", listed)
    bare = _BEHIND.sub("", _EXPLAINED.sub("", plain))
    if len(members) == _PAIR:
        bare = re.sub(r",\s(?=(?:and|or)\s)", " ", bare)
    return Fact(
        FactKind.CLASSIFICATION,
        context.subject,
        asked,
        bare,
        statement.citations,
        items=members,
        question=f"{asked}?",
    )
