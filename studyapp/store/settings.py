"""A learner's settings as one text, so that a new setting changes no table.

What the text does not name has its default, and a name that is not known here is passed over:
a text of an older or a newer version is read as far as it goes.
"""

import json
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from studyapp.model import (
    DayShare,
    LearnerSettings,
    NewCards,
    Order,
    Preferences,
    Theme,
    Typing,
    Weights,
)


def dump(settings: LearnerSettings) -> str:
    """The settings as JSON."""
    return json.dumps(asdict(settings), sort_keys=True)


def _known(
    values: dict[str, Any], kind: type[LearnerSettings | Preferences | Weights]
) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {name: value for name, value in values.items() if name in names}


def _preferences(values: dict[str, Any]) -> Preferences:
    found = _known(values, Preferences)
    for name, kind in (("typing", Typing), ("theme", Theme)):
        if name in found:
            found[name] = kind(found[name])
    return Preferences(**found)


@lru_cache(maxsize=64)
def load(text: str) -> LearnerSettings:
    """The settings that `dump` wrote."""
    found = _known(json.loads(text), LearnerSettings)
    for name in ("learning", "relearning"):
        if name in found:
            found[name] = tuple(found[name])
    if "week" in found:
        found["week"] = tuple(map(DayShare, found["week"]))
    for name, kind in (("order", Order), ("new_cards", NewCards)):
        if name in found:
            found[name] = kind(found[name])
    if found.get("weights"):
        own = _known(found["weights"], Weights)
        found["weights"] = Weights(**own | {"values": tuple(own["values"])})
    return LearnerSettings(**found | {"preferences": _preferences(found.get("preferences", {}))})
