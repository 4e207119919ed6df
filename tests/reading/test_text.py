from studyapp.model import Layout, Lines
from tests.reading.pages import items, page, passage, texts

GOUT = """\
Gout in brief
Overview
Gout is a form of arthritis.
Symptoms
An attack brings:
- a hot joint
- swelling
  - of the toe
  - of the ankle
- fever
Treatment
Colchicine calms an attack.
"""


def test_headings_are_a_path() -> None:
    document = page(GOUT)
    assert document.source.title == "Gout in brief"
    assert passage(document, "Gout is").headings == ("Gout in brief", "Overview")
    assert passage(document, "Colchicine").headings == ("Gout in brief", "Treatment")


def test_an_item_knows_its_list() -> None:
    document = page(GOUT)
    swelling = passage(document, "swelling")
    assert swelling.layout is Layout.ITEM
    assert swelling.lead_in == "An attack brings:"
    assert swelling.lead_in_lines == Lines(5, 5)
    assert swelling.siblings == ("a hot joint", "swelling", "fever")
    assert swelling.sibling_lines == (Lines(6, 6), Lines(7, 7), Lines(10, 10))
    assert swelling.index == 1


def test_an_inner_item_belongs_to_the_item_above_it() -> None:
    ankle = passage(page(GOUT), "of the ankle")
    assert ankle.lead_in == "swelling"
    assert ankle.lead_in_lines == Lines(7, 7)
    assert ankle.siblings == ("of the toe", "of the ankle")


def test_the_sentence_before_a_lead_in_is_remembered() -> None:
    document = page("Gout\n\nAn attack comes at night. It brings:\n- pain\n- fever\n")
    assert passage(document, "An attack").text == "An attack comes at night."
    assert passage(document, "pain").lead_in == "It brings:"
    assert passage(document, "pain").lead_in_before == "An attack comes at night."


def test_bullets_of_many_kinds() -> None:
    marks = ("-", "*", "•", "–", "o", "1.", "2)", "(b)", "  •")
    lines = "\n".join(f"{mark} thing {index}" for index, mark in enumerate(marks))
    document = page(f"Gout\n\nThe list of things is:\n{lines}\n")
    assert items(document) == [f"thing {index}" for index in range(len(marks))]


def test_items_that_share_a_line() -> None:
    document = page("Gout\n\nSigns of gout are:\n- heat  - swelling  - a stiff joint\n- fever\n")
    assert items(document) == ["heat", "swelling", "a stiff joint", "fever"]
    assert passage(document, "swelling").lines == Lines(4, 4)


def test_a_bullet_on_a_line_of_its_own_takes_the_next_line() -> None:
    document = page("Gout\n\nSigns of gout are:\n-\nheat\n-\nfever\n")
    assert items(document) == ["heat", "fever"]
    assert passage(document, "fever").lines == Lines(7, 7)


def test_short_lines_under_an_announcing_sentence_are_items() -> None:
    document = page(
        "Gout\n\nGout runs in families.\n\nAttacks may be set off by these things:\n"
        "Beer and spirits\nRed meat\nSweet drinks\n\nA hot joint needs a doctor on the same day.\n"
    )
    assert items(document) == ["Beer and spirits", "Red meat", "Sweet drinks"]
    assert passage(document, "Red meat").lead_in == "Attacks may be set off by these things:"
    assert passage(document, "A hot joint").layout is Layout.PROSE


def test_whole_sentences_under_a_colon_are_no_items() -> None:
    document = page(
        "Gout\n\nThis is how an attack goes:\n\nThe joint is hot by the morning.\n\n"
        "The pain is worst after a day.\n\nThe skin can peel at the end.\n"
    )
    assert items(document) == []


def test_a_label_and_what_follows_it() -> None:
    document = page(
        "Gout\n\n- Tophus: a lump of urate\n- Podagra – gout of the big toe\n- a hot joint\n"
    )
    assert [(p.label, p.text[p.body :]) for p in document.passages] == [
        ("Tophus", "a lump of urate"),
        ("Podagra", "gout of the big toe"),
        ("", "a hot joint"),
    ]


def test_a_statement_before_a_colon_is_no_label() -> None:
    document = page(
        "Gout\n\nThe rule is simple: a hot joint is infected until proven otherwise.\n"
    )
    assert passage(document, "The rule").label == ""


def test_a_label_line_belongs_to_the_prose_under_it() -> None:
    document = page(
        "Gout\n\nFirst attack:\nThe big toe swells in one night and cannot bear a sheet.\n"
    )
    labelled = passage(document, "First attack:")
    assert labelled.label == "First attack"
    assert labelled.text[labelled.body :] == (
        "The big toe swells in one night and cannot bear a sheet."
    )
    assert labelled.lines == Lines(3, 4)
    assert labelled.lines_of(labelled.body, len(labelled.text)) == Lines(4, 4)


def test_a_sentence_that_its_links_broke_is_whole_again() -> None:
    document = page(
        "Gout\n\nGout is a kind of\narthritis\nthat crystals (\nurate\n) cause in a\njoint\n.\n"
        "It hurts.\n"
    )
    assert texts(document) == [
        "Gout is a kind of arthritis that crystals (urate) cause in a joint.",
        "It hurts.",
    ]
    assert document.passages[0].lines == Lines(3, 9)


def test_an_advert_inside_a_broken_sentence_is_left_out() -> None:
    document = page(
        "Gout\n\nAn attack is often set off by\n\nAdvertisement\n\nbeer or spirits.\nIt hurts.\n"
    )
    assert texts(document) == ["An attack is often set off by beer or spirits.", "It hurts."]


def test_wrapped_lines_are_one_paragraph() -> None:
    document = page(
        "Gout\n\n"
        "Gout is a kind of arthritis that comes in sudden attacks of pain, heat and\n"
        "swelling, most often at night and most often in the joint at the base of the\n"
        "big toe. An attack that is not treated lasts for one to two weeks, and then\n"
        "goes away.\n\n"
        "- a joint that is hot and red and swollen and that cannot bear the weight of\n"
        "  a sheet\n"
        "- fever\n"
    )
    prose = passage(document, "Gout is")
    assert prose.text.endswith("one to two weeks, and then goes away.")
    assert prose.lines == Lines(3, 6)
    assert prose.lines_of(*prose.sentences[1]) == Lines(5, 6)
    assert items(document)[0].endswith("bear the weight of a sheet")
    assert items(document)[1] == "fever"


def test_a_question_and_its_answer() -> None:
    document = page("Gout\n\nQ: What causes gout?\nA: Gout is caused by urate crystals.\n")
    answer = passage(document, "Gout is")
    assert answer.headings[-1] == "What causes gout?"
    assert answer.text == "Gout is caused by urate crystals."
    assert answer.lines == Lines(4, 4)


def test_an_underline_is_no_text() -> None:
    document = page("Gout\n====\n\nGout hurts.\n\n-----\n\nIt comes at night.\n")
    assert texts(document) == ["Gout hurts.", "It comes at night."]
    assert document.passages[0].headings == ("Gout",)
