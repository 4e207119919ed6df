"""Claims made beside the main one: '…, which …', '…, as X comes first'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from studyapp.language.frame import Frame, untrailed
from studyapp.language.subject import has_plural, holds_verb
from studyapp.language.verb_group import FINITE, verb_group

_FACTIVE = {"as", "because", "since", "while", "whereas", "although", "though"}
_VAGUE = {"result", "mean", "make", "allow", "help", "lead", "cause"}
_DOUBTS = frozenset({"perhaps", "possibly", "probably", "partly", "maybe", "presumably"})


def stated_in_passing(sentence: Doc | Span) -> Iterator[Frame]:
    """'…, as the knee comes first': a clause that gives a reason or a contrast is a claim too."""
    for verb in sentence:
        if verb.dep_ != "advcl":
            continue
        mark = next((t for t in verb.lefts if t.dep_ == "mark"), None)
        if mark is None or not _claims(mark):
            continue
        own = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is None or verb.tag_ not in FINITE | {"VB", "VBN"} or own.left_edge.i != mark.i + 1:
            continue
        group = verb_group(verb)
        subject = verb.doc[own.left_edge.i : group[0].i].text.strip().rstrip(",")
        if subject and not holds_verb(own, group):
            end = untrailed(verb, min(verb.right_edge.i + 1, sentence[-1].i + 1))
            yield Frame(group, own, subject, has_plural(own), end)


def _claims(mark: Token) -> bool:
    """Whether a conjunction says that what follows is so; 'as' and 'since' do after a comma."""
    if mark.i and mark.nbor(-1).lower_ in _DOUBTS:
        return False
    if mark.lower_ in {"as", "since"} and mark.i and mark.nbor(-1).text != ",":
        return False
    return mark.lower_ in _FACTIVE


def relative(sentence: Doc | Span) -> Iterator[Frame]:
    """', which …' after a noun phrase: a claim of its own about that phrase."""
    for verb in sentence:
        if verb.dep_ != "relcl":
            continue
        which = next((t for t in verb.lefts if t.lower_ == "which" and t.dep_ == "nsubj"), None)
        if which is None or which.i == 0 or which.nbor(-1).text != ",":
            continue
        head = verb.head
        name = verb.doc[head.left_edge.i : which.i - 1].text
        vague = verb.lemma_.lower() in _VAGUE
        many = head.tag_ in {"NNS", "NNPS"} and verb.tag_ == "VBP"
        named = head.dep_ in {"oprd", "dobj"} and head.head.lower_ in {"called", "termed"}
        certain = (
            named or head.dep_ in {"attr", "appos"} or (head.dep_ == "dobj" and many and not vague)
        )
        if "," in name or head.pos_ not in {"NOUN", "PROPN"} or not certain:
            continue
        yield Frame(verb_group(verb), head, name, has_plural(head), verb.right_edge.i + 1)
