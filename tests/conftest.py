import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.config.parser import Parser, load_parser

NOBODY = 65534


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The loaded language model; loading takes about a second."""
    return load_parser()


@pytest.fixture
def powerless() -> Iterator[Path]:
    """An open folder, and no rights beyond those of an ordinary user while the test runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if before == 0:
                os.seteuid(0)
