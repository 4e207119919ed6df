"""Claims made beside the main one: '…, which …', '…, as X comes first', a verb misread."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from studyapp.language.frame import Frame, untrailed
from studyapp.language.subject import has_plural, holds_verb
from studyapp.language.verb_group import FINITE, verb_group
from studyapp.language.verbs import base_of
from studyapp.language.words import is_plural

_FACTIVE = {"as", "because", "since", "while", "whereas", "although", "though"}
_VAGUE = {"result", "mean", "make", "allow", "help", "lead", "cause"}
_ALWAYS_VERBS_WORDS = """
    prevent prevents inhibit inhibits reduce reduces suppress suppresses alleviate stimulate
    relieve relieves lowers shortens shorten prolongs prolong raises lengthens dilates dilate
    constricts impairs impair worsens worsen widens weakens
"""
_ALWAYS_VERBS = frozenset(_ALWAYS_VERBS_WORDS.split())
_LINKED = {
    "results": "from",
    "result": "from",
    "consists": "of",
    "consist": "of",
    "accounts": "for",
    "account": "for",
    "leads": "to",
    "arises": "from",
    "binds": "to",
}
"""Forms that are verbs before their word ('X results from Y'), and often nouns without it."""
_DOUBTS = frozenset({"perhaps", "possibly", "probably", "partly", "maybe", "presumably"})
_FOUND = frozenset("test tests lab laboratory imaging study studies trial trials biopsy".split())


def unseen_verb(sentence: Doc | Span) -> Iterator[Frame]:
    """A sentence whose verb the parser took for something else: read by one that always is."""
    later = sentence[1:]
    verbs = [t for t in later if t.lower_ in _ALWAYS_VERBS or _linked(t)]
    verbs = verbs or [t for t in later if _hidden(t)]
    if len(verbs) != 1 or any(t.lower_ in {"to", "that", "which"} for t in sentence[: verbs[0].i]):
        return
    verb = verbs[0]
    subject = verb.doc[sentence[0].i : verb.i]
    heads = [t for t in subject if t.pos_ in {"NOUN", "PROPN", "ADJ"} and "," not in subject.text]
    end = sentence[-1].i + (0 if sentence[-1].is_punct else 1)
    if heads and heads[-1].i == verb.i - 1 and end > verb.i + 1:
        plural = is_plural(heads[-1].text) or " and " in subject.text
        plural = not verb.lower_.endswith("s") if _linked(verb) else plural
        yield Frame((verb,), heads[-1], subject.text, plural, end)


def _linked(token: Token) -> bool:
    """Whether a word is a verb by the word behind it; 'test results from …' are a noun."""
    wanted = _LINKED.get(token.lower_)
    if wanted is None or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).lower_ == wanted and token.nbor(-1).lower_ not in _FOUND


def _hidden(token: Token) -> bool:
    """Whether a plural noun is a verb by its neighbours: 'the drug targets only bacteria'."""
    if token.tag_ != "NNS" or not base_of(token.lower_) or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).tag_ in {"DT", "RB", "PRP$", "CD"}


def stated_in_passing(sentence: Doc | Span) -> Iterator[Frame]:
    """'…, as the knee comes first': a clause that gives a reason or a contrast is a claim too."""
    for verb in sentence:
        mark = next((t for t in verb.lefts if t.dep_ == "mark"), None)
        if verb.dep_ != "advcl" or mark is None or not _claims(mark):
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
        which = next((t for t in verb.lefts if t.lower_ == "which" and t.dep_ == "nsubj"), None)
        if verb.dep_ != "relcl" or which is None or which.i == 0 or which.nbor(-1).text != ",":
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
