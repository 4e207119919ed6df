"""The study app in a browser: pages over `study`, nothing that thinks."""

from studyapp.web.application import create_app
from studyapp.web.backups import kept
from studyapp.web.server import serve, warning_for
from studyapp.web.settings import prepare

__all__ = ["create_app", "kept", "prepare", "serve", "warning_for"]
