"""What stands in a sentence and says nothing: how a name is spoken, a bracket around it all."""

import re

_VOWEL = r"[aeiouyAEIOUY]"
_SYLLABLE = rf"(?:(?=[A-Z]*{_VOWEL})[A-Z]{{1,6}}|[a-z]{{1,6}})"
_SPOKEN = re.compile(
    rf"\s\((?=[^()]*-[^()]*-)(?=[^()]*\b[A-Z]{{1,6}}\b)(?=[^()]*\b[a-z]{{1,6}}\b)"
    rf"{_SYLLABLE}(?:[-\s]{_SYLLABLE}){{2,}}\)"
)
"""'(ar-THRY-tis)': how a name is spoken, with the loud syllable in capitals."""
_BRACKETED = re.compile(r"^\((?P<said>[A-Z“\"][^()]+(?:\([^()]*\)[^()]*)*[.!])\)$")
_WORD = r"(?!(?:that|which|who|used|called|made)\b)[a-z]+"
_OR_ADJECTIVE = re.compile(
    r"(?P<one>\b[Aa]n?\s(?:[a-z]+\s)?[a-z-]+(?:al|ic|ive|ary|ous|ant|ent|ed|ar|id|ble|ute|ign|ine)),"
    rf"\sor\s{_WORD}(?:[\s-]{_WORD})?,"
    r"(?=\s(?!(?:that|which|is|are|can|may|has|was|to|in|of|into|for|from|with|and|or)\b)[a-z])"
)
_EXPLAINED = re.compile(
    r"(?<=[a-z])\s?—\s?(?![^—]*(?:\d|,[^—]*\b(?:and|or)\b|\b(?:not?|only|except|unless|if|when|called|known"
    r"|termed|usually|especially|including)\b))"
    r"(?:an?\s|the\s|[a-z-]+s\s(?:that|who|which|used|made)\s)[^—;:.?!]{3,150}—\s?(?=[a-z])"
)
"""'a hepatologist—a doctor who treats the liver—does …': what a word means, between dashes."""


_SEE = re.compile(
    r"\s\((?:(?:see|refer\sto)\s[^()]{3,80}|shown\s(?:in|as)\s(?:\w+\s)?(?:red|blue|green|yellow|orange|purple|pink"
    r"|gr[ae]y|black|white|brown)(?:\s[^()]{0,40})?)\)"
)
"""'(see the table of doses)': where a page sends its reader."""


def without_asides(text: str) -> str:
    """A sentence without what it only adds to its words.

    That is the bracket around the whole of it, how a name is spoken ('(ar-THRY-tis)'), a bracket
    that sends the reader elsewhere, the plain
    word beside a learned one ('a chronic, or long-lasting, disease') and, between two dashes, what
    a word means; no parser reads the last two rightly.
    """
    inner = _BRACKETED.match(text.strip())
    text = _EXPLAINED.sub(" ", inner["said"] if inner else text)
    return _OR_ADJECTIVE.sub(r"\g<one>", _SEE.sub("", _SPOKEN.sub("", text)))
