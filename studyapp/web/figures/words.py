"""Numbers, days and counts as the figures write them."""

from datetime import date

_HOUR = 60


def short(day: int) -> str:
    """A study day (an ordinal) as '22 Nov'."""
    told = date.fromordinal(day)
    return f"{told.day} {told:%b}"


def dated(day: int) -> str:
    """A study day (an ordinal) as '22 November 2026'."""
    told = date.fromordinal(day)
    return f"{told.day} {told:%B %Y}"


def many(number: int, noun: str, plural: str = "") -> str:
    """'1 card', '1,200 cards'."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def needs(least: int, have: int) -> str:
    """What is said in place of a figure that too few reviews stand behind."""
    return f"Needs {least} reviews; you have {have}."


def told_minutes(minutes: float) -> str:
    """Minutes, or hours from two on; 'less than a minute' rather than none."""
    whole = round(minutes)
    if not whole:
        return "less than a minute"
    if whole < 2 * _HOUR:
        return many(whole, "minute")
    return many(round(minutes / _HOUR), "hour")
