"""Which places of other documents bear out a fact, and which only look as if they did."""

import pytest

from studyapp import cards, facts, reading
from studyapp.config.parser import Parser

PAGE = "Gout\n\nGout is a form of arthritis. Gout hurts.\n\n{}\n"
SAID = "Colchicine is particularly effective for early attacks."


def _witnessed(parser: Parser, *pages: str) -> list[tuple[str, list[str]]]:
    """The questions that another page bears out, with the names of the pages that do."""
    found = [
        fact
        for name, said in zip("abc", pages, strict=False)
        for fact in facts.extract(
            reading.read_bytes(PAGE.format(said).encode(), f"{name}.txt", name).document, parser
        )
    ]
    return [
        (cards.question_of(fact), [place.source_id for place in witness.citations])
        for fact, witness in facts.witnesses(found, cards.question_of)
        if fact.subject != "gout"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Naproxen and colchicine are particularly effective for early attacks.",
        "Naproxen, colchicine, and prednisone are particularly effective for early attacks.",
        "Naproxen and colchicine are particularly effective for early attacks like swollen toes.",
        "Naproxen and the drug colchicine are particularly effective for early attacks.",
    ],
)
def test_what_is_said_of_two_things_bears_out_what_is_said_of_one(
    parser: Parser, other: str
) -> None:
    question = "What is colchicine particularly effective for in gout?"
    assert _witnessed(parser, SAID, other) == [(question, ["b.txt"])]
    assert _witnessed(parser, other, SAID) == [(question, ["a.txt"])]


def test_a_thing_with_a_short_name_is_the_same_under_it(parser: Parser) -> None:
    said = "Computed tomography (CT) scans detect urate crystals in the joints."
    other = "CT scans detect urate crystals in the joints."
    assert [places for _, places in _witnessed(parser, said, other)] == [["b.txt"], ["a.txt"]]


@pytest.mark.parametrize(
    "other",
    [
        "Naproxen and prednisone are particularly effective for early attacks.",
        "Naproxen plus colchicine is particularly effective for early attacks.",
        "Naproxen or colchicine is particularly effective for early attacks.",
        "Naproxen and colchicine together are particularly effective for early attacks.",
        "Naproxen and colchicine are not particularly effective for early attacks.",
        "Naproxen and colchicine may be particularly effective for early attacks.",
        "Naproxen and colchicine are particularly effective for late attacks.",
        "Naproxen and colchicine are particularly effective for early attacks and fever.",
        "Naproxen and colchicine are particularly effective for attacks.",
        "Naproxen and colchicine are equally effective for early attacks.",
        "In children, naproxen and colchicine are particularly effective for early attacks.",
        "Naproxen and low-dose colchicine are particularly effective for early attacks.",
        "Early attacks are particularly effective for naproxen and colchicine.",
    ],
)
def test_what_only_looks_alike_bears_out_nothing(parser: Parser, other: str) -> None:
    assert _witnessed(parser, SAID, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oxalate forms stones.", "Calcium and oxalate form stones."),
        ("Toes account for 60% of attacks.", "Toes and knees account for 60% of attacks."),
        ("The toe joins the foot bones.", "The ankle and the toe join the foot bones."),
    ],
)
def test_what_two_things_are_or_do_together_is_not_said_of_each(
    parser: Parser, one: str, other: str
) -> None:
    assert _witnessed(parser, one, other) == []


def test_the_order_of_the_pages_does_not_matter(parser: Parser) -> None:
    both = "Naproxen and colchicine are particularly effective for early attacks."
    more = "Rest and colchicine are particularly effective for early attacks."
    found = _witnessed(parser, SAID, both, more)
    assert [places for _, places in found] == [["b.txt"], ["c.txt"]]
    assert [places for _, places in _witnessed(parser, both, more, SAID)] == [["a.txt"], ["b.txt"]]


def test_a_page_about_something_else_bears_out_nothing(parser: Parser) -> None:
    page = "Pseudogout\n\nPseudogout is a form of arthritis. Pseudogout hurts.\n\n{}\n"
    other = "Naproxen and colchicine are particularly effective for early attacks."
    found = [
        fact
        for name, text in (("a.txt", PAGE.format(SAID)), ("b.txt", page.format(other)))
        for fact in facts.extract(reading.read_bytes(text.encode(), name, name).document, parser)
    ]
    assert list(facts.witnesses(found, cards.question_of)) == []


def test_a_page_that_says_it_of_more_things_at_once_is_asked_about_all_of_them(
    parser: Parser,
) -> None:
    other = "Naproxen and colchicine are particularly effective for early attacks."
    text = PAGE.format(f"{SAID}\n\n{other}")
    document = reading.read_bytes(text.encode(), "a.txt", "a").document
    found = facts.reconcile(
        facts.extract(document, parser), cards.question_of, cards.answer_of, {}
    )
    asked = [cards.question_of(fact) for fact in found.facts]
    assert [question for question in asked if "effective" in question] == [
        "What are naproxen and colchicine particularly effective for in gout?"
    ]
