"""Which drug 'a second treatment' is with, where the paragraph is about that drug."""

import re
from collections import Counter

from studyapp.facts.context import Context
from studyapp.language.diseases import names_disease
from studyapp.model import Passage

_BARE = re.compile(
    r"^(?P<what>(?:(?:An?|The)\s)?(?:[Ss]econd|[Rr]epeat|[Ss]ingle|[Uu]sual|[Ff]irst|[Ff]urther)\s"
    r"(?P<noun>treatment|dose|application|course))\s(?=(?:is|are|should|may|must|can|often|usually)\b)"
)
_OPENS = re.compile(r"^(?P<name>[A-Z][a-z]{4,})\b")
_NAMED = 2
_DRUG = (
    r"\b[^.]*\b(?:approved|applied|prescribed|administered|drug|medicine|medication|lotion|cream"
    r"|shampoo|tablets?|suspension|antibiotic|ointment)\b"
)


def with_drug(text: str, passage: Passage, context: Context) -> tuple[str, int]:
    """'A second treatment is …' with its drug named, and where the paragraph names it; or -1."""
    bare = _BARE.match(text)
    if bare is None:
        return text, -1
    opened = [
        (found["name"], start)
        for start, end in passage.sentences
        if (found := _OPENS.match(passage.text[start:end])) is not None
    ]
    counts = Counter(name for name, _ in opened)
    often = [name for name, count in counts.items() if count >= _NAMED]
    if len(often) != 1 or names_disease(often[0]) or context.names_subject(often[0]):
        return text, -1
    if re.search(re.escape(often[0].removesuffix("s")) + _DRUG, passage.text) is None:
        return text, -1
    link = "with" if bare["noun"] == "treatment" else "of"
    said = f"{bare['what']} {link} {context.inside(often[0])}{text[bare.end('what') :]}"
    return said, next(start for name, start in opened if name == often[0])
