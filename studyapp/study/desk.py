"""A learner's desk: the library they study in, and who they are there."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studyapp.model import LearnerSettings, UserId
from studyapp.schedule import Plan, is_zone, plan_of
from studyapp.store import Library
from studyapp.store.learners import add_learner, first_learner

_ZONE_LINK = Path("/etc/localtime")


@dataclass(frozen=True, slots=True)
class Desk:
    """What every use case is given first: an opened library, and who studies in it.

    Cheap, and safe to share between threads.
    """

    opened: Library
    user: UserId


def machine_zone(now: datetime) -> str:
    """The IANA name of the machine's time zone, or a fixed zone of whole hours like it."""
    linked = str(_ZONE_LINK.resolve()).partition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", "").lstrip(":"), linked):
        if name and is_zone(name):
            return name
    offset = now.astimezone().utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset else 0
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


def open_desk(library: Library, now: datetime) -> Desk:
    """The desk of the one learner of this library, who is made if there is none yet."""
    with library.reading() as session:
        user = first_learner(session)
    if user is not None:
        return Desk(library.of(user), user)
    with library.writing() as session:
        user = first_learner(session)
        if user is None:
            user = add_learner(session, LearnerSettings(zone=machine_zone(now)), now)
    return Desk(library.of(user), user)


def plan_for(settings: LearnerSettings) -> Plan:
    """How the cards of a learner with these settings are scheduled."""
    return plan_of(settings)
