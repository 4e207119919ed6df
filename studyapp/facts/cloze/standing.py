"""Whether a sentence can be shown alone, or with the one before it, and leaves nothing open."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import BODY
from studyapp.language.anatomy import names_part
from studyapp.language.clause import clauses
from studyapp.language.verbs import base_of
from studyapp.language.words import capital, stem, stems

_SHORTEST, _LONGEST, _TOGETHER = 5, 48, 52
_OPENER = re.compile(
    r"^(?:However|In addition|Additionally|Also|Moreover|Furthermore|Finally|Fortunately"
    r"|Unfortunately|In fact|In general|Of note|Importantly|Indeed|Currently|Today|Nevertheless"
    r"|Similarly|Likewise|In particular|Specifically|Besides|Therefore|Thus|Hence|As a result"
    r"|Consequently|Accordingly|By contrast|In contrast|On the other hand|Conversely"
    r"|For this reason|Thereby|Once again|Nonetheless|Overall|Again|For example|For instance"
    r"|As an example|Then|Next|First|Second|Third|Last|Lastly|Afterwards?|Meanwhile|Now|Often"
    r"|Sometimes),\s(?=\w)"
)
"""What ties a sentence to the one before it and may fall away where that is not needed."""
_EXAMPLE = re.compile(
    r"^(?:Instead|Otherwise|If so|If not|Rather|Similarly|Individually|Alternatively|Both|Neither"
    r"|Either|Another|Others?|So|And|But|Or|Nor|Still|Yet|Here|At (?:this|that)"
    r"|In (?:this|these|such)|Like other|Again|Also|Examples|Choices|Options)\b"
)
_POINTS = re.compile(
    r"\b(?:this|these|those(?!\s(?:who|with|without|in|of|that|taking|at|from|whose|\w+ed)\b)|such(?!\sas\b)"
    r"|(?:the\s)?(?:former|latter)|aforementioned|the\sfollowing|as\sfollows|(?:the\s)?others?(?=\s(?:is|are|may|can|have|do)\b)"
    r"|the\ssame(?=[.,;]|\s(?:is|are)\b)|each\sof\sthem|(?:described|mentioned|listed|shown|noted|discussed|see)\s(?:above|below|earlier|here)"
    r"|(?:above|below)(?!\s(?:the|an?|and|normal|average|\d))|see\s[A-Z(])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|its|itself|they|them|their|themselves|he|she|his|her|him)\b", re.IGNORECASE
)
_NEVER = re.compile(
    r"\b(?:above|below|following|aforementioned|as\sfollows|herein)"
    r"(?=[.,:;)]|\s(?:section|table|figure|list))|\bsee\s[A-Z(]"
    r"|\b(?:[Tt]he\sfollowing|[Ff]ollowing(?=\s?[:.,]))|\?|:\s*$"
    r"|\bas\s(?:shown|seen|illustrated|described|discussed)\b"
    r"|^The\s(?:figure|table|image|photo\w*|diagram|graph)\b|\blisted\b|\bdenotes?\b"
    r"|\b(?:first|last|next|previous|remaining)\s(?:two|three|four|five|six|seven|few)\b"
    r"|\b(?:911|988|hotline|lifeline|crisis\sline)\b|\b(?:and|or|with|to|of|for|by|as)[.:]$"
    r"|^There\s(?:is|are)\b",
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
    r"\b(?:stud(?:y|ies|ied)|trials?|participants?|researchers?|investigators?|scientists?"
    r"|authors?|surveys?|meta-analys[ei]s|randomi[sz]ed|cohorts?|(?:19|20)\d\d|centur(?:y|ies)"
    r"|decades|congress|legislation|insurance|medicare|medicaid|websites?|online|programs?"
    r"|[Nn]ational|[Ii]nstitutes?|[Ff]oundation|research|[Ff]igure\s\d|[Tt]able\s\d|chapters?"
    r"|companies|company|marketing|news|media|history\sof\smedicine|named\s(?:after|for)|data"
    r"|literature|reports?|(?<!frequently\s)(?<!commonly\s)reported|experts?|guidelines?|theory"
    r"|theories|hypothes\w+|evidence|controvers\w+|unclear|currently\sbeing|hope\sto)\b"
)
_VAGUE = re.compile(
    r"\b(?:important\s(?:consideration|part|role|step|in\schoosing|to\s(?:note|know|remember|understand|learn|ask|talk))|[Ss]everal\sfactors|first\srealize|initiatives?|are\svaried"
    r"|case\sin\spoint|depends?\son(?!.*\band\b)|var(?:y|ies)\s(?:widely|from|by|greatly|depending)|many\sfactors"
    r"|a\snumber\sof\s(?:ways|factors|things)|huge\sproblem|growing\sproblem|talk\s(?:to|with)|ask\s(?:the|a)"
    r"|questions\sabout|decisions?\sabout|emotional\ssupport|support\sgroups?|loved\sones|family\smembers"
    r"|caregivers?|some\spatients\s(?:may\s)?(?:feel|find|wish)|is\savailable|are\savailable|cost|costs|expensive)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"#|[a-z)]{3}[.!?]\s+[A-Z#*|]")
"""Two sentences in one, or a mark of the page between them."""
_FORBIDS = re.compile(r"^(?:Do not|Never|Avoid|Always|Don['’]t)\s")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BRIEF = 3
_ANYONE = frozenset(
    "surgeon doctor provider physician patient person people body team patients cancer".split()
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
    """A sentence that may be shown: `start` to `end` of its statement, behind `before` if any."""

    statement: Statement
    start: int
    end: int
    before: str = ""


def standing(statement: Statement, context: Context) -> Standing | None:
    """How a sentence may be shown so that all it means is on the card; None where it cannot.

    A sentence that leans on the one before ('these bacteria …') is shown behind it, whole.
    """
    text = statement.text
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    for end in _ends(text):
        told = text if end == len(text) else f"{text[:end].rstrip(' .')}."
        if not _is_general(told) or not _claims(statement.doc, told):
            continue
        if not _leans(statement, told, start, context):
            fits = _SHORTEST <= len(told[start:].split()) <= _LONGEST
            return Standing(statement, start, end) if fits else None
    before = _before(statement, context) if _is_general(text) and _claims(statement.doc) else ""
    if before and len(before.split()) + len(text.split()) <= _TOGETHER:
        return Standing(statement, start, len(text), before)
    return None


def _ends(text: str) -> tuple[int, ...]:
    """Where a sentence may end: at its end, or at a semicolon before what leans on it."""
    at = text.find("; ")
    whole = text.count("(", 0, at) == text.count(")", 0, at)
    return (len(text), at) if at > 0 and whole else (len(text),)


def _before(statement: Statement, context: Context) -> str:
    """The sentence before, where it stands by itself; '' where it does not."""
    before = statement.before
    if before is None or before.name or not _is_general(before.text) or not _claims(before.doc):
        return ""
    opener = _OPENER.match(before.text)
    start = opener.end() if opener else 0
    if _leans(before, before.text, start, context):
        return ""
    return f"{capital(before.text[start:]).rstrip(' .;')}."


def _is_general(text: str) -> bool:
    """Whether a sentence says what is so, of nobody's study, and speaks to nobody."""
    if _NEVER.search(text) or _STUDIED.search(text) or _VAGUE.search(text):
        return False
    if _SPEAKS.search(_LONE_I.sub("", text)):
        return False
    if _TWO.search(text):
        return False
    return text.rstrip()[-1:] in '.)”"' and text.count("(") == text.count(")")


def _claims(doc: Doc, told: str = "") -> bool:
    """Whether a sentence, or what is told of it, says what is so or forbids, at present."""
    if told and len(told) < len(doc.text):
        return any(t.dep_ in _SUBJECTS and t.idx < len(told) for t in doc) and " was " not in told
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or any(t.lower_ in _PAST for t in root.lefts) or root.tag_ == "VBD":
        return False
    if _FORBIDS.match(doc.text):
        return True
    if any(map(_is_subject, doc)) or next(clauses(doc), None) is not None:
        return True
    return any(t.tag_ in _FINITE and t.dep_ not in {"relcl", "acl"} for t in doc)


def _is_subject(token: Token) -> bool:
    """Whether a token is the subject of a verb in the present that is no relative clause's."""
    verb = token.head
    if token.dep_ not in {*_SUBJECTS, "csubj", "csubjpass", "expl"} or verb.dep_ == "relcl":
        return False
    return verb.tag_ in {"VBZ", "VBP"} or any(t.tag_ in _FINITE for t in verb.lefts)


def _leans(statement: Statement, told: str, start: int, context: Context) -> bool:
    """Whether a sentence, as far as it is told, needs the one before it."""
    text = told[start:]
    if _EXAMPLE.match(text) or any(not _is_explained(p, text) for p in _POINTS.finditer(text)):
        return True
    if _is_bare(statement, context):
        return True
    opening = len(statement.text) - len(statement.doc.text)  # a supplied name is longer than 'It'
    for token in statement.doc:
        if token.pos_ in {"NOUN", "PROPN"} or (statement.name and not token.i):
            return False
        if token.idx + opening >= start and _PRONOUN.fullmatch(token.text):
            return _EMPTY_IT.match(statement.doc[token.i :].text) is None
    return True


def _is_explained(pointer: re.Match[str], text: str) -> bool:
    """Whether what 'these drugs' or 'others' means is named before it in the same sentence."""
    before, word = text[: pointer.start()], pointer.group(0).lower()
    if "; " in before:
        return True
    if word in {"this", "these", "those"}:
        noun = re.match(r"\s(?:[a-z-]+\s){0,2}?([a-z]+)", text[pointer.end() :])
        named = noun is not None and stem(noun.group(1)) in stems(before)
        verb = noun is not None and base_of(noun.group(1)) not in {"", noun.group(1)}
        return named or (verb and ", " in before)
    if word.endswith("others"):
        return (
            re.search(r"\b(?:some|most|many|although|while)\b", before, re.IGNORECASE) is not None
        )
    return word.endswith(("former", "latter")) and " and " in before


def _is_bare(statement: Statement, context: Context) -> bool:
    """Whether the subject is 'the drug' or 'the lower limit': one that must be known already."""
    if statement.name:
        return False
    root = next((t for t in statement.doc if t.dep_ == "ROOT"), None)
    subject = next((t for t in root.lefts if t.dep_ in _SUBJECTS), None) if root else None
    if subject is None or subject.left_edge.lower_ != "the":
        return False
    if root is not None and any(t.dep_ == "advcl" for t in root.lefts):
        return False  # 'If no lice are seen, the infestation is …'
    brief = subject.right_edge.i - subject.left_edge.i < _BRIEF
    named = subject.i > subject.left_edge.i + 1 and subject.left_edge.nbor(1).pos_ == "PROPN"
    return brief and not named and not _is_known(subject.lower_, context)


def _is_known(noun: str, context: Context) -> bool:
    """Whether 'the liver' or 'the disease' is known without another sentence."""
    part = noun in BODY or names_part(noun) or noun in _ANYONE
    return part or (noun in _SICK and context.ill) or stem(noun) in stems(context.subject)
