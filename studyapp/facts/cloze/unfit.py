"""Parts of a sentence that nobody could supply, though they are whole: open, empty, given away."""

import re
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from studyapp.facts.cloze.people import is_person
from studyapp.facts.cloze.sentence import text_of, words_of
from studyapp.facts.cloze.terms import is_technical
from studyapp.facts.worth import is_empty_stem
from studyapp.language.classes import class_of
from studyapp.language.words import stem

_CONCEDES = re.compile(r"^(?:although|though|while|whereas|even|whether)\b", re.IGNORECASE)
"""A clause that only sets something against the claim."""
_INSIDE = re.compile(
    r"\b(?:in\s(?:response|addition|terms|case|contrast|combination|the\sabsence|the\spresence|order"
    r"|association|relation|conjunction)|as\sa\sresult|with\srespect|because|due|such|instead|out"
    r"|according|rather|regardless|prior|able|tend|likely|unlikely|above|below)\s$",
    re.IGNORECASE,
)
"""A phrase of fixed words before the part, which would be cut in two."""
_FIXED = re.compile(
    r"(?:\bin\s(?=(?:response|addition|terms|case|contrast|combination|order|association|front|charge"
    r"|place|relation|keeping|preparation)\s(?:to|of|with|for)\b)|\bas\s(?=a\sresult\b)"
    r"|\b(?:play|plays|take|takes|give|gives|make|makes)\s(?=(?:an?\s(?:\w+\s)?(?:role|part)|(?:the\s)?place"
    r"|rise|care|advantage|use)\b)|\b(?:make|makes|render|renders|leave|leaves|keep|keeps)\s(?=(?:an?|the)\s"
    r"(?:person|patient|body|child)\b))",
    re.IGNORECASE,
)
"""Words that are one with what follows them."""
_PRAISED = re.compile(
    r"^(?:an?\s)?(?:very\s)?(?:important|essential|major|key|useful|common|serious|good|great)\s"
    r"(?:component|part|role|aspect|factor|step|problem|issue|way|tool|reason|consideration)\b"
)
_CLAUSE = re.compile(
    r",\s(?:which|who|where|including|as|because|since|and\s(?:therefore|thus|hence|so))\b"
    r"|\sand\s(?:therefore|thus|hence|their|its)\b"
)
_NAMES_ITSELF = re.compile(r"\S\s(?:called|known\sas|termed|referred\sto\sas)\s")
_BOUND = re.compile(r"^\s(?:that|which|who|whose|without|of)\b")
"""What stands behind a noun and belongs to it."""
_SHARED = re.compile(
    r"^\s(?:of|in|with|due|by|from|between|around|after|during|caused|associated|related|resulting"
    r"|occurring|used|given)\b"
)
"""What stands behind a list and may belong to all of it or to its last member."""
_HYPHENED = re.compile(r"\w[-–/]$")
_HYPHEN = re.compile(r"^[-–/]\w")
"""A word of which a part is left outside."""
_VERB_BEHIND = re.compile(
    r"^\s(?:is|are|was|were|can|may|might|has|have|will|do|does|must|should)\b"
)
_AT_ONCE = re.compile(r"^(?:to|of|for|from|in|on|at|with|into|by|about|as)\s", re.IGNORECASE)
_DEGREE = re.compile(r"\b(?:so|too|enough|able\sto)\b", re.IGNORECASE)
_CLASS_ONLY = re.compile(
    r"^(?:(?:the|some|other|certain|many|these|most|two|three|new|various|different|a|an)\s)*"
    r"(?:[a-z]+\s)?(?:antidepressants?|drugs?|medicines?|medications?|antibiotics?|hormones?|tests?|cells?|symptoms?"
    r"|signs?|treatments?|diseases?|conditions?|disorders?|infections?|procedures?|problems?"
    r"|complications?|effects?|causes?|people|patients?|proteins?|cancers?|tumou?rs?|concerns?|issues?"
    r"|factors?|things?|reasons?|roles?)$",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:not|only|never|rarely|almost|more|less|fewer|most|least|first-line|alone|no\slonger|than)\b|\d",
    re.IGNORECASE,
)
_ADVISES = frozenset(
    """try work come offer ask help discuss talk want like decide choose learn feel know think find
    explain suggest plan hope""".split()
)
_ENABLES = frozenset("allow enable help cause lead permit force require prompt".split())
_ABLE = frozenset(
    """ability way attempt need tendency failure inability capacity time reason chance
    effort""".split()
)
_LIGHT = frozenset({"have", "be", "appear", "seem", "get", "experience", "feel", "become"})
_EXPLETIVE = re.compile(
    r"\b(?:it|It)\s(?:is|may\sbe|can\sbe|might\sbe)\s(?:\w+\s)?(?:important|necessary|hard|difficult|easy"
    r"|possible|essential|best|common|helpful|useful|impossible)\s$"
)
_LIKELY = re.compile(
    r"\b(?:the\s(?:two|three|four)\s\w+|highest\srisk|most\s(?:common|frequent|important|serious)"
    r"|leading|main|only|primary|first(?:-line)?|usual)\b"
)
"""What makes a thing the one that is meant: the only answer."""
_OPEN_VERBS = frozenset({"include", "comprise", "be", "vary", "depend"})
_CAUSES = frozenset({"cause", "lead", "increase", "raise", "trigger", "worsen", "result"})
_TYPED = re.compile(
    r"^(?:because|since|due\sto|owing\sto|if|when|unless|after|before|once|while|until|during|within"
    r"|for\s(?:\w+\s)?\d|by\s\w+ing|every|at\sleast|only|between\s\d|in\s(?:about\s)?\d)\b",
    re.IGNORECASE,
)
"""A phrase that is asked with why, when or how long."""
_OPENERS = frozenset("that which who whose when where if because as how while whether".split())
_BRIEF = 4
_DEED_WORDS = 16
_FEW_TERMS = 2


def is_cut_off(span: Span, role: str) -> bool:
    """Whether something fixed is cut in two, or a word that belongs to the part left outside."""
    doc, whole = span.doc, text_of(span.doc)
    words = words_of(doc)[span.start : span.end]
    start, end = words[0].start, words[-1].end
    before, text, after = whole[:start], whole[start:end], whole[end:]
    if _HYPHENED.search(before) or _HYPHEN.match(after) or _hangs_by_preposition(span):
        return True
    if start in _fixed_ends(doc) or _INSIDE.search(before) or _EXPLETIVE.search(before):
        return True
    dashed = text.count("—") % 2 and any(t.is_alpha for t in doc[span.end :])
    swallowed = role != "deed" and _CLAUSE.search(text) is not None
    if dashed or swallowed or _runs_on(span, role) or _is_mixed(span) or _abuts(span):
        return True
    aimed = role in {"object", "rest", "name", "inner"} and _holds_aim(span)
    return aimed or _is_bound(span, role, after)


def _hangs_by_preposition(span: Span) -> bool:
    """Whether a part begins with the preposition that the card should show: 'to the nerves'.

    Times, reasons and ways are asked with a word of their own and keep it.
    """
    first = words_of(span.doc)[span.start]
    opens = first.dep in {"prep", "dative", "agent"} and first.tag in {"IN", "TO"}
    return opens and len(span) > 1 and _TYPED.match(span.text) is None


@lru_cache(maxsize=16)
def _fixed_ends(doc: Doc) -> frozenset[int]:
    """Where in a sentence a word ends that is one with what follows it."""
    return frozenset(found.end() for found in _FIXED.finditer(text_of(doc)))


def _is_bound(span: Span, role: str, after: str) -> bool:
    """Whether what stands behind a part belongs to it: its verb, its relative clause, its list."""
    if role not in {"subject", "clause"} and _VERB_BEHIND.match(after):
        return True
    words = words_of(span.doc)[span.start : span.end]
    enabled = after.startswith(" to ") and any(word.lemma in _ENABLES for word in words)
    if enabled or after[:1] == ":":
        return True
    if any(word.dep == "conj" for word in words) and _SHARED.match(after):
        return True
    if role in {"phrase", "clause", "number", "time"}:
        return False
    return _BOUND.match(after) is not None or _goes_on_with(span)


def _goes_on_with(span: Span) -> bool:
    """Whether a 'with' behind a part belongs to a word of it."""
    behind = words_of(span.doc)[span.end : span.end + 1]
    own = (word for word in behind if word.lower == "with" and span.start <= word.head < span.end)
    return any(own) and any(token.i == span.end for token in span.root.subtree)


def _holds_aim(span: Span) -> bool:
    """Whether a thing is left out with what it is for: 'blood tests to look for cancer'.

    The aim tells which thing is asked for, so it must stand on the card. An ability to do
    something is one thing.
    """
    words = words_of(span.doc)[span.start : span.end]
    return any(
        a.pos in {"NOUN", "PROPN", "DET", "PRON"}
        and a.lemma.lower() not in _ABLE
        and b.lower == "to"
        and c.tag == "VB"
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def _runs_on(span: Span, role: str) -> bool:
    """Whether a part runs into the next verb, or into a second sentence with its own subject."""
    every = words_of(span.doc)
    words = every[span.start : span.end]
    last, after = words[-1], every[span.end : span.end + 1]
    article = any(word.text in {"a", "an", "the"} for word in after)
    if last.dep == "conj" and last.tag == "NNS" and article:
        return True
    finite = sum(word.tag in {"VBZ", "VBP", "VBD", "MD"} for word in words)
    own = role in {"deed", "rest", "clause"}
    if finite > 1 and finite > sum(word.lower in _OPENERS for word in words) + own:
        return True
    joined = (
        at
        for at, word in enumerate(words, span.start)
        if word.dep == "conj" and word.pos in {"VERB", "AUX"}
    )
    return any(child.dep_ == "nsubj" for at in joined for child in span.doc[at].lefts)


def is_empty(span: Span, role: str) -> bool:
    """Whether a part says nothing definite, or names itself."""
    text, words = span.text, words_of(span.doc)[span.start : span.end]
    if (
        _CONCEDES.match(text)
        or _PRAISED.match(text)
        or _CLASS_ONLY.match(text)
        or _NAMES_ITSELF.search(text)
        or _DEGREE.search(text)
    ):
        return True
    manner = words[0].pos == "ADV" and words[0].lower.endswith("ly")
    if manner and not any(word.counts for word in words[1:2]):
        return True
    head = span.root
    brief = len(span) <= _BRIEF
    vague = (
        brief and head.pos_ == "NOUN" and is_empty_stem(stem(head.lower_)) and role != "subject"
    )
    return vague and not any(is_technical(word.text) or word.counts for word in words)


def _abuts(span: Span) -> bool:
    """Whether two things stand side by side in a part: 'children a sedative'; or one of several.

    'The causes are a lack of iron, which …, and bleeding': one thing behind 'are' is not all.
    """
    words = words_of(span.doc)[span.start : span.end]
    two = any(
        b.tag == "DT" and b.lower in {"a", "an", "the"} and a.pos in {"NOUN", "PROPN"}
        for a, b in pairwise(words)
    )
    be = span.root.head
    one = (
        span.root.dep_ == "attr"
        and span.root.tag_ in {"NN", "NNP"}
        and be.lower_ in {"are", "were"}
    )
    return two or (one and not any(word.dep == "conj" for word in words))


def _is_mixed(span: Span) -> bool:
    """Whether 'the legs and weight gain' is no list: its members stand in different ways."""
    words = words_of(span.doc)
    if not span.start or words[span.start].tag != "DT":
        return False
    if words[words[span.start - 1].head].pos != "NOUN":
        return False
    conj = [
        at
        for at in range(span.start, span.end)
        if words[at].dep == "conj" and words[at].pos in {"NOUN", "PROPN"}
    ]
    return len(conj) == 1 and not any(c.tag_ in {"DT", "PRP$"} for c in span.doc[conj[0]].lefts)


def is_open(span: Span, role: str) -> bool:
    """Whether several quite different parts would be as right."""
    if role == "subject":
        return _is_open_subject(span)
    if role == "phrase" or (role == "rest" and _AT_ONCE.match(span.text)):
        return len(span) == 1 or _TYPED.match(span.text) is None
    if role in {"deed", "aim", "doing"}:
        return _is_open_deed(span, role)
    terms = sum(is_technical(t.text) for t in span)
    if role == "clause":
        return span[0].tag_ == "VBG" or not (terms or any(t.like_num for t in span))
    participle = span[0].tag_ == "VBN" and span[0].dep_ != "amod"
    bare = terms < _FEW_TERMS and not _CONTRAST.search(span.text)
    return participle or (span.root.dep_ == "acomp" and bare)


def _is_open_subject(span: Span) -> bool:
    verb, rest = span.root.head, text_of(span.doc)[span.end_char :]
    several = any(t.dep_ == "conj" for t in span)
    several = several and (verb.lemma_ in _CAUSES or _LIKELY.search(rest) is not None)
    plain = verb.lemma_ in _OPEN_VERBS and not _LIKELY.search(rest)
    named = is_technical(span.root.text) or bool(class_of(span.text))
    return plain or not (named or several)


def _is_open_deed(span: Span, role: str) -> bool:
    """Whether 'does what?' has many answers: of people always, of a drug if it 'also' does."""
    verb = span.root if role == "deed" else span.root.head
    own = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is None and role == "doing":
        return not any(is_technical(t.text) for t in span)
    agent = own is not None and not is_person(own) and (_is_named(own) or own.tag_ == "DT")
    brief = len(span.text.split()) <= _DEED_WORDS
    also = any(t.lower_ == "also" for t in span.doc)
    told = verb.lemma_ in _LIGHT | _ADVISES | _OPEN_VERBS
    return not (agent and brief) or also or told


def _is_named(token: Token) -> bool:
    """Whether a subject names something in particular: a drug, a disease, a learned thing."""
    return any(is_technical(t.text) for t in token.subtree) or token.pos_ == "PROPN"
