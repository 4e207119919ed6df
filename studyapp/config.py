"""Where the program's own files are, and the settings read once at start."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _resolve(installed: str, checkout: str) -> Path:
    """Beside the package when installed from a wheel, else beside it in a checkout."""
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


TEMPLATES = _resolve("templates", "templates")
SHIPPED_DECKS = _resolve("shipped_decks", "decks")
