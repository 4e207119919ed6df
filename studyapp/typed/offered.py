"""Which cards a typed answer is offered on: those whose answer is, at its head, in numbers."""

import re

from studyapp.language.regimens import read_regimen

_HEAD_ENDS = re.compile(r"[;:(]|,\s")
_MOST_WORDS = 2


def is_numeric(answer: str) -> bool:
    """Whether an answer is an amount, a share, a time or a range, with few words beside it.

    What follows the first comma or stands in brackets may say more: 'every 6 weeks, unless …'.
    """
    head = read_regimen(_HEAD_ENDS.split(answer, maxsplit=1)[0])
    return bool(head.doses) and len(head.words) <= _MOST_WORDS
