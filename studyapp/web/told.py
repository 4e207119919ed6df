"""What the app last told the learner, carried over the redirect that follows a form."""

from flask import flash, get_flashed_messages


def tell(text: str) -> None:
    """Say `text` on the next page."""
    flash(text)


def told() -> str:
    """What is to be said on this page; empty when nothing is."""
    return " ".join(str(message) for message in get_flashed_messages())
