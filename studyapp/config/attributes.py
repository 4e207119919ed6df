"""Parts of speech and lemmas, remembered: the language model finds them word by word afresh."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer

_Names = list[int | str]
_KEY: _Names = ["ORTH", "TAG", "DEP"]
_FOUND: _Names = ["POS", "MORPH", "LEMMA"]
MOST = 100_000
"""So many words are remembered (about 30 MB), and then all are forgotten."""

Key = tuple[int, ...]
"""A word as the tagger and the parser leave it: its spelling, its tag, its place."""


class Attributes:
    """Does the work of the model's attribute ruler and lemmatizer, and takes their place.

    What they find depends on one word alone, and the ruler knows few words by name: one that it
    does not know gets what any other of its tag and place has got. Only where one of the ruler's
    patterns of two words may begin, both do the whole sentence themselves.
    """

    def __init__(self, language: "Language", most: int = MOST) -> None:
        self._most = most
        self._ruler = cast("AttributeRuler", language.remove_pipe("attribute_ruler")[1])
        self._lemmatizer = cast("Lemmatizer", language.remove_pipe("lemmatizer")[1])
        _index(self._lemmatizer)
        self._vocab = language.vocab
        self._openers = Matcher(language.vocab)
        rules = cast("list[dict[str, Any]]", self._ruler.patterns)
        patterns = [words for rule in rules for words in rule["patterns"]]
        self._openers.add("opener", [[words[0]] for words in patterns if words[1:]])
        names = "|".join(name for words in patterns for word in words for name in _names(word))
        self._named = re.compile(names)
        self._kinds: dict[Key, Key | None] = {}
        self._known: dict[Key, Key | None] = {}

    def __call__(self, doc: Doc) -> None:
        """Sets the parts of speech, the morphology and the lemmas of a parsed text."""
        if len(self._known) > self._most:
            self._known.clear()
        keys = [tuple(row) for row in doc.to_array(_KEY).tolist()]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            self._learn(new)
        rows = [row for key in keys if (row := self._known[key]) is not None]
        if len(rows) < len(keys):
            self._lemmatizer(self._ruler(doc))
        elif rows:
            _fill(doc, _FOUND, rows)

    def _learn(self, keys: Sequence[Key]) -> None:
        """What the two say of words; nothing of those that may open a pattern of two."""
        kinds = {key: self._kind(*key) for key in keys}
        unseen = {kind: key for key, kind in kinds.items() if kind not in self._kinds}
        if unseen:
            self._learn_kinds(unseen)
        found = {key: row for key in keys if (row := self._kinds[kinds[key]]) is not None}
        self._known.update(dict.fromkeys(keys))
        if found:
            doc = self._shown(list(found), _FOUND, list(found.values()))
            rows = self._lemmatizer(doc).to_array(_FOUND).tolist()
            self._known.update(zip(found, map(tuple, rows), strict=True))

    def _kind(self, orth: int, tag: int, dep: int) -> Key:
        """What the ruler goes by: the tag, the place and, of words that it names, the word."""
        word = self._vocab.strings[orth].lower()
        named = word.isspace() or self._named.fullmatch(word) is not None
        return (self._vocab.strings.add(word) if named else 0, tag, dep)

    def _learn_kinds(self, unseen: Mapping[Key, Key]) -> None:
        """Shows the ruler one word of each kind, with commas between so that no two join."""
        strings = self._vocab.strings
        comma = tuple(map(strings.add, (",", ",", "punct")))
        shown = [one for key in unseen.values() for one in (key, comma)]
        doc = self._shown(shown, _KEY[1:], [key[1:] for key in shown])
        opens = {start for _, start, _ in self._openers(doc)}
        found = self._ruler(doc).to_array([*_KEY, *_FOUND]).tolist()
        for at, (kind, key) in enumerate(unseen.items()):
            row = tuple(found[2 * at])
            told = 2 * at not in opens and row[: len(key)] == key
            self._kinds[kind] = row[len(key) :] if told else None

    def _shown(self, keys: Sequence[Key], names: _Names, rows: Sequence[Key]) -> Doc:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in keys])
        _fill(doc, names, rows)
        return doc


def _index(lemmatizer: "Lemmatizer") -> None:
    """Makes sets of the lists of known words, which the lemmatizer looks through for each form."""
    known = lemmatizer.lookups.get_table("lemma_index")
    for kind, words in tuple(known.items()):
        known[kind] = frozenset(words)


def _fill(doc: Doc, names: _Names, rows: Sequence[Key]) -> None:
    """Sets some attributes of the words of a text."""
    values: Any = doc.to_array(names)
    values[:] = rows
    doc.from_array(names, values)


def _names(word: Mapping[str, Any]) -> Iterator[str]:
    """Patterns of the words that a part of the ruler's patterns names."""
    lower = word.get("LOWER", {})
    if isinstance(lower, str):
        yield re.escape(lower)
        return
    yield from map(re.escape, lower.get("IN", ()))
    if "REGEX" in lower:
        yield f".*(?:{lower['REGEX']}).*"
