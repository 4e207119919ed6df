"""The phrase of a title's roots that a text repeats most, where it does not use the title's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from studyapp.language.words import STOP, folded, singular, stem
from studyapp.reading.spelling import spelled

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_GENERIC_WORDS = """
    treatment treatments therapy management diagnosis symptoms causes overview understanding
    information guide guideline guidelines introduction facts key points about living care
    hospital clinic center centre frequently asked questions faq patient patients version
    professional health pdq general fundamentals spreads spread type types review update
    approach when comprehensive complete clinical medical basics summary education people
    person during before after notes note self test quiz advice leaflet handout lecture lectures
    handbook student students home going
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_CLASS_WORDS = """
    disorder disease infection syndrome condition cancer tumor tumour illness drug medicine
    antimicrobial statistically autoimmune complication change parasite acute chronic bacterial
    clinical system viral fungal rejection parasitic infectious
"""
_CLASS = frozenset(_CLASS_WORDS.split())
_CLASSES = frozenset(map(stem, _CLASS))
_LONGEST = 4
_PREFIX = 4
_SHARE = 8
_FULL = 10


def recurring(title: str, headings: Sequence[str], texts: Sequence[str]) -> str:
    """The phrase that the title's roots make and the text repeats most; '' for none."""
    words = content(title)
    if not words:
        words = content(" ".join(headings[:2]))
    everything = [*texts, *headings, title]
    spoken = {w for text in everything for w in map(str.lower, _WORD.findall(folded(text)))}
    wanted = {word for word in spoken if any(_akin(word, named) for named in words)}
    counts = _phrases(everything, wanted)
    counts = Counter({phrase: n for phrase, n in counts.items() if _weight(phrase)})
    if not counts:
        return ""
    best = max(counts, key=lambda phrase: (counts[phrase] * _weight(phrase), phrase))
    if is_class(best):
        return ""
    if len(texts) > _LONGEST and not _pervades(best, texts):
        return ""
    return spelled(best, [*texts, *headings])


def _pervades(phrase: str, texts: Sequence[str]) -> bool:
    """Whether the phrase's words recur throughout the page, as a real subject's do."""
    wanted = {_prefix(word) for word in phrase.split()}
    full = [text for text in texts if text.count(" ") >= _FULL]
    words = ({_prefix(w.lower()) for w in _WORD.findall(folded(text))} for text in full)
    return sum(wanted <= found for found in words) * _SHARE >= len(full)


def content(text: str) -> list[str]:
    """The words of a title that are not found in titles of all kinds, in small letters."""
    words = [word.lower() for word in _WORD.findall(folded(text))]
    return [word for word in words if word not in STOP and word not in _GENERIC]


def _akin(word: str, named: str) -> bool:
    """Whether two words are of one root: they share most letters of the shorter, five at least."""
    one, other = stem(word), stem(named)
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    shared = sum(1 for _ in pairs)
    return one == other or shared >= max(_PREFIX + 1, round(min(len(one), len(other)) * 0.7))


def _prefix(word: str) -> str:
    return stem(word)[:_PREFIX]


def _weight(phrase: str) -> int:
    """Longer phrases say more; a lone class noun says nothing."""
    size = phrase.count(" ") + 1
    return 0 if size == 1 and phrase in _CLASS else size * size


def _phrases(texts: Sequence[str], wanted: set[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        words = [word.lower() for word in _WORD.findall(folded(text))]
        for phrase in _runs(words, wanted):
            if len(set(map(_prefix, phrase))) == len(phrase):
                counts[" ".join([*phrase[:-1], singular(phrase[-1])])] += 1
    return counts


def _runs(words: Sequence[str], wanted: set[str]) -> Iterator[Sequence[str]]:
    """All that wanted words make which follow each other, up to four."""
    fit = [word in wanted and word not in STOP and word not in _GENERIC for word in words]
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            if not fit[end - 1]:
                break
            yield words[start:end]


def is_class(phrase: str) -> bool:
    """Whether a phrase names a class alone: 'bacterial infections' are the subject of no page."""
    return all(stem(word) in _CLASSES or word in STOP for word in phrase.lower().split())
