"""Help: what the ratings mean, the keys, and how the app decides when a card returns."""

from flask import Blueprint, render_template

pages = Blueprint("guide", __name__)


@pages.get("/help")
def show() -> str:
    """The help page."""
    return render_template("help.html")
