"""Units with their exact size: 'mcg', 'µg' and 'micrograms' are one, 'mg/kg/min' is made of three.

Nothing is converted that needs to know the substance: mass, amount of substance and units of
activity are measures of their own. So are months, which have no fixed number of days.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

# measure | size | as shown | how it is written, blanks as '_'
_TABLE = """
g | 1 | g | g gm gms gram grams gramme grammes
g | 1000 | kg | kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
g | 1/1000 | mg | mg mgs milligram milligrams milligramme milligrammes
g | 1/1000000 | micrograms | µg mcg mcgs ug ugs microgram micrograms microgramme microgrammes
g | 1/1000000000 | nanograms | ng nanogram nanograms
g | 1/1000000000000 | picograms | pg picogram picograms
L | 1 | L | L l litre litres liter liters
L | 1/10 | dL | dL dl decilitre decilitres deciliter deciliters
L | 1/1000 | mL | mL ml mls cc millilitre millilitres milliliter milliliters cm3 cm³
L | 1/1000000 | microlitres | µL ul microlitre microlitres microliter microliters mm3 mm³
mol | 1 | mol | mol mole moles
mol | 1/1000 | mmol | mmol mmols millimol millimole millimoles
mol | 1/1000000 | micromol | µmol umol micromol micromole micromoles
mol | 1/1000000000 | nmol | nmol nanomol nanomole nanomoles
mol | 1/1000000000000 | pmol | pmol picomol picomole picomoles
Eq | 1/1000 | mEq | mEq meq milliequivalent milliequivalents
Osm | 1/1000 | mOsm | mOsm mosmol milliosmole milliosmoles
unit | 1 | units | units unit U u IU iu international_units international_unit
unit | 1/1000 | mU | mU mIU milliunits milliunit
unit | 1000000 | million units | megaunits megaunit
% | 1 | % | % percent per_cent pct
s | 1/1000 | milliseconds | ms msec millisecond milliseconds
s | 1 | seconds | s sec secs second seconds
s | 60 | minutes | min mins minute minutes
s | 3600 | hours | h hr hrs hour hours
s | 86400 | days | d day days
s | 604800 | weeks | wk wks week weeks
s | 1209600 | fortnights | fortnight fortnights
month | 1 | months | mo mos mth mths month months
month | 12 | years | y yr yrs year years years_old year_old years_of_age
month | 120 | decades | decade decades
m | 1 | m | m metre metres meter meters
m | 1/100 | cm | cm cms centimetre centimetres centimeter centimeters
m | 1/1000 | mm | mm millimetre millimetres millimeter millimeters
m | 1/1000000 | micrometres | µm um micron microns micrometre micrometres micrometer micrometers
m2 | 1 | m² | m2 m² square_metre square_metres
m2 | 1/10000 | cm² | cm2 cm²
Gy | 1 | Gy | Gy gray grays
Gy | 1/100 | cGy | cGy centigray rad rads
Gy | 1/1000 | mGy | mGy milligray
Sv | 1/1000 | mSv | mSv millisievert millisieverts
mmHg | 1 | mmHg | mmHg mm_Hg millimetres_of_mercury millimeters_of_mercury
cmH2O | 1 | cmH2O | cmH2O cm_H2O
Pa | 1000 | kPa | kPa kilopascal kilopascals
cal | 1000 | kcal | kcal kcals kilocalorie kilocalories
J | 1000 | kJ | kJ kilojoule kilojoules
J | 1 | J | J joule joules
degC | 1 | °C | °C °_C C degrees_C degrees_Celsius celsius
degF | 1 | °F | °F °_F F degrees_F degrees_Fahrenheit fahrenheit
tablet | 1 | tablets | tablet tablets tab tabs
capsule | 1 | capsules | capsule capsules cap caps
puff | 1 | puffs | puff puffs
drop | 1 | drops | drop drops
ampoule | 1 | ampoules | ampoule ampoules amp amps
vial | 1 | vials | vial vials
spray | 1 | sprays | spray sprays
patch | 1 | patches | patch patches
sachet | 1 | sachets | sachet sachets
times | 1 | times | times time fold
inch | 1 | inches | inch inches
lb | 1 | lb | lb lbs pound pounds
"""
_BEATS = (
    "bpm beats_per_minute breaths_per_minute beats/min breaths/min beats/minute breaths/minute"
)
UNCLEAR = frozenset("G M MM S D H MU Y Mm".split())
"""In capitals these may be something else: gauge, mega, molar, million units."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Unit:
    """`size` of it in the base of its `measure`, for each of what it is `per`.

    `per` is kept apart, never cancelled: the kilogram of 'mg/kg' is one of body weight.
    """

    measure: str
    per: tuple[str, ...]
    size: Fraction
    shown: str

    def measures_as(self, other: "Unit") -> bool:
        """Whether amounts in the two can be compared."""
        return (self.measure, self.per) == (other.measure, other.per)

    @property
    def is_time(self) -> bool:
        """Whether it measures how long."""
        return self.measure in {"s", "month"} and not self.per


def _units() -> dict[str, Unit]:
    known: dict[str, Unit] = {}
    for row in _TABLE.strip().splitlines():
        measure, size, shown, forms = (part.strip() for part in row.split("|"))
        unit = Unit(measure, (), Fraction(size), shown)
        known.update((form.replace("_", " "), unit) for form in forms.split())
    beats = Unit("", ("s",), Fraction(1, 60), "bpm")
    known.update((form.replace("_", " "), beats) for form in _BEATS.split())
    return known


UNITS = _units()
"""Every simple unit by the ways it is written."""
_LOWER = {form.lower(): unit for form, unit in reversed(UNITS.items())}
_FORMS = "|".join(
    re.escape(form).replace(r"\ ", r"[\s-]?") for form in sorted(UNITS, key=len, reverse=True)
)
_SIMPLE = re.compile(rf"(?:{_FORMS})(?![^\W\d_]|[²³]|\d)", re.IGNORECASE)
_PER = re.compile(r"\s?(?:/|\bper\b|\b(?:an?|each)\b(?=\s(?:min|hour|h\b)))\s?", re.IGNORECASE)
_SURFACE = re.compile(r"1\.73\s?m(?:2|²)")
_SPACES = re.compile(r"[\s-]+")


@lru_cache(maxsize=256)
def _known(form: str) -> Unit | None:
    form = _SPACES.sub(" ", form.replace("μ", "µ"))
    if form in UNITS:
        return UNITS[form]
    if form in UNCLEAR:
        return None
    lower = form.lower()
    return _LOWER.get(lower) or _LOWER.get(lower.replace(" ", ""))


def simple_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit without any 'per' that stands at `at`, and where it ends."""
    found = _SIMPLE.match(text, at)
    unit = _known(found[0]) if found else None
    return (unit, found.end()) if found and unit else None


def read_unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit at `at`, and where it ends. 'a day' is left: how often is no part of a unit."""
    first = simple_unit(text, at)
    unit, end = first or (Unit("", (), Fraction(1), ""), at)
    while (below := _below(text, end)) is not None:
        lower, end = below
        unit = _divided(unit, lower)
    return (unit, end) if first or unit.per else None


def _below(text: str, at: int) -> tuple[Unit, int] | None:
    per = _PER.match(text, at)
    if per is None:
        return None
    surface = _SURFACE.match(text, per.end())
    if surface:
        return Unit("1.73 m²", (), Fraction(1), "1.73 m²"), surface.end()
    found = simple_unit(text, per.end())
    if found is None or (found[0].is_time and _is_long(found[0])):
        return None
    return found


def _is_long(unit: Unit) -> bool:
    return unit.measure == "month" or unit.size >= _DAY


_BELOW = {"minutes": "min", "hours": "h", "seconds": "s"}


def _divided(unit: Unit, lower: Unit) -> Unit:
    shown = f"{unit.shown}/{_BELOW.get(lower.shown, lower.shown)}"
    per = tuple(sorted((*unit.per, lower.measure)))
    return Unit(unit.measure, per, unit.size / lower.size, shown)
