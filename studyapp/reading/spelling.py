"""How a document writes the name of its subject: its number, its capitals, its apostrophe."""

import re
from collections import Counter
from collections.abc import Sequence

from studyapp.language.diseases import disease_named
from studyapp.language.naming import is_plain, pattern_of
from studyapp.language.words import folded

_NEW = {". ", ": ", "? ", "! "}
_WORD = re.compile(r"(?<![\w-])[a-z][a-z'-]+")


def spelled(name: str, texts: Sequence[str]) -> str:
    """A name as running text writes it; in small letters but for names where none does."""
    pattern = pattern_of(name)
    inside: Counter[str] = Counter()
    first: Counter[str] = Counter()
    words: set[str] = set()
    for text in map(folded, texts):
        words.update(_WORD.findall(text))
        for match in pattern.finditer(text):
            starts = match.start() == 0 or text[match.start() - 2 : match.start()] in _NEW
            (first if starts else inside)[match.group()] += 1
    running = Counter({form: n for form, n in inside.items() if form.split()[-1][0].islower()})
    seen = running or inside or first or Counter([folded(name)])
    best = max(seen, key=lambda form: (seen[form], form))
    known = frozenset() if running else frozenset(words)
    return _marked(" ".join(_small(word, known) for word in best.split()), name)


def _small(word: str, known: frozenset[str]) -> str:
    """A word in small letters, unless it is a name: 'Fallot', 'Tay-Sachs', 'Addison's'."""
    parts = word.lower().split("-")
    if not word.istitle() or word.lower().endswith("'s") or not word[1:]:
        return word
    common = all(p in known or is_plain(p) or disease_named(f"x {p}") for p in parts)
    return word.lower() if common else word


def _marked(form: str, name: str) -> str:
    """A name whose text lost its apostrophe ('Crohns') with that of the title."""
    for word in folded(name).split():
        if "'" in word:
            bare = re.escape(word.replace("'", ""))
            form = re.sub(rf"\b{bare}\b(?!')", word, form, flags=re.IGNORECASE)
    return form
