"""'Y happens. This is called X': the sentence before says what X is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement, cite
from studyapp.facts.subjects import BODY, is_nameable, points_elsewhere
from studyapp.facts.voice import impersonal
from studyapp.language.words import capital, stems
from studyapp.model import Fact, FactKind

_KIND = (
    r"(?:condition|process|state|phenomenon|type|period|test|procedure|stage|method|technique|reaction"
    r"|surgery|operation|treatment|event|joining|swelling|form|disorder|complication|problem"
    r"|inflammation|growth|movement|response)"
)
_CALLED = re.compile(
    rf"^(?:(?:This|This {_KIND}|The (?:condition|procedure|process|method))\s(?:is|are)\s"
    r"|(?:When|If)\sthis\s(?:happens|occurs)(?:,|\s\w+,)?\s(?:it|this|the\scondition)(?:\sis|['’]s)\s)"
    r"(?:then\s|sometimes\s|often\s|commonly\s)?(?:called|known\sas|termed|referred\sto\sas)\s"
    r"(?:a\s|an\s|the\s)?(?P<name>[^,;().]+?)(?:\s\([A-Z][A-Za-z]{1,7}\))?\.?$"
    r"|^(?:Doctors|Experts|Health\scare\sproviders)\scall\sthis(?:\s(?:condition|state|problem))?\s"
    r"(?:a\s|an\s|the\s)?(?P<called>[^,;().]+)\.?$"
)
_LONGEST = 24
_YOU_CAN = re.compile(r"^You(?=\s(?:can|may)\s(?:have|get|develop)\s)")
_OPENER = re.compile(
    r"^(?:(?:Very\s)?(?:[Rr]arely|[Oo]ften|[Ss]ometimes|[Uu]sually)|However|Also|In\saddition|In\s(?:some|rare|many)\scases),\s"
)
_ORDERS = re.compile(
    r"^(?:Snip|Take|Put|In\svery\srare|Insert|Use|Make|Ask|Other|Another|Some\s(?:people|patients|doctors)\b|Then\b|Next\b|But\b|So\b|Thus\b|And\b"
    rf"|New\b|(?:Sometimes\s)?[Tt]he\s(?!(?:{'|'.join(sorted(BODY))})\b))"
)


_OF_SOME = re.compile(
    r"^(?:Some|Many|Most|A few|In some|In many|In most|Sometimes|Often|At the same|However|Then"
    r"|Thus|Also|This|These|As a result)\b"
)


def called(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a name means, when the sentence before it is a whole explanation."""
    if _CALLED.match(statement.text) is None:
        return
    passage = statement.passage
    spans = passage.sentences
    for before, span in pairwise(spans):
        said = impersonal(passage.text[slice(*span)])
        match = _CALLED.match(said)
        name = (match["name"] or match["called"]).strip(' “”"') if match is not None else ""
        if said != statement.text or not is_nameable(name):
            continue
        meaning = _explained(passage.text[slice(*before)])
        if meaning and not _OF_SOME.match(meaning) and not set(stems(name)) <= set(stems(meaning)):
            yield Fact(
                FactKind.DEFINITION,
                context.inside(name),
                "called",
                meaning,
                (cite(passage, passage.lines_of(before[0], span[1])),),
                question=f"What does the term “{context.inside(name)}” mean?",
            )


def _explained(before: str) -> str:
    """The sentence before as an explanation; '' where it leans on others, orders or is long."""
    said = _OPENER.sub("", _YOU_CAN.sub("People", impersonal(before))).rstrip(".")
    meaning = capital(said)
    whole = len(meaning.split()) <= _LONGEST and not points_elsewhere(meaning)
    return meaning if whole and not _ORDERS.match(meaning) else ""
