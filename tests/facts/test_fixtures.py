"""Documents of many constructions, each with the cards it must and must not give."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path

import pytest

from studyapp.model import Card
from tests.facts.expected import Expected, read_expected, shown

FIXTURES = Path(__file__).parent / "fixtures"
CASES = sorted(FIXTURES.glob("*.expected"))


def _document(case: Path) -> Path:
    (found,) = (path for path in FIXTURES.glob(f"{case.stem}.*") if path != case)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_document_gives_its_cards(case: Path, cards_of: Callable[[Path], list[Card]]) -> None:
    faults = list(_faults(read_expected(case), cards_of(_document(case))))
    assert not faults, "\n".join([f"{case.name}:", *faults])


def _faults(expected: Expected, cards: list[Card]) -> Iterator[str]:
    made = [shown(card) for card in cards]
    for wanted in expected.cards:
        if wanted not in made:
            yield f"missing    {wanted}"
            yield from (f"  made is  {near}" for near in get_close_matches(wanted, made, 1))
    for card, text in zip(cards, made, strict=True):
        said = f"{card.question} {card.answer}".casefold()
        yield from (f"forbidden  {text} ('{words}')" for words in expected.words if words in said)
        for lines in expected.lines:
            cited = (citation.lines for citation in card.citations)
            if any(one.first <= lines.last and lines.first <= one.last for one in cited):
                yield f"forbidden  {text} ({lines} must give no card)"


def test_every_document_says_what_it_expects() -> None:
    documents = {path.stem for path in FIXTURES.iterdir() if path.suffix in {".txt", ".md"}}
    assert documents == {case.stem for case in CASES}


def test_a_line_of_another_form_is_named(tmp_path: Path) -> None:
    case = tmp_path / "gout.expected"
    case.write_text("NO: x\n\nQ: What? A: That\n")
    with pytest.raises(ValueError, match=r"^gout\.expected:3: neither a Q with an A and lines"):
        read_expected(case)
