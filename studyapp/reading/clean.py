"""Takes citation marks and stray typography out of text, keeping every line number."""

import re

from studyapp.reading.lined import Lined

_SPACE = r"[ \t\u00a0\u2000-\u200b\u202f\u205f\ufeff]"
_SPACES = re.compile(rf"(?! (?!{_SPACE})){_SPACE}+")
"""All but single plain spaces, which stay as they are."""
_BRACKETED = re.compile(r"\s?\[\s*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)?\s*\](?!\()")
_GRADED = re.compile(
    r"\s?[\[(]\s?(?:[Ll]evels?\sof\sevidence|[Gg]rade|[Ss]trength\sof\srecommendation)[^\])]{0,60}[\])](?:\s?[,;]\s?(?=[\[(][Ll]evel))?"
)
"""'[Level of evidence: IV]': how well a claim is borne out, a mark behind it like a citation's."""
_TRAILING = re.compile(r"(?<=[.:;!?)])\s+\d{1,2}(?:\s*,\s*\d{1,2})*$")
_TRAILING_WORD = re.compile(r"(?<=[a-z])\s+\d{1,2}(?:\s*,\s*\d{1,2})*$")
_GLUED = re.compile(r"(?<=[a-z)][.])\d{1,2}(?:\s*[,–-]\s*\d{1,2})*(?=\s|$)")
_GLUED_COMMA = re.compile(r"(?<=[a-z])(?<!\d)([.,;])\d{1,2}(?:,\d{1,2})*(?=\s+[A-Za-z])")
_SPOKEN = re.compile(
    r"\s*\((?=[^)]{0,99}[A-Z]{2})[a-z]*(?:[A-Za-z]+-)+[A-Za-z'-]+(?:\s[A-Za-z'-]+)?\)"
)
_AUTHOR_YEAR = re.compile(
    r"\s*\((?:[A-Z][A-Za-z’'&.,;\s-]{1,399}|see\s[^)]{0,399}),?\s(?:19|20)\d\d[a-z]?"
    r"(?:;\s[^)]{0,999}(?:19|20)\d\d[a-z]?)?\)"
)
_FIGURE = re.compile(r"\s*\((?:[Ff]ig(?:ure|\.)?|[Tt]able)\b[^)]{0,20}\)")
_FIGURE_TELLS = re.compile(
    r"(?:(?<=^)|(?<=[.!?]\s))\((?:[Ff]ig(?:ure|\.)?|[Tt]able)\b[^)]{0,20}\)(?=\s[a-z])"
)
"""'(Figure 2) lists …': a sentence whose subject it is keeps one."""
_LONE_SPACE = re.compile(r"\s+(?=[,.;:)](?:\s|$))")
_GLUED_SENTENCES = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z]+(?:\s|[.,]))")
"""'… at night.The pain': a full stop before a capital ends a sentence, blank or no blank."""
_MARK_AFTER_LETTER = re.compile(r"(?<=\s[A-Z]\.)\d{1,2}(?=\s+[A-Z][a-z])")
_FOOTNOTE_STAR = re.compile(r"(?<=[a-z)])\*(?=[\s,.;:])")
_GLUED_WORDS = re.compile(r"(?<=[a-z]{2}),(?=[a-z]{3})")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,12}\]:?")
_MARK_INSIDE = re.compile(r"(?<=[a-z)][.])\s\d{1,2}(?:,\s?\d{1,2})*\s(?=[A-Z])")
_HABIT = 4
_OPEN_SPACE = re.compile(r"(?<=\()\s+")


def clean(lined: Lined) -> Lined:
    """Text without citation marks, spoken spellings and double spaces."""
    text = lined.sub(_SPACES, " ").sub(_GLUED_WORDS, ", ").sub(_FOOTNOTE, "")
    text = text.sub(_MARK_INSIDE, " ").sub(_FOOTNOTE_STAR, "")
    text = text.sub(_FIGURE_TELLS, "The figure")
    for pattern in (
        _GRADED,
        _BRACKETED,
        _AUTHOR_YEAR,
        _FIGURE,
        _SPOKEN,
        _GLUED,
        _MARK_AFTER_LETTER,
    ):
        text = text.sub(pattern, "")
    text = text.sub(_GLUED_COMMA, lambda match: match.group(1))
    text = text.sub(_LONE_SPACE, "").sub(_OPEN_SPACE, "")
    return text.sub(_GLUED_SENTENCES, " ").stripped()


def without_trailing_marks(lined: Lined, *, page_uses_marks: bool) -> Lined:
    """Without reference numbers that end a block ('… deficits. 1', 'include: 3, 4').

    After a word rather than a full stop, a number is taken for a reference only where the
    page is known to end its lines with them: 'stage 1' must stay.
    """
    text = lined.sub(_TRAILING, "")
    if page_uses_marks:
        text = text.sub(_TRAILING_WORD, "")
    return text.stripped()


def uses_trailing_marks(texts: tuple[str, ...]) -> bool:
    """Whether blocks of this page end with reference numbers as a habit.

    Sure marks (after a full stop or colon) or several numbers in a row must be there, and
    the numbers after words must not be more than a reference list could hold.
    """
    sure = sum(1 for text in texts if _TRAILING.search(text))
    likely = sum(1 for text in texts if _TRAILING_WORD.search(text))
    marks = sure + likely
    return sure > 0 and marks >= _HABIT and marks * 20 > len(texts)
