from dataclasses import replace

from studyapp.cards.ranking import best, weight
from studyapp.model import Card, CardId, Citation, FactKind, Lines, Side, SourceId

PLACE = Citation(SourceId("gout.txt"), ("Gout",), Lines(3, 3))
OTHER = Citation(SourceId("care.txt"), ("Gout",), Lines(5, 5))
ROLE = Card(CardId("c-01"), FactKind.ROLE, "What does gout affect?", "Joints", (PLACE,))
DOSE = Card(CardId("c-02"), FactKind.DOSE, "What is the dose of colchicine?", "1 mg", (PLACE,))
TERM = replace(DOSE, kind=FactKind.DEFINITION, question="What is gout?", answer="A disease")


def test_every_kind_has_a_weight() -> None:
    assert all(weight(replace(ROLE, kind=kind)) > 0 for kind in FactKind)


def test_what_changes_a_treatment_comes_before_an_aside() -> None:
    assert weight(DOSE) > weight(TERM) > weight(ROLE)


def test_agreement_disagreement_rank_and_place_add_weight() -> None:
    assert weight(replace(TERM, citations=(PLACE, OTHER))) > weight(TERM)
    assert weight(replace(TERM, differs=(Side("A mishap", (OTHER,)),))) > weight(TERM)
    assert weight(replace(TERM, question="What is the most common sign?")) > weight(TERM)
    key = replace(PLACE, headings=("Gout", "Key points"))
    assert weight(replace(TERM, citations=(key,))) > weight(TERM)


def test_the_best_keep_their_order_and_equals_their_precedence() -> None:
    second = replace(ROLE, id=CardId("c-03"))
    assert best((ROLE, DOSE, TERM), 2) == (DOSE, TERM)
    assert best((ROLE, second, DOSE), 2) == (ROLE, DOSE)
    assert best((ROLE, DOSE), 9) == (ROLE, DOSE)
