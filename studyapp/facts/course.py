"""The course of the disease that a heading names, which a fact of its section must tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studyapp.model import Fact

_COURSE = (
    "acute|subacute|chronic|latent|active|recurrent|relapsed|refractory|early|advanced|mild"
    "|moderate|severe|primary|secondary|congenital|neonatal|childhood|gestational|cutaneous"
    "|uncomplicated|complicated"
)


def course_of(headings: Sequence[str], subject: str) -> str:
    """The subject with its course ('acute gout') as the nearest heading names it; '' if none."""
    pattern = rf"\b({_COURSE})\s+{re.escape(subject)}\b"
    for heading in reversed(headings):
        if subject.lower() not in heading.lower():
            continue
        if named := re.search(pattern, heading, re.IGNORECASE):
            return f"{named.group(1).lower()} {subject}"
    return ""


def placed(fact: Fact, subject: str) -> Fact:
    """A fact that names the course of the disease ('acute Q fever') which its heading names.

    A dose for the acute disease may be wrong for the chronic one, so the heading's word must
    stand in the question.
    """
    if not subject:
        return fact
    course = course_of(fact.citations[0].headings[1:], subject)
    if not course:
        return replace(fact, topic=subject)
    tail = rf"\b(in|of|for) {re.escape(subject)}(?=\W*$)"
    asked = re.sub(tail, rf"\1 {course}", fact.question)
    return replace(fact, topic=course, question=asked)
