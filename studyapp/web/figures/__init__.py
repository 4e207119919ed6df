"""The figures of the Statistics page: each a sentence, a picture, and the same as a table."""

from dataclasses import dataclass

from studyapp.study import HardCard
from studyapp.web.pictures.bars import Bars
from studyapp.web.pictures.dots import Dots
from studyapp.web.pictures.heat import Heat
from studyapp.web.pictures.share import Share
from studyapp.web.pictures.stacks import Stacks

Picture = Bars | Dots | Heat | Share | Stacks | tuple[HardCard, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of the same length; the first cell names its row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the page.

    `name` is its anchor and says how it is counted, `kind` how it is drawn; `said` describes
    the picture in a sentence. Without answers enough there is a headline and no picture.
    """

    name: str
    title: str
    headline: str
    kind: str = ""
    said: str = ""
    picture: Picture | None = None
    table: Table | None = None
