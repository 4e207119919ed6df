"""Statements that speak to their reader throughout ('you may need …'), told of patients."""

import re
from collections.abc import Iterator

_CALLS = re.compile(
    r"^(?:You\s(?:should|can|may|might|could)\s(?:also\s)?(?:ask|talk|want|find|call|learn|wish|choose|try|see|go|get|seek|visit|contact)"
    r"|Ask|Talk|Tell|Call|See|Check|Discuss|Contact|Work|Visit|Get|Go|Make|Take|Use|Try|Keep|Let|Learn"
    r"|Find|Read|Do|Don|Be|Have|Follow|Eat|Avoid|Consider|Whether|How|What|Where|When\sshould|Why|Always"
    r"|Never|Seek|Limit|Choose|Include|Stop|Start|Help|Know|Remember|Think|Feel|Watch|Wash|Give|Put)\b"
    r"|^(?:If|When|Before|After)\b[^,]*,\s(?:then\s)?(?:please\s)?(?:call|see|get|seek|go|talk|tell|ask|contact"
    r"|dial|take|use|do|don['’]t|stop|try|make|keep|avoid|wash|apply|check|give)\b"
    r"|\b(?:we|us|our|my|ours|website|online|questions?|page|yourself|your\sown|thank)\b|[?!:]",
    re.IGNORECASE,
)
"""What a page asks of its reader is no claim about patients."""
_OWN = re.compile(r"\b(?P<your>[Yy])our\b")
_READER = re.compile(r"\b(?P<you>[Yy])ou(?:['’]?(?P<short>re|ve|ll))?\b")
_SHORTENED = {"re": " are", "ve": " have", "ll": " will"}
_SUFFERS = re.compile(
    r"\b(?:to|for|with|of|from|by|about|on|at|than|and|in|helps?|gives?|makes?|lets?|tells?|allows?|causes?"
    r"|prevents?|keeps?|puts?|protects?|affects?|gets?|asks?|advises?|shows?|offers?|treats?|leaves?"
    r"|(?:giving|making|helping|keeping|allowing|treating|leaving))\s$"
)
"""What stands before a 'you' to whom something is done."""


def of_patients(text: str) -> str:
    """'You may need insulin' as 'Patients may need insulin'; a call to the reader stays as it is.

    'You' takes the verb forms that 'patients' does, so that nothing else has to change.
    """
    if _CALLS.search(text):
        return text
    owned = _OWN.sub(lambda match: "The" if match["your"] == "Y" else "the", text)
    names = _names()
    return _READER.sub(lambda match: _named(match, names), owned)


_CARER = re.compile(
    r"\b(?P<your>[Yy])our\s(?=(?:own\s)?(?:health\s?care\s)?(?:doctor|provider|surgeon|nurse|physician|dentist"
    r"|specialist|oncologist|pharmacist|dietitian|midwife)\b)"
)


def of_carers(text: str) -> str:
    """'Your doctor may use a cuff' as 'A doctor may use a cuff', if no 'you' is left."""
    if _CALLS.search(text) or _READER.search(text):
        return text
    return _CARER.sub(lambda match: "A " if match["your"] == "Y" else "a ", text)


def _names() -> Iterator[str]:
    yield "patients"
    while True:
        yield ""


def _named(match: re.Match[str], names: Iterator[str]) -> str:
    """The first reader by name, those behind as 'they' or 'them'."""
    acts = match["short"] is not None or _SUFFERS.search(match.string[: match.start()]) is None
    name = next(names) or ("they" if acts else "them")
    name = name.capitalize() if match["you"] == "Y" else name
    return name + _SHORTENED.get(match["short"] or "", "")
