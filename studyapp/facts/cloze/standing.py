"""Whether a sentence can be shown alone, or with the one before it, and leaves nothing open."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import BODY
from studyapp.language.clause import clauses
from studyapp.language.words import capital, stem, stems

_SHORTEST, _LONGEST, _TOGETHER = 5, 45, 46
_OPENER = re.compile(
    r"^(?:However|In addition|Additionally|Also|Moreover|Furthermore|Finally|Fortunately"
    r"|Unfortunately|In fact|In general|Of note|Importantly|Indeed|Currently|Today|Nevertheless"
    r"|Similarly|Likewise|In particular|Specifically|Besides|Therefore|Thus|Hence|As a result"
    r"|Consequently|Accordingly|By contrast|In contrast|On the other hand|Conversely"
    r"|For this reason|Thereby|Once again|Nonetheless|Overall|Again),\s(?=\w)"
)
"""What ties a sentence to the one before it and may fall away where that is not needed."""
_EXAMPLE = re.compile(
    r"^(?:For example|For instance|As an example|Instead|Otherwise|Then|If so|If not|Rather"
    r"|Meanwhile|Similarly|Individually|Alternatively|Afterwards?|Next|Last|First|Second|Third|Both"
    r"|Neither|Either|Another|Others?|So|And|But|Or|Nor|Still|Yet|Here|At (?:this|that)"
    r"|In (?:this|these|such)|Like other|Again|Also)\b(?!-)"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?!\s(?:who|with|without|in|of|that|taking|at|from|whose|\w+ed)\b)|such(?!\sas\b)"
    r"|(?:the\s)?(?:former|latter)|aforementioned|the\sfollowing|as\sfollows|(?:the\s)?others?(?=\s(?:is|are|may|can|have|do)\b)"
    r"|the\ssame(?!\s(?:time|age|way)\b)|each\sof\sthem|(?:described|mentioned|listed|shown|noted|discussed|see)\s(?:above|below|earlier|here)"
    r"|(?:above|below)(?=[.,;)])|see\s[A-Z(])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|themselves|he|she|his|her|him)\b", re.IGNORECASE
)
_NEVER = re.compile(
    r"\b(?:above|below|following|aforementioned|as\sfollows|herein)(?=[.,:;)]|\s(?:section|table|figure|list))"
    r"|\bsee\s[A-Z(]|\b(?:the\s)?following\b|\?|:\s*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Ww]e|[Oo]ur|[Oo]urs|us|[Mm]y|me|[Ll]et['’]s|I)\b"
    r"(?!\s(?:and|or)\sII\b)"
)
_LONE_I = re.compile(
    r"\b(?:[Tt]ype|[Ss]tage|[Cc]lass|[Pp]hase|[Gg]rade|[Ff]actor|[Gg]roup|[Cc]omplex)\sI\b"
)
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ies|ied)|trials?|participants?|researchers?|investigators?|scientists?|authors?|surveys?"
    r"|meta-analys[ei]s|randomi[sz]ed|cohorts?|(?:19|20)\d\d|centur(?:y|ies)|decades|congress"
    r"|legislation|insurance|medicare|medicaid|websites?|online|programs?|[Nn]ational|[Ii]nstitutes?"
    r"|[Aa]ssociation|[Ss]ociety|[Ff]oundation|research|[Ff]igure\s\d|[Tt]able\s\d|chapters?"
    r"|companies|company|marketing|news|media|history\sof\smedicine|named\s(?:after|for)|data|literature"
    r"|reports?|reported|reportedly|experts?|guidelines?|theory|theories|hypothes\w+|evidence"
    r"|believed|thought\sto|unclear|unknown|not\sknown|controvers\w+)\b"
)
_VAGUE = re.compile(
    r"\b(?:important\s(?:consideration|part|role|step|in\schoosing|to\s(?:note|know|remember|understand|learn|ask|talk))|[Ss]everal\s(?:factors|advantages|benefits|reasons|ways)|first\srealize|initiatives?|are\svaried"
    r"|case\sin\spoint|depends?\son|var(?:y|ies)\s(?:widely|from|by|greatly|depending)|many\sfactors"
    r"|a\snumber\sof\s(?:ways|factors|things)|huge\sproblem|growing\sproblem|talk\s(?:to|with)|ask\s(?:the|a)"
    r"|questions\sabout|decisions?\sabout|emotional\ssupport|support\sgroups?|loved\sones|family\smembers"
    r"|caregivers?|some\spatients\s(?:may\s)?(?:feel|find|wish)|is\savailable|are\savailable|cost|costs|expensive)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"#|[a-z)]{3}[.!?]\s+[A-Z#*|]")
"""Two sentences in one, or a mark of the page between them."""
_FORBIDS = re.compile(r"^(?:Do not|Never|Avoid|Always|Don['’]t)\s")
_DEFINITE = re.compile(
    r"^The\s(?:[a-z]+\s)?(?P<noun>[a-z-]+)\s(?!(?:of|that|who|which|for|in|between|used|with|from|to)\b)"
)
_SICK = frozenset({"disease", "condition", "disorder", "illness", "infection"})
_EMPTY_IT = re.compile(
    r"it\s(?:is|may\sbe|can\sbe)\s(?:\w+\s)?(?:best|important|necessary|possible|essential|common|rare|useful"
    r"|recommended|advisable|safe|unsafe|better|likely|unlikely|difficult)\b",
    re.IGNORECASE,
)
_FINITE = frozenset({"MD", "VBZ", "VBP"})
_PAST = frozenset({"was", "were", "had", "did"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence that may be shown: from `start` on in its statement, behind `before` if any."""

    statement: Statement
    start: int
    before: str = ""


def standing(statement: Statement, context: Context) -> Standing | None:
    """How a sentence may be shown so that all it means is on the card; None where it cannot.

    A sentence that leans on the one before ('these bacteria …') is shown behind it, whole.
    """
    text = statement.text
    if not (is_general(text) and _ends(text)) or not _claims(statement.doc):
        return None
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    if not leans(text, statement.doc, context, start, named=bool(statement.name)):
        fits = _SHORTEST <= len(text[start:].split()) <= _LONGEST
        return Standing(statement, start) if fits else None
    before = statement.before
    shown = shown_before(before.text, before.doc, context) if before and not before.name else ""
    if not shown:
        return None
    if len(shown.split()) + len(text.split()) > _TOGETHER:
        return None
    return Standing(statement, start, shown)


def shown_before(text: str, doc: Doc, context: Context) -> str:
    """A sentence as it is shown before one that leans on it; '' where it leans itself."""
    if not (is_general(text) and _ends(text)) or not _claims(doc):
        return ""
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    return "" if leans(text, doc, context, start) else f"{capital(text[start:]).rstrip(' .;')}."


def without_opener(text: str) -> str:
    """A sentence without what ties it to the one before ('However, …')."""
    opener = _OPENER.match(text)
    return capital(text[opener.end() :]) if opener else text


def is_general(text: str) -> bool:
    """Whether a sentence says what is so, of nobody's study, and speaks to nobody."""
    if _NEVER.search(text) or _STUDIED.search(text) or _VAGUE.search(text):
        return False
    if _SPEAKS.search(_LONE_I.sub("", text)):
        return False
    return not _TWO.search(text)


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in '.)”"' and text.count("(") == text.count(")")


def _claims(doc: Doc) -> bool:
    """Whether a sentence says what is so, or orders what must not be done, at present."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or any(t.lower_ in _PAST for t in root.lefts) or root.tag_ == "VBD":
        return False
    if _FORBIDS.match(doc.text):
        return True
    subject = any(t.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for t in root.lefts)
    finite = root.tag_ in {"VBZ", "VBP", "VB"} or any(t.tag_ in _FINITE for t in root.lefts)
    return (subject and finite and root.pos_ in {"VERB", "AUX"}) or next(
        clauses(doc), None
    ) is not None


def leans(text: str, doc: Doc, context: Context, start: int = 0, *, named: bool = False) -> bool:
    """Whether a sentence needs the one before it. `named`: a supplied name is its subject."""
    rest = text[start:]
    if _EXAMPLE.match(text) or _POINTS.search(rest):
        return True
    definite = _DEFINITE.match(rest)
    if definite is not None and not is_known(definite["noun"].lower(), context):
        return True
    opening = len(text) - len(doc.text)  # a supplied name is longer than 'It'
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"} or (named and not token.i):
            return False
        if token.idx + opening >= start and _PRONOUN.fullmatch(token.text):
            return _EMPTY_IT.match(doc[token.i :].text) is None
    return True


def is_known(noun: str, context: Context) -> bool:
    """Whether 'the liver' or 'the disease' is known without another sentence."""
    return noun in BODY or (noun in _SICK and context.ill) or stem(noun) in stems(context.subject)
