"""A definition that is too long for a card, without what it only adds."""

import re

_LONGEST = 25
_SHORTEST = 6
_GLOSS = re.compile(r"\s\([^()]*\)")
_NAMED = re.compile(
    r",\s(?:also\s|sometimes\s|commonly\s)?(?:called|known\sas)\s(?:an?\s|the\s)?[^,;()]{3,40},"
)
_DOES = (
    r"(?:is|are|can|may|has|have|causes?|helps?|makes?|stops?|protects?|prevents?|affects?|leads?"
    r"|occurs?|allows?|carry|carries|produces?|starts?|keeps?|gives?|reduces?|controls?|spreads?"
    r"|usually|often|that|which|who)"
)
_ADDED = (
    re.compile(r";\s.+$"),
    re.compile(r",?\swhereas\s.+$"),
    re.compile(r",?\sso\sthat\s.+$"),
    re.compile(r",\s(?:which|where|although|though|but|while|usually|often|for\sexample)\b[^,]+$"),
    re.compile(r",?\s(?:including|such\sas)\s.+$"),
    re.compile(
        r"\s(?:in\sorder\sto|to\scheck\sfor|to\slook\sfor|to\sfind\sout|to\ssee\swhether)\s.+$"
    ),
    re.compile(rf",?\sand\s{_DOES}\s.+$"),
    re.compile(r",?\s(?:that|which)\s\w+\s(?:\w+\s){0,3}\w+s:\s.+$"),
    re.compile(r",\s(?:either\s)?(?:by\s)?[a-z]+ing\s[^,]+$"),
)
"""What only adds to a definition, the loosest first; what is left is true by itself."""
_NEXT = re.compile(r"\.\s+[-•]\s|(?<=[a-z]{3})\.(?=[A-Z][\w’']*\s)")
"""Where a page runs the next item, or the next sentence, into this one."""
_OPENS = re.compile(r"\b(?:in\swhich|where|when|that|which|who)\b")
"""What opens a clause, which needs a verb: a cut right behind it would take that away."""
_LEADS_ON = re.compile(r",?\s(?:including|such\sas)$")
_FULL = re.compile(r"\b(?:that|which|who|of|in|by|with|from|between|caused|to|made|around|for)\b")


def shortened(value: str) -> str:
    """A definition of at most 25 words: without glosses, other names and the clauses that add.

    It comes back whole where it is short enough, and where no cut makes it so.
    """
    said = _LEADS_ON.sub("", _NEXT.split(value.rstrip(" ."))[0])
    if len(said.split()) <= _LONGEST:
        return said if len(said) < len(value.rstrip(" .")) else value
    for loose in (_GLOSS, _NAMED):
        said = loose.sub("", said)
        if _fits(said):
            return said
    for added in _ADDED:
        cut = added.sub("", said).rstrip(" ,;:")
        if cut != said and _fits(cut) and _whole(cut):
            return cut
    return value


def _fits(said: str) -> bool:
    return _SHORTEST <= len(said.split()) <= _LONGEST


def _whole(cut: str) -> bool:
    """Whether what is left still says which, and opens nothing that it does not close."""
    told = _OPENS.split(cut)
    if len(told) > 1 and len(told[-1].split()) < _SHORTEST:
        return False
    opened = cut.count("(") == cut.count(")") and cut.count("“") == cut.count("”")
    return opened and ":" not in cut and _FULL.search(cut) is not None
