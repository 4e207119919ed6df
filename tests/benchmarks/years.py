"""A library of years of study, put together quickly for benchmarks."""

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert, select, update

from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    FactKind,
    LearnerSettings,
    Lines,
    Queue,
    Source,
    SourceId,
)
from studyapp.schedule import Plan, interval_days
from studyapp.store.instants import to_micros
from studyapp.store.memory import columns_of
from studyapp.store.tables import CardRow, MemoryRow, ReviewRow
from studyapp.store.values import Standing
from studyapp.study import Desk, load_deck, open_desk, open_library, save_settings
from tests.schedule.learners import Learner, Studied, studied

_DOCUMENTS = 40
_TOPICS = (
    *("Anaphylaxis", "Gout", "Hypertension", "Atrial fibrillation", "Asthma", "Diabetes"),
    *("Acute coronary syndrome", "Pulmonary embolism", "Sepsis", "Hyponatraemia", "Stroke"),
    *("Chronic obstructive pulmonary disease with respiratory failure", "Meningitis", "Delirium"),
)
_SETTINGS = LearnerSettings(zone="Europe/London", retention=0.9)


def _deck(cards: int, number: int) -> Deck:
    sources = tuple(
        Source(SourceId(f"page-{number}-{n}.txt"), f"Guideline {n}") for n in range(_DOCUMENTS)
    )
    made = tuple(
        Card(
            id=CardId(f"c-{n:016x}"),
            kind=FactKind.DOSE,
            question=f"What is the dose of drug {n} in the case of condition {n % 97}?",
            answer=f"{n} mg",
            citations=(
                Citation(sources[n * n % 89 % _DOCUMENTS].id, ("Doses",), Lines(n + 1, n + 1)),
            ),
            topic=_TOPICS[n * n % 97 % len(_TOPICS)],
        )
        for n in range(cards)
    )
    return Deck(DeckId(f"{number:032x}"), f"Deck {number}", sources, made)


def _rows(user: int, card_row: int, one: Studied, plan: Plan) -> list[dict[str, object]]:
    return [
        {
            "user_id": user,
            "card_row": card_row,
            "review": review.id,
            "rating": int(review.rating),
            "at": to_micros(review.at),
            "offset_minutes": review.offset_minutes,
            "wording": "",
            "milliseconds": review.milliseconds,
            "due": to_micros(state.due),
            "days": interval_days(state, plan),
            "fuzz": None,
        }
        for review, state in zip(one.reviews, one.states, strict=True)
    ]


def library_of_years(path: Path, reviews: int, now: datetime, years: float = 3) -> Desk:
    """A library of one learner with about so many answers, given in the years before `now`."""
    desk = open_desk(open_library(f"sqlite:///{path}"), now)
    save_settings(desk, _SETTINGS)
    plan = Plan(learner=_SETTINGS)
    cards = reviews // 10
    start = now - timedelta(days=365 * years)
    dice = Random(1)  # noqa: S311 (answers, not secrets)
    load_deck(desk, _deck(cards + 200, 1), start)
    with desk.opened.writing() as session:
        held = session.scalars(select(CardRow.id).order_by(CardRow.id)).all()
        answers, standings = list[dict[str, object]](), list[dict[str, object]]()
        for one in studied(Learner(plan), cards, start, now, dice):
            row = held[one.card]
            answers += _rows(desk.user, row, one, plan)
            state = one.states[-1]
            queue = Queue.REVIEW if state.step is None else Queue.LEARNING
            standing = Standing(row, queue, 0, state, one.reviews[0].at)
            standings.append({"card_row": row, **columns_of(standing)})
        answers.sort(key=lambda row: str(row["at"]))
        session.execute(insert(ReviewRow), answers)
        session.execute(update(MemoryRow), standings)
    return desk
