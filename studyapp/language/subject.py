"""The subject of a clause: its words, its number, and what stands in front of it."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from studyapp.language.verb_group import AUXILIARY
from studyapp.language.words import is_plural

_OPENERS = """
    however; therefore; for example; for instance; in addition;
    additionally; thus; hence; overall; moreover; furthermore; in fact; finally; unfortunately;
    fortunately; in other words; similarly; specifically; importantly; as a result;
    in particular; of note; notably; by contrast; in contrast; still; indeed; for this reason;
    for these reasons; at the same time; at this point; in this case; in this way;
    accordingly; consequently; nevertheless; nonetheless; in turn;
    surprisingly; interestingly; remarkably; curiously; as discussed earlier; as mentioned earlier;
    as noted earlier; as discussed; as noted; as mentioned; as described earlier
"""
_DISCOURSE = frozenset(" ".join(opener.split()) for opener in _OPENERS.split(";"))
"""Openers that link sentences and restrict nothing, so that a question can do without them."""

_REMARK = re.compile(
    r",\s(?:which|who|whose|those|also|or|including|such\sas|known|called|a|an|the|especially"
    r"|particularly|like|where)\s[^,]*,?$"
)


_HEDGES = frozenset({"sometimes", "often", "usually", "typically", "generally", "rarely"})
"""Adverbs that limit a claim, though no comma parts them from its subject."""


def before_verb(doc: Doc, start: int, left: int, verb: int) -> tuple[str, str]:
    """What is fronted, and the subject; both '' when the words before the verb make no subject.

    `start`, `left` and `verb` are the indices of the clause's first word, of the subject's and
    of the verb group's.
    """
    if verb <= start:
        return "", ""
    between = doc[start:left].text.strip()
    if between.endswith(","):
        said = _without_opener(between.rstrip(",").strip())
        if _GRANTS.match(said):
            said = ""
        if said and (not _restricts(said, doc[start:left]) or _describes(doc[start:left])):
            return "", ""
        return said, doc[left:verb].text.strip().rstrip(",").strip()
    plain = all(t.pos_ in {"ADV", "SCONJ", "CCONJ", "PUNCT"} for t in doc[start:left])
    if between and plain and doc[left - 1].lower_ not in {"and", "or"}:
        hedge = between if between.lower() in _HEDGES else ""
        return hedge, doc[left:verb].text.strip()
    return "", doc[start:verb].text.strip()


_SUBORDINATES = frozenset(
    {
        "if",
        "when",
        "while",
        "once",
        "because",
        "as",
        "after",
        "before",
        "although",
        "since",
        "where",
    }
    | {"whereas", "until", "unless", "though", "in", "for", "during", "among", "with", "without"}
    | {"to", "depending", "regardless", "at", "by", "on", "over", "from", "under", "within"}
)


_GRANTS = re.compile(r"^(?:although|though|even\sthough|because)\s(?!of\b)", re.IGNORECASE)
"""A clause that grants or explains restricts nothing: what follows it is claimed all the same."""


def _without_opener(said: str) -> str:
    """What is fronted without the word that only links it to the sentence before."""
    said = re.sub(r",\s(?:however|therefore|though|thus|in\sturn)$", "", said)
    if said.lower() in _DISCOURSE:
        return ""
    head, comma, rest = said.partition(", ")
    return rest if comma and head.lower() in _DISCOURSE else said


def _restricts(said: str, words: Span) -> bool:
    """Whether what is fronted is a condition or a circumstance, not a claim of its own."""
    claims = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} for t in words)
    return not claims or said.split(maxsplit=1)[0].lower() in _SUBORDINATES


def _describes(words: Span) -> bool:
    """Whether what stands before the comma is the first of two adjectives of the subject."""
    told = [t for t in words if not t.is_punct]
    return bool(told) and all(t.pos_ == "ADJ" for t in told)


def core(subject: str) -> str:
    """A subject without the remark between commas that only explains it."""
    remark = _REMARK.search(subject)
    if remark is not None and remark.group(0).startswith(", or "):
        before = subject[: remark.start()]
        if "," in before or " or " in before:
            return subject
    return _REMARK.sub("", subject).rstrip(" ,")


def named_in_front(own: Token, fronted: str, root: Token) -> str:
    """What 'they' means in 'Once cells reach the bone, they …': that part's own subject."""
    if own.lower_ not in {"they", "it"} or not fronted:
        return ""
    inner = [
        t for a in root.lefts if a.dep_ == "advcl" for t in a.lefts if t.dep_.startswith("nsubj")
    ]
    if (
        len(inner) != 1
        or inner[0].pos_ not in {"NOUN", "PROPN"}
        or has_plural(inner[0]) != (own.lower_ == "they")
    ):
        return ""
    return root.doc[inner[0].left_edge.i : inner[0].right_edge.i + 1].text


_VERBAL = frozenset({"MD", "VBZ", "VBP"})
_INNER = frozenset({"relcl", "acl", "ccomp", "advcl"})


def holds_verb(head: Token, group: Sequence[Token]) -> bool:
    """Whether a verb stands between subject and verb group, outside a relative clause."""
    doc = head.doc
    for token in doc[head.i + 1 : group[0].i]:
        if token.tag_ == "VBG" or not (token.dep_ in AUXILIARY or token.tag_ in _VERBAL):
            continue
        above = (token, *token.ancestors)
        if not any(a.dep_ in _INNER for a in above if a.i > head.i):
            return True
    return group[0].i > head.i and doc[group[0].i - 1].dep_ == "cc"


def has_plural(head: Token) -> bool:
    """Whether a subject with this head word takes a plural verb."""
    joined = [t for t in head.children if t.dep_ == "cc" and t.lower_ in {"and", "&"}]
    if joined and any(t.dep_ == "conj" for t in head.children):
        return True
    if head.lower_ in {"lice", "mice"}:
        return True
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "these", "those", "many", "most"}:
        return is_plural(head.text) or head.lower_ not in {"measles", "mumps"}
    return head.tag_ != "NN" and is_plural(head.text)
