import pytest

from studyapp.model import Citation, Lines, Source, SourceId
from studyapp.study import Cited
from studyapp.web import words


def test_number_and_unit_stay_on_one_line() -> None:
    assert words.with_unit_spaces("0.5 mL of 1 mg/mL") == "0.5\xa0mL of 1\xa0mg/mL"
    assert words.with_unit_spaces("6 to 12 hours") == "6 to 12\xa0hours"
    assert words.with_unit_spaces("2 methods, 5 golden rules") == "2 methods, 5 golden rules"


def test_a_deletion_is_a_gap_and_the_rest_is_escaped() -> None:
    shown = words.question("If <b> then {{c1::5 mg}} & rest")
    assert "5" not in shown
    assert "If &lt;b&gt; then <span" in shown
    assert shown.endswith("&amp; rest")
    assert words.plain_question("Give {{c1::5 mg}} now") == "Give […] now"


def test_a_gap_says_what_is_asked() -> None:
    asked = "Give it for {{c1::3 <days>::how long?}}."
    shown = words.question(asked)
    assert shown == 'Give it for <span class="gap hint">how long?</span>.'
    assert words.plain_question(asked) == "Give it for [how long?]."
    # What a document says after two colons is no hint of ours.
    assert "see" not in words.question("Give {{c1::5 mg::see <b>}} now")


def test_a_long_answer_is_set_smaller() -> None:
    assert words.answer_size("500 micrograms") == ""
    assert words.answer_size("word " * 20) == "long"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (290, "5 minutes")],
)
def test_time_spent(seconds: int, text: str) -> None:
    assert words.spent(seconds) == text


def test_a_citation_names_title_date_and_place() -> None:
    source = Source(SourceId("a.txt"), "On allergy", "Hillside", "hospital page", "2024")
    assert words.work(source) == "On allergy, 2024"
    assert words.page_kind(source) == "Hillside, hospital page"
    assert words.work(Source(SourceId("a.txt"), "")) == "a.txt, undated"
    assert words.place(Citation(source.id, (), Lines(3, 4))) == "lines\xa03–4"
    assert words.place(Citation(source.id, (), Lines(3, 4), page=12)) == "page\xa012"


def test_a_notice_becomes_a_sentence() -> None:
    assert words.sentence("pending review") == "Pending review."
    assert words.sentence("Pending review.") == "Pending review."


def test_a_section_does_not_repeat_the_title() -> None:
    source = Source(SourceId("a.txt"), "On Allergy")
    headings = ("On allergy", "Drugs", "First")
    assert words.section(Citation(source.id, headings, Lines(1, 1)), source) == "Drugs › First"
    assert words.section(Citation(source.id, ("Drugs",), Lines(1, 1)), source) == "Drugs"
    assert words.section(Citation(source.id, (), Lines(1, 1)), source) == ""


def test_an_answer_of_three_parts_is_a_list() -> None:
    assert words.items("pain; fever (mild; brief); cough") == (
        "pain",
        "fever (mild; brief)",
        "cough",
    )
    assert words.items("5 mg; then 10 mg") == ("5 mg; then 10 mg",)


def test_citations_are_gathered_by_document() -> None:
    one, two = Source(SourceId("a.txt"), "A"), Source(SourceId("b.txt"), "B")
    cited = tuple(
        Cited(Citation(source.id, (), Lines(line, line)), source, None)
        for source, line in ((one, 3), (two, 1), (one, 9))
    )
    assert words.others(cited) == 1
    assert words.by_source(cited) == ((one, (cited[0], cited[2])), (two, (cited[1],)))
