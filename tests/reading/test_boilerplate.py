import pytest

from tests.reading.pages import page, said, texts

KEPT = "Gout comes in sudden attacks."
AFTER = "Colchicine calms an attack."


def around(lines: str) -> str:
    return f"Gout\n\n{KEPT}\n\n{lines}\n\nTreatment\n\n{AFTER}\n"


LEFT_OUT = {
    "an advert": "Advertisement\nWe do not endorse products of other makers.\nPolicy",
    "a contact": "Call us at 555-010-4477 to reach our team.",
    "an address": "Visit our clinic in Sand Lane.",
    "a testimonial": "“I could not walk for a week, and now I dance,” says a baker.",
    "a policy": "This website does not provide medical advice.",
    "a copyright": "Copyright 2020 Sand Lane Clinic. All rights reserved.",
    "a teaser": "For more information about gout, read the next chapter.",
    "a reference": "Brown AB, Green CD, et al. Crystals. J Joints 2011;4(2):11-19.",
    "a date": "Medically reviewed on 3 May 2020 by our doctors.",
    "a placeholder": "The dose is *** and must be filled in.",
    "an address of the web": "See https://example.org for the full text.",
}


@pytest.mark.parametrize("lines", LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_line_of_the_site_is_not_said(lines: str) -> None:
    assert said(page(around(lines))) == f"{KEPT} {AFTER}"


CLOSED = {
    "references": "References\n1. A book about crystals that everyone should read.",
    "further reading": "Further reading\n- A long tale of the toe",
    "exercises": "Review questions\n1. Which joint swells first?\n   a. the knee\n   b. the toe",
    "stories": "Patient stories\nA baker walks again after years of pain.",
    "questions to ask": "Questions to ask the doctor\n- How long will it last?",
    "contact": "How to contact the clinic\nThe clinic is open every day.",
}


@pytest.mark.parametrize("lines", CLOSED.values(), ids=CLOSED)
def test_what_stands_under_a_closed_heading_is_left_out(lines: str) -> None:
    assert texts(page(around(lines))) == [KEPT, AFTER]


@pytest.mark.parametrize("lines", CLOSED.values(), ids=CLOSED)
def test_a_closed_heading_of_markdown_holds_to_the_next_of_its_level(lines: str) -> None:
    first, _, rest = lines.partition("\n")
    text = (
        f"# Gout\n\n{KEPT}\n\n## {first}\n\n{rest}\n\n### More\n\nNot this.\n\n## End\n\n{AFTER}\n"
    )
    assert texts(page(text, "gout.md")) == [KEPT, AFTER]


def test_learning_objectives_are_no_facts() -> None:
    text = f"# Gout\n\n## Learning objectives\n\n- Name the joints\n\n## Attacks\n\n{KEPT}\n"
    assert texts(page(text, "gout.md")) == [KEPT]
    text = f"# Gout\n\nBy the end you should be able to:\n\n- Name the joints\n\n## A\n\n{KEPT}\n"
    assert texts(page(text, "gout.md")) == [KEPT]


def test_a_run_of_navigation_is_left_out() -> None:
    menu = "Home\nServices\nDoctors\nOpening Hours\nOur Story\nCareers"
    document = page(f"Gout\n{menu}\nOverview\n{KEPT}\nTreatment\n{AFTER}\n")
    assert texts(document) == [KEPT, AFTER]
    assert not {"Services", "Doctors", "Opening Hours"} & set(document.passages[0].headings)


def test_a_table_of_contents_is_left_out() -> None:
    text = f"# Gout\n\n- Attacks\n- Treatment\n\n## Attacks\n\n{KEPT}\n\n## Treatment\n\n{AFTER}\n"
    assert texts(page(text, "gout.md")) == [KEPT, AFTER]


def test_a_list_of_other_pages_is_left_out() -> None:
    text = (
        f"# Gout\n\n{KEPT}\n\n- Gout (National Institute of Toes)\n"
        f"- Gout in Brief (Toe Foundation) - PDF\n\n## Treatment\n\n{AFTER}\n"
    )
    assert texts(page(text, "gout.md")) == [KEPT, AFTER]


def test_type_i_is_no_testimonial() -> None:
    assert said(page("Gout\n\nType I collagen is spared by gout.\n")).startswith("Type I")


def test_a_page_says_when_it_was_reviewed_and_whether() -> None:
    source = page(
        "Gout\n\nLast reviewed: 12 May 2020\n\nPending human review.\n\nIt hurts.\n"
    ).source
    assert source.reviewed == "12 May 2020"
    assert source.notice.startswith("the page says")
    plain = page("Gout\n\nIt hurts.\n").source
    assert (plain.reviewed, plain.notice) == ("", "")


def test_a_question_about_the_matter_ends_a_section_of_addresses() -> None:
    read = page(
        "Mumps\n\nMumps is an infection of the salivary glands.\n\n"
        "How to Contact the Mumps Office\nCall the office on weekdays.\n\n"
        "How is mumps prevented?\nTwo doses of vaccine prevent most cases of mumps.\n"
    )
    assert "Two doses of vaccine" in said(read)
    assert "weekdays" not in said(read)
