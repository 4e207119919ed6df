"""What a section tells before each of its lists, and which items make one list."""

from collections.abc import Sequence

from studyapp.model import Layout, Passage


def same_list(before: Passage, passage: Passage) -> bool:
    """Whether an item belongs to the list of the item before it."""
    return (
        before.siblings == passage.siblings
        and before.lead_in_lines == passage.lead_in_lines
        and passage.index > before.index
    )


def told_before(passages: Sequence[Passage]) -> dict[int, tuple[str, ...]]:
    """For each item, by its identity: what its section told before the list that it is in."""
    found: dict[int, tuple[str, ...]] = {}
    told: list[str] = []
    for at, passage in enumerate(passages):
        before = passages[at - 1] if at else passage
        if before.headings != passage.headings:
            told = []
        if passage.layout is not Layout.ITEM:
            told.extend(passage.text[start:end] for start, end in passage.sentences)
        elif id(before) in found and same_list(before, passage):
            found[id(passage)] = found[id(before)]
        else:
            found[id(passage)] = tuple(told)
            told.append(passage.lead_in)
    return found
