import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.language.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ("Gout hurts.", "It comes at night."),
        ("Does gout hurt?", "Yes!", "It does."),
        ("Give 2.5 mg.", "Then rest."),
        ("He said “it hurts.”", "Then he left."),
        ("It hurts (at night).", "(It is worse then.)"),
        ("The level is 6.8 mg/dL.", "12 of 40 had tophi."),
        ("Use drugs, e.g. Colchicine, early.", "Then wait."),
        ("See Dr. Brown at St. Anne.", "Ask him."),
        ("It is hot vs. Cold joints.",),
        ("Vitamin C. Brown urine follows.",),
        ("It ends without a stop",),
    ],
)
def test_where_a_paragraph_is_cut(parts: tuple[str, ...]) -> None:
    assert sentences("  ".join(parts)) == list(parts)


def test_nothing_has_no_sentence() -> None:
    assert sentences("") == []
    assert sentences("  ") == []


@given(st.text(alphabet="Ab. ?!”)\n1", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    joined = "".join(sentences(text))
    assert [c for c in joined if not c.isspace()] == [c for c in text if not c.isspace()]
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert list(spans) == sorted(spans)
