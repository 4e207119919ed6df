import pytest

from studyapp.config.parser import Parser
from studyapp.language.clause import Clause, clauses


def read(parser: Parser, text: str) -> list[Clause]:
    (doc,) = parser([text])
    return list(clauses(doc))


def only(parser: Parser, text: str) -> Clause:
    (clause,) = read(parser, text)
    return clause


@pytest.mark.parametrize(
    ("text", "wh", "question"),
    [
        ("Warfarin inhibits an enzyme.", "What", "What does warfarin inhibit"),
        ("Steroids reduce inflammation.", "What", "What do steroids reduce"),
        ("The drug reduced pain.", "What", "What did the drug reduce"),
        ("Gout may cause kidney stones.", "What", "What may gout cause"),
        ("Gout is treated with colchicine.", "With what", "With what is gout treated"),
        ("Tophi are lumps of urate.", "What", "What are tophi"),
        ("Patients should be given fluids.", "What", "What should patients be given"),
        ("Surgery is also used for bleeding.", "What", "What is surgery also used"),
        ("In children, fever needs a blood test.", "What", "In children, what does fever need"),
        ("Ultrasound can rule out a stone.", "What", "What can ultrasound rule out"),
    ],
)
def test_a_question_from_a_statement(parser: Parser, text: str, wh: str, question: str) -> None:
    assert only(parser, text).ask(wh).casefold() == question.casefold()


def test_the_parts_of_a_clause(parser: Parser) -> None:
    clause = only(parser, "In adults, gout may often cause kidney stones.")
    assert (clause.fronted, clause.subject) == ("In adults", "gout")
    assert (clause.aux, clause.verb, clause.lemma) == ("may", "often cause", "cause")
    assert clause.rest == "kidney stones"
    assert clause.predicate == "may often cause kidney stones"
    assert (clause.plural, clause.passive, clause.negated) == (False, False, False)


def test_number_voice_and_denial(parser: Parser) -> None:
    clause = only(parser, "Gout and pseudogout are not treated with antibiotics.")
    assert (clause.plural, clause.passive, clause.negated) == (True, True, True)
    assert only(parser, "Gout is a form of arthritis.").copula


def test_verbs_joined_by_and_share_their_subject(parser: Parser) -> None:
    first, second = read(parser, "Colchicine reduces inflammation and prevents new attacks.")
    assert (first.lemma, first.rest) == ("reduce", "inflammation")
    assert (second.subject, second.lemma, second.rest) == ("Colchicine", "prevent", "new attacks")
    assert second.ask("What") == "What does Colchicine prevent"


def test_verbs_joined_by_and_share_their_auxiliary(parser: Parser) -> None:
    found = read(parser, "Surgery can remove the clot and restore the flow.")
    assert [clause.ask("What") for clause in found] == [
        "What can Surgery remove",
        "What can Surgery restore",
    ]


def test_verbs_joined_by_or_share_their_denial(parser: Parser) -> None:
    found = read(parser, "Patients should not drive cars or operate machines.")
    assert [clause.negated for clause in found] == [True] * len(found)


def test_a_relative_clause_is_a_claim_of_its_own(parser: Parser) -> None:
    found = read(parser, "Gout attacks the tendons, which move the joints.")
    assert ("the tendons", "move") in [(clause.subject, clause.lemma) for clause in found]


def test_a_relative_clause_that_may_mean_the_whole_statement_is_no_claim(parser: Parser) -> None:
    found = read(parser, "Swelling blocks the flow of bile, which raises the pressure.")
    assert "raise" not in [clause.lemma for clause in found]


def test_a_remark_is_no_part_of_the_subject(parser: Parser) -> None:
    clause = read(parser, "Gout, which is common, causes pain.")[0]
    assert (clause.subject, clause.rest) == ("Gout", "pain")


def test_an_opener_that_only_links_is_dropped(parser: Parser) -> None:
    assert only(parser, "However, gout causes pain.").fronted == ""
    assert only(parser, "In children, gout causes pain.").fronted == "In children"


def test_what_studies_show_is_the_claim_itself(parser: Parser) -> None:
    clause = only(parser, "Studies show that colchicine reduces inflammation.")
    assert (clause.subject, clause.lemma) == ("colchicine", "reduce")


@pytest.mark.parametrize(
    "text",
    [
        "Gout in adults.",
        "Rest the joint.",
        "Hot, red and swollen joints",
        "Whether gout hurts depends.",
        "",
    ],
)
def test_what_is_no_clear_statement_has_no_clause(parser: Parser, text: str) -> None:
    assert read(parser, text) == []


def test_a_participle_before_its_noun_is_no_verb(parser: Parser) -> None:
    text = "Sepsis may be complicated by shock, disseminated intravascular coagulation, and death."
    assert only(parser, text).rest.startswith("by shock, disseminated intravascular coagulation")
