"""The settings as a form has them: texts to be shown, and what was typed read back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from flask import abort

from studyapp.model import (
    DayShare,
    LearnerSettings,
    NewCards,
    Order,
    StudyappError,
    Theme,
    Typing,
)
from studyapp.schedule import parse_steps, steps_text
from studyapp.study import Refused, refusals

NUMBERS = {
    "new_per_day": "New per day",
    "reviews_per_day": "Cards per day",
    "longest": "Longest interval",
    "leech_after": "Leech after",
}
STEPS = {"learning": "Learning steps", "relearning": "Relearning steps"}
CHOICES: dict[str, type[Enum]] = {"order": Order, "new_cards": NewCards}
_OF_PAGES: dict[str, type[Enum]] = {"typing": Typing, "theme": Theme}
SWITCHES = ("siblings_apart", "leech_rests")
_SWITCHES_OF_PAGES = ("two_buttons", "single_keys", "timed")
_WHOLE = re.compile(r"[0-9]{1,9}")
_SHARE = re.compile(r"(?P<whole>[0-9]{1,3})(?:[.,](?P<part>[0-9]{1,2}))?\s?%?")
_WEEK = 7
_Kind = TypeVar("_Kind", bound=Enum)


def texts_of(settings: LearnerSettings) -> dict[str, str]:
    """What the fields of the form hold for these settings, by their names."""
    pages = settings.preferences
    return {
        "zone": settings.zone,
        "rollover": str(settings.rollover),
        "retention": f"{settings.retention * 100:.2f}".rstrip("0").rstrip("."),
        **{name: str(getattr(settings, name)) for name in NUMBERS},
        **{name: steps_text(getattr(settings, name)) for name in STEPS},
        **{name: str(getattr(settings, name)) for name in CHOICES},
        **{name: str(getattr(pages, name)) for name in _OF_PAGES},
        **{name: _on(getattr(settings, name)) for name in SWITCHES},
        **{name: _on(getattr(pages, name)) for name in _SWITCHES_OF_PAGES},
        **{f"week{day}": str(share) for day, share in enumerate(settings.week)},
    }


def _on(switch: object) -> str:
    return "on" if switch else ""


def whole_share(text: str) -> float | None:
    """A share typed as percent, '90' or '92,5 %', from 0 to 9.99; None for anything else."""
    found = _SHARE.fullmatch(text.strip())
    return None if found is None else float(f"{found['whole']}.{found['part'] or 0}") / 100


def whole_number(text: str) -> int | None:
    """A whole number that is not negative; None for anything else."""
    return int(text) if _WHOLE.fullmatch(text.strip()) else None


def read(
    form: Mapping[str, str], held: LearnerSettings
) -> tuple[LearnerSettings, tuple[Refused, ...]]:
    """The settings that a form asks for, and all that is wrong with it.

    What cannot be read, or is in no form, stays as it is in `held`. A choice that no form of ours
    offers is a 400.
    """
    fields, refused = _typed(form)
    chosen: dict[str, Any] = {
        "zone": form.get("zone", held.zone).strip(),
        "week": tuple(_one_of(DayShare, form, f"week{day}") for day in range(_WEEK)),
        **{name: _one_of(kind, form, name) for name, kind in CHOICES.items()},
        **{name: name in form for name in SWITCHES},
    }
    pages: dict[str, Any] = {
        **{name: _one_of(kind, form, name) for name, kind in _OF_PAGES.items()},
        **{name: name in form for name in _SWITCHES_OF_PAGES},
    }
    for one in refused:
        fields[one.setting] = getattr(held, one.setting)
    wanted = replace(held, **fields, **chosen, preferences=replace(held.preferences, **pages))
    unread = {one.setting for one in refused}
    others = tuple(one for one in refusals(wanted) if one.setting not in unread)
    return wanted, (*refused, *others)


def _typed(form: Mapping[str, str]) -> tuple[dict[str, Any], list[Refused]]:
    """The fields that are typed, and those that hold something that cannot be read."""
    fields: dict[str, Any] = {}
    refused = list[Refused]()
    for name, where in {"rollover": "Day starts", **NUMBERS}.items():
        fields[name] = whole_number(form.get(name, ""))
        if fields[name] is None:
            hint = "Write it in digits, without a sign."
            refused.append(Refused(name, where, "This is not a whole number.", hint))
    fields["retention"] = whole_share(form.get("retention", ""))
    if fields["retention"] is None:
        hint = "Write a percentage from 70 to 97, such as 90."
        refused.append(Refused("retention", "Target recall", "This is not a percentage.", hint))
    for name, where in STEPS.items():
        try:
            fields[name] = parse_steps(form.get(name, ""))
        except StudyappError as error:
            fields[name] = None
            refused.append(Refused(name, where, error.message, error.hint))
    return fields, refused


def _one_of(kind: type[_Kind], form: Mapping[str, str], name: str) -> _Kind:
    try:
        return kind(form.get(name, ""))
    except ValueError:
        abort(400)
