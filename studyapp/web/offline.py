"""What the browser keeps to show pages without a connection, and to install the app."""

from flask import Blueprint, Response, current_app, jsonify, render_template, url_for

from studyapp import __version__

pages = Blueprint("offline", __name__)

_SHEETS = ("tokens.css", "base.css", "cards.css", "site.css", "review.css")
_SCRIPTS = ("app.js", "review.js")
_MODULES = ("rating.js", "reveal.js", "look.js", "ahead.js", "outbox.js", "stage.js", "keys.js")
"""Asked for by other scripts, without a version in their address."""


@pages.get("/worker.js")
def worker() -> Response:
    """The worker itself: it must stand at the root to see every page."""
    response = current_app.send_static_file("worker.js")
    response.headers["Cache-Control"] = "no-cache"
    return response


@pages.get("/shell.json")
def shell() -> Response:
    """The addresses of what the worker keeps from the start."""
    files = [url_for("static", filename=name, v=__version__) for name in (*_SHEETS, *_SCRIPTS)]
    modules = [url_for("static", filename=name) for name in (*_MODULES, "icon.svg")]
    return jsonify([*files, *modules, url_for("offline.show")])


@pages.get("/offline")
def show() -> str:
    """What is shown instead of a page that cannot be had now."""
    return render_template("offline.html")


@pages.get("/app.webmanifest")
def manifest() -> Response:
    """What a browser asks for before it offers to install the app."""
    response = jsonify(
        name="studyapp",
        short_name="studyapp",
        description="Question-answer cards with their sources",
        start_url=url_for("today.show"),
        scope="/",
        display="standalone",
        background_color="#F5F4F0",
        theme_color="#0B5A66",
        icons=[
            {
                "src": url_for("static", filename="icon.svg"),
                "sizes": "any",
                "type": "image/svg+xml",
                "purpose": purpose,
            }
            for purpose in ("any", "maskable")
        ],
    )
    response.mimetype = "application/manifest+json"
    return response
