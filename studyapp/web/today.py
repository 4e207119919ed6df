"""Today: what is due, and the button that starts it."""

from flask import Blueprint, render_template

from studyapp.study import CardQuery, CardState, DeckSummary, Today, deck_page, today
from studyapp.web import backups, charts
from studyapp.web.current import desk, now
from studyapp.web.sitting import EVERYTHING, SIZE

pages = Blueprint("today", __name__)

_SMALL = 10


@pages.get("/")
def show() -> str:
    """What is due today, by deck, and the days around it."""
    overview = today(desk(), now())
    return render_template(
        "today.html",
        overview=overview,
        trouble=backups.trouble(),
        changed=_changed(overview),
        choices=_choices(overview.total, overview.minutes),
        bars=charts.bars(overview.days),
        dots=charts.dots(overview.studied),
        studied_before=any(day.count for day in overview.studied),
    )


def _changed(overview: Today) -> tuple[tuple[DeckSummary, int], ...]:
    """The decks with cards that changed since they were last seen, and how many."""
    if not overview.check.changed:
        return ()
    query = CardQuery(state=CardState.CHANGED, limit=1)
    counts = ((deck, deck_page(desk(), deck.id, query, now()).total) for deck in overview.decks)
    return tuple((deck, count) for deck, count in counts if count)


def _choices(total: int, minutes: int) -> tuple[tuple[int, int, int], ...]:
    """Sittings to choose from: (value sent, cards, minutes)."""
    sizes = [(size, size) for size in (_SMALL, SIZE) if size < total]
    each = minutes / total if total else 0
    return tuple((value, n, max(1, round(n * each))) for value, n in [*sizes, (EVERYTHING, total)])
