"""Where a word of a page falls into two: words that stand glued since a sign between was lost."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from studyapp.language.lexicon import is_noun, is_only, is_word, kinds
from studyapp.language.words import STOP

_ANY = re.compile(r"[A-Za-z]+")
_BESIDE = re.compile(r"(?<![\w-])([a-z]+) (?=([a-z]+)(?![\w-]))")
ARTICLES = frozenset({"a", "an", "the", "one"})
_ADDS = frozenset("usually especially including such".split())
_GOES_ON = frozenset("and that which with from also when can may will to in or if".split())
_BEHIND = ARTICLES | _ADDS | _GOES_ON
_SURE_FRONTS = frozenset("and of have with from you your that which their".split())
_FRONTS = _SURE_FRONTS | frozenset("a or as are has the".split())
_BEFORE_THE = frozenset("of in to for by on at as from with and that".split())
_ALL_FRONTS, _ALL_BEHIND = tuple(_FRONTS), tuple(_BEHIND)
_RARE = 3
"""A word that a page has more often is a word of the page."""
_LONG, _PLURAL = 4, 5


class Side(Enum):
    """Which half of a glued pair is a small word: the first, the second, or neither."""

    FRONT = "front"
    BEHIND = "behind"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Cut:
    """A word that falls into two: where, into which, and which of them is a small word."""

    left: str
    right: str
    side: Side

    @property
    def word(self) -> str:
        """Both, as they stand glued."""
        return self.left + self.right


class Words:
    """The words of a page, alone and side by side: what they cannot be is seen by them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self.count = Counter(w.lower() for text in self._texts for w in _ANY.findall(text))
        self._cuts: dict[str, Cut | None] = {}
        self._beside: frozenset[tuple[str, str]] | None = None

    def are_suspect(self, least: int) -> bool:
        """Whether so many words are a word of the page and a small one; asks no dictionary."""
        suspects = (word for word in self.count if self._suspect(word))
        return sum(1 for _, word in zip(range(least), suspects, strict=False)) == least

    def _suspect(self, word: str) -> bool:
        if word in STOP or len(word) <= _LONG or self.count[word] > _RARE:
            return False
        if not word.startswith(_ALL_FRONTS) and not word.endswith(_ALL_BEHIND):
            return False
        count = self.count
        return any(
            (word.startswith(f) and len(word) >= len(f) + _LONG and word[len(f) :] in count)
            for f in _FRONTS
        ) or any(
            (word.endswith(b) and len(word) >= len(b) + _LONG and word[: -len(b)] in count)
            for b in _BEHIND
        )

    def cut(self, word: str) -> Cut | None:
        """The one way in which a lower-case word that is none falls into two that are."""
        if word not in self._cuts:
            self._cuts[word] = self._cut(word)
        return self._cuts[word]

    def _cut(self, word: str) -> Cut | None:
        if len(word) <= _LONG or self.count[word] > _RARE or is_word(word):
            return None
        ways = [cut for i in range(1, len(word)) if (cut := self._way(word[:i], word[i:]))]
        ranks = [self._rank(cut) for cut in ways]
        if not ways or ranks.count(max(ranks)) > 1:
            return None
        return ways[ranks.index(max(ranks))]

    def _way(self, left: str, right: str) -> Cut | None:
        if right in _BEHIND and (self._is_long(left) or (right == "the" and left in _BEFORE_THE)):
            return Cut(left, right, Side.FRONT if left in _BEFORE_THE else Side.BEHIND)
        if left in _FRONTS and self._is_long(right):
            return Cut(left, right, Side.FRONT)
        if self._is_long(left) and self._is_long(right) and left not in STOP:
            return Cut(left, right, Side.NEITHER)
        return None

    def _is_long(self, word: str) -> bool:
        """Whether a half is a word of some length, known or used by the page itself."""
        return len(word) >= _LONG and (is_word(word) or self.count[word] > 1)

    def _rank(self, cut: Cut) -> int:
        if cut.side is not Side.NEITHER:
            return 2
        return int(self.has_both(cut))

    def has_both(self, cut: Cut) -> bool:
        """Whether the page has both halves as words of their own."""
        return self.count[cut.left] > 0 and self.count[cut.right] > 0

    def has_beside(self, cut: Cut) -> bool:
        """Whether the page has both halves side by side elsewhere, with a blank between."""
        if self._beside is None:
            self._beside = frozenset(p for t in self._texts for p in _BESIDE.findall(t))
        return (cut.left, cut.right) in self._beside


def is_thing(word: str) -> bool:
    """Whether a half names a thing: a noun, or a learned word that no dictionary has."""
    return is_noun(word) or not is_word(word)


def is_several(word: str) -> bool:
    """Whether a half is the plural of a noun."""
    return len(word) > _PLURAL and word.endswith("s") and is_noun(word.removesuffix("s"))


def is_verb(word: str) -> bool:
    """Whether a half can be a verb that a subject stands before: 'shows', 'bulge'."""
    return "VERB" in kinds(word) and not word.endswith(("ing", "ed"))


def tells_front(cut: Cut, words: Words) -> bool:
    """Whether a small word stands glued before another, for certain: 'ordiabetes'."""
    if cut.side is not Side.FRONT:
        return False
    if cut.right == "the" or (cut.left in _SURE_FRONTS and is_word(cut.right)):
        return True
    if cut.left == "a":
        return words.count[cut.right] > _RARE + 1 and not _SUFFIXED.search(cut.right)
    return words.count[cut.right] > 1


_SUFFIXED = re.compile(
    r"(?:ic|al|ar|ous|ia|[oi]sis|ole|ine|ile|ion|ism|ant|ent|ed|ive|able|ity|ly|ing|s)$"
)
"""Behind 'a', such a word may be denied by it: 'asystole', 'avascular'."""


def is_finite(word: str) -> bool:
    """Whether a half is a verb and nothing else: 'performs'."""
    return is_only(word, "VERB") and is_verb(word)


def adds(word: str) -> bool:
    """Whether a small word opens what a sentence only adds: 'usually', 'such'."""
    return word in _ADDS
