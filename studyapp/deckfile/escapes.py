"""How any text fits on one line of a deck file: a backslash marks what would not survive."""

import re
import unicodedata

_BLANK = " \t"
_ESCAPED = re.compile(r"\\(\\|n|u[0-9a-f]{4}|[·›])")
_TOKEN = re.compile(r"\\.|.", re.DOTALL)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of characters that end a line, are invisible, or cannot be saved as UTF-8."""


def _escaped(character: str, separators: str) -> str:
    if character == "\\" or character in separators:
        return "\\" + character
    if character == "\n":
        return "\\n"
    if unicodedata.category(character) in _UNSAFE:
        return f"\\u{ord(character):04x}"
    return character


def escape(text: str, separators: str = "") -> str:
    """`text` on one line, with each of `separators` and each blank at an edge escaped."""
    safe = text.isprintable() and not set(text) & {"\\", "<", *separators}
    if safe and text == text.strip(_BLANK):
        return text
    head = text[: len(text) - len(text.lstrip(_BLANK))]
    tail = text[len(text.rstrip(_BLANK)) :] if text.strip(_BLANK) else ""
    middle = text[len(head) : len(text) - len(tail)]
    edges = (f"\\u{ord(c):04x}" for c in head), (f"\\u{ord(c):04x}" for c in tail)
    inner = "".join(_escaped(c, separators) for c in middle)
    return untagged("".join((*edges[0], inner, *edges[1])))


def untagged(text: str) -> str:
    r"""`text` with `\u003c` where `<` would begin a tag: a deck that is shown runs nothing."""
    return _TAG.sub(r"\\u003c", text)


def unescape(text: str) -> str:
    r"""The inverse of `escape`; a backslash that escapes nothing stays (`\(` is `\(`)."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    mark = found[1]
    if mark == "n":
        return "\n"
    return chr(int(mark[1:], 16)) if mark.startswith("u") else mark


def split(text: str, separator: str) -> tuple[str, ...]:
    """The parts of `text` between separators that are not escaped, blanks at edges cut."""
    if "\\" not in text:
        return tuple(part.strip(_BLANK) for part in text.split(separator))
    parts = [""]
    for token in _TOKEN.findall(text):
        if token == separator:
            parts.append("")
        else:
            parts[-1] += token
    return tuple(part.strip(_BLANK) for part in parts)
