"""Terms explained where they are used: 'saddle anaesthesia (numbness …)', 'deep vein … (DVT)'."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import LAY
from studyapp.language.words import is_plural, singular, stems
from studyapp.model import Fact, FactKind

_LONGEST_TERM = 4
_SHORTEST = 3
_GLOSS = re.compile(
    r"[“\"]?(?P<term>(?:[A-Za-z][\w-]*\s?){1,4})[”\"]?\s\((?P<gloss>[a-z][^()]{8,90})\)"
)
_NOT_A_GLOSS = re.compile(
    r"^(?:not\b|e\.?g|i\.?e|such as|like|including|for example|see|also|about|over|up to|or\b"
    r"|and\b|usually|often|very|typically|if|when|especially|mostly|most|more|less|in\b|on\b"
    r"|at\b|with\b|considered|known|called|paradoxically|formerly|sometimes|assessed|based|yield"
    r"|from\b|to\b|by\b|for\b|due|because|presence\b|absence\b)",
    re.IGNORECASE,
)


def glosses(statement: Statement, context: Context) -> Iterator[Fact]:
    """A term explained in brackets where it is used: 'saddle anaesthesia (numbness …)'."""
    doc, text = statement.doc, statement.doc.text
    for chunk in doc.noun_chunks if "(" in text else ():
        after = text[chunk.end_char :]
        match = re.match(r"[”\"’]?\s\(([^()]{8,90})\)", after)
        if match is None or _NOT_A_GLOSS.match(match.group(1)) or re.search(r"\d", match.group(1)):
            continue
        term = re.sub(
            r"^(?:the|a|an|his|her|some|any)\s",
            "",
            chunk.text.strip('“”"‘’ '),
            flags=re.IGNORECASE,
        )
        start = chunk.end_char + match.start(1)
        gloss = doc.char_span(start, start + len(match.group(1)))
        whole = chunk.start_char == 0 or doc.text[chunk.start_char - 1] in ' “"'
        cut = chunk.start > 0 and _belongs(doc[chunk.start - 1])
        if gloss is None or not whole or cut or gloss.root.pos_ != "NOUN":
            continue
        own = set(stems(statement.passage.label)) == set(stems(term))
        examples = re.fullmatch(r"[\w-]+ (?:or|and) [\w-]+", match.group(1)) is not None
        if own or examples or (context.subject and context.names_subject(term)):
            continue
        if _explains(term, match.group(1), chunk.root):
            yield Fact(
                FactKind.DEFINITION,
                context.inside(term),
                "means",
                match.group(1),
                statement.citations,
                question=f"What does the term “{context.inside(term)}” mean?",
            )


_ADJECTIVE = re.compile(r"(?:ic|al|ous|ive|ary|oid|ile|ible|able)$")
_NO_ADJECTIVES = {
    "several",
    "all",
    "total",
    "while",
    "various",
    "give",
    "have",
    "receive",
    "final",
}


def _belongs(before: Token) -> bool:
    """Whether the word before a noun phrase may be a part of it that the parser cut off."""
    apart = {"ADP", "CCONJ", "SCONJ", "DET", "VERB", "AUX", "PUNCT", "PRON", "ADV", "PART"}
    adjective = (
        _ADJECTIVE.search(before.lower_) is not None and before.lower_ not in _NO_ADJECTIVES
    )
    return before.pos_ not in apart or adjective


def _explains(term: str, gloss: str, head: Token) -> bool:
    words = gloss.split()
    if attribute_kind(term) is not None or re.search(
        r"\b(?:risk|group|control|score|level)s?$", gloss
    ):
        return False
    if (
        not is_nameable(term)
        or term.isupper()
        or "," in gloss
        or len(term.split()) > _LONGEST_TERM
    ):
        return False
    first = words[0].lower()
    noun_like = first in {"a", "an", "the"} or len(words) >= _SHORTEST
    shares = set(stems(term)) & set(stems(gloss))
    if not gloss[0].islower() or " than " in gloss or set(stems(term)) <= LAY:
        return False
    return (
        noun_like and not shares and head.pos_ in {"NOUN", "PROPN"} and not points_elsewhere(gloss)
    )


_KNOWN = frozenset("MRI CT DNA RNA ECG EKG HIV AIDS ICU".split())
"""Abbreviations that anybody who studies medicine reads as words."""

_ABBREVIATED = re.compile(r"\(([A-Z][A-Za-z]{1,5}s?)\)")


def abbreviations(statement: Statement, context: Context) -> Iterator[Fact]:
    """'deep vein thrombosis (DVT)': what the letters stand for, when the initials agree."""
    if statement.headed and statement.name != statement.text:
        return
    for match in _ABBREVIATED.finditer(statement.text):
        short = match.group(1).removesuffix("s")
        words = re.findall(r"[A-Za-z]+", statement.text[: match.start()])
        long_form = _spelled(short, words, statement.text[: match.start()])
        known = short in _KNOWN or short not in context.short_forms
        if long_form and short.upper() == short and not known:
            yield Fact(
                FactKind.ABBREVIATION,
                short,
                "stands for",
                context.inside(long_form),
                statement.citations,
            )


def _spelled(short: str, words: list[str], before: str) -> str:
    """The words right before the bracket whose initials make the abbreviation; '' if none do."""
    for count in range(len(short) - 1, len(short) + 3):
        tail = words[-count:] if count > 0 else []
        initials = "".join(word[0] for word in tail).upper()
        capitals = [c for c in initials if c]
        if len(tail) == count and _in_order(short.upper(), capitals) and count >= len(short):
            start = before.rfind(" ".join(tail))
            spelled = before[start:].strip() if start >= 0 else _from(before, tail[0])
            return singular_of(spelled) if short.isupper() else ""
    return ""


def _from(before: str, first: str) -> str:
    return before[before.rfind(first) :].strip()


def _in_order(short: str, initials: list[str]) -> bool:
    return bool(initials) and initials[0] == short[0] and "".join(initials) == short


def singular_of(phrase: str) -> str:
    """A phrase with its last noun in the singular."""
    words = phrase.split()
    last = words[-1]
    return " ".join([*words[:-1], singular(last) if last.islower() and is_plural(last) else last])
