"""Remembered parts of speech and lemmas are those that the language model finds by itself."""

from spacy.tokens import Doc

from studyapp.config.attributes import Attributes
from studyapp.config.parser import Parser, load_language

TEXTS = (
    "There are two kinds of gout, and there's no cure for either.",
    "Gout isn't rare: doctors have seen that it comes back, and it doesn't stay away.",
    "Let's say they're gonna go; y'all gotta ask whoever got nothin' and ain't well.",
    "Having been given colchicine, those who had worse attacks did better than these do.",
    "A  tophus\nfound in the ear's rim may be that which hurts.",
    "The uric acid left leaves stones, and the leaves left fall; I leave, you left.",
    "",
)


def said(doc: Doc) -> list[tuple[str, ...]]:
    """All that a parse tells of each word."""
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_, str(t.head)) for t in doc]


def test_they_are_those_of_the_model(parser: Parser) -> None:
    language = load_language()
    known = [said(doc) for doc in language.pipe(TEXTS)]
    assert [said(doc) for doc in parser(TEXTS)] == known
    assert [said(doc) for doc in parser(reversed(TEXTS))] == known[::-1]


def test_they_are_the_same_after_all_was_forgotten() -> None:
    language = load_language()
    known = [said(doc) for doc in language.pipe(TEXTS)]
    attributes = Attributes(language, most=3)
    docs = list(language.pipe(TEXTS * 2))
    for doc in docs:
        attributes(doc)
    assert [said(doc) for doc in docs] == known * 2
