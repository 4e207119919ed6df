from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.cards import answer_of, make, question_of
from studyapp.facts.reconcile import Reconciled, reconcile
from studyapp.model import Citation, Disagreement, Fact, FactKind, Lines, Side, SourceId

TITLES = {SourceId(f"{name}.txt"): f"Gout by {name}" for name in "abc"}
TOPHI = "What percentage of adults with gout have tophi?"


def at(name: str, line: int = 3) -> Citation:
    return Citation(SourceId(f"{name}.txt"), ("Gout",), Lines(line, line))


def figure(name: str, value: str, question: str = TOPHI, line: int = 3) -> Fact:
    return Fact(
        FactKind.FIGURE,
        "gout",
        "share with tophi",
        value,
        (at(name, line),),
        question=question,
        topic="gout",
    )


def told(name: str, value: str, question: str, attribute: str = "is") -> Fact:
    kinds = {"rank": FactKind.CLASSIFICATION, "is": FactKind.DEFINITION}
    kind = kinds.get(attribute, FactKind.TREATMENT)
    return Fact(kind, "gout", attribute, value, (at(name),), question=question, topic="gout")


def asked(question: str, value: str, kind: FactKind, line: int, subject: str = "gout") -> Fact:
    return Fact(kind, subject, question, value, (at("a", line),), question=question, topic="gout")


def test_the_shorter_list_of_a_longer_one_is_left_out() -> None:
    short = asked(
        "To which class of drugs do febuxostat and allopurinol belong?",
        "Urate blockers",
        FactKind.CLASSIFICATION,
        3,
    )
    long = asked(
        "To which class of drugs do febuxostat, allopurinol, and topiroxostat belong?",
        "Urate blockers",
        FactKind.CLASSIFICATION,
        9,
    )
    assert [f.question for f in reconciled(short, long).facts] == [long.question]


def test_a_question_that_adds_nothing_is_asked_once_with_the_fuller_answer() -> None:
    short = asked("What are the two main types of gout?", "Acute gout", FactKind.LIST, 3)
    long = asked("What are the main types of gout?", "Acute and chronic gout", FactKind.LIST, 9)
    assert [f.value for f in reconciled(short, long).facts] == ["Acute and chronic gout"]


def test_occasions_of_one_page_are_told_together_and_rival_effects_not_at_all() -> None:
    when = "When should colchicine be avoided in gout?"
    one = asked(when, "With kidney failure", FactKind.CONTRAINDICATION, 3)
    other = asked(when, "Within a day of clarithromycin", FactKind.CONTRAINDICATION, 4)
    told_together = reconciled(one, other).facts
    assert [f.value for f in told_together] == [
        "With kidney failure; within a day of clarithromycin"
    ]
    assert [c.lines.first for c in told_together[0].citations] == [3, 4]
    what = "What does gout cause?"
    rash, stones = (asked(what, v, FactKind.CAUSE, n) for v, n in (("Pain", 3), ("Stones", 5)))
    assert reconciled(rash, stones).facts == ()


def reconciled(*facts: Fact) -> Reconciled:
    return reconcile(facts, question_of, answer_of, TITLES)


def test_the_same_claim_in_two_documents_is_one_fact_that_cites_both() -> None:
    found = reconciled(figure("a", "about 15%"), figure("b", "15%", line=9))
    (fact,) = found.facts
    assert fact.citations == (at("b", 9), at("a"))
    assert fact.differs == ()
    assert found.disagreements == ()


def test_the_same_place_is_cited_once() -> None:
    (fact,) = reconciled(figure("a", "15%"), figure("a", "15 percent")).facts
    assert fact.citations == (at("a"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOPHI, "What proportion of people with gout, adults, have tophi?"),
        (TOPHI, "In what percentage of the adults with gout are there tophi?"),
        ("What is gout?", "What are gout?"),
        ("How is gout treated?", "What is gout treated with?"),
        ("Where in the human foot is gout common?", "Where in the foot is gout common?"),
    ],
)
def test_two_wordings_of_one_question_are_one(one: str, other: str) -> None:
    found = reconciled(figure("a", "15%", one), figure("b", "15%", other))
    assert [fact.question for fact in found.facts] == [one]


def test_different_values_are_a_disagreement_and_stand_on_the_card() -> None:
    found = reconciled(figure("a", "5–30%"), figure("b", "10–40%"), figure("c", "5 to 30%"))
    (fact,) = found.facts
    assert fact.value == "5–30%"
    assert fact.citations == (at("a"), at("c"))
    assert fact.differs == (Side("10–40%", (at("b"),)),)
    sides = (Side("5–30%", (at("a"), at("c"))), Side("10–40%", (at("b"),)))
    assert found.disagreements == (Disagreement(TOPHI, sides),)
    (card,) = make(found.facts)
    assert card.differs == fact.differs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15%", "up to 15%"),
        ("more than 15%", "15%"),
        ("15%", "51%"),
        ("at least 6 hours", "6 hours"),
        ("5 mg", "5 g"),
        ("3 days", "3 weeks"),
        ("10 mg, then 4 mg", "10 mg, then 8 mg"),
    ],
)
def test_values_that_are_not_the_same_differ(one: str, other: str) -> None:
    found = reconciled(figure("a", one), figure("b", other))
    assert len(found.facts) == len(found.disagreements) == 1
    assert [side.value for side in found.facts[0].differs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5–30%", "5% to 30%"),
        ("between 5% and 30%", "5-30 percent"),
        ("2 weeks", "two weeks"),
        ("less than 1%", "<1%"),
        ("3 months or more", "at least 3 months"),
    ],
)
def test_values_that_are_worded_differently_are_the_same(one: str, other: str) -> None:
    found = reconciled(figure("a", one), figure("b", other))
    assert [fact.differs for fact in found.facts] == [()]
    assert found.disagreements == ()


TREATED = "What is gout treated with?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colchicine", "colchicine and steroids"),
        ("drugs that lower urate", "drugs that do not lower urate"),
        ("rest, ice, naproxen, colchicine", "rest, ice, naproxen, ketoprofen"),
        ("drugs for left knees", "drugs for right knees"),
        ("drugs (colchicine)", "colchicine"),
    ],
)
def test_a_partial_list_and_a_denial_are_not_the_same(one: str, other: str) -> None:
    asked = [told("a", one, TREATED, "with"), told("b", other, TREATED, "with")]
    found = reconciled(*asked)
    assert [len(fact.citations) for fact in found.facts] == [1, 1]
    assert found.disagreements == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("magnetic resonance imaging (MRI)", "MRI"),
        ("colchicine", "the drug colchicine, also called colcrys"),
        ("swollen joints", "swollen joints like the toe"),
        ("NSAIDs and colchicine", "colchicine or NSAIDs (ibuprofen)"),
    ],
)
def test_one_answer_under_two_names_is_the_same(one: str, other: str) -> None:
    (fact,) = reconciled(told("a", one, TREATED, "with"), told("b", other, TREATED, "with")).facts
    assert {citation.source_id for citation in fact.citations} == {"a.txt", "b.txt"}


@pytest.mark.parametrize(
    "other",
    [
        "a form of arthritis that is not caused by urate crystals",
        "an acute form of arthritis caused by urate crystals of 5 mm",
        "a benign form of arthritis caused by urate crystals",
    ],
)
def test_definitions_that_say_the_opposite_are_not_the_same(other: str) -> None:
    asked = "What is gout?"
    one = told("a", "a malignant form of arthritis caused by urate crystals of 7 mm", asked)
    found = reconciled(one, told("b", other, asked))
    assert [len(fact.citations) for fact in found.facts] == [1, 1]


def about(topic: str, name: str, value: str, question: str, attribute: str = "is") -> Fact:
    return replace(told(name, value, question, attribute), topic=topic)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gout", "pseudogout"),
        ("gout", "acute gout"),
        ("hypertension", "hyperthyroidism"),
        ("arthritis", "arthrosis"),
        ("type 1 diabetes", "type 2 diabetes"),
        ("small cell lung cancer", "non-small cell lung cancer"),
        ("pediatric wrist fracture", "recurrent pediatric wrist fracture"),
    ],
)
def test_the_same_question_about_another_topic_is_another(one: str, other: str) -> None:
    found = reconciled(
        about(one, "a", "pain", f"What does {one} cause?", "cause"),
        about(other, "b", "pain", f"What does {other} cause?", "cause"),
    )
    assert [len(fact.citations) for fact in found.facts] == [1, 1]
    assert not any("according to" in fact.question for fact in found.facts)


def test_a_word_that_begins_like_the_topic_is_not_the_topic() -> None:
    found = reconciled(
        about("hypertension", "a", "headache", "What does hypertension cause?", "cause"),
        about("hypertension", "b", "headache", "What does hyperglycemia cause?", "cause"),
    )
    assert [len(fact.citations) for fact in found.facts] == [1, 1]


def test_a_question_with_the_topic_behind_it_is_the_same_within_that_topic() -> None:
    plain = about("gout", "a", "A lump of urate under the skin", "What is a tophus?")
    behind = about("gout", "b", "A lump of urate", "What is tophus in gout?")
    elsewhere = about("lupus", "c", "A lump of urate", "What is tophus in lupus?")
    found = reconciled(
        plain,
        behind,
        elsewhere,
    )
    assert [fact.question for fact in found.facts] == [plain.question, elsewhere.question]
    assert [len(fact.citations) for fact in found.facts] == [2, 1]


@pytest.mark.parametrize("other", ["may gout cause", "can gout cause", "does gout not cause"])
def test_what_may_be_is_not_what_is(other: str) -> None:
    found = reconciled(
        about("gout", "a", "pain", "What does gout cause?", "cause"),
        about("gout", "b", "pain", f"What {other}?", "cause"),
    )
    assert [len(fact.citations) for fact in found.facts] == [1, 1]


def test_one_document_does_not_answer_a_question_twice() -> None:
    found = reconciled(
        about("gout", "a", "pain", "What does gout cause?", "cause"),
        about("gout", "a", "kidney stones in later years", "What can gout cause?", "cause"),
    )
    assert len(found.facts) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("5 mg twice daily", "5 mg once daily"), ("10 mg for 2 days", "10 mg for 3 days")],
)
def test_how_often_a_dose_is_given_is_part_of_it(one: str, other: str) -> None:
    found = reconciled(figure("a", one), figure("b", other))
    assert [fact.citations for fact in found.facts] == [(at("a"),)]
    assert len(found.disagreements) == 1


@pytest.mark.parametrize(
    "other",
    [
        "What percentage of men with gout have tophi?",
        "What percentage of adults with gout have kidney stones?",
        "What percentage of tophi occur in adults?",
        "What percentage of adults with tophi have pain?",
        "How often do adults with gout have tophi?",
    ],
)
def test_another_whole_is_another_question(other: str) -> None:
    found = reconciled(figure("a", "15%"), figure("b", "30%", other))
    assert [fact.question for fact in found.facts] == [TOPHI, other]
    assert found.disagreements == ()


def test_a_different_rank_is_a_disagreement() -> None:
    asked = "What is the most common site of gout?"
    found = reconciled(told("a", "the toe", asked, "rank"), told("b", "the knee", asked, "rank"))
    (disagreement,) = found.disagreements
    assert [side.value for side in disagreement.sides] == ["The toe", "The knee"]


def test_answers_that_cannot_be_compared_are_asked_as_their_documents_own() -> None:
    asked = "What is gout?"
    found = reconciled(
        told("a", "a form of arthritis that urate causes", asked),
        told("b", "the most painful guest of the night", asked),
    )
    assert [fact.question for fact in found.facts] == [
        "What is gout, according to “Gout by a”?",
        "What is gout, according to “Gout by b”?",
    ]
    assert found.disagreements == ()
    assert len({card.key for card in make(found.facts)}) == 2


def test_a_definition_told_again_in_almost_the_same_words_is_the_same() -> None:
    asked = "What is gout?"
    (fact,) = reconciled(
        told("a", "a form of arthritis that is caused by urate crystals", asked),
        told("b", "a painful form of arthritis caused by urate crystals", asked),
    ).facts
    assert {citation.source_id for citation in fact.citations} == {"a.txt", "b.txt"}


FACTS = (
    figure("a", "5–30%"),
    figure("b", "10–40%"),
    figure("c", "5 to 30%"),
    figure("a", "12%", "What percentage of men with gout have tophi?", 5),
    told("a", "a form of arthritis that urate causes", "What is gout?"),
    told("b", "the most painful guest of the night", "What is gout?"),
)


def test_the_order_of_the_facts_does_not_matter() -> None:
    expected = reconciled(*FACTS)
    assert all(reconciled(*order) == expected for order in permutations(FACTS))


VALUES = st.sampled_from(["5%", "10%", "up to 10%", "5–30%", "many", "a few of them", "2 weeks"])
QUESTIONS = st.sampled_from([TOPHI, "What is gout?", "How long does gout last?"])
SOME = st.lists(
    st.builds(figure, st.sampled_from("abc"), VALUES, QUESTIONS, st.integers(1, 9)), max_size=8
)


@given(SOME, st.permutations("abc"))
def test_the_order_of_the_documents_does_not_matter_for_any_facts(
    facts: list[Fact], order: list[str]
) -> None:
    ordered = sorted(facts, key=lambda fact: order.index(fact.citations[0].source_id[0]))
    assert reconciled(*ordered) == reconciled(*facts)


@given(SOME)
def test_every_disagreement_stands_on_its_fact(facts: list[Fact]) -> None:
    found = reconciled(*facts)
    shown = {question_of(fact): fact.differs for fact in found.facts if fact.differs}
    assert {d.question: d.sides[1:] for d in found.disagreements} == shown


def test_two_blanks_in_one_sentence_are_two_questions() -> None:
    first = "Gout: {{c1::Febuxostat::what?}} lowers uric acid by inhibiting xanthine oxidase."
    second = "Gout: Febuxostat lowers uric acid by inhibiting {{c1::xanthine oxidase::what?}}."
    facts = [
        asked(first, "Febuxostat", FactKind.FINDING, 3),
        asked(second, "xanthine oxidase", FactKind.FINDING, 3, subject="febuxostat"),
    ]
    assert {fact.question for fact in reconciled(*facts).facts} == {first, second}
