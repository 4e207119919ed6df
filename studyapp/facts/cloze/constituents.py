"""The parts of a sentence that may be left out for the learner to supply: whole constituents."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from studyapp.facts.cloze.sentence import Word, text_of, words_of
from studyapp.facts.statement import Statement
from studyapp.language.quantities import Dimension, quantities

_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_WITH = frozenset("treat manage relieve control repair replace combine prevent cure give".split())
"""Verbs that are done with something: 'treat gout with colchicine'."""
_NAMED = frozenset({"object", "inner", "name", "subject"})
_AND = frozenset({"and", "or", "and/or", "nor", "but"})
_STOPS = frozenset({",", ";", "—", "–", ":", "-", "("})
_HANGING = frozenset(
    "and or but of to for from in on at by with about into that which who as than a an the"
    " is are be may can therefore thus hence so".split()
)
_OPENS_CLAUSE = frozenset(
    "that which who whom whose when where if because as how while although whether so than"
    " what before after until once unless".split()
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_REMARK = frozenset(
    """which who where so but with although while because especially particularly such
    including""".split()
)
_NAMING = frozenset({"called", "termed", "named"})
_TURNS = frozenset(
    """to for in on at by with using from during when if before after while because until
    than""".split()
)
_GOES_ON = re.compile(
    r"^\)?,?\s?(?:and/or|and(?!\s(?:therefore|thus|hence|so)\b)|or|nor|as\swell\sas)\s"
    r"|^,\s(?:an?|the)\s[^.;]*?(?:,|\s(?:and|or))\s[^.;]*$"
    r"|^,\s(?!(?:which|who|whose|where|when|while|but|so|although|though|because|if|especially|particularly"
    r"|including|such\sas|with|without|by|for|in|as|an?|the|not|even|unless|rather|then|thus|thereby|since"
    r"|depending|usually|often|typically|usually|most|[a-z]+ing|[a-z]+ed|called|known|also)\b)"
)
"""What stands behind a member of a list that goes on."""
_BRACKET = re.compile(r"^\s\([^()]*\)")
_RELATIVE = frozenset({"WDT", "WP"})
_RANGES = re.compile(r"\s?(?:to|-|–|or|and|percent|%)\s?\d|\s?(?:percent|%)")


class Part(NamedTuple):
    """`doc[start:end]` and what it is in its sentence: 'subject', 'object', 'phrase'."""

    start: int
    end: int
    role: str


def parts(statement: Statement) -> tuple[Part, ...]:
    """The constituents of a statement's sentence, each once, trimmed of joints and stops."""
    doc = statement.doc
    found = (*_of_numbers(doc), *_of_verbs(doc), *_of_clauses(statement), *_of_names(doc))
    shorter = (p for part in found for p in (part, *_shorter(doc, part)))
    trimmed = dict.fromkeys(_trimmed(doc, part) for part in shorter)
    return tuple(p for p in trimmed if p is not None and _is_whole(doc, p))


def _of_verbs(doc: Doc) -> Iterator[Part]:
    """What hangs on the main verbs: subject, objects, phrases and their inner nouns."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return
    yield from _deed(doc, root)
    later = (t for t in doc if t.dep_ in {"conj", "ccomp"} and t.pos_ in _VERBS and t.i > root.i)
    for verb in (root, *later):
        for child in verb.children:
            if child.i < verb.i and child.dep_ in _SUBJECTS:
                yield _all(child, "subject")
            elif child.i > verb.i:
                yield from _behind(child)


def _behind(child: Token) -> Iterator[Part]:
    """What one child behind its verb is, and what it holds."""
    if child.dep_ in _OBJECTS or child.dep_ == "advcl":
        roles = {"xcomp": "aim", "advcl": "clause"}
        yield _all(child, roles.get(child.dep_, "object"))
        inner = (c for c in child.children if c.dep_ in _OBJECTS and c.i > child.i)
        yield from (_all(c, "inner") for c in inner)
        yield from _means(child)
    elif child.dep_ in {"prep", "agent"}:
        yield _all(child, "phrase")
        roles = {"pobj": "object", "pcomp": "doing"}
        yield from (_all(c, roles[c.dep_]) for c in child.children if c.dep_ in roles)


def _means(child: Token) -> Iterator[Part]:
    """'Ursodiol' of 'treat blocked bile ducts with ursodiol', wherever the parser hangs it."""
    if child.head.lemma_ in _WITH:
        with_ = (t for t in child.subtree if t.dep_ == "prep" and t.lower_ == "with")
        yield from (_all(c, "object") for t in with_ for c in t.children if c.dep_ == "pobj")


def _deed(doc: Doc, root: Token) -> Iterator[Part]:
    """What the subject does, the verb with all that follows it: 'slow the heart rate'."""
    subject = next((t for t in root.lefts if t.dep_ == "nsubj"), None)
    if subject is not None and root.pos_ == "VERB" and root.i > subject.i:
        end = next((t.i for t in doc[root.i :] if t.text in {";", "—", ":"}), len(doc))
        yield Part(root.i, end, "deed")


def _of_clauses(statement: Statement) -> Iterator[Part]:
    """All that follows a main verb, as the sentence's clauses are read."""
    for clause in statement.clauses():
        if clause.root.doc is statement.doc and clause.rest_start < clause.rest_end:
            yield Part(clause.rest_start, clause.rest_end, "rest")


_AFTER_AGE = re.compile(r"(?:\sof\sage|\sold)\b(?:\s(?:or|and)\s(?:older|younger|over))?")
_MEASURED = frozenset({Dimension.SHARE, Dimension.TIME, Dimension.AMOUNT})


def _of_numbers(doc: Doc) -> Iterator[Part]:
    """Quantities with their comparators and units: 'about 10%', 'within 3 hours'."""
    for quantity in quantities(text_of(doc)):
        behind = _AFTER_AGE.match(text_of(doc), quantity.end)
        end = behind.end() if behind else quantity.end
        span = doc.char_span(quantity.start, end, alignment_mode="expand")
        if span is not None and quantity.dimension in _MEASURED:
            yield Part(span.start, span.end, "number")


def _of_names(doc: Doc) -> Iterator[Part]:
    """Noun phrases behind a preposition or verb anywhere in the sentence, lists as a whole."""
    for token in doc:
        if token.pos_ in _NAMES and token.dep_ in {"pobj", "dobj", "attr", "appos"}:
            yield _all(token, "name")
        elif token.lower_ in _TIMES and token.dep_ == "prep":
            yield from (_all(c, "time") for c in token.children if _is_counted(c))


_TIMES = frozenset("within for every after before until over at under above below by".split())


def _is_counted(token: Token) -> bool:
    """Whether a token is what a number counts or measures: 'hours' of 'within 3 hours'."""
    return token.dep_ == "pobj" and any(c.like_num for c in token.children)


def _all(token: Token, role: str) -> Part:
    return Part(token.left_edge.i, token.right_edge.i + 1, role)


def _shorter(doc: Doc, part: Part) -> Iterator[Part]:
    """A part without what is only added to it: a remark, an aim, a time, a place.

    'Blood tests to look for cancer' without the aim: what is left on the card says it.
    """
    if part.role in {"clause", "phrase", "number"}:
        return
    words = words_of(doc)
    for at in range(part.start + 1, part.end - 1):
        word, after = words[at], words[at + 1]
        participle = after.tag == "VBG" and after.dep != "conj"
        if word.text == "," and (after.lower in _REMARK or participle):
            yield Part(part.start, at, part.role)
            return
        if word.lower in _NAMING:
            yield Part(at + 1, part.end, part.role)  # 'a protein called fibrin': its name alone
        example = word.lower == "such" and after.lower == "as"
        turns = (word.lower in _TURNS or example) and part.role in {"object", "inner", "name"}
        if turns and words[at - 1].pos in _TURNED:
            yield Part(part.start, at, part.role)


_TURNED = _NAMES | {"NUM", "DET", "PRON"}


_COMPARED = re.compile(
    r"(?:[<>≤≥~±]=?|\b(?:about|approximately|around|roughly|nearly|almost|over|under|above|below|at\sleast"
    r"|at\smost|up\sto|more\sthan|less\sthan|fewer\sthan|greater\sthan|higher\sthan|lower\sthan|no\smore\sthan"
    r"|as\s(?:many|much|few|little)\sas|between|within|only|every|once|twice|or|to|[–-]))\s*$",
    re.IGNORECASE,
)


def _compared(doc: Doc, start: int) -> int:
    """Where a quantity begins with its 'about', 'at least' or '<'."""
    first = words_of(doc)[start]
    if not first.counts:
        return start
    found = _COMPARED.search(text_of(doc)[: first.start])
    span = doc.char_span(found.start(), found.end(), alignment_mode="expand") if found else None
    return span.start if span is not None else start


def _trimmed(doc: Doc, part: Part) -> Part | None:
    start, end = _compared(doc, part.start), part.end
    if part.role == "number":
        return Part(start, end, part.role)
    words = words_of(doc)
    while start < end and (words[start].text in _OPENING or words[start].lower in _AND):
        start += 1
    while start < end and (words[end - 1].text in _ENDING or words[end - 1].lower in _HANGING):
        end -= 1
    return Part(start, end, part.role) if start < end else None


_OPENING = _STOPS - {"("}
_ENDING = _STOPS | {"."}


def _is_whole(doc: Doc, part: Part) -> bool:
    words = words_of(doc)
    if _breaks_off(words, part) or _is_parted(words, part) or _holds_clause(words, part):
        return False
    text, first, last = text_of(doc), words[part.start], words[part.end - 1]
    if not _is_closed(text[first.start : last.end], text[: first.start]):
        return False
    return not (_goes_on(text[last.end :], last) or _has_begun(words, part))


def _breaks_off(words: Sequence[Word], part: Part) -> bool:
    """'Genes linked' without 'to gout', 'live (crawling)' without 'lice'."""
    last, behind = words[part.end - 1], words[part.end : part.end + 1]
    bracketed = last.text == ")" and any(word.pos in _NAMES for word in behind)
    return bracketed or last.dep == "acl"


def _is_parted(words: Sequence[Word], part: Part) -> bool:
    """Whether a member of its list is left outside, before or behind it."""
    for word in words[part.start : part.end]:
        if word.dep == "conj" and word.head < part.start and word.pos in _LISTED:
            return True
        if word.tag in _RELATIVE and word.head >= part.end:
            return True  # 'which over ten years' without its verb
    return any(
        word.dep == "conj"
        and part.start <= word.head < part.end
        and word.pos in _LISTED
        and words[word.head].pos in _LISTED
        for word in words[part.end :]
    )


_LISTED = _NAMES | {"ADJ"}


def _goes_on(behind: str, last: Word) -> bool:
    """Whether a list or a range goes on in what stands behind a part."""
    after = _BRACKET.sub("", behind)
    ranges = last.counts and _RANGES.match(after) is not None
    return ranges or _GOES_ON.match(after) is not None


def _has_begun(words: Sequence[Word], part: Part) -> bool:
    """Whether the word before a part belongs to it: an adjective, or a list's 'and'."""
    before = words[part.start - 1] if part.start else None
    if before is None:
        return False
    inside = before.pos in _BEFORE and part.role in _NAMED
    listed = before.text == "," and part.role in _NAMED - {"subject"}
    return before.lower in _AND or inside or listed


_BEFORE = _LISTED | {"NUM", "DET"}


def _holds_clause(words: Sequence[Word], part: Part) -> bool:
    """Whether a noun's part runs on into a clause that nothing opens."""
    if part.role not in _NAMED:
        return False
    for word in words[part.start : part.end]:
        if word.tag in _FINITE:
            return True
        if word.lower in _OPENS_CLAUSE:
            return False
    return False


def _is_closed(text: str, before: str) -> bool:
    """Whether every bracket of a part is closed in it, and none is open before it."""
    return all(
        text.count(a) == text.count(b) and before.count(a) == before.count(b) for a, b in _PAIRS
    )


_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
