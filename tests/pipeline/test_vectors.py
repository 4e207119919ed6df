"""Remembered words and NumPy's products give the parses that the language model gives."""

from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from spacy.tokens import Doc

from studyapp.config.parser import load_language
from studyapp.config.vectors import Words, quicken

if TYPE_CHECKING:
    from spacy.pipeline import TrainablePipe

TEXTS = (
    "Gout is caused by crystals of uric acid, which settle in the joints at night.",
    "Colchicine",
    "It hurts.",
    "",
    "Patients who take 1.5 mg of colchicine (in two doses) should drink 2 to 3 liters a day.",
    "Don't give aspirin to children; its risks outweigh what it does for their fever.",
)


def said(doc: Doc) -> list[tuple[str, ...]]:
    """All that a parse tells of each word."""
    return [(t.text, t.tag_, t.dep_, t.lemma_, str(t.head)) for t in doc]


@pytest.mark.parametrize("size", [1, 2, 64])
def test_parses_are_those_of_the_model(size: int) -> None:
    language = load_language()
    known = [said(doc) for doc in language.pipe(TEXTS)]
    quicken(language)
    for _ in range(2):
        assert [said(doc) for doc in language.pipe(TEXTS, batch_size=size)] == known


def test_words_are_the_same_after_all_were_forgotten() -> None:
    language = load_language()
    embed = cast("TrainablePipe", language.get_pipe("tok2vec")).model.layers[0]
    docs = [language.make_doc(text) for text in TEXTS]
    words = Words(embed, most=3)
    for _ in range(2):
        for known, found in zip(embed.predict(docs), words(docs), strict=True):
            assert np.array_equal(known, found)
