"""Whether a card says what the lines say that it cites, no more and nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from studyapp.checks import figures, hedges
from studyapp.checks.asking import is_generic, named, without_deletion
from studyapp.checks.evidence import Claim, Evidence, gather
from studyapp.checks.places import places
from studyapp.checks.populations import lost_population
from studyapp.checks.restrictors import lost_restrictor
from studyapp.checks.siblings import one_of_several
from studyapp.checks.support import vocabulary, words_of
from studyapp.checks.wholes import wrong_whole
from studyapp.language.words import folded
from studyapp.model import CLOZE, Card, Citation, Document, Gate, Problem, SourceId

_A_THIRD = 1 / 3
_HALF = 1 / 2
_ASK = "Ask about what the lines speak of, or cite the lines that name it."
_COUNT = re.compile(r"\b(?:the|which|what|what\sare|name)\s\d+\b(?!\s?%)|\bone\b", re.IGNORECASE)


def grounding(card: Card, documents: Mapping[SourceId, Document]) -> Iterator[Problem]:
    """Everything in a card that its cited lines do not support; `where` is the card's id."""
    yield from _problems(card, ((Gate.PLACE, *fault) for fault in places(card, documents)))
    question = without_deletion(card.question)
    main = _evidence(card.citations, documents)
    if not (card.is_cloze and is_verbatim(card.question, main)):
        yield from _problems(card, _answer(question, card.answer, main, ""))
    for side in card.differs:
        other = _evidence(side.citations, documents)
        note = f" (of '{side.value}', the answer that differs)"
        yield from _problems(card, _answer(question, side.value, other, note))
    if main:
        yield from _problems(card, _question(question, main))


def is_verbatim(question: str, evidence: Sequence[Evidence]) -> bool:
    """Whether the sentence of a cloze card stands in its cited lines word for word.

    It then holds all that limits its claim, and what was left out stands where it stood. A
    topic with its colon may stand in front, and the sentence before may stand elsewhere.
    """
    whole = CLOZE.sub(lambda gap: gap["deletion"], question)
    said = (_SENTENCES.split(part) for part in (whole, _TOPIC.sub("", whole)))
    texts = tuple(_run(one.text) for one in evidence)
    return any(all(_run(one) in text for text in texts for one in parts) for parts in said)


_TOPIC = re.compile(r"^[^:]{2,60}:\s")
_ALSO = re.compile(r"\balso\b")
_SENTENCES = re.compile(r"(?<=[a-z)][.])\s(?=[A-Z])")


def _run(text: str) -> str:
    """The letters of a text; an 'also' may be left out."""
    said = _ALSO.sub("", folded(text).lower())
    return "".join(char for char in said if char.isalnum())


_Found = tuple[Gate, str, str]


def _problems(card: Card, found: Iterable[_Found]) -> Iterator[Problem]:
    for gate, message, hint in found:
        yield Problem(card.id, message, hint, gate)


def _evidence(
    citations: Sequence[Citation], documents: Mapping[SourceId, Document]
) -> tuple[Evidence, ...]:
    """What the citations say, document by document; those that point nowhere are left out."""
    grouped: dict[SourceId, list[Citation]] = {}
    for citation in citations:
        document = documents.get(citation.source_id)
        if document and citation.lines.first <= len(document.lines):
            grouped.setdefault(citation.source_id, []).append(citation)
    return tuple(gather(places, documents[source]) for source, places in grouped.items())


def _answer(
    question: str, answer: str, evidence: Sequence[Evidence], note: str
) -> Iterator[_Found]:
    if not evidence:
        return
    said = figures.numbers(answer)
    for one in evidence:
        source = one.document.source.id
        for fault in figures.unsupported(said, question, one.text):
            message = f"In the cited lines of {source}, {fault}{note}."
            yield (
                Gate.NUMBER,
                message,
                "Give the number as the lines have it, or cite the lines that hold it.",
            )
    for words in wrong_whole(question, answer, evidence):
        message = f"The share is of another whole than the question's: see {words}{note}."
        yield Gate.WHOLE, message, "Ask for the share of what its own line names."
    yield from _words(said.rest, evidence, note)
    claims = [claim for one in evidence[:1] for claim in one.claims]
    for hedge in hedges.lost(question, answer, claims):
        message = f"The cited sentence says '{hedge}', and the card does not{note}."
        yield Gate.HEDGE, message, "Say it in the question or in the answer."
    yield from _limits(question, answer, evidence[0], claims, note)
    if hedges.invented_denial(question, answer, claims):
        message = f"The card denies something ('not', 'no'), and its sources do not{note}."
        yield Gate.HEDGE, message, "Ask for what the lines say."


def _limits(
    question: str, answer: str, one: Evidence, claims: Sequence[Claim], note: str
) -> Iterator[_Found]:
    """What limits a claim and is lost: its people, its provisos, the other answers beside it."""
    people = lost_population(question, answer, claims)
    if people:
        message = f"The cited sentence speaks of '{people}', and the card does not{note}."
        yield Gate.POPULATION, message, "Name them in the question."
    limit = lost_restrictor(question, answer, claims, one.document.subject)
    if limit:
        message = f"The cited sentence says '{limit}', and the card does not{note}."
        yield Gate.POPULATION, message, "Say it in the question or in the answer."
    if one_of_several(question, answer, claims, one):
        message = f"The cited lines give another answer to the question too ('also'){note}."
        yield Gate.QUESTION, message, "Ask for all of them, or for what tells this one apart."


def _words(answer: str, evidence: Sequence[Evidence], note: str) -> Iterator[_Found]:
    """Words of an answer that stand nowhere, and documents that hold almost none of them."""
    together = vocabulary(" ".join(one.text for one in evidence), _pages(evidence))
    absent = together.missing(answer)
    if absent:
        words = ", ".join(f"'{word}'" for word in absent)
        message = f"The cited lines do not say {words}, which the answer does{note}."
        yield Gate.WORDS, message, "Keep to what the lines say, or cite the lines that say it."
    total = len(set(words_of(answer)))
    for one in evidence if evidence[1:] else ():
        if len(vocabulary(one.text, _pages((one,))).missing(answer)) > total * (1 - _A_THIRD):
            source = one.document.source.id
            message = f"The cited lines of {source} say almost nothing of the answer{note}."
            yield Gate.WORDS, message, "Remove this citation, or correct its lines."


def _question(question: str, evidence: Sequence[Evidence]) -> Iterator[_Found]:
    everything = " ".join(one.every for one in evidence)
    subject = tuple(w for w in words_of(question) if not is_generic(w) and not w[0].isdigit())
    absent = _absent(" ".join(subject), everything, evidence)
    names = tuple(w for w in _absent(named(question), everything, evidence) if not is_generic(w))
    if len(absent) > len(subject) * _A_THIRD or names:
        words = ", ".join(f"'{word}'" for word in dict.fromkeys((*absent, *names)))
        yield Gate.SUBJECT, f"Neither the cited lines nor their headings speak of {words}.", _ASK
    plain = _COUNT.sub("the", question)
    if figures.may_count(plain):
        for fault in figures.unsupported(figures.numbers(plain), plain, everything):
            yield Gate.NUMBER, f"The question's number is not the source's: {fault}.", _ASK
    for one in evidence if evidence[1:] else ():
        alone = vocabulary(one.every, _pages((one,)))
        if len(alone.missing(" ".join(subject))) > len(subject) * _HALF:
            source = one.document.source.id
            yield (
                Gate.SUBJECT,
                f"The cited lines of {source} do not speak of the question's subject.",
                _ASK,
            )


def _absent(words: str, everything: str, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Words that neither the cited lines say nor what stands around them.

    Most stand in the lines, whose vocabulary is there already.
    """
    pages = _pages(evidence)
    cited = " ".join(one.text for one in evidence)
    if not vocabulary(cited, pages).missing(words):
        return ()
    return vocabulary(everything, pages).missing(words)


def _pages(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(one.document.page for one in evidence)
