"""Documents of many constructions, each with the cards it must and must not give."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import pytest

from studyapp import reading
from studyapp.config.parser import Parser
from tests.facts.cases import CASES, FIXTURES, Case, Made
from tests.facts.expected import Expected, read_expected, shown
from tests.facts.measure import measured, total

COVERAGE = 0.51
FILLING = 0.60
PRECISION = 0.89
"""The line that is held: raise it when `make measure` says more."""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_document_gives_its_cards(case: Case, parser: Parser) -> None:
    faults = list(_faults(case.expected(), case.made(parser), several=case.several))
    assert not faults, "\n".join([f"{case.path.name}:", *faults])


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_line_that_must_give_no_card_gives_no_blank(case: Case, parser: Parser) -> None:
    expected = case.expected()
    for card in case.blanks(parser):
        for cited in card.citations:
            named = any(place.touched(cited) for place in expected.places)
            assert not named or any(place.touched(cited) for place in expected.blanks), card


def _faults(expected: Expected, found: Made, *, several: bool) -> Iterator[str]:
    made = [shown(card, named=several) for card in found.cards]
    for wanted in expected.cards:
        if wanted not in made:
            yield f"missing    {wanted}"
            yield from (f"  made is  {near}" for near in get_close_matches(wanted, made, 1))
    for card, text in zip(found.cards, made, strict=True):
        said = f"{card.question} {card.answer}".casefold()
        yield from (f"forbidden  {text} ('{words}')" for words in expected.words if words in said)
        for place in expected.places:
            if any(place.touched(citation) for citation in card.citations):
                yield f"forbidden  {text} ({place.lines[0]} must give no card)"
    told = [(d.question, tuple(side.value for side in d.sides)) for d in found.disagreements]
    for one in expected.differing:
        if not any(one.told_by(*two) for two in told):
            yield f"missing    {one.text} among {told}"


def test_facts_are_covered_and_cards_are_right(parser: Parser) -> None:
    every = total(measured(case, parser) for case in CASES)
    assert every.facts > 100
    assert every.coverage >= COVERAGE, "\n".join(every.left_out)
    assert every.filling >= FILLING
    assert every.precision >= PRECISION, "\n".join(every.unjudged)


def test_every_document_says_what_it_expects() -> None:
    documents = {path.stem for path in FIXTURES.iterdir() if path.suffix != ".expected"}
    assert documents == {case.name for case in CASES}


def test_documents_of_every_format_are_among_them() -> None:
    found = {path.suffix for path in reading.find((FIXTURES,))}
    assert found >= {".txt", ".md", ".html", ".pdf", ".docx"}


def test_a_line_of_another_form_is_named(tmp_path: Path) -> None:
    case = tmp_path / "gout.expected"
    case.write_text("NO: x\n\nQ: What? A: That\n")
    with pytest.raises(ValueError, match=r"^gout\.expected:3: none of Q, FACT, OK"):
        read_expected(case)
