"""The figures behind More, for those who want to know."""

from studyapp.statistics import ENOUGH, Covered
from studyapp.study import More, Statistics
from studyapp.web.figures import Figure, Table
from studyapp.web.figures.words import many, needs
from studyapp.web.pictures.bars import Entry, bars
from studyapp.web.pictures.stacks import stacks

_DOCUMENTS = 12
_EVERY_SIX = 6
_FEW = 10
_RATINGS = ("Again", "Hard", "Good", "Easy")
_WAYS = {
    "Yours": "Yours",
    "Defaults": "Defaults",
    "AVG": "Average",
    "MOVING-AVG": "Moving average",
}


def more_figures(told: Statistics) -> tuple[Figure, ...]:
    """All of them; none unless they were asked for."""
    more = told.more
    if more is None:
        return ()
    return (scores(more), hours(more), ratings(more), coverage(more), workload(more))


def scores(more: More) -> Figure:
    """How well the predictions did beside simpler ones."""
    name, title = "scores", "Quality of the predictions"
    if more.judged < ENOUGH:
        return Figure(name, title, needs(ENOUGH, more.judged))
    yours, *_, moving = more.scores
    better = "closer" if yours.log_loss < moving.log_loss else "no closer"
    entries = [
        Entry(
            name=_WAYS[one.name],
            value=one.log_loss,
            text=f"{one.log_loss:.3f}",
            under=_WAYS[one.name].replace("average", "avg."),
            lead=place == 0,
        )
        for place, one in enumerate(more.scores)
    ]
    rows = tuple(
        (_WAYS[one.name], f"{one.log_loss:.3f}", f"{one.rmse:.3f}") for one in more.scores
    )
    return Figure(
        name,
        title,
        f"Over {many(more.judged, 'review')} the predictions were {better} than a moving average: "
        f"log loss {yours.log_loss:.3f} against {moving.log_loss:.3f}.",
        kind="bars",
        said="Log loss, lower is better: " + ", ".join(f"{a} {b}" for a, b, _ in rows) + ".",
        picture=bars(entries),
        table=Table(("Predicted by", "Log loss", "RMSE (bins)"), rows),
    )


def hours(more: More) -> Figure:
    """When in the day answers are given."""
    name, title, counts = "hours", "Answers by hour", more.habits.hours
    if not any(counts):
        return Figure(name, title, "No answers on these days.")
    top = counts.index(max(counts))
    entries = [
        Entry(f"{hour:02}:00", n, f"{n:,}", f"{hour:02}" * (hour % _EVERY_SIX == 0), hour == top)
        for hour, n in enumerate(counts)
    ]
    headline = f"Most answers were given from {top:02}:00 to {(top + 1) % 24:02}:00."
    return Figure(
        name,
        title,
        headline,
        kind="bars",
        said=f"Answers in each hour of the day; {headline[0].lower()}{headline[1:]}",
        picture=bars(entries),
        table=Table(("Hour", "Answers"), tuple((one.name, one.text) for one in entries)),
    )


def ratings(more: More) -> Figure:
    """Which ratings were pressed."""
    name, title, counts = "ratings", "Answers by rating", more.habits.ratings
    total = sum(counts)
    if not total:
        return Figure(name, title, "No answers on these days.")
    top = counts.index(max(counts))
    entries = [
        Entry(rating, n, f"{n:,}", rating, place == top)
        for place, (rating, n) in enumerate(zip(_RATINGS, counts, strict=True))
    ]
    rows = tuple((one.name, one.text, f"{one.value / total:.0%}") for one in entries)
    return Figure(
        name,
        title,
        f"{_RATINGS[top]} was pressed for {counts[top] / total:.0%} of {many(total, 'answer')}.",
        kind="bars",
        said="Answers by rating: " + ", ".join(f"{a} {b}" for a, b, _ in rows) + ".",
        picture=bars(entries),
        table=Table(("Rating", "Answers", "Share"), rows),
    )


def coverage(more: More) -> Figure:
    """How much of each document was seen, counted in its cards."""
    name, title, every = "coverage", "Documents", more.coverage
    if not every:
        return Figure(name, title, "No cards yet.")
    begun = sum(one.seen > 0 for one in every)
    whole = sum(one.seen == one.cards for one in every)
    rows = [
        (one.name, f"{one.seen:,} of {one.cards:,}", (one.seen, one.cards - one.seen))
        for one in _largest(every)
    ]
    headline = f"You have seen cards of {begun:,} of {many(len(every), 'document')}"
    headline += f", and all cards of {whole:,}." if whole else "."
    return Figure(
        name,
        title,
        headline,
        kind="stacks",
        said=f"Cards seen of each document: {headline[0].lower()}{headline[1:]}",
        picture=stacks(("seen", "not seen"), rows),
        table=Table(
            ("Document", "Seen", "Not seen"),
            tuple((label, *(f"{n:,}" for n in counts)) for label, _, counts in rows),
        ),
    )


def _largest(every: tuple[Covered, ...]) -> tuple[Covered, ...]:
    """The documents with the most cards, and all others as one."""
    if len(every) <= _DOCUMENTS:
        return every
    rest = every[_DOCUMENTS - 1 :]
    seen, cards = sum(one.seen for one in rest), sum(one.cards for one in rest)
    return (*every[: _DOCUMENTS - 1], Covered(f"{len(rest)} other documents", seen, cards))


def workload(more: More) -> Figure:
    """How many reviews a day other targets would cost."""
    name, title = "workload", "Work at other targets"
    if not more.cards or not more.new_a_day:
        return Figure(name, title, "Without new cards there is nothing to foresee.")
    own = next(one for one in more.workload if one.own)
    entries = [
        Entry(
            name=f"{one.retention:.0%}, yours" if one.own else f"{one.retention:.0%}",
            value=one.reviews,
            text=_rounded(one.reviews),
            under=f"{one.retention:.0%}",
            lead=one.own,
        )
        for one in more.workload
    ]
    rows = tuple((one.name, one.text) for one in entries)
    return Figure(
        name,
        title,
        f"At your target of {own.retention:.0%} expect {_rounded(own.reviews)} reviews a day.",
        kind="bars",
        said="Reviews a day by target: " + ", ".join(f"{a} {b}" for a, b in rows) + ".",
        picture=bars(entries),
        table=Table(("Target", "Reviews a day"), rows),
    )


def _rounded(reviews: float) -> str:
    return f"{reviews:.1f}" if reviews < _FEW else f"{round(reviews):,}"
