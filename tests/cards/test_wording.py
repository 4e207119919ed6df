from dataclasses import replace

import pytest

from studyapp.cards import answer_of, make, question_of
from studyapp.model import Citation, Fact, FactKind, Lines, Side, SourceId

PLACE = Citation(SourceId("gout.txt"), ("Gout",), Lines(3, 3))


def fact(kind: FactKind, subject: str, attribute: str = "", value: str = "a value") -> Fact:
    return Fact(kind, subject, attribute, value, (PLACE,))


COLCHICINE = fact(FactKind.DOSE, "colchicine", "dose")


@pytest.mark.parametrize(
    ("given", "question"),
    [
        (fact(FactKind.DEFINITION, "gout", "is"), "What is gout?"),
        (fact(FactKind.DEFINITION, "tophi", "are"), "What are tophi?"),
        (fact(FactKind.DEFINITION, "tophi of gout", "means"), "What is tophi of gout?"),
        (fact(FactKind.DEFINITION, "crystals of urate"), "What are crystals of urate?"),
        (fact(FactKind.DEFINITION, "diabetes"), "What is diabetes?"),
        (fact(FactKind.DEFINITION, "hot joints (podagra)"), "What are hot joints (podagra)?"),
        (fact(FactKind.ABBREVIATION, "DVT"), "What does DVT stand for?"),
        (COLCHICINE, "What is the dose of colchicine?"),
        (
            replace(COLCHICINE, attribute="first dose", population="Adults", topic="gout"),
            "What is the first dose of colchicine for adults in gout?",
        ),
        (
            replace(COLCHICINE, condition="acute attacks", topic="gout"),
            "What is the dose of colchicine in acute attacks of gout?",
        ),
        (
            replace(COLCHICINE, condition="acute gout", topic="gout"),
            "What is the dose of colchicine in acute gout?",
        ),
        (
            replace(COLCHICINE, question="why should one  not\u00a0wait?"),
            "Why should one not wait?",
        ),
    ],
)
def test_a_question(given: Fact, question: str) -> None:
    assert question_of(given) == question


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("about 10%", "About 10%"),
        ("a lump of urate.", "A lump of urate"),
        ("a lump of  urate ;", "A lump of urate"),
        ("5-30%", "5–30%"),
        ("2 - 4 weeks", "2–4 weeks"),
        ("pH of the urine", "pH of the urine"),
        ("mTOR inhibitors", "mTOR inhibitors"),
        ("beer, wine, etc.", "Beer, wine, etc."),
        ("IL-1 and IL-6", "IL-1 and IL-6"),
    ],
)
def test_an_answer(value: str, answer: str) -> None:
    assert answer_of(fact(FactKind.FINDING, "gout", value=value)) == answer


def test_a_card_carries_what_its_fact_knows() -> None:
    side = Side("30%", (PLACE,))
    given = replace(COLCHICINE, topic="gouty arthritis", differs=(side,))
    (card,) = make([given])
    assert (card.kind, card.topic, card.differs, card.citations) == (
        FactKind.DOSE,
        "Gouty arthritis",
        (side,),
        (PLACE,),
    )


@pytest.mark.parametrize(
    ("asked", "value", "question"),
    [
        (
            "What does it arise from?",
            "Lung, breast and kidney cancers",
            "Which 3 cancers does it arise from?",
        ),
        (
            "What does it arise from?",
            "Lung cancer (in half of cases)",
            "Which cancer does it arise from?",
        ),
        ("What does it indicate?", "Advanced cancer", "What does it indicate?"),
        ("What is the first choice in gout?", "Colchicine", "What is the first choice in gout?"),
        (
            "What is the first choice in gout?",
            "Allopurinol and naproxen",
            "What is the first choice in gout?",
        ),
        (
            "What is an abscess treated with?",
            "Antibiotics",
            "Which drugs is an abscess treated with?",
        ),
        ("What is the first drug in gout?", "Ibuprofen", "What is the first drug in gout?"),
        (
            "In adults, what is the first choice?",
            "MRI",
            "In adults, which imaging test is the first choice?",
        ),
        ("What are options?", "Vertebroplasty and ablation", "Which procedures are options?"),
        ("What may it damage?", "The brain and the heart", "Which organs may it damage?"),
    ],
)
def test_what_becomes_the_class_of_the_answer(asked: str, value: str, question: str) -> None:
    given = replace(fact(FactKind.CAUSE, "it", value=value), question=asked)
    assert question_of(given) == question
