"""'X, also called Y', 'when A, it is called X', 'this rash is called Y': what has which name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from studyapp.facts.context import Context
from studyapp.facts.namings import Naming, namings
from studyapp.facts.statement import Statement, cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import EVERYDAY
from studyapp.language.clause import Clause, clauses
from studyapp.language.words import singular, stems
from studyapp.model import Citation, Fact, FactKind

_CLASS_WORDS = """
    substance chemical hormone protein glycoprotein device technique test method supplement drug
    medicine medication disorder condition disease symptom system compound structure enzyme dye
    part region area group class cluster type form kind amount process procedure effort trial
    study program organism person place thing agent regimen treatment therapy family section
    fluid material wall instrument tube layer sac machine solution surgery operation opening scope
"""
_CLASS = frozenset(s for word in _CLASS_WORDS.split() for s in stems(word))
"""What is of such a class has its own name; 'a device called X' asked back would fit anything."""
_LONGEST = 20
_NAMEABLE = 12


def named(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the things and states of a sentence are called."""
    for naming in namings(statement.doc):
        verb = naming.verb
        if verb.dep_ in {"acl", "relcl"} and verb.head.i < verb.i:
            yield from _beside(naming, statement, context)
        else:
            yield from _claimed(naming, statement, context)


def _beside(naming: Naming, statement: Statement, context: Context) -> Iterator[Fact]:
    """'An enlarged spleen, called splenomegaly': the noun phrase before the name."""
    verb = naming.verb
    head, cut = verb.head, verb.left_edge.i
    if head.pos_ not in {"NOUN", "PROPN"} or _unclear(head, verb) or _cut_off(head):
        return
    if head.dep_ == "attr" and not verb.doc[cut - 1].is_punct:
        return  # 'These are worms called X': what they are, and not what worms are called.
    phrase = verb.doc[head.left_edge.i : cut].text.rstrip(" ,(—–-")
    apart = verb.doc[cut - 1].is_punct
    vague = bool(_CLASS.intersection(stems(head.text)))
    content = set(stems(phrase)) - set(stems(naming.name)) - _PLAIN
    sorts = not apart and head.dep_ in {"nsubj", "nsubjpass"}  # 'Cells called Y do …': a kind
    few = len(content) < (1 if apart and phrase == head.text else _SPECIFIC + sorts)
    known = not apart and phrase.startswith("the ") and head.i + 1 == cut
    if vague or few or known or "," in phrase or not _told(phrase):
        return
    plural = head.tag_ in {"NNS", "NNPS"}
    yield _fact(phrase, naming, statement.citations, context, plural=plural)


_SPECIFIC = 2


_PLAIN = frozenset(
    s for w in "small long thin special safe large short new important".split() for s in stems(w)
)


def _unclear(head: Token, verb: Token) -> bool:
    """Whether another noun than the head may be what is named.

    In 'the cause of X, called Y' and in 'a reaction to X, called Y' it may be X; a subject
    with all that hangs on it is one thing ('scarring of the liver, called Y').
    """
    if head.dep_ in {"pobj", "appos", "conj"} and head.head.head.pos_ in {"NOUN", "PROPN"}:
        return True
    subject = head.dep_ in {"nsubj", "nsubjpass"} or (head.dep_ == "ROOT" and head.i < _OPENING)
    inner = [t for t in head.doc[head.i + 1 : verb.left_edge.i] if t.pos_ in {"NOUN", "PROPN"}]
    marked = any(t.pos_ == "SCONJ" for t in verb.lefts) or head.head.tag_ == "VBG"
    far = verb.i - verb.left_edge.i > _BESIDE
    loose = any(t.dep_ == "pobj" and t.head.lower_ not in {"of", "between"} for t in inner)
    if subject and loose and head.dep_ != "ROOT":
        return True
    return marked or far or (not subject and (bool(inner) or verb.dep_ == "relcl"))


_BESIDE = 3
_OPENING = 4


def _cut_off(head: Token) -> bool:
    """Whether the parser left out a word right before the phrase that belongs to it."""
    first = head.left_edge
    if first.i == 0 or first.pos_ == "DET":
        return False
    if head.dep_ == "ROOT" or first.i == 1:
        return True
    return first.nbor(-1).pos_ in {"ADJ", "NOUN", "PROPN", "NUM"}


_FOUND_OUT = re.compile(r"\b(find\sout|check|determine|learn)\s(?:if|whether)\b")
_ASIDE = re.compile(r",\s(to\s[a-z]+)")
"""'A test to find out if …', 'care, to lower the risk': an aim, which leaves a name one thing."""


def _told(phrase: str) -> bool:
    words = phrase.split()
    start = _ASIDE.sub(r" \1", _FOUND_OUT.sub(r"\1", " ".join(words[:_NAMEABLE])))
    content = set(stems(phrase))
    if content <= EVERYDAY and len(content) <= _SPECIFIC:
        return False
    return len(words) <= _LONGEST and is_nameable(start) and not points_elsewhere(phrase)


def _fact(
    phrase: str,
    naming: Naming,
    places: tuple[Citation, ...],
    context: Context,
    *,
    plural: bool,
) -> Fact:
    inside = _ASIDE.sub(r" \1", context.inside(phrase))
    asked = f"What {'are' if plural else 'is'} {inside} {naming.adverb} {naming.worded}?"
    if naming.another:
        asked = f"What is another name for {inside}?"
    return Fact(
        FactKind.DEFINITION,
        inside,
        "called",
        context.inside(naming.name),
        places,
        question=re.sub(r"\s+", " ", asked),
    )


_STATE = re.compile(
    r"^(?:it|this|(?:this|the)\s(?:condition|state|process|phenomenon|disorder|disease))$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"^(?:when|if|once)\s", re.IGNORECASE)
_HIMSELF = re.compile(r"\b(?:it|they)\b")


def _claimed(naming: Naming, statement: Statement, context: Context) -> Iterator[Fact]:
    """'Y is called X', 'when A, the condition is called X', 'this craving is called X'."""
    clause = next((c for c in statement.clauses() if c.root == naming.verb), None)
    if clause is None or clause.negated or clause.aux.lower() not in {"is", "are"}:
        return
    fronted = clause.fronted
    own = next((t for t in naming.verb.lefts if t.dep_.startswith("nsubj")), None)
    if _STATE.match(clause.subject) or (own is not None and own.lower_ == "it"):
        yield from _state(naming, clause, statement, context)
    elif re.match(r"^(?:This|These)\s\w+$", clause.subject):
        yield from _pointed(naming, clause, statement, context)
    elif _of_a_class(clause.subject):
        return
    elif _told(clause.subject) and not points_elsewhere(_HIMSELF.sub("", fronted)):
        fact = _fact(clause.subject, naming, statement.citations, context, plural=clause.plural)
        if set(stems(naming.name)) <= set(stems(clause.subject)):
            return
        when = f" {fronted[0].lower()}{fronted[1:]}" if fronted else ""
        yield replace(fact, question=f"{fact.question.rstrip('?')}{when}?")


def _of_a_class(subject: str) -> bool:
    """'The area of the wall is called …': what lies there has its name, not every area."""
    head = re.split(r"\s(?:of|in|that|which|where|for|from|with|on)\s", subject)[0].split()[-1]
    return subject.startswith("The ") and head in {"area", "region", "part", "place", "section"}


def _state(
    naming: Naming, clause: Clause, statement: Statement, context: Context
) -> Iterator[Fact]:
    """'When a clot breaks free, it is called X'; 'A is highest when B. This is called an X A'."""
    when = clause.fronted
    if when and _WHEN.match(when) and len(when.split()) > _SPECIFIC and not points_elsewhere(when):
        asked = f"hat term is used {when[0].lower()}{when[1:]}"
        if not _echo(when, statement.earlier):
            said = context.about(f"W{asked}") if context.scoped else f"W{asked}"
            yield _plain(context.inside(when), f"{said}?", naming, statement.citations, context)
            return
        where = _setting(statement.earlier)
        if where:
            said = f"{where}, w{asked}?"
            yield _plain(context.inside(when), said, naming, _places(statement), context)
    elif not when and statement.earlier is not None:
        yield from _kind_of(naming, statement, context)


def _echo(when: str, earlier: Doc | None) -> bool:
    """Whether a state leans on the sentence before by a bare 'the fat' that stands there too."""
    before = set(stems(earlier.text)) if earlier is not None else set()
    bare = re.findall(r"\b(?:the|The)\s([a-z]+)\s(?:is|are|has|have|[a-z]+s)\b", when)
    return any(set(stems(noun)) <= before and stems(noun) for noun in bare)


def _setting(earlier: Doc | None) -> str:
    """The 'In X' of the sentence before, which holds on for the state told next; '' for none."""
    match = _WHERE.match(earlier.text) if earlier is not None else None
    return match["where"] if match is not None and not points_elsewhere(match["where"]) else ""


_WHERE = re.compile(r"^(?P<where>In\s[A-Z][\w-]*(?:\s[\w()-]+){0,3}),")


def _kind_of(naming: Naming, statement: Statement, context: Context) -> Iterator[Fact]:
    """'The pressure is highest when A. This is called B pressure': a kind of what was told of."""
    clause = next(iter(clauses(statement.earlier)), None) if statement.earlier else None
    if clause is None or clause.negated or not _told(clause.subject):
        return
    kind = stems(clause.subject)[-1:] == stems(naming.name)[-1:]
    after = re.search(r"\b(?:when|while)\s.+$", clause.rest)
    when = clause.fronted if _WHEN.match(clause.fronted) else after.group(0) if after else ""
    if (
        not kind
        or not when
        or points_elsewhere(when)
        or stems(naming.name) == stems(clause.subject)
    ):
        return
    inside = context.inside(clause.subject)
    asked = f"What is {inside} called {when[0].lower()}{when[1:]}?"
    yield _plain(inside, asked.replace(".?", "?"), naming, _places(statement), context)


def _pointed(
    naming: Naming, clause: Clause, statement: Statement, context: Context
) -> Iterator[Fact]:
    """'… a craving for ice. This craving is called X': the phrase of the sentence before."""
    noun = clause.subject.split()[-1].lower()
    doc = statement.earlier
    heads = [t for t in doc or () if t.pos_ == "NOUN" and singular(t.lower_) == singular(noun)]
    vague = naming.another and bool(_CLASS.intersection(stems(noun)))
    if len(heads) != 1 or singular(noun) in _CLASS or vague:
        return
    head = heads[0]
    end = max([t.right_edge.i + 1 for t in head.children if t.dep_ == "prep"] or [head.i + 1])
    said = head.doc[head.left_edge.i : end].text
    phrase = re.split(r",?\s(?:such as|like|including)\s|,\s", said)[0]
    if len(set(stems(phrase))) >= _SPECIFIC and _told(phrase):
        plural = head.tag_ == "NNS"
        yield _fact(phrase, naming, _places(statement), context, plural=plural)


def _places(statement: Statement) -> tuple[Citation, ...]:
    """The sentence with the one before it."""
    passage = statement.passage
    spans = passage.sentences
    for before, span in pairwise(spans):
        here = passage.lines_of(*span)
        if here == statement.citations[-1].lines:
            said = passage.text[slice(*span)]
            if said.split()[-1:] == statement.text.split()[-1:]:
                return (cite(passage, passage.lines_of(before[0], span[1])),)
    return statement.citations


def _plain(
    subject: str, asked: str, naming: Naming, places: tuple[Citation, ...], context: Context
) -> Fact:
    name = context.inside(naming.name)
    return Fact(FactKind.DEFINITION, subject, "called", name, places, question=asked)
