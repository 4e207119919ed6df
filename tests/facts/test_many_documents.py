"""What several documents say of one thing, from their text on."""

from itertools import permutations

import pytest

from studyapp import cards, facts, reading
from studyapp.config.parser import Parser
from studyapp.facts.reconcile import Reconciled
from studyapp.model import Fact, SourceId

PAGES = {
    "a.txt": "Gout\n\nGout is common. About 15% of adults with gout have tophi.\n",
    "b.txt": "Gout care\n\nApproximately 15% of adults with gout have tophi. Gout hurts.\n",
    "c.md": "# Living with gout\n\nBetween 20% and 30% of adults with gout have tophi.\n",
    "d.md": "# Gout in men\n\nAbout 40% of men with gout have tophi.\n",
}
TOPHI = "What percentage of adults with gout have tophi?"


def _facts(parser: Parser, name: str) -> tuple[Fact, ...]:
    document = reading.read_bytes(PAGES[name].encode(), name, name).document
    return facts.extract(document, parser)


def _given(pages: dict[str, str], parser: Parser) -> list[Fact]:
    return [
        fact
        for name, text in pages.items()
        for fact in facts.extract(reading.read_bytes(text.encode(), name, name).document, parser)
    ]


def _reconciled(stated: dict[str, tuple[Fact, ...]], order: tuple[str, ...]) -> Reconciled:
    given = [fact for name in order for fact in stated[name]]
    titles = {citation.source_id: "" for fact in given for citation in fact.citations}
    return facts.reconcile(given, cards.question_of, cards.answer_of, titles)


def test_agreement_and_disagreement_of_documents(parser: Parser) -> None:
    stated = {name: _facts(parser, name) for name in PAGES}
    found = _reconciled(stated, tuple(PAGES))
    (tophi,) = (fact for fact in found.facts if cards.question_of(fact) == TOPHI)
    assert [c.source_id for c in tophi.citations] == ["a.txt", "b.txt"]
    (side,) = tophi.differs
    assert (side.value, [c.source_id for c in side.citations]) == (
        "Between 20% and 30%",
        ["c.md"],
    )
    assert [d.question for d in found.disagreements] == [TOPHI]
    (men,) = (fact for fact in found.facts if "men with" in cards.question_of(fact))
    assert (men.value, men.differs) == ("About 40%", ())
    assert all(_reconciled(stated, order) == found for order in permutations(PAGES))


def test_two_names_of_a_spread_cancer_ask_one_question(parser: Parser) -> None:
    pages = {
        "e.txt": "Liver metastasis\n\nLiver metastasis occurs when cancer spreads to the liver.\n",
        "f.txt": "Metastatic liver tumors\n\n"
        "Metastatic liver cancer occurs when cancer spreads from elsewhere to the liver.\n",
    }
    given = _given(pages, parser)
    found = facts.reconcile(
        given, cards.question_of, cards.answer_of, dict.fromkeys(map(SourceId, pages), "")
    )
    (occurs,) = found.facts
    assert {citation.source_id for citation in occurs.citations} == set(pages)


def test_lists_by_frequency_that_name_another_thing_first_disagree(parser: Parser) -> None:
    pages = {
        "g.txt": "Bone metastasis\n\nBone metastasis hurts. Bone metastasis most commonly arises "
        "from lung, breast, and kidney cancers.\n",
        "h.txt": "Bone metastasis\n\nBone metastasis hurts.\n\n"
        "The most frequent primary cancers in bone metastasis are:\n\n"
        "- Breast cancer\n- Lung cancer\n",
        "i.txt": "Bone metastasis\n\nBone metastasis hurts. Bone metastasis of children most "
        "commonly arises from bone sarcomas and lymphomas.\n",
    }
    given = _given(pages, parser)
    titles = dict.fromkeys(map(SourceId, pages), "")
    found = facts.reconcile(given, cards.question_of, cards.answer_of, titles)
    (told,) = found.disagreements
    assert {c.source_id for side in told.sides for c in side.citations} == {"g.txt", "h.txt"}
    differing = [fact for fact in found.facts if fact.differs]
    assert {fact.citations[0].source_id for fact in differing} == {"g.txt", "h.txt"}
    again = facts.reconcile(given[::-1], cards.question_of, cards.answer_of, titles)
    assert again == found


def _found(pages: dict[str, str], parser: Parser) -> Reconciled:
    titles = dict.fromkeys(map(SourceId, pages), "")
    return facts.reconcile(_given(pages, parser), cards.question_of, cards.answer_of, titles)


def _told(found: Reconciled) -> list[tuple[str, list[str]]]:
    return [(d.question, [side.value for side in d.sides]) for d in found.disagreements]


ABSCESS = "Brain abscess\n\nBrain abscess is rare. A brain abscess hurts.\n\n"


def test_shares_of_parts_that_exclude_each_other_cannot_be_more_than_the_whole(
    parser: Parser,
) -> None:
    pages = {
        "j.txt": f"{ABSCESS}Extradural abscesses account for 30% of all brain abscesses.\n",
        "k.txt": f"{ABSCESS}Intradural abscesses, those under the dura, account for 85% of brain "
        "abscesses, the rest being small.\n",
    }
    found = _found(pages, parser)
    (told,) = _told(found)
    assert told[1] == ["Extradural abscesses: 30%", "Intradural abscesses: 85%"]
    assert sorted(side.value for fact in found.facts for side in fact.differs) == told[1]
    given = _given(pages, parser)
    again = facts.reconcile(
        given[::-1], cards.question_of, cards.answer_of, dict.fromkeys(map(SourceId, pages), "")
    )
    assert again == found


@pytest.mark.parametrize(
    "other",
    [
        "Intradural abscesses account for 60% of brain abscesses.",
        "Intradural abscesses account for 85% of fatal brain abscesses.",
        "In children, intradural abscesses account for 85% of brain abscesses.",
        "Intradural abscesses account for up to 85% of brain abscesses.",
        "Frontal abscesses account for 85% of brain abscesses.",
    ],
)
def test_shares_that_can_both_be_true_are_no_disagreement(parser: Parser, other: str) -> None:
    pages = {
        "j.txt": f"{ABSCESS}Extradural abscesses account for 30% of all brain abscesses.\n",
        "k.txt": f"{ABSCESS}{other}\n",
    }
    assert _told(_found(pages, parser)) == []


LIST = (
    "Liver metastasis\n\nLiver metastasis hurts.\n\nLiver metastasis most commonly arises from "
    "bowel, breast, and kidney cancers.\n\n"
)


def test_a_list_of_the_most_common_that_leaves_out_a_greater_share_disagrees(
    parser: Parser,
) -> None:
    shares = (
        "The cancers that spread to the liver include:\n\n"
        "- Bowel cancer: 40% of liver metastases\n- Breast cancer: 12% of cases\n"
        "- Stomach cancer: {}% of cases\n- Renal cancer: 6% of cases\n"
    )
    found = _found({"l.txt": LIST + shares.format(9)}, parser)
    ((_, sides),) = _told(found)
    assert sides[1:] == ["Stomach cancer: 9%; renal cancer: 6%"]
    assert _told(_found({"l.txt": LIST + shares.format(5)}, parser)) == []
