"""The seven figures that everyone sees, in their order."""

from datetime import date

from studyapp.statistics import ENOUGH, Stretch, Topic
from studyapp.study import HardCard, Statistics
from studyapp.web.figures import Figure, Table
from studyapp.web.figures.words import dated, many, needs, short, told_minutes
from studyapp.web.pictures.bars import Entry, bars
from studyapp.web.pictures.dots import dots
from studyapp.web.pictures.heat import heat
from studyapp.web.pictures.share import share
from studyapp.web.pictures.stacks import stacks
from studyapp.web.words import plain_question

_WEEK = 7
_FEW_MINUTES = 10
_TOPICS = 12
_TOPIC_KINDS = ("solid", "learning", "not seen")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def main_figures(told: Statistics) -> tuple[Figure, ...]:
    """All seven."""
    return (
        due(told),
        recall(told),
        calibration(told),
        days(told),
        minutes(told),
        hardest(told),
        topics(told),
    )


def due(told: Statistics) -> Figure:
    """How many cards come back on each of the next 30 days."""
    name, title, ahead = "due", "Due, next 30 days", told.due
    if not ahead.total:
        return Figure(name, title, "No card is scheduled for the next 30 days.")
    today = f"{ahead.counts[0]:,} of them today"
    if ahead.overdue:
        today += f", {ahead.overdue:,} overdue"
    comes = "comes" if ahead.total == 1 else "come"
    entries = [
        Entry(
            name=_day_ahead(place, ahead.first),
            value=count,
            text=f"{count:,}",
            under="Today" if not place else short(ahead.first + place) * (place % _WEEK == 0),
            lead=place == 0,
        )
        for place, count in enumerate(ahead.counts)
    ]
    busiest = max(range(len(entries)), key=lambda place: entries[place].value)
    return Figure(
        name,
        title,
        f"{many(ahead.total, 'card')} {comes} back in the next 30 days, {today}.",
        kind="bars",
        said=(
            f"Cards due on each of the next 30 days: {ahead.counts[0]:,} today, "
            f"most on {entries[busiest].name}, {entries[busiest].text}."
        ),
        picture=bars(entries),
        table=Table(("Day", "Cards due"), tuple((one.name, one.text) for one in entries)),
    )


def _day_ahead(place: int, first: int) -> str:
    return f"{short(first + place)}, today" if not place else short(first + place)


def recall(told: Statistics) -> Figure:
    """The share remembered, and the range that chance leaves."""
    name, title, found = "recall", "Recall", told.recall
    if not found.enough:
        return Figure(name, title, needs(ENOUGH, found.reviews))
    low, high = f"{found.low:.0%}", f"{found.high:.0%}"
    words = (f"{found.share:.0%}", f"{low} to {high}", f"{told.target:.0%}")
    return Figure(
        name,
        title,
        f"You remembered {words[0]} of {many(found.reviews, 'review')}; "
        f"allowing for chance, {words[1]}.",
        kind="share",
        said=(
            f"Recall {words[0]} of {many(found.reviews, 'review')}, with 95% confidence "
            f"from {low} to {high}; the target is {words[2]}."
        ),
        picture=share(found.share, found.low, found.high, told.target),
        table=Table(
            ("Measure", "Value"),
            (
                ("Recall", words[0]),
                ("95% range", words[1]),
                ("Reviews", f"{found.reviews:,}"),
                ("Target", words[2]),
            ),
        ),
    )


def calibration(told: Statistics) -> Figure:
    """What the schedule predicted beside what came."""
    name, title, found = "predicted", "Predicted and actual", told.calibration
    if not found.enough:
        return Figure(name, title, needs(ENOUGH, found.reviews))
    rows = tuple(
        (
            f"{one.low:.0%} to {one.high:.0%}",
            f"{one.predicted:.1%}",
            f"{one.actual:.1%}",
            f"{one.reviews:,}",
        )
        for one in found.groups
    )
    headline = f"Predicted {found.predicted:.0%}, actual {found.actual:.0%}: {found.verdict}."
    return Figure(
        name,
        title,
        headline,
        kind="dots",
        said=f"{headline[:-1]}, over {many(found.reviews, 'review')} in groups by prediction.",
        picture=dots(found.groups),
        table=Table(("Predicted", "Mean predicted", "Remembered", "Reviews"), rows),
    )


def days(told: Statistics) -> Figure:
    """26 weeks of days."""
    name, title, found = "days", "Days", told.days
    if not found.studied:
        return Figure(name, title, "No answers in the last 26 weeks.")
    headline = f"You studied on {many(found.studied, 'day')} of the last 26 weeks."
    weeks = [found.days[at : at + _WEEK] for at in range(0, len(found.days), _WEEK)]
    rows = tuple(
        (
            short(week[0].day),
            *(f"{day.answers:,}" + " ○" * day.free for day in week),
            *[""] * (_WEEK - len(week)),
        )
        for week in weeks
    )
    busiest = max(found.days, key=lambda day: day.answers)
    return Figure(
        name,
        title,
        headline,
        kind="heat",
        said=(
            f"Answers on each day of 26 weeks, on {found.studied} of them any, "
            f"most on {dated(busiest.day)}, {busiest.answers:,}."
        ),
        picture=heat(found),
        table=Table(("Week of", *_WEEKDAYS), rows),
    )


def minutes(told: Statistics) -> Figure:
    """The time spent on each day studied."""
    name, title, found = "minutes", "Minutes a day", told.minutes
    if not found.studied:
        return Figure(name, title, "No time was recorded on these days.")
    middle = told_minutes(found.median)
    spent = f"{told_minutes(found.total)} on {many(found.studied, 'day')}"
    digits = 1 if max(one.minutes for one in found.stretches) < _FEW_MINUTES else 0
    entries = [
        Entry(
            name=_stretch(one),
            value=one.minutes,
            text=f"{one.minutes:,.{digits}f}",
            under=short(one.first) if place % max(len(found.stretches) // 4, 1) == 0 else "",
        )
        for place, one in enumerate(found.stretches)
    ]
    spans = {1: "each day", _WEEK: "a day, week by week"}
    of_each = spans.get(found.stretches[0].days, "a day, four weeks at a time")
    heads = ("Day" if found.stretches[0].days == 1 else "Days", "Minutes a day")
    return Figure(
        name,
        title,
        f"A typical day takes {middle}; {spent}.",
        kind="bars",
        said=f"Minutes of study {of_each}; the median day has {middle}.",
        picture=bars(entries, (found.median, f"median {found.median:.{digits}f}")),
        table=Table(heads, tuple((one.name, one.text) for one in entries)),
    )


def _stretch(one: Stretch) -> str:
    """The days of a stretch; of years gone by with the year."""
    last = one.first + one.days - 1
    if one.days == 1:
        return short(one.first)
    year = date.fromordinal(last).year
    return f"{short(one.first)} to {short(last)} {year}"


def hardest(told: Statistics) -> Figure:
    """The cards forgotten most often."""
    name, title, found = "hardest", "Hardest cards", told.hardest
    if not found:
        return Figure(name, title, "No card was forgotten three times in the last 90 days.")
    most = many(found[0].again, "time")
    headline = (
        f"{len(found)} cards were forgotten three times or more in 90 days, the hardest {most}."
        if found[1:]
        else f"One card was forgotten {most} in 90 days."
    )
    return Figure(
        name,
        title,
        headline,
        kind="hardest",
        picture=found,
        table=Table(("Card", "Again", "Answers"), tuple(map(_hard_row, found))),
    )


def _hard_row(card: HardCard) -> tuple[str, str, str]:
    return plain_question(card.question), str(card.again), str(card.answers)


def topics(told: Statistics) -> Figure:
    """How firm the cards are, by topic."""
    name, title, every = "topics", "Topics", told.topics
    if not every:
        return Figure(name, title, "No cards yet.")
    solid = sum(one.solid for one in every)
    learning = sum(one.learning for one in every)
    unseen = sum(one.unseen for one in every)
    headline = (
        f"{solid:,} of {many(solid + learning + unseen, 'card')} are solid, "
        f"{learning:,} are being learnt, {unseen:,} are not seen yet."
    )
    shown = _largest(every)
    rows = [
        (one.name or "No topic", many(one.cards, "card"), (one.solid, one.learning, one.unseen))
        for one in shown
    ]
    return Figure(
        name,
        title,
        headline,
        kind="stacks",
        said=f"Cards by topic: {headline}",
        picture=stacks(_TOPIC_KINDS, rows),
        table=Table(
            ("Topic", "Solid", "Learning", "Not seen"),
            tuple((label, *(f"{n:,}" for n in counts)) for label, _, counts in rows),
        ),
    )


def _largest(every: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The largest topics, and all others as one."""
    if len(every) <= _TOPICS:
        return every
    rest = every[_TOPICS - 1 :]
    other = Topic(
        f"{len(rest)} other topics",
        unseen=sum(one.unseen for one in rest),
        learning=sum(one.learning for one in rest),
        solid=sum(one.solid for one in rest),
    )
    return (*every[: _TOPICS - 1], other)
