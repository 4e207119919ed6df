r"""The deck file: Markdown that people read and edit, and that comes back exactly.

After the front matter (see `frontmatter`) come the cards:

    ## c-7f3a91c04be26d58 · dose
    Q: What is the first dose?
    A: 500 micrograms
    > FILE.txt · Heading › Subheading · lines 142–143
    Topic: …
    Extra: …
    Differs: 300 micrograms
    > OTHER.txt · Heading · line 9
    Was: …
    Withdrawn: yes
    <!-- key=… made=… now=… changed=2026-11-22T10:00:00Z -->

Each value stands on one line; a backslash marks what would not survive there (`\n` is a line
break, `\\` a backslash). What a card may leave out is left out: topic, extra, differs (any
number of them), was, withdrawn, the stamp.
"""

import re
from itertools import pairwise

from studyapp.deckfile.entry import CARD_ID, format_card, parse_card, shortened
from studyapp.deckfile.frontmatter import DECK_ID, format_front_matter, parse_front_matter
from studyapp.deckfile.line import Line, lines_of
from studyapp.deckfile.stamp import stamp, unstamped
from studyapp.model import Card, CardId, Deck, StudyappError

__all__ = ["card_lines", "format_deck", "parse", "stamp", "unstamped"]

_HEADING = re.compile(r"##(?!#)")


def parse(text: str, name: str) -> Deck:
    """The deck in the text of a deck file; `name` is what errors call the file.

    Raises StudyappError with `name:line` for anything that is not as the format says.
    """
    front, body = parse_front_matter(lines_of(text, name))
    sources = frozenset(source.id for source in front.sources)
    seen: dict[str, Line] = {}
    cards = []
    for block in _blocks(body):
        card = parse_card(block, sources)
        first = seen.setdefault(card.id, block[0])
        if first is not block[0]:
            message = f"The id {card.id} is already that of the card in line {first.number}."
            block[0].refuse(message, "Remove one of the two, or give it an id of its own.")
        cards.append(card)
    return Deck(front.id, front.title, front.sources, tuple(cards), front.note, front.offered)


def card_lines(text: str) -> dict[CardId, int]:
    """The line (from 1) on which each card of a deck file begins; `parse` takes the text."""
    headings = ((line.number, CARD_ID.search(line.text)) for line in lines_of(text, ""))
    return {
        CardId(found[0]): number
        for number, found in headings
        if found is not None and _HEADING.match(found.string)
    }


def _blocks(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """The lines of each card, its heading first."""
    starts = [i for i, line in enumerate(lines) if _HEADING.match(line.text)]
    for line in lines[: starts[0]] if starts else lines:
        if line.text.strip():
            message = f"'{shortened(line.text)}' stands before the first card."
            line.refuse(message, "Start a card with '## ID · KIND'.")
    return [lines[start:end] for start, end in pairwise((*starts, len(lines)))]


def format_deck(deck: Deck) -> str:
    """The text of a deck file; `parse` gives the same deck back.

    Raises StudyappError for a deck that no file can hold: ill-formed or repeated ids, an
    empty question, answer or differing answer, a citation of a source the deck has not.
    """
    _check_deck(deck)
    parts = (format_front_matter(deck), *(format_card(card) for card in deck.cards))
    return "\n\n".join(parts) + "\n"


def _check_deck(deck: Deck) -> None:
    where = f"deck '{deck.title}'"
    if DECK_ID.fullmatch(deck.id) is None:
        raise StudyappError(where, f"'{deck.id}' is not a deck id.", "Use 32 of 0-9 and a-f.")
    sources: set[str] = {source.id for source in deck.sources}
    if len(sources) != len(deck.sources):
        raise StudyappError(where, "Two sources have one file name.", "Rename one document.")
    seen: set[str] = set()
    for card in deck.cards:
        if card.id in seen:
            raise StudyappError(where, f"Two cards are called {card.id}.", "Leave one out.")
        seen.add(card.id)
        _check_card(card, f"{where}, card {card.id}", sources)


def _check_card(card: Card, where: str, sources: set[str]) -> None:
    if CARD_ID.fullmatch(card.id) is None:
        hint = "Use c- and 16 of 0-9 and a-f."
        raise StudyappError(where, f"'{card.id}' is not a card id.", hint)
    if not all((card.question, card.answer, *(side.value for side in card.differs))):
        message = "Its question, its answer or one that differs is empty."
        raise StudyappError(where, message, "Write it, or leave the card out.")
    places = (*card.citations, *(c for side in card.differs for c in side.citations))
    for citation in places:
        if citation.source_id not in sources:
            message = f"It cites '{citation.source_id}', which is not a source of the deck."
            raise StudyappError(where, message, "Add the source to the deck.")
