"""Verb groups: a main verb with the auxiliaries, negations and adverbs that belong to it."""

from spacy.tokens import Token

AUXILIARY = frozenset({"aux", "auxpass"})
"""The parser's names for auxiliaries."""

FINITE = frozenset({"VBZ", "VBP", "VBD"})
"""Tags of verbs that carry a tense."""

_BETWEEN = {"aux", "auxpass", "neg", "advmod"}
_HELPING = {"be", "have", "do", "get"}
_ADVERBS = {"RB", "RBR", "RBS"}


def verb_group(root: Token) -> tuple[Token, ...]:
    """The main verb with the auxiliaries, negations and adverbs right before it, in order."""
    group = [root]
    index = root.i - 1
    while index >= 0:
        token = root.doc[index]
        inside = token.dep_ in _BETWEEN and (token.head == root or token.head in group)
        if not inside:
            break
        group.insert(0, token)
        index -= 1
    while len(group) > 1 and group[0].dep_ == "advmod" and group[0].tag_ not in _ADVERBS:
        group.pop(0)
    return tuple(group)


def helps(token: Token) -> bool:
    """Whether a word is an auxiliary in truth."""
    return token.tag_ == "MD" or token.lemma_.lower() in _HELPING


def is_helped(root: Token) -> bool:
    """Whether a verb has an auxiliary of its own before it."""
    return any(token.dep_ in AUXILIARY for token in root.lefts)


def particle(root: Token, end: int) -> Token | None:
    """The 'out' of 'rule out', when it stands right after the verb and before `end`."""
    follows = root.nbor(1) if root.i + 1 < end else None
    return follows if follows is not None and follows.dep_ == "prt" else None


def _describes(token: Token) -> bool:
    """Whether a participle stands before its noun: 'bleeding, disseminated infection, and'."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    noun = follows is not None and follows.pos_ in {"NOUN", "PROPN", "ADJ"}
    return noun and token.tag_ in {"VBN", "VBD"} and not is_helped(token)


def joins(root: Token, token: Token) -> bool:
    """Whether a word joined to the main verb is a finite verb too (or shares its auxiliary)."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    subject = any(t.dep_.startswith("nsubj") for t in token.lefts)
    before = token.doc[verb_group(token)[0].i - 1]
    if before.dep_ != "cc" and before.text != "," and not before.dep_.startswith("nsubj"):
        return subject
    if before.text == "," and not subject and _describes(token):
        return False
    if token.tag_ == "VBD" and root.tag_ in {"VBZ", "VBP"} and not subject:
        return False
    if token.tag_ in FINITE or is_helped(token):
        return True
    return is_helped(root) and not subject and token.tag_ == root.tag_
