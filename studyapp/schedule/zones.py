"""The time zones to choose from, by region."""

from functools import lru_cache
from zoneinfo import available_timezones

_REGIONS = (
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific"
).split()
_OTHER = ("Elsewhere", ("UTC",))


@lru_cache(maxsize=1)
def zones_by_region() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each region with the IANA names of its zones, both in order of the alphabet; UTC last.

    Names that are there for old programs alone, such as EST5EDT, are left out.
    """
    known = sorted(available_timezones())
    regions = ((one, tuple(name for name in known if _region(name) == one)) for one in _REGIONS)
    return (*(found for found in regions if found[1]), _OTHER)


def _region(name: str) -> str:
    return name.partition("/")[0]
