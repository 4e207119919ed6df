"""'When the pressure falls, the vessels narrow': what a part of the body does on an occasion."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.anatomy import mentions_part, names_part
from studyapp.language.clause import Clause
from studyapp.language.verbs import base_of
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_OCCASION = re.compile(
    r"^(?:(?:thus|therefore|hence|so|however),?\s)?"
    r"(?P<when>(?:when|if|as|once|after|during|following|upon)\s.+)$",
    re.IGNORECASE,
)
_REACTS = frozenset(
    """contract relax open close widen narrow dilate constrict rise fall increase decrease drop
    swell shrink expand collapse stretch thicken harden soften break burst rupture enlarge leak
    accumulate build move flow divide die become turn lose gain weaken stop slow beat pass release
    secrete produce stimulate activate inhibit enter leave form bind migrate hatch bend shorten
    lengthen flatten pull push pump send fill empty drain detach attach fuse multiply replicate
    differentiate mature respond travel return recoil""".split()
)
_SUFFERS = frozenset(
    """release activate stimulate inhibit destroy damage block stretch compress push pull force
    close open form carry transport convert break absorb reabsorb excrete secrete replace fill
    drain""".split()
)
_PROCESS = re.compile(
    r"(?:^|\s)(?:pressure|flow|rate|level|levels|concentration|volume|output|resistance"
    r"|temperature|secretion|release|production|absorption|tension|saturation|activity|filtration)$"
)
_END = re.compile(r"(?:;|\s[—–]\s|—|,\s(?:which|so|but|although|while|whereas|and)\b).*$")
_LONGEST = 20


def reactions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What happens to a part of the body when something happens to it or near it."""
    for clause in statement.clauses():
        match = _OCCASION.match(clause.fronted)
        if match is None or clause.negated or clause.narrates or clause.copula:
            continue
        if not restricts(match["when"].capitalize()) and not _after(match["when"]):
            continue
        subject = context.inside(clause.subject)
        predicate = _END.sub("", clause.predicate).strip(" .,")
        if not _changes(clause) or not _is_part(clause.subject) or not _fit(predicate, clause):
            continue
        who = "they" if clause.plural else "it"
        when = match["when"][0].lower() + match["when"][1:]
        asked = f"What happens to {subject} {when}"
        if says_something(predicate, asked):
            yield Fact(
                FactKind.MECHANISM,
                subject,
                "reacts",
                f"{who} {predicate}",
                statement.citations,
                condition=when,
                modality=clause.aux.lower(),
                question=f"{capital(asked)}?",
            )


def _after(when: str) -> bool:
    return when.lower().startswith(("following ", "upon ")) and not points_elsewhere(when)


def _changes(clause: Clause) -> bool:
    verb = base_of(clause.lemma) or clause.lemma
    return verb in (_SUFFERS if clause.passive else _REACTS)


def _is_part(subject: str) -> bool:
    """Whether a subject is a part of the body or what is measured of it, and is named."""
    if not is_nameable(subject) and not is_nameable(re.sub(r"^[Tt]he\s", "", subject)):
        return False
    if re.search(
        r"^(?:the\s)?(?:same|other)\b|\sand\s|\b(?:this|these|that|those)\b", subject.lower()
    ):
        return False
    bare = subject.partition(" of ")[0]
    return names_part(subject) or (_PROCESS.search(bare) is not None and mentions_part(subject))


def _fit(predicate: str, clause: Clause) -> bool:
    if points_elsewhere(predicate) or points_elsewhere(clause.fronted):
        return False
    return len(predicate.split()) <= _LONGEST and "," not in predicate
