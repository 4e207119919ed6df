"""Turns bytes into text: by the mark in front, by what the file says, by trying."""

from studyapp.model import Problem, StudyappError

_SHARE_OF_CONTROL = 0.02
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f"))


def decoded(data: bytes, where: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, its lines ended by newlines, and what was odd about its encoding.

    A byte order mark decides, then the encoding that the file declares, then UTF-8, then
    Windows-1252, which is named as a Problem. Raises StudyappError for what is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _lines_of(data.decode("utf-16", errors="replace")), ()
    head = data[:8192]
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > len(head) * _SHARE_OF_CONTROL:
        raise StudyappError(
            where, "This is not a text file.", "Save it as plain text (.txt) or Markdown (.md)."
        )
    marked = data.startswith(b"\xef\xbb\xbf")
    if declared and not marked:
        try:
            return _lines_of(data.decode(declared)), ()
        except UnicodeDecodeError:
            pass
    try:
        return _lines_of(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        line = data[: error.start].count(b"\n") + 1
        problem = Problem(
            f"{where}:{line}",
            "The file is not UTF-8; it was read as Windows-1252.",
            "If letters look wrong, save it as UTF-8.",
        )
        return _lines_of(text), (problem,)


def _lines_of(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
