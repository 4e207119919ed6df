"""Sentences that no question asks, with one part left out."""

import pytest

from studyapp import facts, reading
from studyapp.config.parser import Parser
from studyapp.facts.cloze.general import is_general
from studyapp.facts.cloze.hanging import is_hanging
from studyapp.facts.cloze.people import is_people
from studyapp.facts.cloze.unfit import is_cut_off
from studyapp.facts.patients import of_patients
from studyapp.facts.voice import impersonal
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
        "Studies are testing whether canakinumab prevents attacks of tophaceous gout.",
        "Paula’s doctor prescribes colchicine, because aspirin may raise serum urate.",
        "Main Signs of Tophaceous Gout begin with podagra in the first metatarsal joint.",
        "In the way just described, monosodium urate causes podagra.",
        "Happens when monosodium urate crystallizes in the synovial fluid.",
        "Women on dialysis are at even greater risk of tophaceous gout.",
    ],
)
def test_what_does_not_stand_alone_is_not_shown(parser: Parser, sentence: str) -> None:
    page = f"Gout\n\nGout is a disease of the joints.\n\n{sentence}\n"
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    assert not any(sentence[:20] in CLOZE.sub(lambda m: m["deletion"], f.question) for f in found)


@pytest.mark.parametrize(
    ("sentence", "blank"),
    [
        (
            "Research suggests that febuxostat lowers uric acid by inhibiting xanthine oxidase.",
            "xanthine oxidase",
        ),
        ("Our own cells turn hypoxanthine into uric acid.", "hypoxanthine"),
        (
            "Febuxostat (see the table) lowers uric acid by inhibiting xanthine oxidase.",
            "xanthine oxidase",
        ),
    ],
)
def test_what_is_so_in_general_is_shown(parser: Parser, sentence: str, blank: str) -> None:
    page = f"Gout\n\nGout is a disease of the joints.\n\n{sentence}\n"
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    assert blank in {fact.value for fact in found}


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Lesch-Nyhan syndrome is linked to a lack of transferase.", "to a lack of transferase"),
        ("Non-steroidal drugs relieve podagra of the joint.", "steroidal drugs"),
        ("A hand-held device measures the thickness of tophi.", "A hand"),
    ],
)
def test_a_part_that_is_cut_is_not_left_out(parser: Parser, sentence: str, part: str) -> None:
    (doc,) = parser([sentence])
    span = doc.char_span(sentence.index(part), sentence.index(part) + len(part))
    assert span is not None
    assert is_cut_off(span, "name")


@pytest.mark.parametrize(
    ("sentence", "part", "hanging"),
    [
        ("Tophi may harm the joint and its cartilage.", "its cartilage", True),
        ("Gout begins with (sudden) pain at night.", "(sudden) pain at night", True),
        ("Patients report lowering urate with diet.", "lowering urate with diet", True),
        ("Tophi may harm the cartilage of a joint.", "the cartilage of a joint", False),
    ],
)
def test_what_points_outside_itself_is_not_left_out(
    parser: Parser, sentence: str, part: str, *, hanging: bool
) -> None:
    (doc,) = parser([sentence])
    span = doc.char_span(sentence.index(part), sentence.index(part) + len(part))
    assert span is not None
    assert is_hanging(span, "object") is hanging


@pytest.mark.parametrize(
    ("part", "people"),
    [("A health care provider", True), ("Most patients", True), ("Children with gout", False)],
)
def test_people_alone_are_no_answer(parser: Parser, part: str, *, people: bool) -> None:
    (doc,) = parser([f"{part} may need an injection."])
    assert is_people(doc[: len(doc) - 5]) is people


def test_what_letters_stand_for_is_left_to_their_own_card(parser: Parser) -> None:
    page = "Gout\n\nGout is a disease.\n\nXanthine oxidase (XO) makes urate from hypoxanthine.\n"
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    assert "Xanthine oxidase" not in {fact.value for fact in found}


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


def test_what_goes_on_of_men_is_shown_behind_the_sentence_on_men(parser: Parser) -> None:
    page = (
        "Gout\n\nIn men, serum urate rises at puberty. Monosodium urate crystallizes in the first"
        " metatarsal joint after 20 years.\n"
    )
    found = [choice for choices in _clozes(page, parser) for choice in choices]
    later = [fact for fact in found if "metatarsal" in CLOZE.sub(r"\g<deletion>", fact.question)]
    assert later
    assert all("In men, serum urate rises" in fact.question for fact in later)


def test_the_course_of_the_disease_is_named_as_the_heading_names_it(parser: Parser) -> None:
    page = (
        "# Gout\n\nGout is a disease of the joints.\n\n## Treatment of acute gout\n\nColchicine"
        " 1 mg is given by mouth within 12 hours of the first pain, before any febuxostat.\n"
    )
    document = reading.read_bytes(page.encode(), "gout.md", "gout.md").document
    told = facts.told(document, parser)
    found = [choice for choices in facts.clozes(told, ()) for choice in choices]
    assert found
    assert all(fact.question.startswith("Acute gout") for fact in found)


def test_what_there_is_none_of_may_be_told() -> None:
    assert is_general("There is no role for penicillin in gout.")
    assert not is_general("There is a role for penicillin in sepsis.")


def test_several_parts_of_a_sentence_are_asked_apart(parser: Parser) -> None:
    page = (
        "Gout\n\nGout is a disease of the joints.\n\nFebuxostat lowers the level of uric acid by"
        " inhibiting xanthine oxidase in patients who cannot take allopurinol.\n"
    )
    best = [choices[0].value for choices in _clozes(page, parser)]
    assert "xanthine oxidase" in best
    assert len(set(best)) == len(best) > 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Your doctor may drain the joint.", "A doctor may drain the joint."),
        ("Ask your doctor about gout.", "Ask your doctor about gout."),
        (
            "Our body makes urate from our own DNA.",
            "The body makes urate from the body's own DNA.",
        ),
        ("Gout (see the table of doses) is treated.", "Gout is treated."),
    ],
)
def test_what_is_said_of_a_doctor_and_of_our_body_is_told_of_any(said: str, told: str) -> None:
    assert impersonal(said) == told
