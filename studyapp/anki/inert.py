"""Text as Anki's HTML that shows it and never runs it."""

import html
import re

from studyapp.model import CLOZE

_LIVE = re.compile(r"[&<>{}\[\\\x00-\x1f\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FORMULA = re.compile(r"\\(?=[(\[])")
_CODES = str.maketrans({"{": "&#123;", "}": "&#125;", "[": "&#91;"})


def inert(text: str) -> str:
    """`text` as HTML in which no markup, card field, cloze, sound or formula is left.

    Braces and brackets become entities, since Anki looks for `{{`, `[sound:` and `[latex]` in
    the HTML; an empty element parts the backslash from the bracket that would begin a formula.
    Control characters become blanks: one of them parts the fields of a note.
    """
    if _LIVE.search(text) is None:
        return text
    lines = _LINE_BREAK.sub("\n", text)
    shown = html.escape(_CONTROL.sub(" ", lines), quote=False)
    parted = _FORMULA.sub(r"\\<span></span>", shown)
    return parted.translate(_CODES).replace("\n", "<br>")


def inert_cloze(question: str) -> str:
    """As `inert`, with the deletion of a cloze question left for Anki to hide."""
    parts, end = [], 0
    for found in CLOZE.finditer(question):
        deletion = inert(found["deletion"]).replace("::", "&#58;&#58;")  # '::' would begin a hint
        hint = f"::{found['hint']}" if found["hint"] else ""
        parts += [inert(question[end : found.start()]), f"{{{{c1::{deletion}{hint}}}}}"]
        end = found.end()
    return "".join((*parts, inert(question[end:])))
