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
        for fact, witness in facts.witnesses(found, found, cards.question_of)
        if fact.subject != "gout"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Naproxen and colchicine are particularly effective for early attacks.",
        "Naproxen, colchicine, and prednisone are particularly effective for early attacks.",
        "Naproxen and colchicine are particularly effective for early attacks like swollen toes.",
    ],
)
def test_what_is_said_of_two_things_bears_out_what_is_said_of_one(
    parser: Parser, other: str
) -> None:
    question = "What is colchicine particularly effective for in gout?"
    assert _witnessed(parser, SAID, other) == [(question, ["b.txt"])]
    assert _witnessed(parser, other, SAID) == [(question, ["a.txt"])]


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


def test_a_page_about_something_else_bears_out_nothing(parser: Parser) -> None:
    page = "Pseudogout\n\nPseudogout is a form of arthritis. Pseudogout hurts.\n\n{}\n"
    other = "Naproxen and colchicine are particularly effective for early attacks."
    found = [
        fact
        for name, text in (("a.txt", PAGE.format(SAID)), ("b.txt", page.format(other)))
        for fact in facts.extract(reading.read_bytes(text.encode(), name, name).document, parser)
    ]
    assert list(facts.witnesses(found, found, cards.question_of)) == []


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
