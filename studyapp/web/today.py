"""Today: what is due, and the button that starts it; more of it for who wants more."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from studyapp.study import Today, more_today, today, year_of_new
from studyapp.web import backups, charts
from studyapp.web.current import desk, now
from studyapp.web.sitting import EVERYTHING, SIZE
from studyapp.web.told import tell, told
from studyapp.web.words import counted

pages = Blueprint("today", __name__)

_SMALL = 10
_MORE = {"new": 10, "due": 20}


@dataclass(frozen=True, slots=True)
class Offer:
    """More cards than the day was to bring: of what kind, and what that does to other days."""

    kind: str
    name: str
    meaning: str


@pages.get("/")
def show() -> str:
    """What is due today, by deck, and the days around it."""
    overview = today(desk(), now())
    return render_template(
        "today.html",
        overview=overview,
        said=told(),
        trouble=backups.trouble(),
        choices=_choices(overview),
        offers=_offers(overview),
        bars=charts.bars(overview.days),
        dots=charts.dots(overview.studied),
        studied_before=any(day.count for day in overview.studied),
    )


@pages.post("/more")
def more() -> Response:
    """Let more cards come today than the settings say."""
    kind = request.form.get("kind", "")
    if kind not in _MORE:
        abort(400)
    came = more_today(desk(), _MORE[kind], now(), new=kind == "new")
    if came:
        tell(f"{counted(came, 'more card')} for today.")
    else:
        tell("No more came: what is left is related to cards you met today, and waits a day.")
    return redirect(url_for("today.show"), 303)


def _choices(overview: Today) -> tuple[tuple[int, int, int], ...]:
    """Sittings to choose from: (value sent, cards, minutes). The first of all is a small one."""
    total, minutes = overview.total, overview.minutes
    sizes = [(size, size) for size in (_SMALL, SIZE) if size < total]
    each = minutes / total if total else 0
    choices = tuple(
        (value, n, max(1, round(n * each))) for value, n in [*sizes, (EVERYTHING, total)]
    )
    return choices[:1] if overview.first else choices


def _offers(overview: Today) -> tuple[Offer, ...]:
    """What a learner may add once nothing waits; new cards only while no due one does."""
    if overview.total:
        return ()
    if overview.backlog:
        late = overview.backlog.cards
        number = min(_MORE["due"], late)
        left = f"Leaves {late - number}" if late > number else "Leaves none"
        meaning = f"{left} of these {late} for the days to come."
        return (Offer("due", f"{number} more of what is due", meaning),)
    if overview.unseen:
        number = min(_MORE["new"], overview.unseen)
        reviews = counted(year_of_new(desk(), number), "review")
        meaning = f"Brings about {reviews} over the year to come, most of them in the next weeks."
        return (Offer("new", f"{counted(number, 'more new card')}", meaning),)
    return ()
