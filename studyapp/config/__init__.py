"""Where the program's own files are, and the settings read once at start."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _resolve(installed: str, checkout: str) -> Path:
    """Beside the package when installed from a wheel, else beside it in a checkout."""
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


TEMPLATES = _resolve("templates", "templates")
SHIPPED_DECKS = _resolve("shipped_decks", "decks")


@dataclass(frozen=True, slots=True)
class Settings:
    """How one run of the app is set up.

    `database` is a SQLAlchemy URL, `key_file` holds the key that signs cookies (made on first
    use), `hosts` are names beside the loopback ones that the app may be called by, `decks`
    the deck files that are loaded at start.
    """

    database: str
    key_file: Path
    hosts: tuple[str, ...] = ()
    decks: tuple[Path, ...] = ()
