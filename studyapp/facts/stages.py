"""The stage of care that a heading names ('Diagnostic workup'), as part of a question."""

import re
from collections.abc import Sequence

from studyapp.facts.context import Context

_PEOPLE = re.compile(r"\b(?:patients|people|adults|children|women|men|infants)\b", re.IGNORECASE)
_STAGE = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:work-?up|diagnosis|evaluation|assessment|imaging|screening|testing"
    r"|treatment|management|follow-?up|prevention|detection)$",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\s(?:strateg(?:y|ies)|measures|methods|steps|plans?)$", re.IGNORECASE)


def stage_of(headings: Sequence[str], context: Context) -> str:
    """The stage of care that the nearest heading names, in small letters; '' for none."""
    heading = _PLAN.sub("", headings[-1]) if headings else ""
    if not _STAGE.match(heading) or context.names_subject(heading):
        return ""
    return " ".join(word if word.isupper() else word.lower() for word in heading.split())


def placed(
    asked: str, names: str, headings: Sequence[str], context: Context, answer: str = ""
) -> str:
    """A question with what it is about; people whom the statement names stay its people.

    'In patients without fever in gout' would make them patients who have gout, while a page on
    its workup speaks of those who may not: 'in the diagnostic workup of gout' keeps them apart.
    """
    stage = stage_of(headings, context)
    if stage and _PEOPLE.search(names):
        return context.about(f"{asked} in the {stage}", "of", answer)
    return context.about(asked, "in", answer)
