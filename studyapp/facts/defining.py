"""What makes a definition: a class that sorts, and words enough to say which of it."""

import re

from spacy.tokens import Token

from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import EVERYDAY
from studyapp.language.words import stems

_EVALUATIVE_WORDS = """
    step risk way problem concern reason part one example key sign challenge issue factor
    result goal aim option choice component need matter priority cornerstone mainstay thing
    time case idea area subject topic hallmark feature consideration source cause complication
    symptom lot number majority term word name evidence indication reminder common important
    type form kind class variety group pathway route network way tool website database program
    organization agency journal office institute initiative survey acronym abbreviation mnemonic
"""
EVALUATIVE = frozenset(_EVALUATIVE_WORDS.split())
LONGEST_NAME = 7


def tells_which(attribute: Token) -> bool:
    """'A form of arthritis caused by crystals' defines; 'a form of arthritis' only sorts."""
    word = attribute.lemma_.lower()
    told = {t.lower_ for t in attribute.children if t.dep_ == "prep"}
    if word == "area":
        kinds = {t.dep_ for t in attribute.children}
        return attribute.tag_ == "NNS" and {"amod", "prep"} <= kinds and "relcl" not in kinds
    if word in {"time", "problem"}:
        return bool(told & {"between", "from", "during", "with"})
    if word == "term":
        return TERM_FOR.match(attribute.doc[attribute.i :].text) is not None
    which = any(t.dep_ in {"relcl", "acl"} for t in attribute.subtree)
    if word in _PARTS:
        return PLACED.match(attribute.doc[attribute.left_edge.i :].text) is not None
    return (word in _SORTS and which) or (word in _SETS and _is_of_some(attribute))


def _is_of_some(attribute: Token) -> bool:
    """'A bundle of parallel fibers in a nerve', where 'a group of diseases' says nothing."""
    of = next((t for t in attribute.children if t.lower_ == "of"), None)
    what = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    if what is None or what.lemma_.lower() in _ILL:
        return False
    told = [t.dep_ for t in (*what.children, *attribute.children)]
    links = sum(told.count(link) for link in ("prep", "conj", "relcl", "acl"))
    return bool({"amod", "compound", "conj"} & set(told)) and links > 1


_PARTS = {"part", "portion", "region", "layer", "section"}
PLACED = re.compile(
    r"^the\s(?:first|last|middle|upper|lower|inner|outer|outermost|innermost|front|back|top|bottom|narrow|wide|end"
    r"|central|final|thick|thin|soft|hard|bony|fleshy|white|colored)\s(?:\w+\s)?(?:part|portion|region|layer|section)\sof\s"
)
"""'The last part of the bowel' says which; 'the main part of the treatment' does not."""
_SETS = {"group", "set", "collection", "series", "network", "bundle", "mass", "cluster"}
_ILL = {"disease", "disorder", "condition", "cancer", "symptom", "infection", "illness"}
TERM_FOR = re.compile(
    r"^term\s(?:that\s(?:is\s)?)?(?:(?:commonly\s|often\s)?(?:used\s(?:to\s(?:describe|mean|refer\sto)|for)|for|meaning"
    r"|describing|describes|means|refers\sto|given\sto))\s(?P<what>.+)$"
)
_SORTS = {"form", "type", "kind", "class", "variety", "group", "set", "collection", "series"}


_INNER = re.compile(
    r"(?<=ing\s)(?:them|it)\b|(?<=keep\s)(?:them|it)\b|(?<=\w\sonce\s)it\b(?=\shas\b)"
)
"""'…, which the bones lose, making them weak': it means what the answer itself has named."""
_UNTOLD = re.compile(
    r"\b(?:has|have) been shown\b|\bbeing (?:studied|tested)\b"
    r"|^an? (?:disease|condition|disorder) that (?:occurs|affects) (?:\d|about|more often|in )"
)
"""How often a disease occurs, or what a study found, does not say what a thing is."""


def is_definition(subject: str, value: str) -> bool:
    """Whether a value tells of a subject what it is, in words that stand by themselves."""
    bare = re.sub(r"\s*\([^)]*\)", "", subject)
    if set(stems(bare)) <= EVERYDAY or _SOME.match(bare) or _UNIT.match(bare):
        return False
    if not is_nameable(subject) or len(bare.split()) > LONGEST_NAME:
        return False
    said = _INNER.sub("", value)
    if points_elsewhere(re.sub(r"(?<=people)(.*?)\bthey\b", r"\1", said)):
        return False
    if _UNTOLD.search(value):
        return False
    new = set(stems(value)) - set(stems(bare))
    late = not set(stems(bare)) & set(stems(" ".join(value.split()[:_OPENING])))
    told = not set(stems(bare)) <= set(stems(value)) or (
        (late or _IN_WHICH.match(value)) and len(new) > _NEW and len(value.split()) <= _MOST
    )
    return len(value.split()) >= _SHORTEST and bool(told)


_IN_WHICH = re.compile(r"^an?\s(?:[\w-]+\s){1,4}(?:in\swhich|that|caused\sby)\s")
_NEW, _OPENING, _MOST = 4, 6, 25
"""So many words of its own make a definition one though it takes up the name in passing."""


_UNIT = re.compile(r"^(?:[Tt]he\s)?[a-z]+[A-Z]\w*$|^frequency\b")
"""A unit of measurement ('mmHg'), or a way of counting, is no thing of medicine."""
_SHORTEST = 3
_SOME = re.compile(r"^(?:enough|more|less|fewer|too|any)\s", re.IGNORECASE)
