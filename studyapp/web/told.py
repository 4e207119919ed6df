"""What the app last told the learner, carried over the redirect that follows a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, get_flashed_messages

_UNDO = "undo:"
_PLAIN = "message"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said on a page; `rows` are the acts that its Undo takes back, if there are any."""

    text: str
    rows: tuple[int, ...] = ()


def tell(text: str, rows: Sequence[int] = ()) -> None:
    """Say `text` on the next page, with an Undo for the acts of these rows."""
    flash(text, _UNDO + ",".join(map(str, rows)) if rows else _PLAIN)


def told() -> str:
    """What is to be said on this page; empty when nothing is."""
    return " ".join(str(message) for message in get_flashed_messages())


def notice() -> Notice:
    """The same, with what can be undone of it: that of the last thing said."""
    rows: tuple[int, ...] = ()
    for one in get_flashed_messages(with_categories=True):
        category = str(one[0])
        named = category.removeprefix(_UNDO) if category.startswith(_UNDO) else ""
        rows = tuple(int(row) for row in named.split(",") if row)
    return Notice(told(), rows)
