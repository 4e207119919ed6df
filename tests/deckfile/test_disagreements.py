import json

from studyapp.deckfile.jsonl import format_disagreements
from studyapp.model import Citation, Disagreement, Lines, Side, SourceId


def test_each_answer_comes_with_its_places() -> None:
    sides = (
        Side("About 20%", (Citation(SourceId("a.md"), ("Gout",), Lines(3, 4)),)),
        Side("30–40%", (Citation(SourceId("b.txt"), (), Lines(9, 9)),)),
    )
    text = format_disagreements((Disagreement("How many?", sides),) * 2)
    first, second = text.splitlines()
    assert first == second
    assert "30–40%" in first
    assert json.loads(first) == {
        "question": "How many?",
        "sides": [
            {
                "value": "About 20%",
                "sources": [
                    {"document": "a.md", "line_start": 3, "line_end": 4, "headings": ["Gout"]}
                ],
            },
            {
                "value": "30–40%",
                "sources": [{"document": "b.txt", "line_start": 9, "line_end": 9, "headings": []}],
            },
        ],
    }


def test_no_disagreement_is_an_empty_file() -> None:
    assert format_disagreements(()) == ""
