"""Lists that no question asks, their items left out behind the lead-in."""

import pytest

from studyapp import cards, checks, facts, reading
from studyapp.config.parser import Parser
from studyapp.model import CLOZE, Fact

_HEAD = "# Gout\n\nGout is a disease of the joints.\n\n"


def _lists(page: str, parser: Parser) -> list[Fact]:
    """The list clozes of a page that pass every check, in order."""
    document = reading.read_bytes(page.encode(), "gout.md", "gout.md").document
    told = facts.told(document, parser)
    made = [(fact, cards.make((fact,))[0]) for fact in told.facts]
    library = {document.source.id: document}
    sound = [fact for fact, card in made if not checks.faults(card, library)]
    found = []
    for choices in facts.clozes(told, sound):
        fit = (f for f in choices if not checks.faults(cards.make((f,))[0], library))
        best = next(fit, None)
        if best is not None and best.items:
            found.append(best)
    return found


def _page(heading: str, lead: str, *items: str) -> str:
    listed = "\n".join(f"- {item}" for item in items)
    return f"{_HEAD}## {heading}\n\n{lead}\n\n{listed}\n"


@pytest.mark.parametrize(
    ("heading", "lead", "items", "shown"),
    [
        (
            "Attacks",
            "The following raise the risk of an attack:",
            ("Alcohol", "Red meat", "Diuretics"),
            ("Gout: {{c1::Alcohol; red meat; diuretics::which 3?}} raise the risk of an attack."),
        ),
        (
            "Attacks",
            "During an attack, people notice:",
            ("Sudden pain", "Swelling of the joint"),
            (
                "Gout: During an attack, people notice: "
                "{{c1::Sudden pain; swelling of the joint::which 2?}}"
            ),
        ),
        (
            "Care",
            "Before starting allopurinol, check:",
            ("Kidney function", "Liver function"),
            (
                "Gout: Before starting allopurinol, check: "
                "{{c1::Kidney function; liver function::which 2?}}"
            ),
        ),
        (
            "Care",
            "First-line studies should include the following:",
            ("Blood urate", "Lactate dehydrogenase"),
            (
                "Gout: First-line studies should include: "
                "{{c1::Blood urate; lactate dehydrogenase::which 2?}}"
            ),
        ),
        (
            "The joint",
            "Synovial membranes consist of two layers, from inside to outside:",
            ("Intima", "Subintima"),
            (
                "Gout: Synovial membranes consist of two layers, from inside to outside: "
                "{{c1::Intima; subintima::which 2?}}"
            ),
        ),
        (
            "When to call a doctor",
            "",
            ("Fever with a hot joint", "Pain for longer than a week"),
            (
                "Gout: When to call a doctor: "
                "{{c1::Fever with a hot joint; pain for longer than a week::which 2?}}"
            ),
        ),
        (
            "What are the complications of gout?",
            "",
            ("Tophi", "Kidney stones"),
            "Complications of gout: {{c1::Tophi; kidney stones::which 2?}}",
        ),
    ],
)
def test_the_items_are_left_out_behind_their_lead_in(
    parser: Parser, heading: str, lead: str, items: tuple[str, ...], shown: str
) -> None:
    found = _lists(_page(heading, lead, *items), parser)
    assert [fact.question for fact in found] == [shown]
    assert [gap["deletion"] for f in found for gap in CLOZE.finditer(f.question)] == [
        fact.value for fact in found
    ]


def test_of_a_long_list_some_items_are_asked(parser: Parser) -> None:
    items = [
        f"{joint} joint of the {side} side"
        for joint in ("Hip", "Knee", "Wrist")
        for side in ("left", "right")
    ]
    lead = "During an attack, people notice pain in:"
    found = _lists(_page("Attacks", lead, *items), parser)
    hints = [gap["hint"] for f in found for gap in CLOZE.finditer(f.question)]
    assert hints == ["which 5 of the 6?"]


@pytest.mark.parametrize(
    ("heading", "lead", "items"),
    [
        ("Care", "Questions to ask a doctor:", ("What caused it?", "Which drugs help?")),
        ("Care", "You should:", ("Rest the joint", "Drink water")),
        ("Care", "See also:", ("Kidney stones", "Arthritis")),
        ("Learn more", "The following may help people notice attacks:", ("Diaries", "Charts")),
        ("Research", "Trials of new drugs compare:", ("Febuxostat", "Allopurinol")),
        ("Care", "Local resources include the following:", ("Gout Society", "Kidney Trust")),
        ("Care", "Late problems include the following:", ("Infection", "Stiffness")),
        ("Attacks", "These raise the risk of an attack:", ("Alcohol", "Red meat")),
        ("Attacks", "The following raise the risk of an attack:", ("Alcohol", "Other foods")),
        (
            "Attacks",
            "The following raise the risk of an attack:",
            ("Alcohol raises the urate level.", "Red meat holds many purines."),
        ),
        ("Which of the following is a crystal?", "", ("Urate", "Glucose", "Albumin")),
    ],
)
def test_what_is_no_list_to_learn_is_not_shown(
    parser: Parser, heading: str, lead: str, items: tuple[str, ...]
) -> None:
    assert not _lists(_page(heading, lead, *items), parser)


def test_a_lead_in_that_leans_is_shown_behind_the_sentence_before(parser: Parser) -> None:
    lead = "Surgery removes large tophi from the hand. This operation may harm the following:"
    found = _lists(_page("Care", lead, "Nerves", "Tendons of the fingers"), parser)
    assert [f.question.split(": {{")[0] for f in found] == [
        "Gout: Surgery removes large tophi from the hand. This operation may harm"
    ]


def test_a_list_that_a_question_asks_is_not_asked_again(parser: Parser) -> None:
    page = _page("Signs", "Signs of gout include:", "Tophi", "A swollen toe")
    document = reading.read_bytes(page.encode(), "gout.md", "gout.md").document
    told = facts.told(document, parser)
    assert any(fact.items for fact in told.facts)
    assert not _lists(page, parser)


def test_a_list_given_twice_is_asked_once(parser: Parser) -> None:
    lead, items = "The following raise the risk of an attack:", ("Alcohol", "Red meat")
    page = _page("Attacks", lead, *items)
    assert len(_lists(page + page.replace(_HEAD, "\n").replace("Attacks", "Summary"), parser)) == 1
