"""Turns passages into statements: whole sentences, each with its subject and its lines.

An item of a list means nothing alone. 'Lacks valves' under a sentence about a plexus becomes
'The plexus lacks valves', cited with both places, so that every rule reads plain sentences.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span

from studyapp.facts.context import Context
from studyapp.facts.halves import halves
from studyapp.facts.misread import stand_in, verb_taken_for_noun
from studyapp.facts.procedures import with_procedure
from studyapp.facts.referents import resolved
from studyapp.facts.restrictions import restricts
from studyapp.facts.shapes import Shape, shape_of
from studyapp.facts.told import same_list, told_before
from studyapp.facts.treatments import with_drug
from studyapp.facts.voice import impersonal
from studyapp.facts.whose import with_disease
from studyapp.language.clause import Clause, clauses
from studyapp.language.words import capital
from studyapp.model import Citation, Layout, Lines, Passage

Parse = Callable[[Iterable[str]], Iterable[Doc]]
"""Parses texts in order; each becomes one Doc."""


@dataclass(frozen=True)
class Statement:
    """One sentence to read facts from.

    `text` is the sentence as it is understood, `doc` its parse, `citations` the places it
    was read from. `name` is the subject where a label, a lead-in or a heading supplied it; the
    parse then has 'It' or 'They' in its place, which no parser misreads. `before` is the sentence
    before it in its paragraph.
    """

    text: str
    doc: Doc
    passage: Passage
    citations: tuple[Citation, ...]
    name: str = ""
    before: "Statement | None" = None

    @property
    def earlier(self) -> Doc | None:
        """The parse of the sentence before."""
        return self.before.doc if self.before is not None else None

    @property
    def headed(self) -> bool:
        """Whether the subject was supplied by a label, a lead-in or a heading."""
        return bool(self.name)

    @cached_property
    def said(self) -> str:
        """The sentence as it was parsed; spaCy joins it afresh whenever it is asked."""
        return self.doc.text

    @cached_property
    def chunks(self) -> tuple[Span, ...]:
        """The noun phrases of the sentence."""
        return tuple(self.doc.noun_chunks)

    def clauses(self) -> Iterator[Clause]:
        """The finite clauses of the sentence, with the supplied name as their subject."""
        return iter(self._clauses)

    @cached_property
    def _clauses(self) -> tuple[Clause, ...]:
        """Read once, though every rule asks for them."""
        return tuple(map(self._named, clauses(self.doc)))

    @cached_property
    def conditioned(self) -> tuple[int, ...]:
        """Where the verbs stand whose clauses open with a condition."""
        return tuple(one.root.i for one in self._clauses if restricts(one.fronted))

    def _named(self, clause: Clause) -> Clause:
        stand_in = bool(self.name) and clause.subject in {"It", "They"}
        if stand_in:
            return replace(clause, subject=self.name)
        if _CONTRAST.match(clause.fronted) and not _COMPARED.search(clause.rest):
            clause = replace(clause, fronted="")
        own = _CLASS_CALLED.match(clause.subject)
        return replace(clause, subject=own["name"]) if own else clause


_CLASS_CALLED = re.compile(
    r"^[Aa]n?\s(?:[\w-]+\s){1,3}?(?:of\s(?:[\w-]+\s){1,2}?)?(?:collectively\s)?"
    r"(?:called|known\sas|termed)\s(?P<name>[^,;]+)$"
)
"""'A hormone called X' as a subject is X, which needs no class before its name."""


_CONTRAST = re.compile(
    r"^(?:Although|Though|Whereas|Unlike|Like|In\scontrast\s(?:to|with)|Contrary\sto|As\swith)\b"
)
_COMPARED = re.compile(r"\b(?:more|less|fewer|higher|lower)\b(?!.*\bthan\b)")
"""What is set against the claim limits it in nothing: the claim holds without it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list with its parse and its grammar; `text` is what follows its label."""

    passage: Passage
    text: str
    doc: Doc
    shape: Shape
    citation: Citation


@dataclass(frozen=True, slots=True)
class Group:
    """A list: the parsed sentence that announces it (None under a bare heading), its entries.

    `before` is the sentence before the announcing one, where that stands in its paragraph; `told`
    are the sentences and the announcements of lists that stand before it in its section.
    """

    lead_in: Doc | None
    entries: tuple[Entry, ...]
    lead_in_citation: Citation | None
    before: Doc | None = None
    told: tuple[str, ...] = ()

    @property
    def first(self) -> Passage:
        """The first item's passage; its headings hold for the whole list."""
        return self.entries[0].passage


def cite(passage: Passage, lines: Lines) -> Citation:
    """A citation of some lines of a passage's document."""
    return Citation(passage.source_id, passage.headings, lines)


def prose(passages: Sequence[Passage], parse: Parse, context: Context) -> Iterator[Statement]:
    """Statements of running text; pronouns are resolved within a paragraph or left alone."""
    before: Statement | None = None
    for (passage, start, end), doc in _apart(_spots(passages), parse):
        same = before is not None and before.passage is passage
        said, earlier = resolved(doc, before.doc if same and before else None, passage, context)
        said = with_procedure(said, passage.text[:start], passage, context)
        said, named_at = with_drug(said, passage, context)
        said = with_disease(said, before.text if same and before else "", passage, context)
        places = [cite(passage, passage.lines_of(start, end))]
        if named_at >= 0:
            places = [cite(passage, passage.lines_of(named_at, named_at + 1)), *places]
        if earlier and before is not None:
            places = [*before.citations, *places]
        understood = doc if said == doc.text else next(iter(parse([said])))
        previous = replace(before, before=None) if same and before is not None else None
        name, understood = _with_verb(understood, parse)
        before = Statement(said, understood, passage, _joined(places), name, previous)
        yield before


def _with_verb(doc: Doc, parse: Parse) -> tuple[str, Doc]:
    """The supplied name and the parse of a sentence whose verb was taken for a noun."""
    verb = verb_taken_for_noun(doc)
    if not verb:
        return "", doc
    again = next(iter(parse([stand_in(doc, verb)])))
    return (doc[:verb].text, again) if again[1].dep_ == "ROOT" else ("", doc)


_Spot = tuple[Passage, int, int]


def _spots(passages: Sequence[Passage]) -> Iterator[_Spot]:
    """Where the sentences of running text stand; an item's first is read with its list."""
    for passage in passages:
        start_at = passage.body if passage.layout is not Layout.ITEM else 0
        for order, (start, end) in enumerate(passage.sentences):
            if passage.layout is Layout.ITEM and order == 0:
                continue
            begin = max(start, start_at) if order == 0 else start
            if passage.layout is not Layout.ROW and begin < end:
                yield passage, begin, end


def prose_texts(passages: Sequence[Passage]) -> Iterator[str]:
    """What `prose` has parsed first."""
    return map(_text, _spots(passages))


def _text(spot: _Spot) -> str:
    passage, start, end = spot
    return capital(impersonal(passage.text[start:end]))


def _apart(found: Iterable[_Spot], parse: Parse) -> Iterator[tuple[_Spot, Doc]]:
    """Sentences with their places and parses, those taken apart that semicolons join."""
    spots = tuple(found)
    texts = tuple(map(_text, spots))
    for (passage, start, end), text, doc in zip(spots, texts, parse(texts), strict=True):
        parts = halves(doc) if ";" in text else ()
        if len(parts) <= 1:
            yield (passage, start, end), doc
            continue
        at = start
        for part in parse([capital(f"{part.text.strip().rstrip('.')}.") for part in parts]):
            stop = passage.text.find(";", at, end)
            stop = end if stop < 0 else stop
            yield (passage, at, stop), part
            at = min(stop + 2, end)


def _joined(places: Sequence[Citation]) -> tuple[Citation, ...]:
    """Neighbouring places of one document as one citation when it stays narrow."""
    first, last = places[0], places[-1]
    lines = first.lines.joined(last.lines)
    if len(places) > 1 and len(lines) <= _NARROW:
        return (Citation(first.source_id, first.headings, lines),)
    return tuple(dict.fromkeys(places))


_NARROW = 6


def groups(passages: Sequence[Passage], parse: Parse) -> Iterator[Group]:
    """The lists of a document, in order, with their items' grammar."""
    items = _items(passages)
    bodies, leads = _bodies(items), _leads(items)
    parsed = list(parse(group_texts(passages)))
    lead_docs = dict(zip(leads, parsed[len(bodies) :], strict=True))
    earlier = told_before(passages)
    run: list[Entry] = []
    for passage, body, doc in zip(items, bodies, parsed, strict=False):
        if run and not same_list(run[-1].passage, passage):
            yield _group(run, lead_docs, earlier)
            run = []
        run.append(Entry(passage, body, doc, shape_of(doc), cite(passage, _lines(passage))))
    if run:
        yield _group(run, lead_docs, earlier)


def group_texts(passages: Sequence[Passage]) -> Iterator[str]:
    """What `groups` has parsed: the items without their brackets, then what announces them."""
    items = _items(passages)
    yield from (_BRACKETS.sub("", body) for body in _bodies(items))
    yield from (lead.rstrip(" :") for lead in _leads(items))


def _items(passages: Sequence[Passage]) -> Sequence[Passage]:
    return [p for p in passages if p.layout is Layout.ITEM and p.sentences]


def _bodies(items: Sequence[Passage]) -> Sequence[str]:
    return [impersonal(_first_sentence(item)) for item in items]


def _leads(items: Sequence[Passage]) -> Sequence[str]:
    """The sentences that announce the lists and those before them, each once."""
    said = (text for item in items for text in (item.lead_in, item.lead_in_before) if text)
    return list(dict.fromkeys(map(impersonal, said)))


def _lines(passage: Passage) -> Lines:
    return passage.lines_of(0, passage.sentences[0][1])


def _first_sentence(passage: Passage) -> str:
    start, end = passage.sentences[0]
    return passage.text[max(start, passage.body) : max(end, passage.body)].strip().rstrip(".;,")


def _group(
    run: Sequence[Entry], leads: dict[str, Doc], earlier: dict[int, tuple[str, ...]]
) -> Group:
    first = run[0].passage
    place = cite(first, first.lead_in_lines) if first.lead_in_lines else None
    before = leads.get(impersonal(first.lead_in_before))
    told = earlier.get(id(first), ())
    return Group(leads.get(impersonal(first.lead_in)), tuple(run), place, before, told)


_BRACKETS = re.compile(r"\s*\([^()]*\)")
