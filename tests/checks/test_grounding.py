"""Each way in which a card may say something else than the lines that it cites."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.checks import faults, grounding
from studyapp.model import Card, Citation, FactKind, Lines, Passage, Side, SourceId
from studyapp.reading import read_bytes
from tests.checks.pages import LIBRARY, card, document, place

TOPHI = "What percentage of adults with gout have tophi?"
DOSE = "What is the first dose of colchicine in gout?"

GOOD = [
    card(TOPHI, "About 20%", place("3")),
    card(TOPHI, "Approximately 20 percent", place("3")),
    card(TOPHI, "About 20%", place("3"), place("3", "leaflet.md")),
    card(DOSE, "1 mg by mouth, then 0.5 mg after one hour", place("7-8")),
    card(DOSE, "1 milligram orally, followed by 0.5 mg after 1 h", place("7-8")),
    card("For how long is colchicine given in gout?", "3–5 days", place("8")),
    card("For how many days is colchicine given in gout?", "3 to 5", place("8")),
    card("Which drug should not be started during an attack of gout?", "Allopurinol", place("8")),
    card("What may febuxostat cause in gout?", "A rash", place("11")),
    card("Which drug can cause a rash in gout?", "Febuxostat", place("11")),
    card("Within what time do NSAIDs usually relieve the pain of gout?", "48 hours", place("11")),
    card("What is the dose of colchicine in children with gout?", "0.5 mg", place("8-9")),
    card(
        "What are the 4 listed side effects of colchicine in gout?",
        "Diarrhoea; nausea; muscle weakness; bone marrow suppression",
        place("13-18"),
    ),
    card("What shows needle-shaped crystals in gout?", "Polarizing microscopy", place("22")),
    card("Which diagnosis does a normal urate level not exclude?", "Gout", place("22-23")),
    card("What are tophi in gout?", "Hard lumps of urate", place("3")),
    card("What percentage of gout affects the knee?", "15%", place("25-32")),
    card(
        "What proportion of people with gout have a second attack within one year?",
        "10–15%",
        place("7", "leaflet.md"),
    ),
    card("What percentage of painful stones lie in the kidney?", "65%", place("7", "stones.md")),
    card("What percentage of kidney stones lie in the ureter?", "25%", place("8", "stones.md")),
    card(
        "What may a doctor use to look at the joint in gout?",
        "Ultrasound",
        place("3", "leaflet.md"),
    ),
    card(
        "What is asthma?",
        "A disease in which the airways of the lungs narrow (bronchospasm) and swell",
        place("3-11", "asthma.txt"),
        kind=FactKind.DEFINITION,
    ),
    card(
        "Which 3 symptoms may asthma cause?",
        "Wheezing; cough; chest tightness",
        place("3-18", "asthma.txt"),
    ),
]

GOOD += [
    # A sentence shown as it stands has lost nothing of its claim.
    card(
        "Allopurinol should not be started {{c1::during an attack::when?}}.",
        "during an attack",
        place("8"),
    ),
    card(
        "What is part of the treatment of scabies?",
        "Washing of the bedding at 60 degrees, when possible",
        place("3", "scabies.md"),
    ),
    card(
        "By which at least 3 means does the mite of scabies stay alive?",
        "Burrows; warm folds; shared towels",
        place("5-9", "scabies.md"),
    ),
    card(
        "In patients with leukemia, what are the 2 listed causes of itching?",
        "Drugs; jaundice",
        place("11-14", "scabies.md"),
    ),
    card("What does heat also worsen?", "Nocturnal itching", place("17", "scabies.md")),
]

PLANTED = {
    "a neighbour's whole": (
        card(
            "What percentage of painful stones lie in the ureter?",
            "25%",
            place("7-8", "stones.md"),
        ),
        "another whole than the question's: see 'painful'",
    ),
    "a lost part of the whole": (
        card(
            "What percentage of kidney stones lie in the kidney?", "65%", place("7", "stones.md")
        ),
        "another whole than the question's: see 'painful'",
    ),
    "a whole of no line": (
        card("What percentage of women with gout have tophi?", "About 20%", place("3")),
        "another whole than the question's: see 'women', 'adults'",
    ),
    "another number": (card(TOPHI, "About 30%", place("3")), "'about 30%' does not stand there"),
    "another unit": (card(DOSE, "1 g by mouth", place("7")), "has another unit"),
    "a lost comparator": (card(TOPHI, "20%", place("3")), "'20%' is 'about 20%' there"),
    "a comparator made up": (
        card("For how long is colchicine given in gout?", "Up to 3–5 days", place("8")),
        "'up to 3–5 days' is '3-5 days' there",
    ),
    "a lost 'more than'": (
        card("What percentage of first gout attacks affect the big toe?", "60%", place("23")),
        "'60%' is 'more than 60%' there",
    ),
    "a lost end of a range": (
        card("For how long is colchicine given in gout?", "5 days", place("8")),
        "only one end of '3-5 days'",
    ),
    "a number that one of two sources lacks": (
        card(TOPHI, "About 20%", place("3"), place("7", "leaflet.md")),
        "cited lines of leaflet.md",
    ),
    "a source that does not say it": (
        card("What may febuxostat cause in gout?", "A rash", place("11"), place("3", "stones.md")),
        "stones.md say almost nothing",
    ),
    "a word of no line": (
        card("What may febuxostat cause in gout?", "A rash and fever", place("11")),
        "do not say 'fever'",
    ),
    "an abbreviation that the page does not define": (
        card("What shows needle-shaped crystals in gout?", "MRI", place("22")),
        "do not say 'mri'",
    ),
    "other lines": (
        card("What may febuxostat cause in gout?", "A rash", place("22")),
        "do not say 'rash'",
    ),
    "another subject": (
        card("What may sildenafil cause in pregnancy?", "A rash", place("11")),
        "Neither the cited lines nor their headings speak of 'sildenafil', 'pregnancy'",
    ),
    "a name of another page": (
        card(
            "What percentage of adults with gout have tophi after COVID?", "About 20%", place("3")
        ),
        "speak of 'covid'",
    ),
    "another number in the question": (
        card("What may febuxostat cause in gout after 7 weeks?", "A rash", place("11")),
        "question's number",
    ),
    "a lost 'may'": (
        card("What does febuxostat cause in gout?", "A rash", place("11")),
        "says 'may'",
    ),
    "a lost 'can' of the lead-in": (
        card(
            "Which 3 effects does colchicine cause in gout?",
            "Diarrhea; nausea; muscle weakness",
            place("13-17"),
        ),
        "says 'may'",
    ),
    "a lost 'usually'": (
        card("Within what time do NSAIDs relieve the pain of gout?", "48 hours", place("11")),
        "says 'usually'",
    ),
    "a lost 'rarely'": (
        card("What do tophi do in gout?", "Hurt", place("3")),
        "says 'rarely'",
    ),
    "a lost 'not'": (
        card("Which diagnosis does a normal urate level exclude?", "Gout", place("22-23")),
        "says 'not'",
    ),
    "a lost 'should'": (
        card("Which drug is not started during an attack of gout?", "Allopurinol", place("8")),
        "says 'should'",
    ),
    "a 'not' made up": (
        card("What may febuxostat not cause in gout?", "A rash", place("11")),
        "denies something",
    ),
    "lost children": (
        card("What is the dose of colchicine in gout?", "0.5 mg", place("9")),
        "speaks of 'children'",
    ),
    "a lost proviso": (
        card(
            "What is part of the treatment of scabies?",
            "Washing of the bedding at 60 degrees",
            place("3", "scabies.md"),
        ),
        "says 'when possible', and the card does not",
    ),
    "a lost 'at least'": (
        card(
            "By which 3 means does the mite of scabies stay alive?",
            "Burrows; warm folds; shared towels",
            place("5-9", "scabies.md"),
        ),
        "says 'at least three means', and the card does not",
    ),
    "lost patients of a lead-in": (
        card(
            "What are the 2 listed causes of itching?",
            "Drugs; jaundice",
            place("11-14", "scabies.md"),
        ),
        "says 'For patients with leukemia', and the card does not",
    ),
    "lost patients behind a claim": (
        card("Which drug is preferred in scabies?", "Ivermectin", place("16", "scabies.md")),
        "says 'in patients with crusts",
    ),
    "an answer beside others": (
        card("What does heat worsen?", "Nocturnal itching", place("17", "scabies.md")),
        "another answer to the question too",
    ),
    "an answer that the next sentence adds to": (
        card("What does bedding spread?", "Mites", place("17-18", "scabies.md")),
        "another answer to the question too",
    ),
    "a side that does not stand in its lines": (
        card(
            TOPHI,
            "About 20%",
            place("3"),
            differs=(Side("About 40%", (place("3", "leaflet.md"),)),),
        ),
        "(of 'About 40%', the answer that differs)",
    ),
    "a document that is not there": (
        card(TOPHI, "About 20%", place("3", "lost.md")),
        "lost.md, which is not among the documents",
    ),
    "lines beyond the end": (card(TOPHI, "About 20%", place("90")), "which has 33 lines"),
    "lines without text": (card(TOPHI, "About 20%", place("3"), place("4")), "no text"),
    "a wide citation": (card(TOPHI, "About 20%", place("3-9")), "is 7 lines wide; 6 are allowed"),
    "a wide citation of a list": (
        card("Which 2 effects can colchicine cause in gout?", "Diarrhea; nausea", place("7-19")),
        "is 13 lines wide; 12 are allowed",
    ),
    "a heading that is not there": (
        card(TOPHI, "About 20%", replace(place("3"), headings=("Outlook",))),
        "no heading 'Outlook'",
    ),
    "a quote that is not there": (
        card(TOPHI, "About 20%", replace(place("3"), quote="40% of adults")),
        "quote does not stand",
    ),
}


@pytest.mark.parametrize("good", GOOD, ids=lambda c: f"{c.question} {c.answer}")
def test_a_good_card_has_no_fault(good: Card) -> None:
    assert [str(problem) for problem in faults(good, LIBRARY)] == []


@pytest.mark.parametrize(("planted", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found(planted: Card, message: str) -> None:
    problems = list(grounding(planted, LIBRARY))
    assert any(message in problem.message for problem in problems), problems
    assert all(problem.where == planted.id and problem.hint for problem in problems)


def test_a_page_cut_at_its_links_may_be_cited_more_widely() -> None:
    wide = card("Which symptom may asthma cause?", "Wheezing", place("3-18", "asthma.txt"))
    assert list(grounding(wide, LIBRARY)) == []


def test_a_table_may_be_cited_more_widely() -> None:
    wide = card("What percentage of gout affects the knee?", "15%", place("22-32"))
    assert list(grounding(wide, LIBRARY)) == []


def test_a_withdrawn_card_need_not_stand_in_the_documents() -> None:
    gone = replace(card(TOPHI, "About 70%", place("3")), withdrawn=True)
    assert faults(gone, LIBRARY) == ()


SENTENCES = [
    (passage, start, end)
    for page in LIBRARY.values()
    for passage in page.passages
    for start, end in passage.sentences
]


@pytest.mark.parametrize(("passage", "start", "end"), SENTENCES)
def test_a_quoted_sentence_is_grounded(passage: Passage, start: int, end: int) -> None:
    places = [Citation(passage.source_id, passage.headings, passage.lines_of(start, end))]
    if passage.lead_in_lines:
        places.append(replace(places[0], lines=passage.lead_in_lines))
    question = f"What is said of {passage.headings[0]}?"
    quoted = card(question, passage.text[start:end], *places)
    assert list(grounding(quoted, LIBRARY)) == []


@settings(deadline=None)
@given(st.data())
def test_words_in_another_order_or_fewer_stay_grounded(data: st.DataObject) -> None:
    """What stands in the lines without any number, denial or hedge may be said in any part."""
    sentence = "Kidney stones of calcium oxalate form in acid urine and hurt when they move."
    page = document("stones.md", f"# Stones\n\n{sentence}\n")
    words = data.draw(st.permutations(sentence.rstrip(".").split()))
    answer = " ".join(words[: data.draw(st.integers(1, len(words)))])
    made = card("What is said of stones?", answer, place("3", "stones.md"))
    assert list(grounding(made, {page.source.id: page})) == []


@given(st.integers(0, 10**6), st.sampled_from(["mg", "%", "weeks", "mmHg", "mL", ""]))
def test_a_number_stands_in_its_own_line_only(number: int, unit: str) -> None:
    said, other = f"{number} {unit}".strip(), f"{number + 1} {unit}".strip()
    page = document("drug.md", f"# Drug\n\nThe amount of the drug is {said} in adults.\n")
    library = {page.source.id: page}
    question = "What is the amount of the drug in adults?"
    assert not list(grounding(card(question, said, place("3", "drug.md")), library))
    assert list(grounding(card(question, other, place("3", "drug.md")), library))


def test_lines_are_counted_from_the_file() -> None:
    assert LIBRARY[SourceId("gout.md")].text(Lines(11, 11)).startswith("Febuxostat")


def test_words_that_the_reader_parted_stand_in_their_glued_lines() -> None:
    text = (
        "Gout\n\nA urologist is seen. Urine is made, and the body needs water.\n\n"
        "A urologista doctor who treats stonesremoves them. A urethraa thin tube is near.\n\n"
        "Then urinea yellow fluid leaves. The bodys joints hurt for 2hours. Give "
        "diureticsmedicines that draw water from the bodyto clear stones.\n"
    )
    page = read_bytes(text.encode(), "gout.txt", "gout.txt").document
    library = {page.source.id: page}
    for question, answer, line in (
        ("Which doctor removes stones in gout?", "A urologist", "5"),
        ("Which drugs clear stones from the body in gout?", "Diuretics", "7"),
        ("For how long do the body's joints hurt in gout?", "2 hours", "7"),
    ):
        asked = card(question, answer, place(line, "gout.txt"))
        assert [found.message for found in grounding(asked, library)] == []
