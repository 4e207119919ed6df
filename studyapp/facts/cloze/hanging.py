"""Parts of a sentence that point outside themselves, or that are no thing to be named."""

import re

from spacy.tokens import Span

from studyapp.facts.cloze.sentence import words_of

_POINTS = re.compile(
    r"\b(?:this|these|those|such(?!\sas)|it|its|they|them|their|he|she|his|her|both|other|another"
    r"|same)\b",
    re.IGNORECASE,
)


def is_hanging(span: Span, role: str) -> bool:
    """Whether a part points outside itself, or is no thing that could be named alone.

    'Their walls', 'a key player in this process'; '(sudden) pain'; what somebody is doing; a
    subject behind the verb of another clause.
    """
    words = words_of(span.doc)[span.start : span.end]
    if _POINTS.search(" ".join(word.text for word in words[:4])) or words[0].text == "(":
        return True
    acts = words[0].tag in {"VBG", "VBZ"} and role != "number"
    behind = role == "subject" and span.start > 0
    return acts or (behind and words_of(span.doc)[span.start - 1].pos in {"VERB", "AUX"})
