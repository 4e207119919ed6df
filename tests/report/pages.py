"""A small build of our own to report, and a reader of the page that comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html.parser import HTMLParser

from studyapp.config import TEMPLATES
from studyapp.model import (
    Candidate,
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    Disagreement,
    Document,
    FactKind,
    Gate,
    Lines,
    Problem,
    Side,
    SourceId,
)
from studyapp.reading import read_bytes, unread
from studyapp.report import Told, page

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
GOUT = """Gout

About 15% of adults with gout have tophi.

Colchicine may be given early in an attack:
- it lowers pain
- it shortens the attack

Many people wonder about gout.

Treatment

Allopurinol lowers urate. We offer care at our clinic for everyone.

References

Someone A. A book on toes.
Contact us
"""
TOES = """Gout of the toe

About 25% of adults with gout have tophi.
"""


def document(name: str, text: str) -> Document:
    return read_bytes(text.encode(), name, name).document


def place(first: int, last: int = 0, name: str = "gout.txt") -> Citation:
    return Citation(SourceId(name), ("Gout",), Lines(first, last or first))


def card(number: int, question: str, answer: str, *places: Citation) -> Card:
    return Card(CardId(f"c-{number:016x}"), FactKind.FIGURE, question, answer, places)


TOPHI = replace(
    card(1, "What percentage of adults with gout have tophi?", "About 15%", place(3)),
    differs=(Side("About 25%", (place(3, name="toes.txt"),)),),
)
EARLY = card(2, "What are the 2 listed effects of colchicine?", "Pain; time", place(5, 7))
URATE = card(3, "What does allopurinol lower?", "Urate", place(13), place(11))
REFUSED = card(4, "What do they wonder about?", "Gout", place(9))
PASSED = card(5, "Which drug lowers urate?", "Allopurinol", place(13))
JOINED = card(6, "What share of adults with gout have tophi?", "About 15%", place(3))
DELETED = card(7, "Which drug is given early in an attack?", "Colchicine", place(5))
GONE = replace(card(8, "What is gout?", "A disease of joints", place(1)), withdrawn=True)
PROBLEM = Problem(REFUSED.id, "'they' means nothing on the card alone.", "Name it.", Gate.QUESTION)


def told(*documents: Document, cards: Sequence[Card] = (TOPHI, EARLY, URATE, GONE)) -> Told:
    given = documents or (document("gout.txt", GOUT), document("toes.txt", TOES))
    deck = Deck(
        DeckId("0" * 32), "Gout", tuple(d.source for d in given), tuple(cards), "For study."
    )
    sides = (Side(TOPHI.answer, TOPHI.citations), *TOPHI.differs)
    return Told(
        deck,
        given,
        unread,
        AT,
        disagreements=(Disagreement(TOPHI.question, sides),),
        refused=(Candidate(REFUSED, (PROBLEM,)),),
        joined=(JOINED,),
        passed=(PASSED,),
        deleted=(DELETED,),
    )


def html(build: Told) -> str:
    return "".join(page(build, str(TEMPLATES)))


_VOID = {"meta", "input", "br", "link", "img", "rect"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Shown(HTMLParser):
    """The elements of a page; each knows all the text in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[Element] = []
        self.open: list[Element] = []
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else None
        element = Element(tag, {key: value or "" for key, value in attrs}, parent)
        self.all.append(element)
        if parent:
            parent.children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, "elements are nested"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)

    def by_id(self, name: str) -> Element:
        (found,) = (one for one in self.all if one.attributes.get("id") == name)
        return found

    def of(self, class_: str) -> list[Element]:
        return [one for one in self.all if class_ in one.classes]

    def row_of(self, line: str) -> Element:
        element: Element | None = self.by_id(line)
        while element and "row" not in element.classes:
            element = element.parent
        assert element
        return element
