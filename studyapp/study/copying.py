"""A whole library into another, empty one, in another kind of database or the same."""

from dataclasses import dataclass
from math import isclose

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from studyapp.model import StudyappError, UserId
from studyapp.store import Library
from studyapp.store.acts import all_adjustments
from studyapp.store.cards import cards_of
from studyapp.store.decks import decks_of
from studyapp.store.learners import settings_of
from studyapp.store.memory import columns_of, standings_of_deck
from studyapp.store.moving import Step, Tell, is_empty, learners_of, move
from studyapp.store.reviews import histories
from studyapp.store.values import Standing
from studyapp.study.desk import plan_for
from studyapp.study.folding import folded

__all__ = ["Copied", "Step", "copy_library"]

_CLOSE = 1e-4
"""Another machine's arithmetic may end in other digits; a forgotten answer moves more."""

_OFTEN = 500
"""Cards that are checked between two words of how far it is."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: everything its library did, of which this is what a learner counts."""

    decks: int
    cards: int
    answers: int


def copy_library(source: Library, target: Library, tell: Tell) -> Copied:
    """Copy everything, as it stands at one moment, in one transaction: all of it or nothing.

    Every row is read back and compared, and the answers of every card are replayed: they must
    give the memory that was copied. Raises StudyappError for a source with nothing in it, a
    target with anything in it, and a copy that does not hold.
    """
    try:
        with source.reading() as session, target.connection() as connection:
            _fit(session.connection(), source, connection, target)
            rows = move(session.connection(), connection, target.where, tell)
            target.settle(connection)
            _replay(connection, source.where, rows["cards"], tell)
    except DBAPIError as error:
        message = f"The rows cannot be stored there: {_said(error)}."
        raise StudyappError(target.where, message, "Nothing was copied.") from error
    return Copied(rows["decks"], rows["cards"], rows["reviews"])


def _fit(held: Connection, source: Library, empty: Connection, target: Library) -> None:
    """Raise StudyappError unless there is something to copy, and room for it."""
    if not learners_of(held):
        hint = "Name the library that you study in with --from. Nothing was copied."
        raise StudyappError(source.where, "There is nothing in this library.", hint)
    if not is_empty(empty):
        hint = "Name a new file or an empty database with --to. Nothing was copied."
        raise StudyappError(target.where, "There is something in this library already.", hint)


def _said(error: DBAPIError) -> str:
    """The first line of what the database said."""
    return str(error.orig).partition("\n")[0].rstrip(".")


def _replay(connection: Connection, where: str, total: int, tell: Tell) -> None:
    """Raise StudyappError unless every card's memory is what its counted answers give."""
    done = 0
    with Session(connection) as session:
        for learner in learners_of(connection):
            done = _replay_one(session, learner, where, Step("check", done, total), tell)


def _replay_one(session: Session, learner: UserId, where: str, step: Step, tell: Tell) -> int:
    """The same of one learner; how many cards were looked at, with those of `step`."""
    plan = plan_for(settings_of(session, learner))
    answers = dict(histories(session, learner))
    said = all_adjustments(session, learner)
    done = step.done
    for deck in decks_of(session, learner):
        held = standings_of_deck(session, deck.row)
        for card in cards_of(session, learner, deck.row):
            made = folded(card, tuple(answers.get(card.row, ())), plan, said.get(card.row, ()))
            if not _same(held[card.row], made):
                message = f"The memory of card {card.ref.card} is not what its answers give."
                hint = "Nothing was copied. The library can be used as before; please report this."
                raise StudyappError(where, message, hint)
            done += 1
            if done % _OFTEN == 0 or done == step.total:
                tell(Step(step.stage, done, step.total))
    return done


def _same(held: Standing, made: Standing) -> bool:
    one, other = columns_of(held), columns_of(made)
    return all(
        isclose(value, made_of, rel_tol=_CLOSE)
        if isinstance(value, float) and isinstance(made_of, float)
        else value == made_of
        for value, made_of in zip(one.values(), other.values(), strict=True)
    )
