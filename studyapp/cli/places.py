"""Where a learner's library and the decks that come with the program are."""

from pathlib import Path

from platformdirs import user_data_path

from studyapp.config import SHIPPED_DECKS


def data_folder() -> Path:
    """The folder for what the learner makes: reviews, decks, the key that signs cookies."""
    return user_data_path("studyapp", appauthor=False)


def database_url(given: str) -> str:
    """The SQLAlchemy URL that was given, or that of a SQLite file in the data folder."""
    return given or f"sqlite:///{data_folder() / 'studyapp.sqlite'}"


def shipped_decks() -> tuple[Path, ...]:
    """The deck files that come with the program, by name."""
    return tuple(sorted(SHIPPED_DECKS.glob("*.md")))
