"""Each way in which a card may be badly made, told from the card alone."""

import pytest

from studyapp.checks import quality
from tests.checks.pages import card, place

HERE = place("3")

GOOD = [
    (
        "What are 5 of the 7 listed signs of gout?",
        "; ".join(f"{letter} swelling of toes" for letter in "abcdefg"),
    ),
    ("What percentage of adults with gout have tophi?", "About 20%"),
    ("In children, which drug is used first for asthma?", "A short-acting bronchodilator"),
    ("What is colchicine used for?", "Acute attacks of gout"),
    ("Which risk does smoking increase the risk of?", "Stroke"),
    ("Where do kidney stones come from?", "Crystals in the urine"),
    ("Within how many minutes is adrenaline given in anaphylaxis?", "5 minutes"),
    ("Why is it important to treat anaphylaxis early?", "It can be fatal within minutes"),
    ("What do stones that block a ureter cause in it?", "Colicky pain"),
    ("Which misses fewer stones, CT or ultrasound?", "CT"),
    ("What does ECG stand for?", "Electrocardiogram"),
    ("Which virus causes this form of hepatitis that spreads by water?", "Hepatitis A"),
    ("What are the 2 listed signs of anaphylaxis?", "Hives; wheezing"),
    ("What are the 3 listed signs of anaphylaxis?", "Hives, wheezing and low blood pressure"),
    ("How often is asthma controlled at night?", "Once a week"),
    ("What dose of adrenaline is given in anaphylaxis?", "0.5 mg IM (1:1000)"),
    ("What is the target INR in atrial fibrillation?", "2 to 3"),
    ("Which type of diabetes begins in childhood?", "Type 1"),
    ("Gout attacks often begin in the {{c1::big toe}} at night.", "big toe"),
    (
        "The following raise urate: {{c1::Beer; liver; fructose::which 3?}}",
        "Beer; liver; fructose",
    ),
    ("Signs of gout: {{c1::Tophi; a swollen toe::which 2?}}", "Tophi; a swollen toe"),
    (
        "Gout may hurt in: {{c1::A; B; C; D; E; F; G; H; I::which 5 of the 9?}}",
        "A; B; C; D; E; F; G; H; I",
    ),
    ("For whom is allopurinol recommended?", "For people with two attacks a year"),
    ("What does the virus of mumps damage?", "The salivary glands"),
    ("When does the infection clear in mumps?", "Within two weeks"),
    ("In patients with an ulcer, what heals the ulcer?", "Rest"),
    ("What is the dose of paracetamol?", "1250 mg or 1500 mg"),
    ("What percentage of stones pass by themselves?", "More than half"),
]

PLANTED = {
    "no question mark": ("What causes gout", "Urate crystals", "does not end with '?'"),
    "two questions": ("What causes gout? And when?", "Urate crystals", "two questions"),
    "yes or no": ("Does allopurinol prevent gout?", "Yes", "yes or no"),
    "a late question word": (
        "Allopurinol in gout prevents which complication?",
        "Tophi",
        "'which' comes late",
    ),
    "a long aside": (
        "Although kidney stones are seen more often in men than in women of any age, why is it?",
        "Supersaturation of the urine",
        "long aside",
    ),
    "it": ("Why does it hurt at night?", "The joint cools", "'it' stands for something"),
    "this": ("What does this drug prevent?", "Attacks of gout", "'this' points"),
    "such": ("When do such attacks begin?", "At night", "'such' points"),
    "the following": ("Which of the following causes gout?", "Urate", "'the following' points"),
    "above": ("Which drugs mentioned above treat gout?", "NSAIDs", "'mentioned above' points"),
    "the page": ("What does the article say of gout?", "It recurs", "'the article' points"),
    "the test": ("What does the test show?", "Urate crystals", "'the test' points"),
    "the organism": ("What kills the organism?", "Heat", "'the organism' points"),
    "the organism as the answer": ("What can cultures of sputum miss?", "The organism", "points"),
    "the ulcer": ("What heals the ulcer in people with a bleeding ulcer?", "Rest", "points"),
    "an adverb that hangs": ("What is gout usually?", "A pain of the toe", "'usually' hangs"),
    "a heading": ("Which 2 foods are listed under “Causes” of gout?", "Beer; meat", "a heading"),
    "a study": ("What did one study of gout show?", "A lower urate", "a study"),
    "a link": ("Also, what causes gout?", "Urate crystals", "'Also' ties"),
    "you": ("When should you take colchicine?", "Early", "'you' speaks"),
    "we": ("Why do we treat gout?", "To prevent tophi", "'we' speaks"),
    "no subject": ("What are the most common symptoms?", "Pain and swelling", "not name what"),
    "the subject twice": (
        "What relieves the pain of gout in gout?",
        "Naproxen",
        "names 'gout' twice",
    ),
    "a broken end": ("What are the causes of gout and?", "Urate crystals", "breaks off at 'and'"),
    "no object": ("Why is colchicine given with?", "To prevent attacks", "breaks off at 'with'"),
    "agreement": ("What are the cause of gout?", "Urate crystals", "does not agree"),
    "the other agreement": ("What is the causes of gout?", "Urate crystals", "does not agree"),
    "a capital": ("What does A high urate level cause?", "Gout", "'A' has a capital"),
    "a long question": (f"What {'gout ' * 30}causes?", "Urate crystals", "more than 30 words"),
    "a long answer": ("What is gout?", "Crystals " * 26, "has 26 words"),
    "a long list": (
        "What are signs of gout?",
        "a1; b2; c3; d4; e5; f6; g7; h8; i9",
        "has 9 items",
    ),
    "a list of six long items": (
        "What are signs of gout?",
        "; ".join(f"{letter} swelling of the toes" for letter in "abcdef"),
        "has 6 items",
    ),
    "a list of thirteen items, asked for a part": (
        "What are 5 of the 13 listed signs of gout?",
        "; ".join("abcdefghijklm"),
        "has 13 items",
    ),
    "another count of those asked in part": (
        "What are 5 of the 7 listed signs of gout?",
        "; ".join(f"{letter} swelling of toes" for letter in "abcdef"),
        "asks for 7",
    ),
    "another count": ("What are the 3 listed signs of gout?", "Pain; heat", "asks for 3"),
    "another count in words": ("Which two signs has gout?", "Pain; heat; redness", "asks for 2"),
    "another count with commas": ("What 4 signs has gout?", "Pain, heat, and loss", "asks for 4"),
    "an item twice": ("Which 2 signs has gout?", "Pain; pain", "one item twice"),
    "an empty item": ("Which signs has gout?", "Pain; ; heat", "item of the answer is empty"),
    "an empty answer": ("What causes gout?", "–", "answer is empty"),
    "a given-away answer": ("What causes urate gout?", "Urate", "holds its answer"),
    "an unfinished answer": ("What causes gout?", "Foods including", "breaks off at 'including'"),
    "an answer in mid-air": ("What causes gout?", "and crystals", "opens with 'and'"),
    "the preposition twice": ("What can gout lead to?", "to tophi", "'to' stands in the question"),
    "the preposition twice, further in": (
        "What can gout lead to if urate stays high?",
        "to tophi",
        "'to' stands in the question",
    ),
    "a phrase twice": ("What is joint fluid joint fluid?", "A clear oil", "a word twice"),
    "a link inside": ("What does gout however spare?", "The hip", "'however' ties"),
    "a vague answer": ("What causes gout?", "Various factors", "nothing definite"),
    "an answer that points": ("What causes gout?", "This enzyme", "'This' in the answer"),
    "your answer": ("What does gout damage?", "Your joints", "'Your' in the answer"),
    "a bracket": ("What causes gout?", "Crystals (urate", "no partner"),
    "a quotation mark": ("What is the term “tophus?", "A lump of urate", "no partner"),
    "no number": ("What percentage of people get gout?", "Older men", "asks for a number"),
    "markup": ("What causes **gout**?", "Urate crystals", "markup"),
    "a tag": ("What causes <svg/onload=x>?", "Urate crystals", "markup"),
    "an entity": ("What causes gout?", "Urate &amp; cold", "markup"),
    "an address": ("What causes gout?", "See www.gout.example", "an address"),
    "a placeholder": ("What causes gout?", "TODO urate", "a placeholder"),
    "a glued mark": ("What causes gout?", "Crystals in the joint.2", "a citation mark"),
    "a mark in brackets": ("What causes gout?", "Crystals [12]", "a citation mark"),
    "a mark at the end": ("What causes gout?", "Crystals of urate 3", "like a citation mark"),
    "a lost dash": ("How much iron is taken in anemia?", "1020 milligrams", "without its dash"),
    "a lost dash in a question": (
        "Which level is a pressure of 130140 mm Hg?",
        "Too high",
        "without its dash",
    ),
    "two spaces": ("What  causes gout?", "Urate", "a double space"),
    "a loose comma": ("What causes gout?", "Urate , cold", "a space before punctuation"),
    "a tight comma": ("What causes gout?", "Urate,cold", "a comma without a space"),
    "a word twice": ("What causes the the gout?", "Urate", "a word twice"),
    "a cloze of another answer": ("The {{c1::toe}} hurts often in gout.", "knee", "is not the"),
    "two deletions": ("The {{c1::toe}} hurts in {{c1::gout}} at night.", "toe", "two deletions"),
    "a wrong count": (
        "Urate rises with: {{c1::Beer; liver::which 3?}}",
        "Beer; liver",
        "asks for 3",
    ),
    "a lost list": ("The following raise urate in {{c1::gout}} at night.", "gout", "points at"),
    "a bare cloze": ("The {{c1::big toe hurts}}.", "big toe hurts", "Too little stands around"),
    "a broken cloze": ("The {{c1:toe}} hurts in gout?", "toe", "markup"),
}


@pytest.mark.parametrize(("question", "answer"), GOOD)
def test_a_good_card_has_no_fault(question: str, answer: str) -> None:
    assert [str(problem) for problem in quality(card(question, answer, HERE))] == []


@pytest.mark.parametrize(("question", "answer", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found(question: str, answer: str, message: str) -> None:
    made = card(question, answer, HERE)
    problems = list(quality(made))
    assert any(message in problem.message for problem in problems), problems
    assert all(problem.where == made.id and problem.hint for problem in problems)
