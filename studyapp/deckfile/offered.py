"""What a deck remembers of the cards that builds put into it, so that a deleted one stays away.

The file keeps it as a line a card: `key = "14-15 0a1b2c 3d4e5f FILE.txt"`, the lines that the
card cited, what it asked and what it answered. The words are kept as short hashes: enough to
know the card again, and nothing that a person would have to read.
"""

import hashlib
import re

from studyapp.language.words import stems
from studyapp.model import Card, Lines, Offered, SourceId

_DIGITS = 3
_LINE = re.compile(r"(\d+)-(\d+) (-|(?:[0-9a-f]{3})+) (-|(?:[0-9a-f]{3})+) (.*)", re.DOTALL)


def remembered(card: Card) -> Offered:
    """What to remember of a card as a build made it."""
    place = card.citations[0]
    return Offered(
        card.key, (place.source_id, place.lines), hashed(card.question), hashed(card.answer)
    )


def hashed(text: str) -> tuple[str, ...]:
    """The words of a text that carry content, each as a short hash, in a fixed order."""
    digests = (hashlib.sha256(stem.encode()).hexdigest() for stem in stems(text))
    return tuple(sorted({digest[:_DIGITS] for digest in digests}))


def format_offered(one: Offered) -> str:
    """What is remembered of a card, on one line; '' when it is only its key."""
    if one.place is None:
        return ""
    source, lines = one.place
    question, answer = ("".join(words) or "-" for words in (one.question, one.answer))
    return f"{lines.first}-{lines.last} {question} {answer} {source}"


def parse_offered(key: str, text: str) -> Offered | None:
    """What a line remembers of the card with a key; None when it is no such line."""
    if not text:
        return Offered(key)
    found = _LINE.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        return None
    lines = Lines(int(found[1]), int(found[2]))
    return Offered(key, (SourceId(found[5]), lines), _words(found[3]), _words(found[4]))


def _words(run: str) -> tuple[str, ...]:
    if run == "-":
        return ()
    return tuple(run[at : at + _DIGITS] for at in range(0, len(run), _DIGITS))
