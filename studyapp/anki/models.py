"""The two note types that learners of every deck have in Anki.

All their ids and their lists of fields are permanent: Anki does not update the notes of a
learner when a note type comes back with another id or another field. Templates and style may
change, with `TEMPLATES_CHANGED`: Anki takes over a newer note type, and a learner's own style
stays as long as ours is older.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import genanki

from studyapp.model import Card

TEMPLATES_CHANGED = datetime(2026, 11, 22, tzinfo=UTC)

_QUESTION_ID, _CLOZE_ID = 1709552705588, 1708589150134
_QUESTION_TEMPLATE_ID, _CLOZE_TEMPLATE_ID = 170955270558850, 170858915013450
_QUESTION_FIELDS = {
    "Question": 170955270558801,
    "Answer": 170955270558802,
    "Extra": 170955270558803,
    "Sources": 170955270558804,
    "SourcesDiffer": 170955270558805,
    "Kind": 170955270558806,
    "Topic": 170955270558807,
    "Image": 170955270558808,
    "CardId": 170955270558809,
    "Changed": 170955270558810,
}
_CLOZE_FIELDS = {
    "Text": 170858915013401,
    "Extra": 170858915013402,
    "Sources": 170858915013403,
    "SourcesDiffer": 170858915013404,
    "Kind": 170858915013405,
    "Topic": 170858915013406,
    "Image": 170858915013407,
    "CardId": 170858915013408,
    "Changed": 170858915013409,
}


@dataclass(frozen=True, slots=True)
class NoteTypes:
    """The note type of a card with a question, and that of a sentence with a deletion."""

    question: genanki.Model
    cloze: genanki.Model

    def of(self, card: Card) -> genanki.Model:
        """The note type of a card."""
        return self.cloze if card.is_cloze else self.question


def note_types(templates: Path) -> NoteTypes:
    """The note types with the templates and the style in a folder."""

    def text(name: str) -> str:
        return (templates / name).read_text(encoding="utf-8")

    css = text("card.css")
    question = genanki.Model(
        _QUESTION_ID,
        "studyapp question",
        fields=_fields(_QUESTION_FIELDS),
        templates=[_template(_QUESTION_TEMPLATE_ID, text("front.html"), text("back.html"))],
        css=css,
    )
    cloze = genanki.Model(
        _CLOZE_ID,
        "studyapp cloze",
        fields=_fields(_CLOZE_FIELDS),
        templates=[
            _template(_CLOZE_TEMPLATE_ID, text("cloze_front.html"), text("cloze_back.html"))
        ],
        css=css,
        model_type=genanki.Model.CLOZE,
    )
    return NoteTypes(question, cloze)


def _fields(ids: dict[str, int]) -> list[dict[str, object]]:
    return [{"name": name, "id": field_id} for name, field_id in ids.items()]


def _template(template_id: int, front: str, back: str) -> dict[str, object]:
    return {"name": "Card", "id": template_id, "qfmt": front, "afmt": back}
