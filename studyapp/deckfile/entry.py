"""One card of a deck file: its heading, its labelled lines, its locators and its stamp."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from studyapp.deckfile.escapes import escape, split, unescape
from studyapp.deckfile.line import Line
from studyapp.deckfile.locator import format_locator, parse_locator
from studyapp.deckfile.stamp import Stamp, format_stamp, parse_stamp
from studyapp.model import Card, CardId, Citation, FactKind, Side

CARD_ID = re.compile(r"c-[0-9a-f]{16}")
_LABELLED = re.compile(r"(Q|A|Topic|Extra|Differs|Was|Withdrawn):(?:[ \t]+(.*))?")
_LABELS = "Q:, A:, Topic:, Extra:, Differs:, Was: or Withdrawn:"
_LOCATOR, _COMMENT = ">", "<!--"
_LONG = 40
_KINDS = frozenset(FactKind)


def format_card(card: Card) -> str:
    """A card as it stands in a deck file, without a newline at the end."""
    lines = [f"## {card.id} · {card.kind.value}"]
    lines += [f"Q: {escape(card.question)}", f"A: {escape(card.answer)}"]
    lines += [format_locator(citation) for citation in card.citations]
    lines += _optional("Topic", card.topic) + _optional("Extra", card.extra)
    for side in card.differs:
        lines.append(f"Differs: {escape(side.value)}")
        lines += [format_locator(citation) for citation in side.citations]
    lines += _optional("Was", card.was)
    lines += _optional("Withdrawn", "yes" if card.withdrawn else "")
    stamp = format_stamp(card)
    return "\n".join((*lines, stamp) if stamp else lines)


def _optional(label: str, value: str) -> list[str]:
    return [f"{label}: {escape(value)}"] if value else []


@dataclass(slots=True)
class _Side:
    """A `Differs:` line while its locators are still being read."""

    line: Line
    value: str
    citations: list[Citation] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A card while its lines are read; `target` takes the locators that come next."""

    heading: Line
    values: dict[str, str] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    sides: list[_Side] = field(default_factory=list)
    stamp: Stamp | None = None
    target: list[Citation] = field(init=False)

    def __post_init__(self) -> None:
        self.target = self.citations


def parse_card(block: tuple[Line, ...], sources: frozenset[str]) -> Card:
    """The card in a heading line and the lines under it, which may cite `sources`.

    Raises StudyappError, with the line, for whatever is not as `format_card` writes it; only
    the order of the labelled lines is free, and a long line may go on in indented ones.
    """
    identity, kind = _heading(block[0])
    draft = _Draft(block[0])
    for line in _joined(block[1:]):
        _take(draft, line, sources)
    stamp = draft.stamp or Stamp()
    return Card(
        id=identity,
        kind=kind,
        question=_required(draft, "Q", "question"),
        answer=_required(draft, "A", "answer"),
        citations=_cited(draft.citations, draft.heading),
        differs=tuple(Side(s.value, _cited(s.citations, s.line)) for s in draft.sides),
        topic=draft.values.get("Topic", ""),
        extra=draft.values.get("Extra", ""),
        key=stamp.key,
        made=stamp.made,
        now=stamp.now,
        changed=stamp.changed,
        was=draft.values.get("Was", ""),
        withdrawn=_withdrawn(draft),
    )


def _heading(line: Line) -> tuple[CardId, FactKind]:
    parts = split(line.text.removeprefix("##"), "·")
    identity, kind = parts if parts[1:] and not parts[2:] else ("", "")
    if kind not in _KINDS:
        message = f"'{line.text.strip()}' is not the heading of a card."
        kinds = ", ".join(FactKind)
        line.refuse(message, f"Write '## ID · KIND', the kind one of {kinds}.")
    if CARD_ID.fullmatch(identity) is None:
        free = hashlib.sha256(f"{line.number}{line.text}".encode()).hexdigest()[:16]
        hint = f"Restore the id it had; a new card may be called 'c-{free}'."
        line.refuse(f"'{identity}' is not a card id.", hint)
    return CardId(identity), FactKind(kind)


def _joined(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines that are not blank, indented ones joined to the line they continue."""
    held: Line | None = None
    for line in lines:
        text = line.text.rstrip(" \t")
        if not text:
            continue
        if held and text[0] in " \t":
            held = Line(held.name, held.number, " ".join((held.text, text.lstrip(" \t"))))
            continue
        if held:
            yield held
        held = Line(line.name, line.number, text)
    if held:
        yield held


def _take(draft: _Draft, line: Line, sources: frozenset[str]) -> None:
    labelled = _LABELLED.fullmatch(line.text)
    if labelled:
        _take_value(draft, line, labelled[1], unescape((labelled[2] or "").strip(" \t")))
    elif line.text.startswith(_LOCATOR):
        draft.target.append(_known(parse_locator(line), line, sources))
    elif line.text.startswith(_COMMENT):
        if draft.stamp:
            line.refuse("This card has two stamps.", "Remove one of the comment lines.")
        draft.stamp = parse_stamp(line)
    else:
        message = f"'{shortened(line.text)}' belongs to no part of a card."
        hint = f"Start the line with {_LABELS}; indent it to continue the line above."
        line.refuse(message, hint)


def _take_value(draft: _Draft, line: Line, label: str, value: str) -> None:
    if label == "Differs":
        if not value:
            message = "This line names no answer that differs."
            line.refuse(message, "Write it after 'Differs:', or remove the line.")
        draft.sides.append(_Side(line, value))
        draft.target = draft.sides[-1].citations
        return
    if label in draft.values:
        message = f"This card has a second line '{label}:'."
        line.refuse(message, "Keep one, or start a new card with '## ID · KIND'.")
    draft.values[label] = value
    draft.target = draft.citations


def _known(citation: Citation, line: Line, sources: frozenset[str]) -> Citation:
    if citation.source_id not in sources:
        message = f"'{citation.source_id}' is not among the sources in the front matter."
        names = ", ".join(sorted(sources)) or "none so far"
        hint = f"Describe it there under [[sources]], or cite one of: {names}."
        line.refuse(message, hint)
    return citation


def _required(draft: _Draft, label: str, name: str) -> str:
    value = draft.values.get(label, "")
    if not value:
        message = f"This card has no {name}."
        draft.heading.refuse(message, f"Write it under the heading, after '{label}: '.")
    return value


def _cited(citations: list[Citation], line: Line) -> tuple[Citation, ...]:
    if not citations:
        message = "No source is given for this."
        hint = "Write a locator below it, '> FILE · Heading · lines 3–4'."
        line.refuse(message, hint)
    return tuple(citations)


def _withdrawn(draft: _Draft) -> bool:
    value = draft.values.get("Withdrawn", "no")
    if value not in {"yes", "no"}:
        message = f"'Withdrawn: {value}' is neither yes nor no."
        draft.heading.refuse(message, "Write 'Withdrawn: yes', or remove the line.")
    return value == "yes"


def shortened(text: str) -> str:
    """The beginning of a line, enough to recognise it by."""
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"
