"""Tells reference marks from other raised figures, where a format says what is raised."""

import re

_FIGURES = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
_AFTER = re.compile(r"(?:[a-z]{4}|[.,;:!?)\]”’\"])$")


def raised(before: str, text: str) -> str:
    """Raised text as it is written into a line: a reference mark goes into brackets.

    Without them 'patients' and its mark 12 would read 'patients12'. What follows a unit or a
    figure ('m' and 2, '10' and 9) is a power and stays.
    """
    mark = text.strip()
    if _FIGURES.fullmatch(mark) and _AFTER.search(before.rstrip()):
        return f"[{mark}]"
    return text
