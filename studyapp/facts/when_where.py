"""When, where and in whom: the question word for what follows a verb of happening."""

import re

from studyapp.language.clause import Clause

_TIME = re.compile(r"\d|\b(?:age|hours?|days?|weeks?|months?|years?)\b")
_PERIOD = re.compile(r"\b(?:stages?|phases?|periods?|steps?|labou?r|trimester)\b", re.IGNORECASE)


def asked_when(clause: Clause, value: str) -> tuple[str, str]:
    """The question word for 'X occurs when …', and the answer without its 'when'.

    What happens (a clause with its own subject) is how X comes about; 'when' wants a time.
    """
    words = clause.root.doc[clause.rest_start : clause.rest_end]
    event = any(t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ != "PRON" for t in words)
    timed = _TIME.search(value) or _PERIOD.search(clause.subject)
    if not event or timed or not value.lower().startswith("when "):
        return "When", re.split(r"\sand\sends?\s", value)[0]
    return "How", re.split(r"\sand\sends?\s", value[len("when ") :])[0]


PEOPLE = re.compile(
    r"(?:for|in) (?:\w+\s){0,3}(?:patients|people|adults|children|women|men|infants|newborns"
    r"|family\smembers|relatives|caregivers)\b"
)
_SHARE = re.compile(r"^\w+\s(?:(?:about|nearly|up\sto|approximately|around)\s)?\d")
_SEAT = re.compile(
    r"\b(?:veins?|arter(?:y|ies)|vessels?|bones?|joints?|skin|lungs?|liver|kidneys?|brain|heart"
    r"|bowel|intestines?|colon|stomach|throat|mouth|nose|eyes?|ears?|lymph\snodes?|glands?|tissues?"
    r"|cells?|cord|marrow|muscles?|nerves?|legs?|arms?|hands?|feet|chest|abdomen|bladder|uterus"
    r"|ovar(?:y|ies)|breasts?|lining|blood|cavity|space|cytoplasm|mitochondri\w+|nucleus|soil|water)\b"
)

_TIMES = re.compile(
    r"^in\s(?:the\s)?(?:[\w'’-]+\s){0,3}?(?:stages?|phases?|years?|months?|weeks?|days|decades?|trimester|winter|summer"
    r"|spring|fall|autumn|childhood|infancy|adulthood|adolescence|pregnancy|morning|evening|night)\b"
)


def asked_where(rest: str, link: str) -> str:
    """'In whom' before people, 'Where' before a part of the body, '' before anything else."""
    if _SHARE.match(rest):
        return ""
    if link == "in" and PEOPLE.match(rest):
        return "In whom"
    if link == "in" and _TIMES.match(rest):
        return "When"
    head = re.split(r",|\s(?:of|that|which|when|after|during|and|or)\s", rest)[0]
    return "Where" if _SEAT.search(head) else ""
