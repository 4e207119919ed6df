"""Finds where a sentence says what something is called, and the whole name that it gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from studyapp.facts.worth import LAY
from studyapp.language.words import stems

_LINKS = {"called": (), "termed": (), "known": ("as",), "referred": ("to", "as")}
_WORDED = {"termed": "called", "known": "known as", "referred": "referred to as"}
_ADVERBS = {"commonly", "sometimes", "often", "collectively", "previously", "formerly"}
_IN_NAME = {"NOUN", "PROPN", "ADJ", "NUM", "X"}
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """'called X' in a sentence: the participle, and the name after it."""

    verb: Token
    name: str

    @property
    def worded(self) -> str:
        """'called', 'known as' or 'referred to as'."""
        return _WORDED.get(self.verb.lower_, "called")

    @property
    def adverb(self) -> str:
        """The 'commonly' before the participle; '' for none."""
        return next((t.lower_ for t in self.verb.lefts if t.lower_ in _ADVERBS), "")

    @property
    def another(self) -> bool:
        """Whether the name is one beside others ('also called')."""
        return any(t.lower_ == "also" for t in self.verb.lefts)


def namings(doc: Doc) -> Iterator[Naming]:
    """Every 'called X' of a sentence with a whole name behind it."""
    for token in doc:
        link = _LINKS.get(token.lower_)
        if link is None or token.tag_ not in {"VBN", "VBD"}:
            continue
        start = token.i + 1 + len(link)
        if tuple(t.lower_ for t in doc[token.i + 1 : start]) == link:
            name = _name(doc, start)
            if name:
                yield Naming(token, name)


def _name(doc: Doc, start: int) -> str:
    """The name that starts at a token; '' when it is no whole noun phrase."""
    end = start
    while end < len(doc) and _continues(doc[end], first=end == start):
        end += 1
    if end > start and doc[end : end + 2].text == "in situ":
        end += 2
    words = [t for t in doc[start:end] if t.is_alpha or t.is_digit or "-" in t.text]
    if not words or len(words) > _LONGEST_NAME or words[-1].pos_ not in _IN_NAME | {"VERB"}:
        return ""
    if words[-1].pos_ == "ADJ" and words[0].pos_ == "DET":
        return ""  # 'an occult (primary tumor)' breaks off before its noun.
    after = doc[end] if end < len(doc) else None
    if after is not None and (after.pos_ in {"CCONJ", "DET"} or after.lower_ == "of"):
        return ""
    name = doc[start:end].text.strip(" \"“”'‘’,")
    return name if stems(name) and not set(stems(name)) <= LAY else ""


def _continues(token: Token, *, first: bool) -> bool:
    if first and token.tag_ in {"DT", "VBG"}:
        return True
    if token.text in {"-", "–", '"', "“", "”", "’s", "'s", "'", "’", "‘"}:
        return True
    return token.pos_ in _IN_NAME
