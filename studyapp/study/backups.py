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
    "keeps_backups",
    "make_backup",
    "restore",
    "save_as",
]


def keeps_backups(desk: Desk) -> bool:
    """Whether the program makes backups by itself: on a database server, that is for others."""
    return desk.opened.path is not None


def backup_folder(desk: Desk) -> Path:
    """Where the backups are that the program makes by itself. Raises StudyappError for none."""
    return folder_of(desk.opened.file())


def days_of(desk: Desk) -> Callable[[datetime], date]:
    """Which study day a time is in, by the learner's settings as they are now."""
    with desk.opened.reading() as session:
        settings = settings_of(session, desk.user)
    return lambda at: study_day(at, offset_at(at, settings.zone), settings.rollover)


def make_backup(desk: Desk, now: datetime) -> Backup:
    """A backup in the library's own folder; those that are no longer needed go.

    Nobody who writes waits for it. Raises StudyappError when it cannot be made, cannot be
    restored from, or when the library is on a database server.
    """
    return save_among(desk.opened.file(), now, days_of(desk))
