"""Statistics: what the answers and the cards come to, as sentences, pictures and tables."""

from flask import Blueprint, render_template, request

from studyapp.study import Range, fit_is_due, statistics
from studyapp.web import asked
from studyapp.web.current import desk, now
from studyapp.web.figures import Figure
from studyapp.web.figures.main import main_figures
from studyapp.web.figures.more import more_figures
from studyapp.web.figures.words import dated, many

pages = Blueprint("statistics", __name__)

_RANGES = {
    Range.MONTH: "Last 30 days",
    Range.QUARTER: "Last 90 days",
    Range.ALL: "All answers",
}


@pages.get("/statistics")
def show() -> str:
    """Every figure, for the range and the deck that are asked for."""
    span = request.args.get("range", "")
    chosen = Range(span) if span in set(Range) else Range.QUARTER
    deck = request.args.get("deck", "")
    told = statistics(
        desk(),
        now(),
        asked.deck_id(deck) if deck else None,
        chosen,
        more=bool(request.args.get("more")),
    )
    return render_template(
        "statistics.html",
        told=told,
        answers=f"{many(told.answers, 'answer')} since {dated(told.first)}",
        figures=_columns(main_figures(told), 4),
        more=_columns(more_figures(told), 3),
        ranges=_RANGES,
        chosen=chosen,
        deck=deck,
        fit_is_due=fit_is_due(desk()),
    )


def _columns(figures: tuple[Figure, ...], left: int) -> tuple[tuple[Figure, ...], ...]:
    """The figures in the two columns of a wide page, the first `left` in the first."""
    return (figures[:left], figures[left:]) if figures else ()
