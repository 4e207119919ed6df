"""One wording for what medical pages word in several ways: numbers, abbreviations, spellings."""

import re
from functools import lru_cache

from studyapp.language.words import folded

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
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"\b(?:one|a)[ -]third\b", "33.3%"),
    (r"\btwo[ -]thirds\b", "66.7%"),
    (r"\bthree[ -]quarters\b", "75%"),
    (r"\b(?:one|a)[ -]quarter\b(?! of an)", "25%"),
    (r"\b(?:(?:one|a)[ -])?half\b(?![ -]?(?:life|lives|an?\b))", "50%"),
)  # fmt: skip
"""Numbers in words that are more than one number word; they come first."""

_FORMS = (
    # Units
    (r"\s?(?:\bper ?cent\b|%)", "%"),
    (r"\bmilligrams?\b|(?<=\d)mgs?\b", "mg"),
    (r"\bmicrograms?\b|\bmcg\b|[µμ]g\b", "mcg"),
    (r"(?<=\d) ?\bgrams?\b", " g"),
    (r"\bkilograms?\b|\bkilos?\b", "kg"),
    (r"\bmillilit(?:er|re)s?\b|\bcc\b", "ml"),
    (r"\blit(?:er|re)s?\b", "l"),
    (r"\bmillimet(?:er|re)s? of mercury\b|\bmm hg\b", "mmhg"),
    (r"\bmillimet(?:er|re)s?\b", "mm"),
    (r"\bcentimet(?:er|re)s?\b", "cm"),
    (r"\bdegrees? celsius\b|° ?c\b", "°c"),
    (r"(?<=\d) ?(?:hours?|hrs?|h)\b|\bhours?\b", " hours"),
    (r"(?<=\d) ?(?:minutes?|mins?|min)\b|\bminutes?\b", " minutes"),
    (r"(?<=\d) ?(?:wks?)\b", " weeks"),
    (r"(?<=\d) ?(?:yrs?)\b", " years"),
    (r"\bq ?(?=\d+ ?hours)", "every "),
    # How often and by which route
    (r"\b(?:bid|b\.i\.d\.?|twice (?:daily|a day|each day|per day|every day))", "2 times daily"),
    (r"\b(?:tid|t\.i\.d\.?)(?!\w)", "3 times daily"),
    (r"\b(?:qid|q\.i\.d\.?)(?!\w)", "4 times daily"),
    (r"\bonce (?:daily|a day|each day|per day|every day)", "1 time daily"),
    (r"\btimes (?:a|each|per|every) day\b", "times daily"),
    (r"\b(?:a|each|per|every) day\b|/day\b", "daily"),
    (r"\b(?:a|each|per|every) week\b", "weekly"),
    (r"\b(?:a|each|per|every) month\b", "monthly"),
    (r"\b(?:a|each|per|every) year\b|\bannual(?:ly)?\b", "yearly"),
    (r"\btwice\b", "2 times"),
    (r"\bintravenous(?:ly)?\b|\bi\.v\.", "iv"),
    (r"\bintramuscular(?:ly)?\b|\bi\.m\.", "im"),
    (r"\bsubcutaneous(?:ly)?\b|\bsubcut\b|\bs\.c\.", "sc"),
    (r"\b(?:by mouth|orally|per os|p\.o\.|po)(?!\w)", "oral"),
    (r"\bafterwards?\b|\bfollowed by\b|\bsubsequently\b", "then"),
    # American for British
    (r"(?<=[a-z]{3})our(?=s|ed|able|\b)", "or"),
    (r"(?<=[a-z])oea\b", "ea"),
    (r"\boe(?=[ds])", "e"),
    (r"(?<=[cp])ae(?=[cdms])|\bae(?=[st])|(?<=h)ae(?=m)|ae(?=mi[ac])|(?<=an)ae(?=s)", "e"),
    (r"(?<=\w)yse(?=[ds]?\b)", "yze"),
    (r"\b(fib|cent|tit|calib)re(s?)\b", r"\1er\2"),
    # Everyday and clinical words for one thing
    (r"\bphysicians?\b|\b(?:health ?care )?providers?\b|\bclinicians?\b", "doctor"),
    (r"\bx[- ]?rays?\b|\bradiographs?\b", "xray"),
    (r"\bradiotherapy\b|\birradiation\b", "radiation therapy"),
    (r"\bekg\b|\belectrocardiogra(?:m|ms|phy)\b", "ecg"),
    (r"\bcomputeri[sz]ed\b", "computed"),
    (r"\bhigh blood pressure\b", "hypertension"),
    (r"\bheart attacks?\b", "myocardial infarction"),
    (r"\bhemorrhag\w+\b", "bleeding"),
    (r"\bpruritus\b", "itching"),
    (r"\bpyrexia\b", "fever"),
    (r"\bdysp?noea\b|\bdyspnea\b", "shortness of breath"),
    (r"\brenal\b", "kidney"),
    (r"\bhepatic\b", "liver"),
    (r"\bcardiac\b", "heart"),
    (r"\bpulmonary\b", "lung"),
    (r"\bmalignan(?:t|cy|cies)\b|\bcancerous\b", "cancer"),
    (r"\bneoplas\w+\b", "tumor"),
    (r"\b(?:individual|person|patient|subject)s?\b|\bpeople\b|\byou(?:rs?|rself)?\b", "patient"),
    (r"\binfants?\b|\bbab(?:y|ies)\b", "infant"),
    (r"\burinat(?:e|es|ed|ing|ion)\b|\bpee(?:s|ing)?\b", "urinate"),
    (r"\b(?:stool|feces|faeces|poop)s?\b", "stool"),
    (r"\bmedic(?:ine|ation)s?\b|\bdrugs?\b", "medicine"),
    (r"\b(?:limbs?|extremit(?:y|ies))\b", "limb"),
    (r"\b(?:initial|first)(?:ly)?\b", "first"),
    (r"\bprior to\b", "before"),
    (r"\b(?:utili[sz]e|use)(s|d)?\b", r"use"),
    (r"\b(?:start|begin|initiat|commenc)(?:e|s|es|ed|ing|ning|ion)?\b|\bbegan\b", "start"),
    (r"\b(?:discontinu|ceas|stop)(?:e|s|es|ed|p?ing|ation|ped)?\b", "stop"),
    (r"\b(?:enlarg|dilat|widen)(?:e|s|es|ed|ing)?\b", "widen"),
)  # fmt: skip
_FRACTION_PATTERNS = tuple((re.compile(pattern), form) for pattern, form in _FRACTIONS)
_PATTERNS = tuple((re.compile(pattern), form) for pattern, form in _FORMS)


def _digits(match: re.Match[str]) -> str:
    if match["ones"]:
        return str(_ONES[match["ones"]])
    return str(_TENS[match["tens"]] + _ONES.get(match["unit"] or "zero", 0))


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Text in small letters with accepted synonyms in one form.

    'Twice a day' and 'BID' are both '2 times daily', 'half' is '50%', 'tumour' is 'tumor'. Two
    texts that say the same with such words become equal; word order is kept.
    """
    text = re.sub(r"\s+", " ", folded(text).lower())
    for pattern, form in _FRACTION_PATTERNS:
        text = pattern.sub(form, text)
    text = _NUMBER_WORD.sub(_digits, text)
    for pattern, form in _PATTERNS:
        text = pattern.sub(form, text)
    return text
