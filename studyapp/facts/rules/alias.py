"""'X, or Y, is a …', 'X, or a thing that …', 'some X are Y, meaning …': a name and its meaning."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement, cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.worth import EVERYDAY
from studyapp.language.words import STOP, is_plural, stems
from studyapp.model import Citation, Fact, FactKind

_ALIAS = re.compile(
    r"^(?P<name>(?:(?:The|A|An)\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}),?\s(?:or|\((?:or|also)\s)\s?"
    r"(?P<other>[^,;()]{4,60}?)(?:,|\)),?\s(?P<verb>is|are)\s(?:usually\s|often\s)?"
    r"(?P<article>an?|the|[a-z]+s)\s"
)
_KINDS = re.compile(
    r"^(?P<one>[A-Z][a-z-]+),\sor\s(?P<other>[a-z-]+),\s(?P<noun>(?:[a-z-]+\s){1,3}?)"
    r"(?:is|are|has|have|can|may|usually|often|occurs?|develops?)\s"
)
_VERB = r"(?P<verb>called|known\sas|referred\sto\sas|termed)"
_ADVERB = (
    r"(?:(?P<adverb>also|commonly|sometimes|often|previously|formerly|better|more\scommonly)\s)?"
)
_NAME = r"(?:[“\"])?(?P<name>[\w][\w’'-]*(?:\s[\w’'-]+){0,4}?)(?:[”\"])?"
_CALLED = re.compile(
    rf"^(?P<who>[^,;:()—–]{{4,90}})(?:,|\s?[—–])\s?(?:which\s(?:is|are)\s)?{_ADVERB}{_VERB}\s{_NAME}"
    r"(?:,|\s?[—–])\s?(?P<next>\w+)"
)
_BRACKETED = re.compile(rf"\s?\({_ADVERB}{_VERB}\s{_NAME}\)")
_LEARNED = re.compile(r"(?:[^u]al|ary|ic|ous|oid|ar|ile)$")
_MEANT = re.compile(
    r"(?P<before>^|[\s(])(?P<name>(?:[Tt]he\s|[Aa]n?\s)?(?:\w[\w’'-]*\s){0,2}?\w[\w’'-]*),?\sor\s"
    r"(?P<means>(?:the\s|an?\s)?[\w-]+\s(?:(?:at|in|of|by|from|during)\swhich|that)\s[^,;()]+"
    r"|the\s[a-z]+ing(?:\s[a-z]+)?(?:\sand\s[a-z]+)?\sof\s[^,;()]+),"
    r"\s(?=(?:is|are|can|may|has|have|will|must|should)\b)"
)
_SAID = re.compile(
    r"(?:^|,\s)(?P<who>(?:[Ss]ome|[Mm]ost|[Mm]any)\s(?:[\w-]+\s){0,2}?[\w-]+|Others?)\s"
    r"(?:is|are)\s(?:considered\s|said\sto\sbe\s|called\s)?"
    r"(?P<what>[\w-]+(?:\s[\w-]+){0,2}),\smeaning\s(?:that\s)?(?P<means>[^;]+)\.$"
)
_SOME = re.compile(r"\b[Ss]ome\s(?P<who>(?:[\w-]+\s)?[\w-]+s)\s(?:is|are|have)\s")
_THEY = re.compile(r"^(?:they|it)\s(?:is|are)\s")
_WHICH = re.compile(r"^[a-z]+(?=\s(?:at|in|of|by|from|during)\swhich\b)")
_SAID_OF = re.compile(r"^(?:called|known\sas|referred\sto\sas|termed|named)\s")
_LONGEST = 25
_SHORTEST = 4


def aliases(statement: Statement, context: Context) -> Iterator[Fact]:
    """The other name of what a sentence speaks of."""
    text = statement.text
    match = _ALIAS.match(text)
    if match is not None:
        name, other = match["name"], _SAID_OF.sub("", match["other"])
        if _is_name(other) and is_nameable(name) and not _plain(other) and not _plain(name):
            yield _another(context.inside(name), other, statement, context)
    kinds = _KINDS.match(_raw(statement))
    if kinds is not None and _LEARNED.search(kinds["other"]) and _LEARNED.search(kinds["one"]):
        noun = kinds["noun"].strip()
        name = f"{kinds['one'].lower()} {noun}"
        yield _another(name, f"{kinds['other']} {noun}", statement, context)
    yield from _called(statement, context)
    for chunk in statement.chunks if "(" in statement.said else ():
        beside = _BRACKETED.match(statement.said, chunk.end_char)
        if beside is not None and not _cut_off(chunk):
            who = re.sub(r"^(?:an?|his|her|some)\s", "", chunk.text, flags=re.IGNORECASE)
            yield from _named(who, beside, statement, context)


def _called(statement: Statement, context: Context) -> Iterator[Fact]:
    """'Loss of hair, also called alopecia, may …': the subject's other name."""
    match = None if statement.headed else _CALLED.match(statement.said)
    if match is None:
        return
    span = statement.doc.char_span(0, match.end("who"))
    after = statement.doc.char_span(match.start("next"), match.end("next"))
    finite = {"VBZ", "VBP", "VBD", "MD"}
    if span is None or after is None or after[0].tag_ not in finite:
        return
    verbal = any(t.tag_ in finite or t.pos_ in {"AUX", "PRON", "SCONJ"} for t in span)
    links = [t.lower_ for t in span if t.pos_ == "ADP"]
    if not verbal and set(links) <= {"of", "between"}:
        yield from _named(match["who"], match, statement, context)


def _cut_off(chunk: Span) -> bool:
    """Whether the word before a noun phrase may be a part of it."""
    before = chunk.doc[chunk.start - 1] if chunk.start else None
    return before is not None and before.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def _named(
    who: str, match: re.Match[str], statement: Statement, context: Context
) -> Iterator[Fact]:
    name = match["name"]
    vague = _plain(who) or not is_nameable(who) or set(stems(name)) <= EVERYDAY | set(stems(who))
    if vague or attribute_kind(who) is not None or name.split()[-1] in STOP:
        return
    adverb, inside = match["adverb"] or "", context.inside(who)
    if adverb == "also":
        yield _another(inside, name, statement, context)
        return
    verb = "are" if is_plural(re.split(r"\sof\s", who)[0].split()[-1]) else "is"
    worded = "called" if match["verb"] == "termed" else match["verb"]
    asked = f"What {verb} {inside} {adverb} {worded}?"
    yield replace(_another(inside, name, statement, context), question=re.sub(r"\s+", " ", asked))


def _raw(statement: Statement) -> str:
    """The sentence as its page has it."""
    passage, end = statement.passage, statement.text[-_TAIL:].rstrip(".")
    said = (passage.text[max(start, passage.body) : to] for start, to in passage.sentences)
    return next((text.strip() for text in said if end in text), statement.text)


_TAIL = 24


def _is_name(other: str) -> bool:
    described = re.search(r"\b(?:that|which|who|one|when|for|by|to|both|other)\b", other)
    return described is None and not other.isupper() and not points_elsewhere(other)


def _plain(name: str) -> bool:
    return set(stems(name)) <= EVERYDAY


def _another(name: str, other: str, statement: Statement, context: Context) -> Fact:
    return Fact(
        FactKind.DEFINITION,
        name,
        "another name",
        context.inside(re.sub(r"^(?:the|an?)\s", "", other)),
        statement.citations,
        question=f"What is another name for {name}?",
    )


def meanings(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a name means that the sentence explains in passing."""
    match = _MEANT.search(statement.text)
    if match is not None and not points_elsewhere(match["means"]):
        yield from _meant(match, statement, context)
    yield from _involved(statement, context)
    said = _SAID.search(statement.text)
    if said is not None:
        yield from _property(said, statement, context)


def _involved(statement: Statement, context: Context) -> Iterator[Fact]:
    """'A method called X, which involves Y': what X is, told right behind its name."""
    for clause in statement.clauses():
        beside = clause.root.dep_ == "relcl" and clause.root.head.head.lower_ == "called"
        tells = beside and clause.lemma in {"involve", "consist"} and not clause.negated
        if not tells or not is_nameable(clause.subject) or points_elsewhere(clause.rest):
            continue
        if len(clause.rest.split()) <= _LONGEST:
            value = clause.rest.removeprefix("of ")
            link = " of" if clause.rest.startswith("of ") else ""
            inside = context.inside(clause.subject)
            asked = clause.ask("What").replace(clause.subject, inside, 1)
            yield Fact(
                FactKind.DEFINITION,
                inside,
                clause.lemma,
                value,
                statement.citations,
                question=f"{asked}{link}?",
            )


def _meant(match: re.Match[str], statement: Statement, context: Context) -> Iterator[Fact]:
    doc = statement.doc
    span = doc.char_span(match.start("name"), match.end("name"))
    if (
        span is None
        or span.root.pos_ not in {"NOUN", "PROPN"}
        or span.root.left_edge.i < span.start
    ):
        return
    name = re.sub(r"^(?:the|an?)\s", "", context.inside(match["name"]), flags=re.IGNORECASE)
    known = not is_nameable(name) or _plain(name) or set(stems(name)) <= set(stems(match["means"]))
    if not known and _SHORTEST <= len(match["means"].split()) <= _LONGEST:
        means = _WHICH.sub(r"the \g<0>", match["means"])
        yield Fact(FactKind.DEFINITION, name, "is", means, statement.citations)


def _property(match: re.Match[str], statement: Statement, context: Context) -> Iterator[Fact]:
    """'Some drugs are X, meaning they …': what it means for drugs to be X."""
    who, places = _whose(match["who"], statement)
    inside = context.inside(who)
    means = re.sub(r"^they\s", f"{inside} ", _THEY.sub("", match["means"]))
    if not who or points_elsewhere(means) or len(means.split()) > _LONGEST:
        return
    what = match["what"]
    if set(stems(what)) <= EVERYDAY or what.split()[0] in {"a", "an", "the", "not"}:
        return
    yield Fact(
        FactKind.DEFINITION,
        inside,
        what,
        means,
        places,
        question=f"What does the term “{what}” mean for {inside}?",
    )


def _whose(who: str, statement: Statement) -> tuple[str, tuple[Citation, ...]]:
    """Of what a property is told: 'others' are the 'some' of the sentence before."""
    if not who.startswith("Other"):
        return re.sub(r"^\w+\s", "", who), statement.citations
    earlier = statement.earlier
    some = _SOME.search(earlier.text) if earlier is not None else None
    if some is None or not is_plural(some["who"].split()[-1]):
        return "", ()
    passage = statement.passage
    last = statement.citations[-1].lines
    for before, span in pairwise(passage.sentences):
        if passage.lines_of(*span) == last and passage.text[slice(*span)].startswith("Other"):
            return some["who"], (cite(passage, passage.lines_of(before[0], span[1])),)
    return "", ()
