"""The frame of a clause: which words are its subject and its verb group, and where it ends."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from studyapp.language.verb_group import AUXILIARY


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a clause as they were found, before they are worded.

    `group` is the verb group, its last word the main verb; `head` is the subject's head word,
    `subject` its text and `plural` its number; `end` is the index after the clause's last word.
    """

    group: tuple[Token, ...]
    head: Token
    subject: str
    plural: bool
    end: int
    fronted: str = ""

    @property
    def root(self) -> Token:
        """The main verb."""
        return self.group[-1]


def end_of(sentence: Doc | Span, root: Token, following: Token | None) -> int:
    """Where the clause ends: before the next joined verb, else before the final stop."""
    end = sentence[-1].i + 1
    if following is not None:
        left = following
        while left.i - 1 > root.i and left.nbor(-1).dep_ in {*AUXILIARY, "neg", "advmod"}:
            left = left.nbor(-1)
        subject = next((t for t in following.lefts if t.dep_.startswith("nsubj")), None)
        end = min(left.i, subject.left_edge.i if subject is not None else left.i)
    return untrailed(root, min(end, _unjoined_verb(root, end)))


def _unjoined_verb(root: Token, end: int) -> int:
    """Before a finite verb after 'and' that the parser joined to nothing that could carry it."""
    for token in root.doc[root.i + 2 : end]:
        if token.tag_ not in _PRESENT or token.dep_ != "conj":
            continue
        before = token.nbor(-1)
        joined = before.dep_ == "cc" and before.lower_ == "and"
        if joined and not any(a.dep_ in _INNER and a.i > root.i for a in token.ancestors):
            return int(before.i)
    return end


_PRESENT = frozenset({"VBZ", "VBP"})
_INNER = frozenset({"relcl", "acl", "advcl", "ccomp"})


def untrailed(root: Token, end: int) -> int:
    """An end without the punctuation and conjunctions before it."""
    while end > root.i + 1 and _trails(root.doc[end - 1]):
        end -= 1
    return end


def _trails(token: Token) -> bool:
    return (token.is_punct and token.text not in {")", "”", '"', "%"}) or token.dep_ == "cc"
