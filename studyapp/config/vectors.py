"""The numbers that stand for words: found once a word, and multiplied by the fastest routine."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import TrainablePipe
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
_Layer = Model[Any, Any]
MOST = 30_000
"""So many words are remembered (about 15 MB), and then all are forgotten."""
_FEWEST = 8
"""Fewer rows than these are multiplied by another routine, which rounds otherwise."""


def quicken(language: "Language") -> None:
    """Lets the model's layers multiply with NumPy and remember what each word is to them.

    NumPy's product is three times as fast here as the model's own. Both round in the last place
    only, and each row comes out the same among whatever others it stands.
    """
    routines = NumpyOps(use_blis=False)
    for name in ("tok2vec", "tagger", "parser"):
        for layer in cast("TrainablePipe", language.get_pipe(name)).model.walk():
            layer.ops = routines
    model = cast("TrainablePipe", language.get_pipe("tok2vec")).model
    embed = model.layers[0]
    model.replace_node(embed, remembering(embed))


def remembering(embed: _Layer, most: int = MOST) -> _Layer:
    """The model's first part, which knows each word by itself, with a memory of words."""
    words = Words(embed, most)

    def forward(_: _Layer, docs: "Sequence[Doc]", is_train: bool) -> Any:  # noqa: ANN401, FBT001 - as thinc asks
        del is_train  # nothing here is ever trained
        return words(docs), None

    return Model("remembering", forward, dims={"nO": embed.get_dim("nO")})


class Words:
    """The first layer's numbers for each word of some texts, found once for each kind of word."""

    def __init__(self, embed: _Layer, most: int) -> None:
        extract, *self._layers = embed.layers
        self._columns: list[int | str] = extract.attrs["columns"]
        self._most = most
        self._places: dict[bytes, int] = {}
        self._numbers: Floats = np.zeros((0, embed.get_dim("nO")), dtype="float32")

    def __call__(self, docs: "Sequence[Doc]") -> list[Floats]:
        """The numbers of each text's words, a row a word."""
        features = [doc.to_array(self._columns) for doc in docs]
        together = np.concatenate(features).astype("uint64")
        size = together.itemsize * together.shape[1]
        written = together.tobytes()
        keys = [written[at : at + size] for at in range(0, len(written), size)]
        if len(self._places) > self._most:
            self._places.clear()
            self._numbers = self._numbers[:0]
        self._learn(keys, together)
        rows = self._numbers[[self._places[key] for key in keys]]
        ends = np.cumsum([len(one) for one in features])
        return np.split(rows, ends[:-1])

    def _learn(self, keys: Sequence[bytes], features: NDArray[np.uint64]) -> None:
        """Puts the words that are new through the layers, all at once."""
        new = {key: at for at, key in enumerate(keys) if key not in self._places}
        if not new:
            return
        asked = features[[*new.values(), *[0] * (_FEWEST - len(new))]]
        found: list[Any] = [asked]
        for layer in self._layers:
            found = layer.predict(found)
        known = len(self._places)
        self._places |= {key: known + at for at, key in enumerate(new)}
        self._numbers = np.concatenate((self._numbers, found[0][: len(new)]))
