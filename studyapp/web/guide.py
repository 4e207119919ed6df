"""Help: what the ratings mean, the keys, and how the app decides when a card returns."""

from flask import Blueprint, render_template

from studyapp.study.backups import backup_folder, keeps_backups
from studyapp.web.current import desk

pages = Blueprint("guide", __name__)


@pages.get("/help")
def show() -> str:
    """The help page."""
    folder = backup_folder(desk()) if keeps_backups(desk()) else None
    return render_template("help.html", library=desk().opened.where, folder=folder)
