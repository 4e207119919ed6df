"""URLs of databases: what is secret in them is never shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.engine import URL

from studyapp.model import StudyappError
from studyapp.store.kinds.address import parsed, shown

SECRET = "hunter2"  # noqa: S105  # of nobody
HOST = st.text("abcdefgh.-", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://me:hunter2@host/name", "postgresql://me@host/name"),
        ("postgresql+psycopg://me:hunter2@host:5/name", "postgresql+psycopg://me@host:5/name"),
        ("postgresql://me@/name?password=hunter2", "postgresql://me@/name"),
        ("postgresql://me@/n?sslpassword=hunter2&host=h", "postgresql://me@/n?host=h"),
        ("postgresql://host/name", "postgresql://host/name"),
    ],
)
def test_what_is_shown(url: str, said: str) -> None:
    assert shown(parsed(url)) == said


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("postgresql//me:hunter2@host/name", "…@host/name"),
        ("postgresql://me:hunter2@host:many/name", "…@host:many/name"),
        ("postgresql://me:hunt@er2@host/name", "…@host/name"),
        ("postgresql://me:hunt@er/2@host/name", "…@host/name"),
        ("library.sqlite", "library.sqlite"),
    ],
)
def test_what_is_no_url(url: str, where: str) -> None:
    with pytest.raises(StudyappError) as refused:
        parsed(url)
    assert refused.value.where == where
    assert refused.value.hint


@given(st.text(min_size=1, max_size=20), HOST)
def test_no_password_is_ever_shown(rest: str, host: str) -> None:
    """Written as it should be, whatever its letters, also with some that a URL gives a meaning."""
    password = f"{SECRET}{rest}"
    url = URL.create("postgresql", "me", password, host, database="name")
    assert SECRET not in shown(parsed(url.render_as_string(hide_password=False)))


@given(st.text("/:@?#&=%ab ", max_size=9), st.text("/:?#&=%ab ", max_size=9), HOST)
def test_nor_one_that_was_written_wrongly(before: str, after: str, host: str) -> None:
    url = f"postgresql://me:{before}{SECRET}{after}@{host}/name"
    try:
        said = shown(parsed(url))
    except StudyappError as error:
        said = str(error)
    assert SECRET not in said


def test_a_file_may_have_any_name() -> None:
    assert parsed("sqlite:////home/me@work/@.sqlite").database == "/home/me@work/@.sqlite"
