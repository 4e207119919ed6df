"""Turns facts into cards: wording, identity."""

from collections.abc import Sequence

from studyapp.cards.identity import card_id, fact_key
from studyapp.cards.ranking import best
from studyapp.cards.wording import answer_of, question_of
from studyapp.model import Card, Fact, wording_hash

__all__ = ["answer_of", "best", "make", "question_of"]


def make(facts: Sequence[Fact]) -> tuple[Card, ...]:
    """One card a fact, in the facts' order; ids derived from the facts' keys.

    A key that occurs twice is told apart by the question, so that ids stay distinct.
    """
    cards: list[Card] = []
    seen: set[str] = set()
    for fact in facts:
        question, answer = question_of(fact), answer_of(fact)
        key = fact_key(fact)
        if key in seen:
            key = fact_key(fact, question)
        if key in seen:
            continue
        seen.add(key)
        cards.append(
            Card(
                card_id(key),
                fact.kind,
                question,
                answer,
                fact.citations,
                differs=fact.differs,
                topic=fact.topic[:1].upper() + fact.topic[1:],
                key=key,
                made=wording_hash(question, answer),
            )
        )
    return tuple(cards)
