"""What an answer in numbers says, dose by dose: how much, how often, how long, by which route."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from studyapp.language.amounts import Amount, Bound, read_amount
from studyapp.language.timings import Timing, read_timing
from studyapp.language.units import UNCLEAR
from studyapp.language.words import STOP


@dataclass(frozen=True, slots=True)
class Dose:
    """One amount (none where only how often is said) with what is said of giving it."""

    amount: Amount | None
    timing: Timing | None = None
    lasting: Amount | None = None
    route: str = ""


@dataclass(frozen=True, slots=True)
class Regimen:
    """Doses in order, and the `words` beside them that carry content.

    `clear` is whether the doses are all the text says in numbers: no 'not', no alternative,
    no number that could not be read or that names something ('type 2').
    """

    doses: tuple[Dose, ...]
    words: tuple[str, ...]
    clear: bool


_ROUTES = {
    "intravenous": r"i\.?v\.?|intravenous(?:ly)?|into a vein",
    "intramuscular": r"i\.?m\.?|intramuscular(?:ly)?|into (?:the|a) muscle",
    "subcutaneous": r"s\.?c\.?|s/c|subcut\.?|subcutaneous(?:ly)?|under the skin",
    "oral": r"p\.?o\.?|oral(?:ly)?|by mouth",
    "rectal": r"p\.?r\.?|rectal(?:ly)?",
    "sublingual": r"s\.?l\.?|sublingual(?:ly)?|under the tongue",
    "intraosseous": r"i\.?o\.?|intraosseous(?:ly)?",
    "inhaled": r"inhaled|by inhalation",
    "nebulised": r"neb|nebuli[sz]ed",
    "topical": r"topical(?:ly)?",
    "intranasal": r"intranasal(?:ly)?|nasal(?:ly)?",
    "buccal": r"buccal(?:ly)?",
    "transdermal": r"transdermal(?:ly)?",
    "intrathecal": r"intrathecal(?:ly)?",
}
_ROUTE = re.compile(
    "|".join(f"(?P<{name}>{forms})" for name, forms in _ROUTES.items()), re.IGNORECASE
)
_LASTING = re.compile(r"(?:for|over|during|in)\s(?:the\s)?|(?=within\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SKIPPED = re.compile(r"[\s,;:.()!?]+")
_ONE_OF = re.compile(r"one of\b", re.IGNORECASE)
_WORD_END = re.compile(r"(?![^\W\d_])")
_TURNING = frozenset(
    "not no never without unless except or either nor avoid minus contraindicated least most more"
    " less fewer than over under above below within max maximum minimum".split()
)
_LABELS = frozenset(
    "type stage grade class group phase level category step version day week month year years"
    " number no gauge size line day's factor vitamin score".split()
)
_GIVING = frozenset(
    "dose doses dosage bolus loading single stat total give given take taken administered then"
    " followed plus initial initially first start starting usual usually adult adults per about"
    " approximately after next route infusion slow slowly old age aged time times only".split()
)
_LETTERS = frozenset("bcdefghijklmnopqrstuvwxyz")
_DASHES = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "μ": "µ", "’": "'",
     "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"}
)  # fmt: skip
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\u2009\u202f\u00a0](?=\d{3}(?!\d))")
_SPACE = re.compile(r"\s+")
_LONGEST = 400


def plain(text: str) -> str:
    """Text in the typography that is read here: plain dashes and blanks, no blank in numbers."""
    joined = _BETWEEN_DIGITS.sub(",", text.translate(_DASHES))
    return _SPACE.sub(" ", joined).strip()


@lru_cache(maxsize=1024)
def read_regimen(text: str) -> Regimen:
    """Every dose of a text, in order."""
    reading = _Reading()
    line, at = plain(text), 0
    if len(line) > _LONGEST:
        return Regimen((), (), clear=False)
    while at < len(line):
        at = reading.step(line, at)
    return reading.done()


class _Reading:
    """What has been read so far; what is said before the first amount waits for it."""

    def __init__(self) -> None:
        self._doses: list[Dose] = []
        self._ahead = Dose(None)
        self._words: list[str] = []
        self._clear = True
        self._last = ""
        self._steps = (
            self._skip, self._route, self._lasting, self._timing, self._amount, self._word,
        )  # fmt: skip

    def step(self, line: str, at: int) -> int:
        """Read what stands at `at`; where to go on."""
        for reader in self._steps:
            end = reader(line, at)
            if end is not None:
                return end
        self._clear = False
        return at + 1

    def done(self) -> Regimen:
        """All that was read. What was said of giving without any amount is a dose too."""
        if not self._doses and self._ahead != Dose(None):
            self._doses.append(self._ahead)
        return Regimen(tuple(self._doses), tuple(self._words), self._clear)

    def _skip(self, line: str, at: int) -> int | None:
        found = _SKIPPED.match(line, at)
        if found is None or _opens_decimal(line, at):
            return None
        if set(found[0]) & set(",;"):
            self._last = ""
        return found.end()

    def _route(self, line: str, at: int) -> int | None:
        found = _ROUTE.match(line, at)
        if found is None or not _WORD_END.match(line, found.end()):
            return None
        self._put(route=found.lastgroup or "")
        return found.end()

    def _lasting(self, line: str, at: int) -> int | None:
        opening = _LASTING.match(line, at)
        found = read_amount(line, opening.end()) if opening and self._doses else None
        if found is None or not found[0].is_time:
            return None
        self._put(lasting=found[0])
        return found[1]

    def _timing(self, line: str, at: int) -> int | None:
        found = read_timing(line, at)
        if found is None:
            return None
        timing, end = found
        last = self._doses[-1].amount if self._doses else None
        if last is not None and _counts(last):
            counted = self._doses.pop()
            self._ahead = self._ahead if self._doses else replace(counted, amount=None)
            timing = Timing(timing.times * last.low, timing.period)
        self._put(timing=timing)
        return end

    def _amount(self, line: str, at: int) -> int | None:
        found = None if _ONE_OF.match(line, at) else read_amount(line, at)
        if found is None:
            return None
        amount, end = found
        beside = self._last == "#" and not (amount.unit and amount.unit.measure == "times")
        if self._last in _LABELS or beside:
            self._clear = False
        if self._last in _LABELS and amount.unit is None:
            self._words.append(amount.written)
            return end
        self._doses.append(replace(self._ahead, amount=amount))
        self._ahead, self._last = Dose(None), "#"
        return end

    def _word(self, line: str, at: int) -> int | None:
        found = _WORD.match(line, at)
        if found is None:
            return None
        word = found[0].lower()
        if self._last == "#" and (found[0] in UNCLEAR or word in _LETTERS):
            self._clear = False
        self._last = word
        if word in _TURNING:
            self._clear = False
        elif word not in STOP and word not in _GIVING:
            self._words.append(word)
        return found.end()

    def _put(
        self, *, timing: Timing | None = None, lasting: Amount | None = None, route: str = ""
    ) -> None:
        """Note of the last dose, or of the one to come, how it is given: once each."""
        self._last = ""
        dose = self._doses[-1] if self._doses else self._ahead
        said_before = (timing and dose.timing) or (lasting and dose.lasting)
        if said_before or (route and dose.route):
            self._clear = False
        dose = Dose(
            dose.amount, timing or dose.timing, lasting or dose.lasting, route or dose.route
        )
        if self._doses:
            self._doses[-1] = dose
        else:
            self._ahead = dose


def _opens_decimal(line: str, at: int) -> bool:
    return line[at] == "." and line[at + 1 : at + 2].isdigit()


def _counts(amount: Amount) -> bool:
    """Whether an amount is a mere number of times: '3 times', '3'."""
    plainly = amount.bound is Bound.EXACT and not amount.about
    return plainly and (amount.unit is None or amount.unit.measure == "times")


def only_period(dose: Dose) -> Amount | None:
    """The time between, of a dose of which nothing else is said: 'every six weeks'."""
    timing = dose.timing
    if dose.amount is None and timing and timing.times == Fraction(1) and not dose.lasting:
        return timing.period
    return None
