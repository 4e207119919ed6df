"""Reads `NAME.expected`: what cards a document must give, and what no card may say or cite.

The form is described in README.md, for people who add cases without knowing Python.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studyapp.model import CLOZE, Card, Citation, Lines

_PLACES = r"(?:[\w.-]+:)?[\d, -]+(?:; [\w.-]+:[\d, -]+)*"
_CARD = re.compile(rf"Q: (?P<question>.+?) \| A: (?P<answer>.+?) \| lines? (?P<places>{_PLACES})")
_FACT = re.compile(rf"FACT: (?P<asked>.+?) \| (?P<said>.+?) \| lines? (?P<places>{_PLACES})")
_OK = re.compile(r"OK: (?P<question>.+?) \| A: (?P<answer>.+)")
_NO = re.compile(r"NO: (?P<words>.+)")
_NONE = re.compile(rf"NONE: (?P<places>{_PLACES})")
_BLANK = re.compile(rf"BLANK: (?P<places>{_PLACES})")
_DIFFER = re.compile(r"DIFFER: (?P<asked>.+?) \| (?P<one>.+?) \| (?P<other>.+)")


@dataclass(frozen=True, slots=True)
class Places:
    """Line ranges of one document; `name` is empty where the case has only one."""

    name: str
    lines: tuple[Lines, ...]

    def touched(self, citation: Citation) -> bool:
        """Whether a citation takes in any of these lines."""
        here = not self.name or citation.source_id == self.name
        cited = citation.lines
        return here and any(
            one.first <= cited.last and cited.first <= one.last for one in self.lines
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a document: words of its question, words of its answer, where it stands."""

    text: str
    asked: tuple[str, ...]
    said: tuple[str, ...]
    places: tuple[Places, ...]

    def told_by(self, card: Card) -> bool:
        """Whether a card asks and answers with all these words, and cites the place."""
        cited = any(place.touched(one) for place in self.places for one in card.citations)
        asked = CLOZE.sub("…", card.question)
        return cited and _all_in(self.asked, asked) and _all_in(self.said, card.answer)


@dataclass(frozen=True, slots=True)
class Differing:
    """A question that the documents of a case answer differently, by words of its sides."""

    text: str
    asked: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]

    def told_by(self, question: str, values: tuple[str, ...]) -> bool:
        """Whether a disagreement asks with all these words and has these sides."""
        return _all_in(self.asked, question) and all(
            any(_all_in(side, value) for value in values) for side in self.sides
        )


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of a case: cards as they are shown, facts, forbidden words and lines.

    `blanks` are forbidden lines of which a sentence with a blank may be shown all the same.
    """

    cards: tuple[str, ...]
    facts: tuple[Told, ...]
    right: frozenset[str]
    differing: tuple[Differing, ...]
    words: tuple[str, ...]
    places: tuple[Places, ...]
    blanks: tuple[Places, ...]

    def is_right(self, card: Card) -> bool:
        """Whether a person found this card right: it is named, or it tells a fact."""
        if shown(card) in self.cards or said(card) in self.right:
            return True
        return any(fact.told_by(card) for fact in self.facts)


def read_expected(path: Path) -> Expected:
    """What a file expects. Raises ValueError that names the line for one it does not know."""
    found: dict[str, list[re.Match[str]]] = {form: [] for form in _FORMS}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        matches = ((form, pattern.fullmatch(text)) for form, pattern in _FORMS.items())
        form, match = next(((f, m) for f, m in matches if m), ("", None))
        if match:
            found[form].append(match)
        elif text and not text.startswith("#"):
            msg = f"{path.name}:{number}: none of Q, FACT, OK, DIFFER, NO, NONE and BLANK"
            raise ValueError(msg)
    return Expected(
        tuple(_shown(m["question"], m["answer"], _places(m["places"])) for m in found["Q"]),
        tuple(
            Told(m.group(), _words(m["asked"]), _words(m["said"]), _places(m["places"]))
            for m in found["FACT"]
        ),
        frozenset(f"Q: {m['question']} | A: {m['answer']}" for m in found["OK"]),
        tuple(
            Differing(m.group(), _words(m["asked"]), (_words(m["one"]), _words(m["other"])))
            for m in found["DIFFER"]
        ),
        tuple(m["words"].casefold() for m in found["NO"]),
        tuple(place for m in found["NONE"] for place in _places(m["places"])),
        tuple(place for m in found["BLANK"] for place in _places(m["places"])),
    )


_FORMS = {
    "Q": _CARD,
    "FACT": _FACT,
    "OK": _OK,
    "DIFFER": _DIFFER,
    "NO": _NO,
    "NONE": _NONE,
    "BLANK": _BLANK,
}


def _words(text: str) -> tuple[str, ...]:
    """Words, each as it may begin a word of a card; what stands in quotes is one."""
    return tuple(quoted or bare for quoted, bare in re.findall(r'"([^"]+)"|(\S+)', text))


def _all_in(words: tuple[str, ...], text: str) -> bool:
    plain = _plain(text)
    return all(re.search(rf"(?<!\w){re.escape(_plain(word))}", plain) for word in words)


def _plain(text: str) -> str:
    return text.replace("–", "-").replace("’", "'").casefold()


def _places(text: str) -> tuple[Places, ...]:
    return tuple(_place(part) for part in text.split("; "))


def _place(text: str) -> Places:
    name, _, numbers = text.rpartition(":")
    ends = [[int(end) for end in part.split("-")] for part in numbers.split(",")]
    return Places(name, tuple(Lines(pair[0], pair[-1]) for pair in ends))


def _shown(question: str, answer: str, places: tuple[Places, ...]) -> str:
    told = "; ".join(":".join(filter(None, (p.name, _numbers(p.lines)))) for p in places)
    return f"Q: {question} | A: {answer} | lines {told}"


def _numbers(lines: tuple[Lines, ...]) -> str:
    said = (str(one).removeprefix("lines ").removeprefix("line ") for one in lines)
    return ", ".join(said).replace("–", "-")


def said(card: Card) -> str:
    """A card's question and answer as a line of an `.expected` file has them."""
    return f"Q: {card.question} | A: {card.answer}"


def shown(card: Card, *, named: bool = False) -> str:
    """A card as a line of an `.expected` file; `named` where the case has several documents."""
    if not named:
        return _shown(
            card.question, card.answer, (Places("", tuple(c.lines for c in card.citations)),)
        )
    sources = dict.fromkeys(c.source_id for c in card.citations)
    return _shown(card.question, card.answer, tuple(_cited(card, source) for source in sources))


def _cited(card: Card, source: str) -> Places:
    return Places(source, tuple(c.lines for c in card.citations if c.source_id == source))


def missing(expected: Expected, cards: list[Card]) -> Iterator[Told]:
    """The facts that no card tells."""
    return (fact for fact in expected.facts if not any(fact.told_by(card) for card in cards))
