"""One wording for what medical pages word in several ways: numbers, abbreviations, spellings."""

import re
from collections.abc import Callable
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from studyapp.language.words import folded, spaced

_ONES_WORDS = """
    zero one two three four five six seven eight nine
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ONES = {word: number for number, word in enumerate(_ONES_WORDS.split())}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: number * 10 for number, word in enumerate(_TENS_WORDS.split(), start=2)}
_NUMBER_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<unit>{'|'.join(list(_ONES)[1:10])}))?"
    rf"|(?P<ones>{'|'.join(reversed(_ONES))}))\b"
)

_FRACTIONS = (
    (",", r"(?<=\d),(?=\d{3}\b)", ""),
    ("third", r"\b(?:one|a)[ -]third\b", "33.3%"),
    ("third", r"\btwo[ -]thirds\b", "66.7%"),
    ("quarter", r"\bthree[ -]quarters\b", "75%"),
    ("quarter", r"\b(?:one|a)[ -]quarter\b(?! of an)", "25%"),
    ("half", r"\b(?:(?:one|a)[ -])?half\b(?![ -]?(?:life|lives|an?\b))", "50%"),
)  # fmt: skip
"""Numbers in words that are more than one number word; they come first."""

_HOURS = "hour|" + "|".join(f"{digit}h|{digit} h" for digit in range(10))
_FORMS = (
    # Units
    ("cent|%", r"\s?(?:\bper ?cent\b|%)", "%"),
    ("milligram|mg", r"\bmilligrams?\b|(?<=\d)mgs?\b", "mg"),
    ("microgram|mcg|µg|μg", r"\bmicrograms?\b|\bmcg\b|[µμ]g\b", "mcg"),
    ("gram", r"(?<=\d) ?\bgrams?\b", " g"),
    ("kilo", r"\bkilograms?\b|\bkilos?\b", "kg"),
    ("millilit|cc", r"\bmillilit(?:er|re)s?\b|\bcc\b", "ml"),
    ("liter|litre", r"\blit(?:er|re)s?\b", "l"),
    ("mercury|mm hg", r"\bmillimet(?:er|re)s? of mercury\b|\bmm hg\b", "mmhg"),
    ("millimet", r"\bmillimet(?:er|re)s?\b", "mm"),
    ("centimet", r"\bcentimet(?:er|re)s?\b", "cm"),
    ("celsius|°", r"\bdegrees? celsius\b|° ?c\b", "°c"),
    (_HOURS, r"(?<=[0-9]) ?(?:hours?|hrs?|h)\b|\bhours?\b", " hours"),
    ("min", r"(?<=\d) ?(?:minutes?|mins?|min)\b|\bminutes?\b", " minutes"),
    ("wk", r"(?<=\d) ?(?:wks?)\b", " weeks"),
    ("yr", r"(?<=\d) ?(?:yrs?)\b", " years"),
    ("q", r"\bq ?(?=\d+ ?hours)", "every "),
    # How often and by which route
    ("bid|b.i.d|twice",
     r"\b(?:bid|b\.i\.d\.?|twice (?:daily|a day|each day|per day|every day))", "2 times daily"),
    ("tid|t.i.d", r"\b(?:tid|t\.i\.d\.?)(?!\w)", "3 times daily"),
    ("qid|q.i.d", r"\b(?:qid|q\.i\.d\.?)(?!\w)", "4 times daily"),
    ("once", r"\bonce (?:daily|a day|each day|per day|every day)", "1 time daily"),
    ("times", r"\btimes (?:a|each|per|every) day\b", "times daily"),
    ("day", r"\b(?:a|each|per|every) day\b|/day\b", "daily"),
    ("week", r"\b(?:a|each|per|every) week\b", "weekly"),
    ("month", r"\b(?:a|each|per|every) month\b", "monthly"),
    ("year|annual", r"\b(?:a|each|per|every) year\b|\bannual(?:ly)?\b", "yearly"),
    ("twice", r"\btwice\b", "2 times"),
    ("intravenous|i.v.", r"\bintravenous(?:ly)?\b|\bi\.v\.", "iv"),
    ("intramuscular|i.m.", r"\bintramuscular(?:ly)?\b|\bi\.m\.", "im"),
    ("subcut|s.c.", r"\bsubcutaneous(?:ly)?\b|\bsubcut\b|\bs\.c\.", "sc"),
    ("mouth|orally|per os|p.o.|po", r"\b(?:by mouth|orally|per os|p\.o\.|po)(?!\w)", "oral"),
    ("afterward|followed|subsequently",
     r"\bafterwards?\b|\bfollowed by\b|\bsubsequently\b", "then"),
    # American for British
    ("our", r"(?<=[a-z]{3})our(?=s|ed|able|\b)", "or"),
    ("oea", r"(?<=[a-z])oea\b", "ea"),
    ("oe", r"\boe(?=[ds])", "e"),
    ("ae", r"(?<=[cp])ae(?=[cdms])|\bae(?=[st])|(?<=h)ae(?=m)|ae(?=mi[ac])|(?<=an)ae(?=s)", "e"),
    ("yse", r"(?<=\w)yse(?=[ds]?\b)", "yze"),
    ("bre|tre", r"\b(fib|cent|tit|calib)re(s?)\b", r"\1er\2"),
    # Everyday and clinical words for one thing
    ("physician|provider|clinician",
     r"\bphysicians?\b|\b(?:health ?care )?providers?\b|\bclinicians?\b", "doctor"),
    ("ray|radiograph", r"\bx[- ]?rays?\b|\bradiographs?\b", "xray"),
    ("radiotherapy|irradiation", r"\bradiotherapy\b|\birradiation\b", "radiation therapy"),
    ("ekg|electrocardiogra", r"\bekg\b|\belectrocardiogra(?:m|ms|phy)\b", "ecg"),
    ("computeri", r"\bcomputeri[sz]ed\b", "computed"),
    ("high blood", r"\bhigh blood pressure\b", "hypertension"),
    ("heart attack", r"\bheart attacks?\b", "myocardial infarction"),
    ("hemorrhag", r"\bhemorrhag\w+\b", "bleeding"),
    ("pruritus", r"\bpruritus\b", "itching"),
    ("pyrexia", r"\bpyrexia\b", "fever"),
    ("noea|dyspnea", r"\bdysp?noea\b|\bdyspnea\b", "shortness of breath"),
    ("renal", r"\brenal\b", "kidney"),
    ("hepatic", r"\bhepatic\b", "liver"),
    ("cardiac", r"\bcardiac\b", "heart"),
    ("pulmonary", r"\bpulmonary\b", "lung"),
    ("malignan|cancerous", r"\bmalignan(?:t|cy|cies)\b|\bcancerous\b", "cancer"),
    ("neoplas", r"\bneoplas\w+\b", "tumor"),
    ("individual|person|patient|subject|people|you",
     r"\b(?:individual|person|patient|subject)s?\b|\bpeople\b|\byou(?:rs?|rself)?\b", "patient"),
    ("infant|bab", r"\binfants?\b|\bbab(?:y|ies)\b", "infant"),
    ("urinat|pee", r"\burinat(?:e|es|ed|ing|ion)\b|\bpee(?:s|ing)?\b", "urinate"),
    ("stool|feces|faeces|poop", r"\b(?:stool|feces|faeces|poop)s?\b", "stool"),
    ("medic|drug", r"\bmedic(?:ine|ation)s?\b|\bdrugs?\b", "medicine"),
    ("limb|extremit", r"\b(?:limbs?|extremit(?:y|ies))\b", "limb"),
    ("initial|first", r"\b(?:initial|first)(?:ly)?\b", "first"),
    ("prior", r"\bprior to\b", "before"),
    ("utili|use", r"\b(?:utili[sz]e|use)(s|d)?\b", r"use"),
    ("start|begin|initiat|commenc|began",
     r"\b(?:start|begin|initiat|commenc)(?:e|s|es|ed|ing|ning|ion)?\b|\bbegan\b", "start"),
    ("discontinu|ceas|stop",
     r"\b(?:discontinu|ceas|stop)(?:e|s|es|ed|p?ing|ation|ped)?\b", "stop"),
    ("enlarg|dilat|widen", r"\b(?:enlarg|dilat|widen)(?:e|s|es|ed|ing)?\b", "widen"),
)  # fmt: skip


class Form(NamedTuple):
    """A pattern with the one form of all it finds.

    `holds` are pieces of text of which each match holds one. Looking for them first costs a
    tenth of a search with the pattern.
    """

    holds: tuple[str, ...]
    pattern: re.Pattern[str]
    form: str | Callable[[re.Match[str]], str]


def _forms(rows: tuple[tuple[str, str, str], ...]) -> tuple[Form, ...]:
    return tuple(Form(tuple(hold.split("|")), re.compile(p), form) for hold, p, form in rows)


FRACTIONS = _forms(_FRACTIONS)
FORMS = _forms(_FORMS)


def _digits(match: re.Match[str]) -> str:
    if match["ones"]:
        return str(_ONES[match["ones"]])
    return str(_TENS[match["tens"]] + _ONES.get(match["unit"] or "zero", 0))


_NUMBER_PIECES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirt fift twent fort"
)
NUMBERS = Form(tuple(_NUMBER_PIECES.split()), _NUMBER_WORD, _digits)
_ALL_FORMS = (*FRACTIONS, NUMBERS, *FORMS)
_IN_ONE_WORD = tuple(
    (max(piece.split(" "), key=len), 1 << at)
    for at, form in enumerate(_ALL_FORMS)
    for piece in form.holds
)
"""The pieces of each form, of several words the longest: what its match has in one word."""


@lru_cache(maxsize=32_768)
def _signs(word: str) -> int:
    """The forms that a word may be part of, each a bit."""
    return reduce(or_, (bit for piece, bit in _IN_ONE_WORD if piece in word), 0)


def _forms_in(text: str) -> int:
    return reduce(or_, map(_signs, text.split(" ")))


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Text in small letters with accepted synonyms in one form.

    'Twice a day' and 'BID' are both '2 times daily', 'half' is '50%', 'tumour' is 'tumor'. Two
    texts that say the same with such words become equal; word order is kept.
    """
    text = spaced(folded(text).lower())
    left = _forms_in(text)
    while left:
        first = left & -left
        holds, pattern, form = _ALL_FORMS[first.bit_length() - 1]
        said = pattern.sub(form, text) if any(piece in text for piece in holds) else text
        left = (left if said == text else _forms_in(said)) & -(first << 1)
        text = said
    return text
