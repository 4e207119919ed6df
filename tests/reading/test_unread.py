"""What of a page is not read, and why."""

from studyapp.model import Noise
from studyapp.reading import read_bytes, unread

PAGE = """# Gout

***

Gout hurts. We offer care at our clinic for everyone. It may last for days.

## Learning objectives

- Name two signs of gout

## Treatment

- Rest eases the pain.

| Drug | Use |
|------|-----|
| Colchicine (study I) | Attacks |

## References

### Books

Someone A. A book on toes.
"""


def _told(text: str) -> list[tuple[int, Noise | None, str]]:
    document = read_bytes(text.encode(), "gout.md", "gout.md").document
    return [(one.lines.first, one.noise, one.sentence) for one in unread(document)]


def test_headings_and_noise_are_told_line_by_line() -> None:
    assert _told(PAGE) == [
        (1, None, ""),
        (3, Noise.NAVIGATION, ""),
        (5, Noise.SITE, "We offer care at our clinic for everyone."),
        (7, Noise.CLOSED, ""),
        (9, Noise.CLOSED, ""),
        (11, None, ""),
        (16, Noise.NAVIGATION, ""),
        (19, Noise.CLOSED, ""),
        (21, Noise.CLOSED, ""),
        (23, Noise.CLOSED, ""),
    ]


def test_a_page_without_noise_has_nothing_to_tell() -> None:
    assert _told("Gout hurts. It may last for days.\n") == []
