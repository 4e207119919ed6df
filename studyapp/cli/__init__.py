"""The command line: verbs that read their arguments, call a room and print what it says."""

from studyapp.cli.program import main

__all__ = ["main"]
