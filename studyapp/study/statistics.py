"""Statistics: every figure of a learner's answers and cards, over all decks or one."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from studyapp import statistics as count
from studyapp.model import DeckId, Weights
from studyapp.schedule import (
    FSRS_6,
    chances,
    offset_at,
    predicted,
    reviews_a_day,
    study_days,
)
from studyapp.statistics import Answers, Given
from studyapp.store.acts import all_resets
from studyapp.store.cards import cards_by_row
from studyapp.store.decks import decks_of
from studyapp.store.history import (
    CardColumns,
    History,
    card_columns,
    cited_documents,
    document_titles,
    history,
)
from studyapp.study.desk import Desk, plan_for
from studyapp.study.figures import HardCard, More, Range, Statistics, Workload
from studyapp.study.lives import cards_of, lives
from studyapp.study.waiting import Moment, moment

WEEKS = 26
"""Weeks of the heatmap; the running one is the last."""

HARD_DAYS = 90
"""Study days in which a card has to be forgotten often to count as hard."""

_RETENTIONS = (0.8, 0.85, 0.9, 0.95)
_SPANS = {Range.MONTH: 30, Range.QUARTER: 90}


@dataclass(frozen=True, slots=True)
class _Told:
    """What the figures are counted from: answers, their predictions, and the cards.

    `today` and `first`, the first day of the range, are ordinals.
    """

    at: Moment
    weights: Weights
    answers: Answers
    predicted: NDArray[np.float64]
    cards: CardColumns
    today: int
    first: int

    @property
    def in_range(self) -> NDArray[np.bool_]:
        """Which answers were given in the range."""
        return self.answers.day >= self.first

    @property
    def studied(self) -> NDArray[np.bool_]:
        """Which cards are not kept out of review."""
        return self.cards.rests < 0

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Which cards were answered before."""
        return self.cards.last >= 0


def statistics(
    desk: Desk,
    now: datetime,
    deck: DeckId | None = None,
    span: Range = Range.QUARTER,
    *,
    more: bool = False,
) -> Statistics:
    """Every figure, of one deck if one is given. Raises `NotInLibraryError` for another."""
    with desk.opened.reading() as session:
        at = moment(session, desk.user, now, deck)
        told = _told(session, at, span)
        ranged = told.answers.where(told.in_range)
        return Statistics(
            decks=decks_of(session, desk.user),
            first=told.first,
            today=told.today,
            answers=len(ranged),
            target=at.settings.retention,
            due=_due(told),
            recall=count.recall(ranged),
            calibration=count.calibration(told.predicted[told.in_range], ranged.remembered),
            days=_days(told),
            minutes=count.minutes(ranged, told.first, told.today),
            hardest=_hardest(session, told),
            topics=_topics(told),
            more=_more(session, told, ranged) if more else None,
        )


def _told(session: Session, at: Moment, span: Range) -> _Told:
    weights = plan_for(at.settings).weights
    found = history(session, at.user, at.deck_row)
    answers = _answers(found, lives(found, all_resets(session, at.user)), at.settings.rollover)
    today = at.day.toordinal()
    begun = int(answers.day.min()) if len(answers) else today
    first = max(begun, today + 1 - _SPANS[span]) if span in _SPANS else begun
    return _Told(
        at=at,
        weights=weights,
        answers=answers,
        predicted=_predicted(answers, weights),
        cards=card_columns(session, at.user, at.deck_row),
        today=today,
        first=min(first, today),
    )


def _answers(told: History, card: NDArray[np.int64], rollover: int) -> Answers:
    """The answers with their study days; `card` tells the lives of a card apart."""
    given = Given(
        card=card,
        at=told.at,
        day=study_days(told.at, told.offset, rollover),
        hour=(told.at // 60 + told.offset) // 60 % 24,
        rating=told.rating,
        milliseconds=told.milliseconds,
        interval=told.interval,
    )
    return count.answers_of(given)


def _predicted(answers: Answers, weights: Weights) -> NDArray[np.float64]:
    """What these weights would have said before each answer."""
    return predicted(answers.card, answers.rating, answers.elapsed, weights)


def _due(told: _Told) -> count.Due:
    """The days begin when the learner's clocks say so, whatever they do in between."""
    days = (told.at.day + timedelta(days=number) for number in range(count.AHEAD + 1))
    starts = [told.at.start(day).timestamp() for day in days]
    waiting = told.cards.due[told.seen & told.studied]
    number = np.searchsorted(starts, waiting, side="right") - 1
    return count.due_ahead(number + told.today, told.today)


def _days(told: _Told) -> count.Days:
    monday = told.today - told.at.day.weekday()
    resting = ~told.studied
    since = told.cards.rests[resting]
    here = np.full(len(since), offset_at(told.at.now, told.at.settings.zone))
    days = study_days(since, here, told.at.settings.rollover)
    rests = dict(zip(told.cards.row[resting].tolist(), days.tolist(), strict=True))
    return count.days(told.answers, rests, monday - 7 * (WEEKS - 1), told.today)


def _hardest(session: Session, told: _Told) -> tuple[HardCard, ...]:
    late = told.answers.since(told.today + 1 - HARD_DAYS)
    late = replace(late, card=cards_of(late.card))
    found = {one.card: one for one in count.hardest(late, told.cards.row[told.studied])}
    cards = cards_by_row(session, told.at.user, tuple(found))
    return tuple(
        HardCard(card.ref, card.card.question, found[card.row].again, found[card.row].answers)
        for card in cards
    )


def _topics(told: _Told) -> tuple[count.Topic, ...]:
    cards, chosen = told.cards, told.studied
    last = study_days(cards.last, cards.offset, told.at.settings.rollover)
    elapsed = np.maximum(told.today - last, 0)
    stability = np.where(told.seen, cards.stability, 1.0)
    return count.topics(
        [name for name, kept in zip(cards.topic, chosen.tolist(), strict=True) if kept],
        told.seen[chosen],
        (told.seen & ~cards.steps)[chosen],
        chances(stability, elapsed, told.weights.values[-1])[chosen],
        told.at.settings.retention,
    )


def _scores(told: _Told, *others: tuple[str, Weights]) -> tuple[count.Score, ...]:
    """The weights in use beside others, each with its name, and beside the rules of thumb."""
    rivals = [("Yours", told.predicted)]
    for name, weights in others:
        same = weights == told.weights
        column = told.predicted if same else _predicted(told.answers, weights)
        rivals.append((name, column))
    return count.scores(told.answers, tuple(rivals), told.in_range)


def _more(session: Session, told: _Told, ranged: Answers) -> More:
    user, deck = told.at.user, told.at.deck_row
    seen = frozenset(told.cards.row[told.seen].tolist())
    covered = count.coverage(cited_documents(session, user, deck), seen)
    titles = document_titles(session, user)
    cards = int(told.studied.sum())
    return More(
        scores=_scores(told, ("Defaults", FSRS_6)),
        judged=int((~np.isnan(told.predicted) & told.in_range).sum()),
        habits=count.habits(ranged),
        coverage=tuple(
            count.Covered(titles.get(one.name, one.name), one.seen, one.cards) for one in covered
        ),
        workload=_workload(told, cards),
        cards=cards,
        new_a_day=told.at.settings.new_per_day,
    )


def _workload(told: _Told, cards: int) -> tuple[Workload, ...]:
    own = told.at.settings.retention
    return tuple(
        Workload(
            retention=retention,
            reviews=reviews_a_day(retention, cards, told.at.settings.new_per_day, told.weights),
            own=retention == own,
        )
        for retention in sorted({*_RETENTIONS, own})
    )
