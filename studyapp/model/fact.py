"""What a document claims: a `Fact` with its `Citation`, and a `Disagreement` between facts."""

import re
from dataclasses import dataclass
from enum import StrEnum

from studyapp.model.document import Lines, SourceId

CLOZE = re.compile(r"\{\{c1::(?P<deletion>.+?)(?:::(?P<hint>[a-z][a-z\d ]{1,40}\?))?\}\}")
"""A deletion with what it is asked with: `{{c1::about 10%::what percentage?}}`."""


class FactKind(StrEnum):
    """The type of a fact; it decides how the question is worded."""

    FIGURE = "figure"
    DOSE = "dose"
    DURATION = "duration"
    THRESHOLD = "threshold"
    DEFINITION = "definition"
    ABBREVIATION = "abbreviation"
    PURPOSE = "purpose"
    MECHANISM = "mechanism"
    CAUSE = "cause"
    RISK_FACTOR = "risk factor"
    INDICATION = "indication"
    CONTRAINDICATION = "contraindication"
    LIST = "list"
    CLASSIFICATION = "classification"
    ROLE = "role"
    COMPARISON = "comparison"
    SEQUENCE = "sequence"
    RED_FLAG = "red flag"
    COMPLICATION = "complication"
    DIAGNOSIS = "diagnosis"
    FINDING = "finding"
    GOAL = "goal"
    TREATMENT = "treatment"
    PITFALL = "pitfall"
    ANSWERED = "question of the page"


@dataclass(frozen=True, slots=True)
class Citation:
    """The place in a document that supports a claim.

    Position always; `quote` only in a learner's own decks, never in a deck that is published.
    `page` is the page of the first line, for documents that have pages; lines count through
    all pages.
    """

    source_id: SourceId
    headings: tuple[str, ...]
    lines: Lines
    page: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of one or more documents, still unworded as a card.

    `subject` is what the claim is about, `attribute` what is said of it ('percentage that
    receives surgery'), `value` the answer as the document has it. `population`, `condition`
    and `time` restrict it; `modality` is 'may', 'should', 'usually' ... when the claim has
    one; `negated` when it denies. `question` is a wording the rule is sure of (a page's own
    question, or a construction whose words decide the question); empty leaves the wording to
    the kind's template. `topic` is what the document as a whole is about, `differs` holds what
    other sources answer to the same question.
    """

    kind: FactKind
    subject: str
    attribute: str
    value: str
    citations: tuple[Citation, ...]
    population: str = ""
    condition: str = ""
    time: str = ""
    modality: str = ""
    negated: bool = False
    items: tuple[str, ...] = ()
    question: str = ""
    topic: str = ""
    rank: float = 0.0
    differs: tuple["Side", ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            msg = "a fact needs at least one citation"
            raise ValueError(msg)

    @property
    def is_cloze(self) -> bool:
        """Whether the question is a sentence with a deletion, which is the value."""
        return "{{c1::" in self.question and CLOZE.search(self.question) is not None


@dataclass(frozen=True, slots=True)
class Side:
    """One answer that some sources give, with the places where they give it."""

    value: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            msg = "a side of a disagreement needs at least one citation"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One question to which sources give different answers."""

    question: str
    sides: tuple[Side, ...]

    def __post_init__(self) -> None:
        if not self.sides[1:]:
            msg = "a disagreement needs two sides"
            raise ValueError(msg)
