import stat
from pathlib import Path

import pytest

from studyapp.model import StudyappError
from studyapp.web.secret import secret_key


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "key"
    key = secret_key(path)
    assert len(key) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert secret_key(path) == key
    assert secret_key(tmp_path / "other") != key


def test_a_short_key_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"short")
    with pytest.raises(StudyappError, match="too short") as refused:
        secret_key(path)
    assert refused.value.where == str(path)
    assert "Delete it" in refused.value.hint


def test_a_place_that_cannot_hold_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StudyappError, match="cannot be read or made"):
        secret_key(tmp_path / "file" / "key")
