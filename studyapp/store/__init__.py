"""The learner's library in a database: the only room that writes SQL.

Functions take a `Session` and return values; times cross the border as aware UTC datetimes.
"""

from studyapp.store.engine import Library, is_there, joined, library_path, open_library
from studyapp.store.failures import LibraryError
from studyapp.store.values import NotInLibraryError

__all__ = [
    "Library",
    "LibraryError",
    "NotInLibraryError",
    "is_there",
    "joined",
    "library_path",
    "open_library",
]
