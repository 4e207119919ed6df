"""What a page says of itself: its title, its publisher, when it was reviewed, any notice."""

import re
from collections.abc import Mapping, Sequence

from studyapp.reading.block import Block, BlockKind
from studyapp.reading.boilerplate import review_notice

_FRONT = re.compile(r"^(title|source|publisher|author|lastReviewed|date):\s*['\"]?(.*?)['\"]?\s*$")
_REVIEWED = re.compile(
    r"\b(?:last\s+reviewed|medically\s+reviewed|reviewed\s+on)(?:\s+on)?:?\s+"
    r"((?:\d{1,2}/\d{1,2}/\d{2,4})|(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+\d{4})"
    r"|(?:\d{1,2}\s+[A-Z][a-z]+\s+\d{4})|(?:\d{4}-\d\d-\d\d))",
    re.IGNORECASE,
)
_UPDATED = re.compile(_REVIEWED.pattern.replace("reviewed", "updated"), re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*(?:\((?:PDQ|pdq)®?\)"
    r"|[–—|-]\s*(?:health professional version|patient version|nci|nih|cdc|faq)|®|™)\s*",
    re.IGNORECASE,
)


def front_matter(lines: Sequence[str]) -> dict[str, str]:
    """The simple `key: value` lines of a front matter block; empty without one."""
    found: dict[str, str] = {}
    if not lines or lines[0].strip() != "---":
        return found
    for line in lines[1:]:
        if line.strip() == "---":
            break
        match = _FRONT.match(line)
        if match:
            found[match.group(1)] = match.group(2)
    return found


def title_of(blocks: Sequence[Block], front: Mapping[str, str], fallback: str) -> str:
    """The page's title without the marks of its publisher."""
    first = next((b.text for b in blocks if b.kind is BlockKind.HEADING), "")
    title = front.get("title") or first or fallback
    return _SUFFIX.sub(" ", title).strip(" -–—|")


def reviewed_on(lines: Sequence[str]) -> str:
    """The date of the last review as the page writes it; '' when it gives none."""
    for line in lines:
        match = _REVIEWED.search(line)
        if match:
            return match.group(1)
    return ""


def notice_of(lines: Sequence[str]) -> str:
    """What the page says of its own review ('pending human review') and update; '' for nothing."""
    said = next((said for line in lines if (said := _said(line))), "")
    updated = next((m.group(1) for line in lines if (m := _UPDATED.search(line))), "")
    dated = f"last updated {updated}" if updated and not reviewed_on(lines) else ""
    return "; ".join(part for part in (dated, said) if part)


def _said(line: str) -> str:
    """The words of a line that say the page is not reviewed; '' for a line that does not."""
    notice = review_notice(line) if len(line.split()) > 1 else ""
    return f"the page says: {notice}" if notice else ""
