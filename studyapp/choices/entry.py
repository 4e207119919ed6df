"""A card as a source of options: what form its answer has and what it may stand beside."""

from dataclasses import dataclass
from enum import StrEnum

from studyapp.choices import definitions, names
from studyapp.choices.definitions import defined, family, genus, telling_words
from studyapp.choices.figures import Ends, Figure, amounts_in, figure_of, is_among
from studyapp.choices.looks import Looks, looks_of, number_of, shown
from studyapp.choices.names import bare, class_named, is_name, kind_asked
from studyapp.choices.question import Question, asks_name, first_of, is_closed, question_of
from studyapp.choices.sense import asked_of, beginnings, shortens, stands_in, telling
from studyapp.model import Card, FactKind, SourceId

Sort = tuple[str, ...]
_NARROW = names.NARROW | definitions.NARROW


class Form(StrEnum):
    """What an answer is, as far as options are concerned."""

    FIGURE = "figure"
    DEFINITION = "definition"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer is. Answers of one `sort` may stand beside each other.

    `also` is a second sort that it is of. `subject` is the name that it defines or is,
    `first_of` what a name is the most common of. `asks` is whether its card may be asked with
    options: the question has one right answer alone; `gives` whether it tells enough to be wrong
    elsewhere. `signs` belong to its looks.
    """

    form: Form
    sort: Sort
    also: Sort = ()
    subject: str = ""
    first_of: str = ""
    figure: Figure | None = None
    asks: bool = True
    gives: bool = True
    signs: tuple[str, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Whether all of its sort are of one kind, whatever document they come from."""
        return self.form is Form.FIGURE or self.sort[0] in _NARROW


@dataclass(frozen=True, slots=True)
class Entry:
    """What the pool knows of a card; `option` is its answer as it is shown.

    `asked`, `says` and `means` are the telling stems of question, answer and subject, `begun`
    and `starts` how the words of question and answer begin. `denied` are other answers that
    are right as well, `amounts` all those that stand in them or in the question.
    """

    card: Card
    question: Question
    answer: Answer
    option: str
    looks: Looks
    asked: frozenset[str]
    says: frozenset[str]
    means: frozenset[str]
    begun: frozenset[str]
    starts: frozenset[str]
    amounts: Ends
    denied: tuple[str, ...]
    sources: frozenset[SourceId]

    @property
    def form(self) -> Form:
        """The form of its answer."""
        return self.answer.form


def entry_of(card: Card) -> Entry | None:
    """The entry of a card; None for one that neither gives nor takes options.

    What an abbreviation stands for is read off its letters, and a list is often right in part.
    """
    if card.withdrawn or card.kind is FactKind.ABBREVIATION or ";" in card.answer:
        return None
    question = question_of(card)
    text = card.answer
    answer = _figure(text, question) or _definition(text, question) or _name(text, question)
    if answer is None:
        return None
    option = shown(text)
    if _is_told(text, answer, question):
        return None
    denied = (*(side.value for side in card.differs), *((card.was,) if card.was else ()))
    told = (question.text, *denied) if answer.figure else ()
    return Entry(
        card,
        question,
        answer,
        option,
        looks_of(option, *answer.signs),
        asked=asked_of(question.text),
        says=telling(option),
        means=telling(answer.subject or option),
        begun=beginnings(question.text),
        starts=beginnings(option),
        amounts=tuple(one for said in told for one in amounts_in(said)),
        denied=denied,
        sources=frozenset(one.source_id for one in card.citations),
    )


def _is_told(text: str, answer: Answer, question: Question) -> bool:
    """Whether a question holds its own answer, in these or other words or by its letters."""
    if answer.figure:
        return is_among(answer.figure, amounts_in(question.text))
    return stands_in(text, question.text) or shortens(text, question.text)


def _figure(text: str, question: Question) -> Answer | None:
    figure = figure_of(text, question)
    if figure is None:
        return None
    return Answer(Form.FIGURE, figure.sort, figure=figure, signs=figure.looks)


_FEWEST = 2
"""A definition of fewer telling words is true of many things."""


def _definition(text: str, question: Question) -> Answer | None:
    subject = defined(question)
    kind, number = genus(text) if subject else ("", "")
    words = telling_words(text)
    if not kind or words < _FEWEST:
        return None
    return Answer(
        Form.DEFINITION,
        (family(subject, kind), number),
        subject=subject,
        gives=words > _FEWEST,
        signs=(kind,),
    )


_WIDE = frozenset({"parts", "molecules", "cells"})
"""Many names of these are no terms: 'painful joints'."""
_ILL = frozenset({"diseases", "signs"})
_NO_NAMES = frozenset({"do what?", "to do what?", "why?", "when?", "how?"})
"""What a blank may be asked with that no name answers."""


def _name(text: str, question: Question) -> Answer | None:
    if not is_name(text) or question.hint in _NO_NAMES:
        return None
    named = asks_name(question)
    kind = class_named(text) or kind_asked(question.text)
    if not kind or (named and kind in _WIDE):
        return None
    number = number_of(shown(text))
    return Answer(
        Form.NAME,
        (kind, number),
        ("named", number) if named and kind in _ILL else (),
        subject=bare(text),
        first_of=first_of(question),
        asks=is_closed(question),
    )
