"""The page shows every line, what became of it, and how the two belong together."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from studyapp.model import Card, Edition
from tests.report.pages import (
    DELETED,
    EARLY,
    GONE,
    GOUT,
    JOINED,
    PASSED,
    PROBLEM,
    REFUSED,
    TOES,
    TOPHI,
    URATE,
    Shown,
    card,
    document,
    html,
    place,
    told,
)


@pytest.fixture(scope="module")
def shown() -> Shown:
    return Shown(html(told()))


def test_every_line_stands_once_with_its_number(shown: Shown) -> None:
    for name, text in (("d1", GOUT), ("d2", TOES)):
        for number, line in enumerate(text.splitlines(), 1):
            if line:
                assert shown.by_id(f"{name}-l{number}").text == f"Line {number} {line}".replace(
                    f"{number} ", f"{number}", 1
                )
    assert len(shown.of("line")) == sum(map(bool, (GOUT + TOES).splitlines()))


def test_a_card_stands_beside_its_lines_and_links_to_all_it_cites(shown: Shown) -> None:
    for one, line in ((TOPHI, "d1-l3"), (EARLY, "d1-l5"), (URATE, "d1-l13")):
        told_card = shown.by_id(one.id)
        assert one.question in told_card.text
        assert one.answer in told_card.text
        row = shown.row_of(line)
        assert told_card.text in row.text
        assert "is-card" in row.classes
        assert f'href="#{line}"' in html_of(told_card)
    assert 'href="#d2-l3"' in html_of(shown.by_id(TOPHI.id)), "the other side of a disagreement"


def html_of(element: object) -> str:
    found = []
    todo = [element]
    while todo:
        one = todo.pop()
        found += [f'{key}="{value}"' for key, value in getattr(one, "attributes", {}).items()]
        todo += getattr(one, "children", [])
    return " ".join(found)


def test_lines_of_one_card_are_one_row(shown: Shown) -> None:
    assert shown.row_of("d1-l5") is shown.row_of("d1-l7")


def test_another_place_that_a_card_cites_leads_to_it(shown: Shown) -> None:
    row = shown.row_of("d1-l11")
    assert f"Cited too by {URATE.question}" in row.text
    assert f'href="#{URATE.id}"' in html_of(row)


def test_a_refused_card_says_why(shown: Shown) -> None:
    row = shown.row_of("d1-l9")
    assert "is-refused" in row.classes
    assert REFUSED.question in row.text
    assert PROBLEM.message in row.text
    assert "Refused · wording of the question" in row.text
    (gates,) = shown.of("gates")
    assert "1 Wording of the question".replace(" ", "") in gates.text.replace(" ", "")


@pytest.mark.parametrize(
    ("one", "line", "why"),
    [
        (PASSED, "d1-l13", "less worth asking"),
        (DELETED, "d1-l5", "you took it out of the deck"),
        (JOINED, "d1-l3", "another card speaks for it"),
    ],
)
def test_a_card_that_was_left_out_says_why(shown: Shown, one: Card, line: str, why: str) -> None:
    row = shown.row_of(line)
    assert "is-left" in row.classes
    assert one.question in row.text
    assert f"Left out · {why}" in row.text
    if one is JOINED:
        assert f"See {TOPHI.question}" in row.text


def test_noise_is_told_apart_from_a_passage_without_a_fact() -> None:
    bare = Shown(html(replace(told(cards=()), refused=(), joined=(), passed=(), deleted=())))
    assert "is-empty" in bare.row_of("d1-l9").classes
    assert "No rule found a fact here" in bare.row_of("d1-l9").text
    assert "a section that is left out" in bare.row_of("d1-l17").text
    assert "navigation" in bare.row_of("d1-l18").text
    assert "is-heading" in bare.row_of("d1-l1").classes
    row = bare.row_of("d1-l13")
    assert {"is-empty", "is-noise"} <= set(row.classes)
    assert "We offer care at our clinic for everyone." in row.children[1].text


def test_counts_stand_at_the_top(shown: Shown) -> None:
    cells = [one.text for one in shown.all if one.name == "td"]
    assert cells[:7] == ["11", "5", "3", "1", "3", "0", "3"]
    assert cells[14:] == ["13", "6", "3", "1", "3", "1", "3"]
    (lede,) = shown.of("lede")
    assert lede.text == (
        "2 documents with 13 lines gave 3 cards. 1 card was refused, 3 left out, and in 1 passage"
        " no rule found a fact."
    )


def test_a_disagreement_shows_both_sides(shown: Shown) -> None:
    (listed,) = shown.of("disagreements")
    for words in (TOPHI.question, "About 15%", "About 25%", "toes.txt"):
        assert words in listed.text


def test_cards_without_a_line_here_are_told_apart(shown: Shown) -> None:
    assert f"Withdrawn card · figure Question: {GONE.question}" in shown.by_id(GONE.id).text
    other = card(9, "What is a bunion?", "A bump", place(2, name="feet.txt"))
    page = Shown(html(told(cards=(other,))))
    assert "line 2 of feet.txt" in page.by_id(other.id).text


def test_every_link_leads_somewhere_on_the_page(shown: Shown) -> None:
    names = [one.attributes["id"] for one in shown.all if "id" in one.attributes]
    assert len(names) == len(set(names))
    links = [one.attributes["href"] for one in shown.all if "href" in one.attributes]
    assert links
    for link in links:
        assert link[0] == "#"
        assert link[1:] in names


def test_editions_are_told() -> None:
    older, newer = (one.source for one in told().documents)
    both = (Edition(newer, older, given=True, changed=2), Edition(newer, older, given=False))
    changed = replace(TOPHI, was="About 12%")
    page = Shown(html(replace(told(cards=(changed,)), editions=both)))
    (listed,) = page.of("editions")
    assert "toes.txt is a new edition of gout.txt, which was given too and gave no" in listed.text
    assert "2 answers changed between the two." in listed.text
    assert "the deck’s cards moved over to it." in listed.text
    assert "Before: About 12%" in page.by_id(changed.id).text


def test_it_needs_nothing_but_itself() -> None:
    page = html(told())
    assert not re.search(r"<(?:script|link|img|iframe|object|base)\b|\bsrc=|@import|url\(", page)
    assert "http" not in page


HOSTILE = "<script>alert(1)</script> \"'&lt; {{ 7 * 7 }} {% raw %}"


def test_whatever_documents_say_is_text() -> None:
    gout = document("gout.txt", f"Gout {HOSTILE}\n\nGout hurts {HOSTILE}.\n\nHome\n")
    nasty = replace(gout, source=replace(gout.source, title=HOSTILE, publisher=HOSTILE))
    cards = (card(1, f"What is {HOSTILE}?", HOSTILE, place(3)),)
    build = replace(told(nasty, cards=cards), refused=(), joined=(), passed=(), deleted=())
    page = html(build)
    assert "<script" not in page
    assert "49" not in page
    shown = Shown(page)
    wanted = " ".join(HOSTILE.split())
    assert wanted in shown.by_id(cards[0].id).text
    assert wanted in shown.by_id("d1-l3").text


def test_the_same_build_gives_the_same_page() -> None:
    assert html(told()) == html(told())


def test_headings_descend_one_by_one(shown: Shown) -> None:
    levels = [int(one.name[1]) for one in shown.all if re.fullmatch(r"h\d", one.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
