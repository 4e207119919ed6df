"""'The diagnosis is confirmed by …': whose diagnosis it is, where the page leaves no doubt."""

import re

from studyapp.facts.context import Context
from studyapp.language.diseases import names_disease
from studyapp.model import Passage

_BARE = re.compile(
    r"^(?:The\s)?(?P<noun>[Dd]iagnosis|[Pp]rognosis)(?=\s(?:is|requires|rests|depends|can\sbe|should\sbe"
    r"|must\sbe|may\sbe)\s)"
)


def with_disease(said: str, before: str, passage: Passage, context: Context) -> str:
    """A sentence on 'the diagnosis' with the disease that its page or section is about.

    The sentence before must not speak of another disease, nor may a label.
    """
    bare = _BARE.match(said)
    here = context.at(passage.headings)
    if bare is None or not here.ill or passage.label:
        return said
    elsewhere = names_disease(before) and not here.names_subject(before)
    if elsewhere or names_disease(said):
        return said
    return f"The {bare['noun'].lower()} of {here.subject}{said[bare.end() :]}"
