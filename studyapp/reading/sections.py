"""Knows headings: which open a section of every medical page, and how deep they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studyapp.reading.block import RUN_IN, Block, BlockKind
from studyapp.reading.boilerplate import are_link_titles, is_closed_heading, opens_objectives

_SECTION = re.compile(
    r"""^(?:
      (?:the\s)?(?:overview|introduction|background|summary|basics|general\sinformation.*|at\sa\sglance|key\s.*)
      |(?:signs\s(?:and|&)\s)?symptoms(?:\s(?:and|&)\s(?:causes|signs))?|clinical\s(?:presentation|features).*
      |causes(?:\s(?:and|&)\srisk\sfactors)?|etiology|aetiology|risk\sfactors?|pathophysiology|pathogenesis
      |epidemiology|incidence.*|prevalence|who\sis\sat\srisk.*|types(?:\sof\s.*)?|classification|stages?|staging
      |diagnosis(?:\s(?:and|&)\stests?)?|diagnostic\s(?:workup|work-up|evaluation|tests?)|tests(?:\sand\sdiagnosis)?
      |(?:management(?:\s(?:and|&)\s)?)?(?:treatments?)?(?:\s(?:and|&)\stherap(?:y|ies))?(?:\soptions?(?:\soverview)?)?
      |treatment\sfor\s.*|therapy|management|complications|prevention|preventive\s.*|screening
      |outlook(?:\s/\sprognosis)?|prognosis|follow[- ]?up(?:\s\w+)?|living\swith.*|outcomes?
      |frequently\sasked\squestions|faqs?|key\s(?:takeaways|points|concepts).*|pitfalls|critical\spitfalls.*
      |prevention\sand\srisk\sfactors|diagnosis\sand\stests|treatments\sand\stherapies|references
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_QUESTION = re.compile(
    r"^(?:what|how|who|when|why|which|where|can|is|are|do|does|should)\b.*\?$", re.IGNORECASE
)
_NAVIGATION_RUN = 4
_KEPT_OF_RUN = 2


def opens_section(text: str) -> bool:
    """Whether a heading is one of those under which every medical page is laid out."""
    text = text.strip().rstrip(":")
    return bool(text) and _SECTION.match(text) is not None


def is_question(text: str) -> bool:
    """Whether a heading asks something."""
    return _QUESTION.match(text.strip()) is not None


def without_navigation(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Drops runs of headings with nothing under them and lists of link titles."""
    kept: list[Block] = []
    for run in _runs(blocks):
        if run[0].kind is BlockKind.HEADING and len(run) >= _NAVIGATION_RUN:
            kept.extend(run[:1] if run[0].level == 1 else [])
            kept.extend(run[-_KEPT_OF_RUN:])
        elif run[0].kind is BlockKind.ITEM and are_link_titles(tuple(b.text for b in run)):
            continue
        else:
            kept.extend(run)
    return tuple(_without_contents(kept))


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and runs[-1][0].kind is block.kind:
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Drops lists that only repeat the page's headings (tables of contents)."""
    headed = [b for b in blocks if b.kind is BlockKind.HEADING and b.level != RUN_IN]
    headings = {b.text.casefold() for b in headed}
    kept: list[Block] = []
    for run in _runs(blocks):
        repeats = sum(1 for b in run if b.text.casefold() in headings)
        contents = run[0].kind is BlockKind.ITEM and repeats * 2 > len(run)
        kept.extend([] if contents else run)
    return kept


def with_levels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Gives every heading a depth: the format's own, else 2 for sections and 3 for the rest."""
    levelled: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level is None:
            section = opens_section(block.text) or is_question(block.text)
            before = levelled[-1] if levelled else None
            follows = before is not None and before.kind is BlockKind.HEADING
            inner = follows and before is not None and before.level in {2, 3}
            level = 2 if section and not (inner and is_question(block.text)) else 3
            levelled.append(replace(block, level=level))
        else:
            levelled.append(block)
    return tuple(levelled)


def without_closed_sections(blocks: Sequence[Block], *, levels_known: bool) -> tuple[Block, ...]:
    """Drops what stands under headings like References, and lists of learning objectives."""
    kept: list[Block] = []
    closed_at = 0
    objectives = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            closed_at = _closed(block, closed_at, levels_known=levels_known)
            objectives = opens_objectives(block.text)
            if objectives:
                continue
        elif block.kind is BlockKind.PROSE:
            objectives = opens_objectives(block.text)
        if not closed_at and not objectives:
            kept.append(block)
    return tuple(kept)


def _closed(heading: Block, closed_at: int, *, levels_known: bool) -> int:
    """The level of the closed heading that is still in force; 0 for none."""
    level = heading.level or 1
    if levels_known and 0 < closed_at < level:
        return closed_at
    if is_closed_heading(heading.text) and level > 1:
        return level
    if not closed_at:
        return 0
    if levels_known:
        return 0
    # Where depths are unknown, a question about the matter ends what the address line closed.
    return 0 if opens_section(heading.text) or is_question(heading.text) else closed_at
