"""Sentences that no question asks, with one part left out."""

import pytest

from studyapp import facts, reading
from studyapp.config.parser import Parser
from studyapp.facts.patients import of_patients
from studyapp.model import CLOZE, Fact


def _clozes(text: str, parser: Parser) -> list[tuple[Fact, ...]]:
    document = reading.read_bytes(text.encode(), "gout.txt", "gout.txt").document
    return list(facts.clozes(facts.told(document, parser), ()))


@pytest.mark.parametrize(
    ("sentence", "deletion", "hint"),
    [
        (
            "To prevent tophi, allopurinol 100 mg a day should be started {}.",
            "once the acute attack has settled",
            "when?",
        ),
        (
            "Febuxostat lowers the urate in the blood by inhibiting {}.",
            "xanthine oxidase",
            "what?",
        ),
    ],
)
def test_one_whole_part_is_left_out(
    parser: Parser, sentence: str, deletion: str, hint: str
) -> None:
    page = f"Gout\n\nGout is a disease of the joints.\n\n{sentence.format(deletion)}\n"
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    gaps = [gap for fact in found if (gap := CLOZE.search(fact.question))]
    assert any(g["deletion"] == deletion and g["hint"].startswith(hint) for g in gaps)


@pytest.mark.parametrize(
    "sentence",
    [
        "This enzyme turns xanthine into urate.",
        "A recent trial enrolled 40 patients with tophi.",
        "The figure below shows a swollen toe with tophi.",
        "They deposit urate crystals in the cartilage.",
        "Febuxostat was approved for gout in 2009.",
        "Attacks of gout depend on many factors, such as purines.",
    ],
)
def test_what_does_not_stand_alone_is_not_shown(parser: Parser, sentence: str) -> None:
    page = f"Gout\n\nGout is a disease of the joints.\n\n{sentence}\n"
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    assert not any(sentence[:20] in CLOZE.sub(lambda m: m["deletion"], f.question) for f in found)


def test_a_sentence_that_leans_is_shown_behind_the_one_before(parser: Parser) -> None:
    page = (
        "Gout\n\nXanthine oxidase makes urate in the liver. "
        "Febuxostat blocks this enzyme without harming purine or pyrimidine synthesis.\n"
    )
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    leaning = [fact for fact in found if "this enzyme" in fact.question]
    assert leaning
    assert all("Xanthine oxidase makes urate in the liver. " in f.question for f in leaning)


@pytest.mark.parametrize(
    "sentence",
    [
        "Allopurinol inhibits xanthine oxidase.",
        "Surgery addresses tendon rupture, nerve damage, and ulcerated tophi.",
        "Treatment of gout focuses on relieving pain, lowering urate, and dissolving tophi.",
        "Ultrasonography is the gold standard for the diagnosis of gout.",
    ],
)
def test_what_a_question_asks_is_not_asked_again(sentence: str, parser: Parser) -> None:
    page = f"Gout\n\n{sentence}\n".encode()
    document = reading.read_bytes(page, "gout.txt", "gout.txt").document
    told = facts.told(document, parser)
    assert told.facts
    assert not list(facts.clozes(told, told.facts))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("You may need insulin if you don't eat.", "Patients may need insulin if they don't eat."),
        (
            "After the test, your doctor may give you a splint.",
            "After the test, the doctor may give patients a splint.",
        ),
        ("If you're tired, you've lost blood.", "If patients are tired, they have lost blood."),
        ("Ask your doctor what you should eat.", "Ask your doctor what you should eat."),
        ("We hope that you get well.", "We hope that you get well."),
    ],
)
def test_what_speaks_to_its_reader_is_told_of_patients(said: str, told: str) -> None:
    assert of_patients(said) == told


def test_several_parts_of_a_sentence_are_asked_apart(parser: Parser) -> None:
    page = (
        "Gout\n\nGout is a disease of the joints.\n\nFebuxostat lowers the level of uric acid by"
        " inhibiting xanthine oxidase in patients who cannot take allopurinol.\n"
    )
    best = [choices[0].value for choices in _clozes(page, parser)]
    assert "xanthine oxidase" in best
    assert len(set(best)) == len(best) > 1
