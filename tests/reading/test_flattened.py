"""Pages whose line breaks were lost: what stood on lines of its own stands so again."""

from studyapp.model import Layout, Lines
from tests.reading.pages import items, page, passage, texts

FAR = "The skin of the hand is thick where it rubs and thin where it bends, " * 2


def test_a_wide_gap_after_a_stop_parts_paragraphs() -> None:
    document = page(f"Corns\n\n{FAR}as all know.   A corn is hard.  It hurts.\n")
    assert texts(document)[-1] == "A corn is hard. It hurts."


def test_wide_gaps_in_short_lines_and_inside_sentences_part_nothing() -> None:
    document = page("Corns\n\nA corn   is hard.   It hurts.\n")
    assert texts(document) == ["A corn is hard. It hurts."]
    document = page(f"Corns\n\n{FAR}and so   the corn grows.\n")
    assert len(texts(document)) == 1


def test_a_heading_between_wide_gaps_governs_its_line_alone() -> None:
    far = f"{FAR}as all know.     Padding     A pad keeps the shoe off."
    text = f"# Corns\n\n## Care\n\n{far}\n\nRest helps.\n"
    document = page(text, "corns.md")
    assert passage(document, "A pad").headings == ("Corns", "Care", "Padding")
    assert passage(document, "Rest").headings == ("Corns", "Care")


def test_inner_lists_on_one_line_keep_their_depth() -> None:
    text = (
        "# Corns\n\nKinds of corns are:         - Hard ones:            - small     - large"
        "               - Soft ones.    - Seed corns.         All of them hurt.\n"
    )
    document = page(text, "corns.md")
    assert items(document) == ["Hard ones:", "small", "large", "Soft ones.", "Seed corns."]
    assert passage(document, "large").lead_in == "Hard ones:"
    assert passage(document, "Seed").siblings == ("Hard ones:", "Soft ones.", "Seed corns.")
    assert passage(document, "All of them").layout is Layout.PROSE
    assert passage(document, "Seed").lines == Lines(3, 3)


def test_a_paragraph_behind_an_inner_list_leaves_the_outer_one_whole() -> None:
    text = (
        "# Corns\n\nTests for corns are:         - A look at the foot.    - A swab for:"
        "            - fungi      - yeasts         The swab takes a day.    - A scan.\n"
    )
    document = page(text, "corns.md")
    siblings = ("A look at the foot.", "A swab for:", "A scan.")
    assert passage(document, "A scan").siblings == siblings
    assert passage(document, "yeasts").text == "yeasts The swab takes a day."


def test_a_dash_in_a_sentence_is_no_bullet() -> None:
    text = f"Corns\n\nA corn - a hard spot - hurts. {FAR}in 5  - 10 days it is gone.\n"
    assert items(page(text)) == []


def test_narrow_bullets_count_where_several_follow_stops() -> None:
    text = "Corns\n\nCare may include the following: - Pads. - Wider shoes. - A file.\n"
    document = page(text)
    assert items(document) == ["Pads.", "Wider shoes.", "A file."]
    assert passage(document, "Pads").lead_in == "Care may include the following:"


def test_the_first_bullet_may_stand_close_to_what_announces_it() -> None:
    document = page("Corns\n\nThe foot should - be washed  - be dried  - be rubbed with oil\n")
    assert items(document) == ["be washed", "be dried", "be rubbed with oil"]


def test_items_told_again_as_text_are_left_out() -> None:
    text = (
        "Corns\n\nCorns come from: - shoes that are tight  - toes that cross  - hard floors"
        "  shoes that are tight toes that cross hard floors Corns are rare in children.\n"
    )
    document = page(text)
    assert items(document) == ["shoes that are tight", "toes that cross", "hard floors"]
    assert texts(document)[-1] == "Corns are rare in children."


def test_what_is_told_again_otherwise_ends_the_list() -> None:
    text = (
        "Corns\n\nCorns come from: - shoes that are tight  - toes that cross"
        "  shoes that are tight and toes that cross.  - more\n"
    )
    document = page(text)
    assert passage(document, "toes that cross").siblings == (
        "shoes that are tight",
        "toes that cross",
    )


def test_headings_that_run_into_their_sentences() -> None:
    text = (
        "Corns\n\nCauses of corns vary. Padding Padding keeps the shoe off. Foot Care Foot care"
        " takes time. Caring for the Sole In winter, soles crack. Vitamin A is a vitamin."
        " When to Worry If pus comes, call. Top of page Corns heal.\n"
    )
    document = page(text)
    assert passage(document, "Padding keeps").headings[-1] == "Padding"
    assert passage(document, "Foot care takes").headings[-1] == "Foot Care"
    assert passage(document, "In winter").headings[-1] == "Caring for the Sole"
    assert passage(document, "If pus").headings[-1] == "When to Worry"
    assert "Vitamin A is a vitamin." in passage(document, "In winter").text
    assert texts(document)[-1] == "Corns heal."


def test_a_sentence_on_its_own_line_stays_in_its_paragraph() -> None:
    text = f"# Corns\n\nA corn is hard.\n{FAR}as all know.\nIt hurts.\n"
    assert len(texts(page(text, "corns.md"))) == 1


def test_stops_without_a_blank_end_sentences() -> None:
    document = page("Corns\n\nThe corn hurts.It is hard. See hepatitis B.6 For it, e.g.This.\n")
    assert texts(document)[0].startswith("The corn hurts. It is hard. See hepatitis B. For it")


def test_a_run_of_citation_links_goes_whole() -> None:
    text = "# Corns\n\nCorns hurt.[[1](#a)-[3](#c)] They **grow.[[2](#b)] Pads help.\n"
    assert texts(page(text, "corns.md")) == ["Corns hurt. They grow. Pads help."]
