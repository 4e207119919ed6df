"""A sentence whose verb the parser took for a noun: 'the iris contracts'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from studyapp.language.frame import Frame, untrailed
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import is_plural

_ALWAYS_VERBS_WORDS = """
    prevent prevents inhibit inhibits reduce reduces suppress suppresses alleviate stimulate
    relieve relieves lowers shortens shorten prolongs prolong raises lengthens dilates dilate
    constricts impairs impair worsens worsen widens weakens
"""
_ALWAYS_VERBS = frozenset(_ALWAYS_VERBS_WORDS.split())
_LINKED = {
    "results": "from",
    "result": "from",
    "consists": "of",
    "consist": "of",
    "accounts": "for",
    "account": "for",
    "leads": "to",
    "arises": "from",
    "binds": "to",
}
"""Forms that are verbs before their word ('X results from Y'), and often nouns without it."""
_FOUND = frozenset("test tests lab laboratory imaging study studies trial trials biopsy".split())
_MORE = frozenset(
    """split coat pass collapse infect determine contract relax rise fall flow empty open close
    hatch fuse swell stretch wrap bounce produce undergo migrate emerge circulate""".split()
)
"""Verbs that tell what parts of the body do; other lists have no need of them."""
_OPENS = {"DT", "PRP$", "CD", "RB"}
_GOES_ON = _OPENS | {"JJ", "NN", "NNS", "NNP", "IN", "VBZ", "VBG", "TO", "."}
_NOUNS = {"NN", "NNP", "NNS", "NNPS"}
_CLAUSAL = frozenset("to that which who where when if as because while how than whether".split())
_FINITE = {"VBP", "VBZ", "VBD", "MD"}
_FRONTS = frozenset("when if during after before upon once following soon in".split())
_NO_CASE = frozenset("addition fact general turn contrast most some particular many other".split())


def unseen_verb(sentence: Doc | Span) -> Iterator[Frame]:
    """A sentence whose verb the parser took for something else: read by one that always is."""
    later = sentence[1:]
    verbs = [t for t in later if t.lower_ in _ALWAYS_VERBS or _linked(t)]
    verbs = verbs or [t for t in later if _hidden(t)]
    if not verbs or (len(verbs) > 1 and verbs[1].nbor(-1).lower_ != "and"):
        return
    verb = verbs[0]
    start = _opening(sentence, verb)
    subject = verb.doc[start : verb.i]
    if any(t.lower_ in _CLAUSAL or t.text in ",:;" or t.tag_ in _FINITE for t in subject):
        return
    heads = [t for t in subject if t.pos_ in {"NOUN", "PROPN", "ADJ"}]
    end = verbs[1].i - 1 if len(verbs) > 1 else sentence[-1].i + 1
    end = untrailed(verb, end)
    if heads and _adjoins(heads[-1], verb) and end >= verb.i + 1:
        fronted = verb.doc[sentence[0].i : start].text.strip().rstrip(",")
        plural = not verb.lower_.endswith("s") or verb.lower_ == _base(verb.lower_)
        yield Frame((verb,), heads[-1], subject.text, plural, end, fronted)


def _opening(sentence: Doc | Span, verb: Token) -> int:
    """Where the subject starts: after what is fronted and its comma, if anything is."""
    commas = [t.i for t in sentence[: verb.i - sentence[0].i] if t.text == ","]
    case = sentence[0].lower_ in _FRONTS and sentence[1].lower_ not in _NO_CASE
    fronts = len(commas) == 1 and case
    return commas[0] + 1 if fronts else int(sentence[0].i)


def _adjoins(noun: Token, verb: Token) -> bool:
    """Whether nothing but an adverb stands between a noun and the verb."""
    return all(t.tag_ == "RB" for t in verb.doc[noun.i + 1 : verb.i])


def _linked(token: Token) -> bool:
    """Whether a word is a verb by the word behind it; 'test results from …' are a noun."""
    wanted = _LINKED.get(token.lower_)
    if wanted is None or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).lower_ == wanted and token.nbor(-1).lower_ not in _FOUND


def _base(word: str) -> str:
    """The base form of a word that may be a verb; '' for none."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"))
    return base_of(word) or next((form for form in forms if form in _MORE), "")


def _told(token: Token) -> bool:
    """Whether a word stands in a whole sentence: an article opens it and a full stop ends it."""
    doc = token.doc
    whole = doc[-1].text == "." and len(doc) >= _WHOLE
    return whole and any(t.tag_ == "DT" for t in doc[: token.i])


_WHOLE = 7


def _hidden(token: Token) -> bool:
    """Whether a noun is a verb by its neighbours: 'the drug targets only bacteria'."""
    base = _base(token.lower_)
    last = token.i + 1 >= len(token.doc)
    if not base or last or token.tag_ not in {"NNS", "NNPS", "VBZ", "NN"}:
        return False
    before, after = token.nbor(-1), token.nbor(1)
    before = before.nbor(-1) if before.tag_ == "RB" and before.i else before
    if before.tag_ not in _NOUNS and not (before.tag_ == "JJ" and after.tag_ in _OPENS):
        return False
    after_noun = _OPENS | {"IN"} if _told(token) else _OPENS
    wanted = after_noun if is_noun_too(base) else _GOES_ON
    if token.lower_ == base:
        several = is_plural(before.text) or (before.i > 0 and before.nbor(-1).lower_ == "and")
        return several and not is_noun_too(base) and after.tag_ in wanted | {"CC"} - {"."}
    return not is_plural(before.text) and after.tag_ in wanted
