"""What a verb says beyond its object: 'carries A from B to C', 'divides A into B'."""

import re

from studyapp.language.clause import Clause

_OBJECT = (
    r"^(?P<what>(?:(?!(?:from|to|into|toward|towards|through|throughout|with|via|by|away|out|back"
    r"|that|which|as|for|in|on|at|between|together|apart|it|them|this|these|and|or)\s)"
    r"[\w’'()-]+,?\s){1,7}?)"
)
_FROM_TO = re.compile(
    rf"{_OBJECT}(?P<value>(?:away\s|back\s|directly\s)?from\s.+?\s(?:to|into|toward)\s.+)$"
)
_TO = re.compile(rf"{_OBJECT}(?P<value>(?:back\s|directly\s)?(?:to|into|toward|throughout)\s.+)$")
_FROM = re.compile(rf"{_OBJECT}(?P<link>(?:away\s)?from)\s(?P<value>.+)$")
_INTO = re.compile(rf"{_OBJECT}into\s(?P<value>.+)$")
_WITH = re.compile(rf"{_OBJECT}(?P<link>with|to)\s(?P<value>.+)$")
_LET = re.compile(rf"{_OBJECT}to\s(?P<value>[a-z]+(?:\s.+)?)$")
_VIA = re.compile(rf"{_OBJECT}(?P<value>(?:via|through|by)\s.+)$")
_AIM = re.compile(
    r"^(?:back\s|directly\s)?to\s(?:be|do|make|keep|help|get|have|ensure|form|[a-z]+ize)\b"
)

_MOVES = frozenset(
    """carry transport pump deliver transfer conduct send transmit return move drain convey propel
    push release secrete pass circulate empty""".split()
)
_CHANGES = frozenset(
    "convert turn change transform break split divide subdivide metabolize cleave".split()
)
_PARTS = frozenset("separate distinguish protect shield isolate".split())
_JOINS = frozenset("connect attach anchor join link tether".split())
_FEEDS = frozenset("supply provide nourish".split())
_LETS = frozenset("allow enable permit".split())
_ENTERS = frozenset("enter exit leave reach invade penetrate".split())


def transferred(clause: Clause, rest: str) -> tuple[str, str]:
    """The question for what follows the object and its answer; ('', '') when nothing does.

    'Veins carry blood to the heart' asks where they carry blood.
    """
    for verbs, pattern, wh, end in _READINGS:
        match = pattern.match(rest) if clause.lemma in verbs else None
        if match is None or _AIM.match(match["value"]):
            continue
        closed = match["link"] if end == "link" else end
        asked = f"{clause.ask(wh)} {match['what'].strip()} {closed}"
        return asked.strip(), match["value"]
    return "", ""


_READINGS = (
    (_MOVES, _FROM_TO, "From where to where", ""),
    (_MOVES, _TO, "Where", ""),
    (_MOVES, _FROM, "From where", ""),
    (_CHANGES, _INTO, "Into what", ""),
    (_PARTS, _FROM, "What", "link"),
    (_JOINS, _WITH, "What", "link"),
    (_FEEDS, _WITH, "What", "link"),
    (_LETS, _LET, "What", "to do"),
    (_ENTERS, _VIA, "How", ""),
)
"""Verbs, how their sentences go on, the question word, and what closes the question."""
