"""Terms explained where they are used: 'saddle anaesthesia (numbness …)', 'deep vein … (DVT)'."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import LAY
from studyapp.language.diseases import names_disease
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
    r"|from\b|to\b|by\b|for\b|hence\b|thus\b|therefore\b|so\b|due|because|presence\b|absence\b)",
    re.IGNORECASE,
)


def glosses(statement: Statement, context: Context) -> Iterator[Fact]:
    """A term explained in brackets where it is used: 'saddle anaesthesia (numbness …)'."""
    if "(" not in statement.said:
        return
    told: set[str] = set()
    for term, gloss, head in (*_phrases(statement), *_learned(statement)):
        own = set(stems(statement.passage.label)) == set(stems(term))
        whole = bool(context.subject) and not context.scoped
        about = whole and context.names_subject(term)
        if own or about or term in told or not _explains(term, gloss, head):
            continue
        told.add(term)
        yield Fact(
            FactKind.DEFINITION,
            context.inside(term),
            "means",
            gloss,
            statement.citations,
            question=f"What does the term “{context.inside(term)}” mean?",
        )


_BEHIND = re.compile(r"[”\"’]?\s\(([^()]{8,90})\)")


def _phrases(statement: Statement) -> Iterator[tuple[str, str, Token]]:
    """Noun phrases with the explanation in brackets behind them."""
    doc, said = statement.doc, statement.said
    for chunk in statement.chunks:
        match = _BEHIND.match(said, chunk.end_char)
        if match is None or _NOT_A_GLOSS.match(match.group(1)) or re.search(r"\d", match.group(1)):
            continue
        term = re.sub(
            r"^(?:the|a|an|his|her|some|any)\s",
            "",
            chunk.text.strip('“”"‘’ '),
            flags=re.IGNORECASE,
        )
        gloss = doc.char_span(*match.span(1))
        whole = chunk.start_char == 0 or said[chunk.start_char - 1] in ' “"'
        cut = chunk.start > 0 and (
            _belongs(doc[chunk.start - 1])
            or (doc[chunk.start - 1].lower_ == "of" and not names_disease(term))
        )
        if gloss is None or not whole or cut or gloss.root.pos_ != "NOUN":
            continue
        if not re.fullmatch(r"[\w-]+ (?:or|and) [\w-]+", match.group(1)):
            yield term, match.group(1), chunk.root


_LEARNED = re.compile(
    r"(?<![\w-])(?P<term>[A-Za-z]{3,}(?:uria|emia|aemia|penia|pn(?:o)?ea|algia|itis|osis|iasis|megaly"
    r"|pathy|plegia|paresis|phagia|phasia|kinesia|rrh(?:o)?ea|rrhage|(?:o)?edema|esthesia|trophy|ectasis"
    r"|tomy|scopy|plasty|lysis|itus|ptysis|tension|ismus))\s\((?P<gloss>[a-z][^()\d]{8,90})\)"
)
_TOO_MUCH = re.compile(r"^hyper|cytosis$", re.IGNORECASE)
_TOO_LITTLE = re.compile(r"^hypo|penia$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:decreased|low|lower|reduced|few|fewer|lack)\b")
_MORE = re.compile(r"\b(?:increased|elevated|high|higher|raised|excess|excessive)\b")


def _wrong(term: str, gloss: str) -> bool:
    """Whether a page's gloss says the contrary of what its term is made of."""
    less = _TOO_MUCH.search(term) and _LESS.search(gloss) and not _MORE.search(gloss)
    more = _TOO_LITTLE.search(term) and _MORE.search(gloss) and not _LESS.search(gloss)
    return bool(less or more)


_APART = {"ADP", "CCONJ", "SCONJ", "DET", "VERB", "AUX", "PUNCT", "PRON"}


def _learned(statement: Statement) -> Iterator[tuple[str, str, Token]]:
    """Single words of medicine with their meaning in brackets, which a bracket's parse may miss.

    Behind the head of the meaning its words may go on after a comma ('passing of urine with
    burning, pain, or discomfort').
    """
    doc = statement.doc
    for match in _LEARNED.finditer(statement.said):
        term = doc.char_span(match.start("term"), match.end("term"))
        gloss = doc.char_span(match.start("gloss"), match.end("gloss"))
        if term is None or gloss is None or _NOT_A_GLOSS.match(gloss.text):
            continue
        before = doc[term.start - 1] if term.start else None
        alone = before is None or (before.pos_ in _APART and not _belongs(before))
        comma = next((t.i for t in gloss if t.text == ","), gloss.end)
        hangs = [t.i for t in gloss.root.children if t.dep_ in {"acl", "relcl", "prep"}]
        opens = gloss[0].pos_ in {"NOUN", "DET", "ADJ"} or gloss[0].tag_ == "VBG"
        hangs += [t.i for t in gloss[0].children if t.i < comma]
        head = opens and (comma == gloss.end or any(i < comma for i in hangs))
        if alone and head and not re.fullmatch(r"[\w-]+ (?:or|and) [\w-]+", gloss.text):
            yield match["term"], gloss.text, term.root


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
    if _wrong(term, gloss):
        return False
    if attribute_kind(term) is not None or re.search(
        r"\b(?:risk|group|control|score|level)s?$", gloss
    ):
        return False
    if (
        not is_nameable(term)
        or term.isupper()
        or ("," in gloss and _LEARNED.match(f"{term} ({gloss})") is None)
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
