"""Backups of the library a learner studies in, and putting one back."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from studyapp.schedule import offset_at, study_day
from studyapp.store.backups import Backup, folder_of, save_among, save_as
from studyapp.store.copying import Contents
from studyapp.store.learners import settings_of
from studyapp.store.restoring import Restored, restore
from studyapp.study.desk import Desk

__all__ = [
    "Backup",
    "Contents",
    "Restored",
    "backup_folder",
    "days_of",
    "make_backup",
    "restore",
    "save_as",
]


def backup_folder(desk: Desk) -> Path:
    """Where the backups are that the program makes by itself."""
    return folder_of(desk.opened.path)


def days_of(desk: Desk) -> Callable[[datetime], date]:
    """Which study day a time is in, by the learner's settings as they are now."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
    return lambda at: study_day(at, offset_at(at, settings.zone), settings.rollover)


def make_backup(desk: Desk, now: datetime) -> Backup:
    """A backup in the library's own folder; those that are no longer needed go.

    Nobody who writes waits for it. Raises StudyappError when it cannot be made, or cannot be
    restored from.
    """
    return save_among(desk.opened.path, now, days_of(desk))
