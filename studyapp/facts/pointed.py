"""Whether 'this procedure' points at the name that stands before a paragraph."""

import re

from spacy.tokens import Doc

from studyapp.language.words import stems

_DONE = re.compile(r"\b(?:test|treatment|procedure|scan|medicine|drug)s?\b", re.IGNORECASE)
_CARE = re.compile(
    r"(?:scop(?:y|ies)|graph(?:y|s)|grams?|therapy|surgery|ectomy|plasty|tomy|imaging|screening|biopsy"
    r"|\w+(?:istry|metry)|assays?|stud(?:y|ies)|analys[ie]s|counts?|cultures?|tests?|scans?|exams?|x-?rays?|medicines?|drugs?|transplants?|\wing)\b",
    re.IGNORECASE,
)


def is_meant(pointer: str, label: str, before: Doc | None) -> bool:
    """Whether 'this procedure' means the label: 'Cysts. A drain helps. This procedure …' not."""
    if not _DONE.search(pointer) or _CARE.search(label) or before is None:
        return True
    return bool(set(stems(label)) & set(stems(before.text)))
