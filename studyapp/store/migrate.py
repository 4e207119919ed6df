"""Bringing a database up to date, or refusing one that is not ours to touch."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from studyapp.model import StudyappError

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def revisions() -> tuple[str, ...]:
    """The schemas that this version knows, newest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(script.revision for script in scripts.walk_revisions())


def _revision(connection: Connection, where: str) -> str | None:
    """The revision the database is at; None for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found else None
    if tables:
        hint = "It was left as it is. Name another with --database."
        raise StudyappError(where, "This database belongs to another program.", hint)
    return None


def migrate(connection: Connection, where: str) -> None:
    """Upgrade inside the given transaction. Raises `StudyappError` before touching anything."""
    known = revisions()
    revision = _revision(connection, where)
    if revision is not None and revision not in known:
        hint = "Install the newest studyapp: pip install --upgrade studyapp."
        raise StudyappError(where, "A newer version of studyapp wrote this database.", hint)
    if revision != known[0]:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
