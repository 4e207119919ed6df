"""The page that tells of a build: every line of every document, and what became of it."""

from studyapp.report.page import page
from studyapp.report.told import Told

__all__ = ["Told", "page"]
