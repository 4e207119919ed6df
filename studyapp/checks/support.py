"""Whether words stand in a text: by stem, by derivation, as synonym or as abbreviation."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from studyapp.language.synonyms import canonical
from studyapp.language.words import STOP, folded, stem

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?(?:/\d+)?")
_ENDINGS = frozenset(
    """a ae s es e ed d ing er ers ery ies y ied ical ic ically al ally ial ation ations ion ions
    ated ates ate ating ative ive ively ment ments ness ity ous ly able ible sis ses stic se tic
    tics tical size sizes sized sizing ant ance ances ancy ent ence ences ency or ors ory ist th
    mation matory is us um i on ar ary an ful fully r n t ting ted ter ption b be bed bing bes
    ptive pt pted ption le les ility""".split()
)
_APART = re.compile(r"[^a-z0-9]+")
_ROOT = 4


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text that carry content, in small letters and in order."""
    return tuple(w for w in _WORD.findall(folded(text).lower()) if w not in STOP)


class Vocabulary:
    """The words of a text, ready to be asked whether they support others.

    `pages` are the whole documents it was taken from; they define abbreviations.
    """

    def __init__(self, text: str, pages: tuple[str, ...] = ()) -> None:
        self._pages = pages
        both = f"{text} {canonical(text)}"
        words = words_of(both)
        halves = (half for word in words if "/" in word for half in word.split("/"))
        self._words = frozenset((*words, *halves))
        self._stems = frozenset(stem(word) for word in self._words)
        self._run = _APART.sub("", folded(text).lower())

    @cached_property
    def _akin(self) -> dict[str, list[str]]:
        """The words by their first letters: no others are derived from a word."""
        found: dict[str, list[str]] = {}
        for word in self._words:
            found.setdefault(word[:_ROOT], []).append(word)
        return found

    def missing(self, text: str) -> tuple[str, ...]:
        """The content words of a text that nothing here supports, each once, in order."""
        absent = tuple(dict.fromkeys(w for w in words_of(text) if not self._has(w)))
        if not absent:
            return ()
        other = tuple(dict.fromkeys(w for w in words_of(canonical(text)) if not self._has(w)))
        fewest = min(absent, other, key=len)
        if not fewest:
            return ()
        known = self._abbreviated(text)
        return tuple(word for word in fewest if stem(word) not in known)

    def _has(self, word: str) -> bool:
        return (
            word in self._words
            or stem(word) in self._stems
            or any(derived(word, other) for other in self._akin.get(word[:_ROOT], ()))
            or _compound(word, self._run)
        )

    def _abbreviated(self, text: str) -> frozenset[str]:
        """Stems that an abbreviation of the pages makes equal to words that stand here."""
        found: set[str] = set()
        wanted = set(words_of(text))
        for short, full in (pair for page in self._pages for pair in abbreviations(page)):
            letters = short.lower()
            either = {letters, f"{letters}s"}
            if either & self._words:
                found |= {stem(word) for word in words_of(f"{full} {canonical(full)}")}
            if either & wanted and all(self._has(word) for word in words_of(full)):
                found |= {stem(letters), stem(f"{letters}s"), letters, f"{letters}s"}
        return frozenset(found)


@lru_cache(maxsize=512)
def vocabulary(text: str, pages: tuple[str, ...]) -> Vocabulary:
    """The words of a text; several cards are asked of the same lines."""
    return Vocabulary(text, pages)


def derived(one: str, two: str) -> bool:
    """Whether two words share a root and differ in endings alone ('surgery', 'surgical')."""
    if one[:_ROOT] != two[:_ROOT]:
        return False
    same = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        same += 1
    return any(
        {one[cut:], two[cut:]} <= _ENDINGS | {""}
        for cut in range(same, max(same - 4, _ROOT) - 1, -1)
    )


def _compound(word: str, run: str) -> bool:
    """Whether a long word stands in the text in two words or with a hyphen."""
    return len(word) >= 2 * _ROOT and word in run


@lru_cache(maxsize=64)
def abbreviations(page: str) -> tuple[tuple[str, str], ...]:
    """(abbreviation, full term) pairs that a page defines with brackets, either way round."""
    return tuple(_defined(page))


def _defined(page: str) -> Iterator[tuple[str, str]]:
    for words, short in _bracketed(page):
        full = _initialled(words, short)
        if full:
            yield short, full
    for match in _SPELLED.finditer(page):
        full = _initialled(match["full"].split(), match["short"])
        if full:
            yield match["short"], full


def _bracketed(page: str) -> Iterator[tuple[list[str], str]]:
    """Each abbreviation in brackets with the words before it, eight at most.

    They are looked for from the bracket backwards: most of a page stands before none.
    """
    done = 0
    for match in _SHORT.finditer(page):
        start = max(done, page.rfind("(", 0, match.start()) + 1)
        near = page[start : match.start()].rsplit(maxsplit=_MOST_BEFORE)
        start += len(near[0]) if near[_MOST_BEFORE:] else 0
        found = _IN_BRACKETS.search(page, start, match.end())
        if found:
            done = match.end()
            yield found["before"].split(), found["short"]


_MOST_BEFORE = 32
"""Eight words, and the lone dashes between them."""
_SHORT = re.compile(r"\([A-Z][A-Za-z]{0,5}[A-Z]s?[),;]")
_IN_BRACKETS = re.compile(
    r"(?P<before>(?:[A-Za-z][\w’'-]*[\s-]+){1,8})\((?P<short>[A-Z][A-Za-z]{0,5}[A-Z])s?[),;]"
)
_SPELLED = re.compile(
    r"\b(?P<short>[A-Z]{2,7})s?\s*(?:\(|[–—-]\s|:\s)(?P<full>[A-Za-z][\w\s’'-]{4,70})\b"
)


def _initialled(words: list[str], short: str) -> str:
    """The last (or first) words whose initials make the abbreviation; '' when none do."""
    parts = [part for word in words for part in word.split("-") if part]
    sizes = range(1, len(parts) + 1)
    runs = [run for size in sizes for run in (parts[-size:], parts[:size])]
    letters = short.lower()
    for fits in (_spells, _contains):
        for run in runs:
            if fits(run, letters):
                return " ".join(run)
    return ""


def _spells(run: list[str], letters: str) -> bool:
    """Whether the initials are the letters, small words left out or not."""
    initials = "".join(word[0].lower() for word in run)
    strong = "".join(word[0].lower() for word in run if word.lower() not in STOP)
    return run[0].lower() not in STOP and letters in {initials, strong}


def _contains(run: list[str], letters: str) -> bool:
    """Whether the letters follow each other in few words, each opening with one of them."""
    if run[0][0].lower() != letters[0] or len(run) >= len(letters):
        return False
    at = 0
    joined = "".join(run).lower()
    for letter in letters:
        at = joined.find(letter, at) + 1
        if at == 0:
            return False
    return all(word[0].lower() in letters for word in run)
