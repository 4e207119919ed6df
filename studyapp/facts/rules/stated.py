"""Definitions that no parser reads rightly, by their words: 'X, also called Y, is a Z that …'."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from studyapp.facts.attributes import RANKED
from studyapp.facts.context import Context
from studyapp.facts.defining import EVALUATIVE, is_definition
from studyapp.facts.shortened import shortened
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable
from studyapp.language.diseases import names_disease
from studyapp.language.words import is_plural
from studyapp.model import Citation, Fact, FactKind

_OTHER = (
    r"(?:,\s(?:also\s|sometimes\s|commonly\s|often\s)?(?:called|known\sas|referred\sto\sas|or)"
    r"\s[^,;:()]{3,60},)"
)
_ALSO = re.compile(
    rf"^(?P<name>(?:(?:The|An?)\s)?[^,;:()]{{3,50}}?){_OTHER}\s(?P<be>is|are)\s(?P<value>[^?]+?)\.?$"
)
_ING = re.compile(
    r"^(?P<name>[^,;:()]{3,50}?)\s(?P<be>is|are)\s(?P<value>(?:[\w-]+\s)?(?:swelling|bleeding|scarring|hardening|thickening"
    r"|narrowing|widening|softening|clouding|ringing|weakening|bulging|stretching|wasting|thinning|itching|yellowing"
    r"|tightening|twisting|curving|blistering|flattening|loosening)\s"
    r"(?:(?:and|or)\s\w+\s)?(?:of|in|around|from|under|between|inside|along)\s[^?]+?)\.?$"
)
_WHEN = re.compile(
    r"^(?P<name>[^,;:()]{3,50}?)\s(?P<be>is)\s(?P<value>when\s(?!(?:you|it|this)\b)[^,;:?]+?)\.?$"
)
_PARTICIPLE = re.compile(
    r"^(?P<name>[^,;:()]{3,50}?)\s(?P<be>are)\s(?P<value>(?:raised|enlarged|swollen|inflamed|abnormal\w*|twisted"
    r"|widened|flattened|thickened|dilated|scarred|fluid-filled|pus-filled)\s(?:and\s)?[^?]+?)\.?$"
)
_NOUN_FIRST = re.compile(
    r"^(?:an?|the)\s|^(?!\w+(?:ly|ed)\s)(?:[a-z-]+\s){0,3}?[a-z]+s\s(?:that|which|of|in|on|around|between|where)\s"
)
"""'Is usually found in …' tells where a thing is; 'are tubes that …' tells what."""
_FORMS = (_ALSO, _ING, _WHEN, _PARTICIPLE)
_THIS = re.compile(
    r"^This\sis\s(?P<value>an?\s(?:[\w-]+\s(?:and\s)?){0,3}?(?P<kind>condition|disease|disorder|problem|infection|illness"
    r"|complication|test|procedure|scan|exam|surgery|operation|treatment|medicine|drug)"
    r"\s(?:in\swhich|that|which|where|caused\sby|used\sto|to)\s[^?]+?)\.?$"
)
_TESTS = {"test", "scan", "exam", "procedure", "surgery", "operation", "treatment"}
_TEST_NAME = re.compile(
    r"(?:graphy|gram|scopy|metry|centesis|biopsy|ectomy|otomy|ostomy|plasty|therapy|lavage|scan|test"
    r"|dialysis|transplant\w*|pheresis|surgery|ablation)$"
)
_SAYS = re.compile(
    r"\s(?:that|which|in|of|with|by|from|on|around|between|under|inside|made|used|caused|found|located"
    r"|filled|to)\s|^when\s"
)
_SHORTEST = 5


def stated(statement: Statement, context: Context) -> Iterator[Fact]:
    """What a thing is, told in one of the forms that a parser takes for something else."""
    if statement.headed or re.search(r"\.\s[A-Z]", statement.text):
        return
    for form in _FORMS:
        match = form.match(statement.text)
        wanted = form is not _ALSO or _NOUN_FIRST.match(match["value"] if match else "")
        if match is not None and wanted and _agrees(match["name"], match["be"]):
            yield from _fact(match["name"], match["value"], statement, context)
            return
    yield from _just_named(statement, context)


def _agrees(name: str, be: str) -> bool:
    """Whether a name has a verb of its number, so that nothing between them was cut."""
    return is_plural(_head(name)) == (be == "are")


def _head(name: str) -> str:
    """The head of a name, before what hangs on it."""
    return re.split(r"\s(?:of|in|with|for)\s", name)[0].split()[-1]


def _just_named(statement: Statement, context: Context) -> Iterator[Fact]:
    """'Some people get ascites. This is a condition in which …': the name that ends it."""
    match = _THIS.match(statement.text)
    name = _last_name(statement.earlier) if match is not None and statement.earlier else ""
    if match is None or not name or statement.before is None:
        return
    tests = match["kind"] in _TESTS
    fits = _TEST_NAME.search(name.lower()) if tests else names_disease(name)
    if fits:
        before = statement.before.citations
        places = tuple(dict.fromkeys((*before, *statement.citations)))
        yield from _fact(name, match["value"], statement, context, places)


def _last_name(earlier: Doc) -> str:
    """The noun phrase that ends a sentence; '' where it ends in another way or in several."""
    chunks = list(earlier.noun_chunks)
    if not chunks or chunks[-1].end < len(earlier) - 1:
        return ""
    last = chunks[-1]
    alone = last.root.dep_ != "conj" and not any(t.dep_ == "conj" for t in last.root.children)
    words = [t for t in last if t.pos_ not in {"DET", "PRON"} and not t.is_punct]
    return " ".join(t.text for t in words) if alone and words else ""


def _fact(
    name: str,
    value: str,
    statement: Statement,
    context: Context,
    places: tuple[Citation, ...] = (),
) -> Iterator[Fact]:
    said = shortened(value)
    opening = said.split()[:4]
    judged = RANKED.search(" ".join(opening)) or {w.lower() for w in opening} & EVALUATIVE
    whole = len(said.split()) >= _SHORTEST and _SAYS.search(said) is not None
    if judged or not whole or not is_nameable(name) or not is_definition(name, said):
        return
    bare = context.inside(name)
    verb = "are" if is_plural(_head(bare)) else "is"
    yield Fact(FactKind.DEFINITION, bare, verb, said, places or statement.citations)
