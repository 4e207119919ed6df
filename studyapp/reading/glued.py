"""Parts words that stand glued because a page lost the sign between them.

Files that were brought from one encoding into another lose what is not ASCII: the dashes around
an aside, the apostrophe of a possessive, the blank beside a link. Parted is only what is certain,
and words of content only where the page shows the habit: a learned word that no dictionary has
('hepatorenal') looks like two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from studyapp.language.lexicon import is_noun, is_word, kinds
from studyapp.language.sentences import sentence_spans
from studyapp.language.verbs import RELATIONS
from studyapp.reading.block import Block
from studyapp.reading.gluing import (
    ARTICLES,
    Cut,
    Side,
    Words,
    adds,
    is_finite,
    is_several,
    is_thing,
    is_verb,
    tells_front,
)
from studyapp.reading.lined import Lined

_TOKEN = re.compile(r"(?<![\w’'-])[a-z]{5,40}(?![\w’'-])")
_BEFORE = re.compile(r"([A-Za-z-]+),? (?:([A-Za-z-]+),? )?$")
_AFTER = re.compile(r",? ([a-z]+)")
_DASH, _BLANK = "—", " "
_HABIT = 3
_SUSPECTS = 2
_LONG = 5
_FAR = 200
"""So many letters are more than an aside has."""
_POINTS = frozenset(
    """a an the this each every any of in with by through from into using as for on""".split()
)
"""Before these words or one word behind them stands a noun."""
_DETERMINES = frozenset("the a an your his her its their our some most many all both".split())
_VOWELS = ("a", "e", "i", "o")
_LATIN = re.compile(r"(?:a|ae|is|us|um|ans|ens)$")
"""So ends what stands behind a Latin noun in -a: 'linea nigra'."""
_MODALS = frozenset("can may might could will would should must to".split())


@dataclass(frozen=True, slots=True)
class _Glue:
    """A glued pair in its sentence: its place, and the words around it."""

    cut: Cut
    at: int
    before: tuple[str, ...]
    after: str


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a page, with the words parted that stand glued for certain."""
    signed = tuple(replace(b, lined=_signed(b.lined)) for b in blocks)
    words = Words(block.text for block in signed)
    if not words.are_suspect(_SUSPECTS):
        return signed
    glues = [_glues(block.text, words) for block in signed]
    dashes = {g.cut.word for block in glues for s in block for g in s if _opens_surely(g)}
    blanks = {g.cut.word for block in glues for s in block for g in s if _joins_surely(g, words)}
    if len(dashes | blanks) < _HABIT:
        return signed
    judge = _Judge(words, dashed=len(dashes) >= _HABIT)
    return tuple(
        replace(block, lined=_with(block.lined, [s for g in inside for s in judge.signs(g)]))
        for block, inside in zip(signed, glues, strict=True)
    )


def _with(lined: Lined, signs: Sequence[tuple[int, str]]) -> Lined:
    """Text with signs put in at places, in order; a sign stands on the line before it."""
    for at, sign in reversed(signs):
        lined = Lined.joined([lined[:at], lined[at:]], glue=sign)
    return lined


_NEGATED = "do|does|did|is|are|was|were|would|could|should|has|have|had"
_SIGNLESS = re.compile(
    rf"(?<![\w#/’'-])(?:(?P<verb>{_NEGATED})nt|(?P<who>you|they)(?:re|ve))(?![\w’'-])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<![\w’'-])(?P<owner>[a-z]{2,20}[b-df-hj-np-tv-z]y)s(?= [a-z])")
_TIMED = re.compile(
    r"(?<![\w.,/–-])(?P<n>\d{1,2})(?=(?:hour|minute|day|week|month|year)s?\b)"
    r"|(?<=\b[Tt]ype )(?P<type>[12])(?=diabetes\b)"
)


def _signed(lined: Lined) -> Lined:
    """Text with the apostrophes and blanks that only one reading lets it have lost."""
    lined = lined.sub(_SIGNLESS, _shortened).sub(_POSSESSIVE, _owned)
    return lined.sub(_TIMED, lambda match: f"{match[0]} ")


def _shortened(match: re.Match[str]) -> str:
    """'doesnt', 'theyre': as they are written, for no other word is; 'DONT' may be a name."""
    if not match[0][1:].islower():
        return match[0]
    verb, who = match["verb"], match["who"]
    return f"{verb}n't" if verb else f"{who}'{match[0].removeprefix(who)}"


def _owned(match: re.Match[str]) -> str:
    """'the bodys': where the plural is 'bodies', it can only be "the body's"."""
    owner = match["owner"]
    if is_noun(owner) and not kinds(f"{owner}s"):
        return f"{owner}'s"
    return match[0]


def _glues(text: str, words: Words) -> tuple[tuple[_Glue, ...], ...]:
    """The glued pairs of a text, sentence by sentence."""
    spans = sentence_spans(text)
    return tuple(tuple(_inside(text, start, end, words)) for start, end in spans)


def _inside(text: str, start: int, end: int, words: Words) -> Iterator[_Glue]:
    for match in _TOKEN.finditer(text, start, end):
        cut = words.cut(match[0])
        if cut is not None:
            before = _BEFORE.search(text, start, match.start())
            after = _AFTER.match(text, match.end(), end)
            near = tuple(w.lower() for w in before.groups() if w) if before else ()
            yield _Glue(cut, match.start() + len(cut.left), near, after[1] if after else "")


def _opens_surely(glue: _Glue) -> bool:
    """Whether an explanation opens behind a noun: 'a scopea thin tube'."""
    cut = glue.cut
    if cut.side is not Side.BEHIND or cut.right not in ARTICLES or not is_thing(cut.left):
        return False
    if "VERB" in kinds(cut.left) and not is_several(cut.left) and not _POINTS & {*glue.before}:
        return False
    if cut.right == "one":
        return is_several(cut.left) and glue.after in {"on", "of", "in", "for"}
    latin = _LATIN.search(glue.after) or glue.after.startswith(_VOWELS)
    if cut.right == "a" and latin:
        return False
    return bool(kinds(glue.after) & {"NOUN", "ADJ"}) and len(glue.after) > 1


def _joins_surely(glue: _Glue, words: Words) -> bool:
    return tells_front(glue.cut, words) and bool(glue.after or glue.cut.left != "a")


class _Judge:
    """Says for the glued pairs of a page which sign each has lost, if that is certain."""

    def __init__(self, words: Words, *, dashed: bool) -> None:
        self._words = words
        self._dashed = dashed

    def signs(self, glues: Sequence[_Glue]) -> Iterator[tuple[int, str]]:
        """The places in a sentence where a sign was lost, and the sign."""
        waiting = [g for g in glues if not _joins_surely(g, self._words)]
        closed: set[int] = set()
        for one, two in pairwise(waiting):
            if one.at not in closed and self._dashed and self._are_pair(one, two):
                closed |= {one.at, two.at}
        for glue in glues:
            if glue.at in closed:
                yield glue.at, _DASH
            elif glue in waiting:
                yield from self._alone(glue, [g for g in waiting if g.at not in closed])
            else:
                yield glue.at, _BLANK

    def _are_pair(self, one: _Glue, two: _Glue) -> bool:
        """Whether an aside stands between: its first or its last word is a small one."""
        if two.at - one.at > _FAR or not is_thing(one.cut.left):
            return False
        if _opens_surely(one) or (one.cut.side is Side.BEHIND and adds(one.cut.right)):
            return self._closes(two)
        both = self._words.has_both(one.cut)
        plain = one.cut.side is Side.NEITHER and (both or is_several(one.cut.left))
        return plain and two.cut.side is Side.BEHIND and _goes_on(two)

    def _closes(self, glue: _Glue) -> bool:
        if glue.cut.side is Side.BEHIND:
            return _goes_on(glue) or _opens_surely(glue) or adds(glue.cut.right)
        plain = glue.cut.side is Side.NEITHER and is_verb(glue.cut.right)
        sure = is_several(glue.cut.left) or is_finite(glue.cut.right)
        return plain and (sure or self._words.has_both(glue.cut))

    def _alone(self, glue: _Glue, waiting: Sequence[_Glue]) -> Iterator[tuple[int, str]]:
        """A lone pair: a dash where an explanation runs to the end, a blank where one is sure."""
        cut = glue.cut
        if _opens_surely(glue):
            doubts = (g for g in waiting if g.at > glue.at and not _opens_surely(g))
            if self._dashed and not any(map(self._doubted, doubts)):
                yield glue.at, _DASH
        elif self._blank(glue, cut):
            yield glue.at, _BLANK

    def _doubted(self, glue: _Glue) -> bool:
        """Whether an aside may end here, though it is not certain."""
        return glue.cut.side is not Side.NEITHER or is_verb(glue.cut.right)

    def _blank(self, glue: _Glue, cut: Cut) -> bool:
        if cut.side is Side.NEITHER:
            ruled = cut.left in RELATIONS and glue.before[-1:] and glue.before[-1] in _MODALS
            past = cut.left.endswith("ed") and kinds(cut.left) == {"VERB"}
            known = bool(kinds(cut.right)) and len(cut.right) >= _LONG
            return self._words.has_beside(cut) or (known and bool(ruled or past))
        return cut.side is Side.BEHIND and not self._dashed and self._follows(cut)

    def _follows(self, cut: Cut) -> bool:
        """Whether a small word goes on behind a plural: 'treatmentssuch', 'changescan'."""
        named = is_several(cut.left)
        return named and cut.right in {"such", "also", "can", "may", "will", "including", "that"}


def _goes_on(glue: _Glue) -> bool:
    """Whether a sentence goes on behind an aside with a small word: 'fluidin the feet'."""
    right, after = glue.cut.right, glue.after
    acting = glue.cut.left.endswith("ing") and len(right) > len("or")
    if right in ARTICLES or not after or not (acting or is_thing(glue.cut.left)):
        return False
    if right == "in":
        return after in _DETERMINES
    if right == "or":
        return "VERB" not in kinds(glue.cut.left)
    if right == "to":
        return "VERB" in kinds(after) or after in _DETERMINES
    return is_word(after)
