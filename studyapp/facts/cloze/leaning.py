"""Whether a sentence leans on the one before it: on its 'this', its 'it', its bare 'the drug'."""

import re

from spacy.tokens import Doc, Token

from studyapp.facts.cloze.general import SUBJECTS
from studyapp.facts.cloze.sentence import words_of
from studyapp.facts.context import Context
from studyapp.facts.subjects import BODY
from studyapp.language.anatomy import names_part
from studyapp.language.verbs import base_of
from studyapp.language.words import capital, stem, stems

_OPENER = re.compile(
    r"^(?:Recall that\s|(?:However|In addition|Additionally|Also|Moreover|Furthermore|Finally"
    r"|Fortunately"
    r"|Unfortunately|In fact|In general|Of note|Importantly|Indeed|Currently|Today|Nevertheless"
    r"|Similarly|Likewise|In particular|Specifically|Besides|Therefore|Thus|Hence|As a result"
    r"|Consequently|Accordingly|By contrast|In contrast|On the other hand|Conversely"
    r"|For this reason|Thereby|Once again|Nonetheless|Overall|Again|For example|For instance"
    r"|As an example|Then|Next|First|Second|Third|Last|Lastly|Afterwards?|Meanwhile|Now|Often"
    r"|Sometimes),\s)(?=\w)"
)
"""What ties a sentence to the one before it and may fall away where that is not needed."""
_EXAMPLE = re.compile(
    r"^(?:(?:For|In|Of|Among)\sthose\sthat"
    r"|Instead|Otherwise|If so|If not|Rather|Similarly|Individually|Alternatively|Both|Neither"
    r"|Either|Another|Others?|So|And|But|Or|Nor|Still|Yet|Here|At (?:this|that)"
    r"|In (?:this|these|such)|Like other|Again|Also|Examples|Choices|Options"
    r"|That\s(?:is|was|means)|One\s(?:of|factor|reason|way|option|cause|example|advantage|problem))\b(?!-)"
)
_NO_LONGER = re.compile(
    r"^[Tt]he\s[\w-]+(?:\s[\w-]+)?\s(?:is|are|can|could|do|does|has|have)\sno\slonger\b"
)
"""What is no longer so is so of somebody that the sentence before names."""
_POINTS = re.compile(
    r"\b(?:this|these|(?:if|when|after|because)\sthat(?=\s(?:fails|happens|occurs|is|does)\b)"
    r"|those(?!\s(?:who|with|without|in|of|that|taking|at|from|whose|\w+ed)\b)|such(?!\sas\b)"
    r"|(?:the\s)?(?:former|latter)|aforementioned|the\sfollowing|as\sfollows"
    r"|(?:the\s)?others?(?=\s(?:is|are|may|can|have|do)\b)|the\ssame(?=[.,;]|\s(?:is|are)\b)"
    r"|each\sof\sthem|(?:described|mentioned|listed|shown|noted|discussed|see)\s(?:above|below|earlier|here)"
    r"|(?:above|below)(?!\s(?:the|an?|and|normal|average|\d))|see\s[A-Z(])",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("it its itself they them their themselves he she his her him".split())
_BRIEF = 3
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_ANYONE = frozenset(
    """following surgeon doctor provider physician patient patients person people body team
    cancer child infant baby man woman mother adult someone individual""".split()
)
_SICK = frozenset({"disease", "condition", "disorder", "illness", "infection"})
_EMPTY_IT = re.compile(
    r"it\s(?:is|may\sbe|can\sbe)\s(?:\w+\s)?(?:best|important|necessary|possible|essential|common|rare|useful"
    r"|recommended|advisable|safe|unsafe|better|likely|unlikely|difficult)\b",
    re.IGNORECASE,
)


def opener_of(text: str) -> int:
    """How many letters tie a sentence to the one before it ('However, ')."""
    opener = _OPENER.match(text)
    return opener.end() if opener else 0


def without_opener(text: str) -> str:
    """A sentence without what ties it to the one before."""
    start = opener_of(text)
    return capital(text[start:]) if start else text


def leans(text: str, doc: Doc, context: Context, start: int = 0, *, named: bool = False) -> bool:
    """Whether a text, its parse given, needs the sentence before it.

    `text` may end before the parsed sentence does. `named` says that a supplied name is its
    subject, which the parse has as 'It'.
    """
    rest = text[start:]
    if _NO_LONGER.match(rest) or _EXAMPLE.match(rest):
        return True
    if any(not _is_explained(p, rest) for p in _POINTS.finditer(rest)):
        return True
    if not named and _is_bare(doc, context):
        return True
    pronouns = [
        doc[at]
        for at, word in enumerate(words_of(doc))
        if word.lower in _PRONOUNS and word.start >= start
    ]
    hanging = (t for t in pronouns if not (named and not t.i) and not _has_noun(t, named=named))
    if any(_EMPTY_IT.match(doc[t.i :].text) is None for t in hanging):
        return True
    return not named and not any(word.pos in {"NOUN", "PROPN"} for word in words_of(doc))


def _has_noun(pronoun: Token, *, named: bool) -> bool:
    """Whether a noun before a pronoun in its sentence can be what it means."""
    if named:
        return True  # the supplied name
    before = [t for t in pronoun.doc[: pronoun.i] if t.pos_ in {"NOUN", "PROPN"}]
    if pronoun.lower_ not in _PLURAL:
        return bool(before)
    several = any(t.tag_ in {"NNS", "NNPS"} or t.dep_ == "conj" for t in before)
    return several or any(t.lower_ in _ANYONE for t in before)


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


def _is_bare(doc: Doc, context: Context) -> bool:
    """Whether the subject is 'the drug' or 'the lower limit': one that must be known already."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subject = next((t for t in root.lefts if t.dep_ in SUBJECTS), None) if root else None
    if root is None or subject is None or subject.left_edge.lower_ != "the":
        return False
    if any(t.dep_ == "advcl" for t in root.lefts):
        return False  # 'If no lice are seen, the infestation is …'
    joined = (t.left_edge.i for t in subject.rights if t.dep_ in {"cc", "conj"})
    end = min(joined, default=subject.right_edge.i + 1) - 1
    brief = end - subject.left_edge.i < _BRIEF
    named = subject.i > subject.left_edge.i + 1 and subject.left_edge.nbor(1).pos_ == "PROPN"
    return brief and not named and not is_known(subject.lower_, context)


def is_known(noun: str, context: Context) -> bool:
    """Whether 'the liver' or 'the disease' is known without another sentence."""
    part = noun in BODY or names_part(noun) or noun in _ANYONE
    return part or (noun in _SICK and context.ill) or stem(noun) in stems(context.subject)
