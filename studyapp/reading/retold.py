"""Leaves out what a copied page tells twice: a list, and then its items again as text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studyapp.reading.stretch import CLOSING, Stretch

_KNOWN_BY = 24
"""So many letters at the head of a list tell that it begins again."""
_FEWEST_LETTERS = 12


def without_retold(parts: Sequence[Stretch]) -> list[Stretch]:
    """Parts without the running text that only repeats the items before it, word for word."""
    kept: list[Stretch] = []
    run: list[str] = []
    for part in parts:
        run = [*run, part.text] if part.item else []
        found = _repetition(run) if run else None
        if found is None:
            kept.append(part)
            continue
        start, end = found
        kept.append(replace(part, lined=part.lined[:start].stripped()))
        if part.text[end:].strip():
            kept.append(Stretch(part.lined[end:].stripped(), CLOSING, item=False))
            run = []
    return kept


def _repetition(texts: Sequence[str]) -> tuple[int, int] | None:
    """Where in the last item the list so far begins again, and ends; None when it does not.

    Where it is told again in other words, it ends where it begins.
    """
    last = texts[-1]
    head = texts[0][:_KNOWN_BY].split("  ")[0]
    start = last.find(head, 1)
    if start < 0 or len(head) < _FEWEST_LETTERS:
        return None
    words = [word for text in (*texts[:-1], last[:start]) for word in text.split()]
    again = re.compile(r"\s+".join(map(re.escape, words))).match(last, start)
    return start, again.end() if again else start
