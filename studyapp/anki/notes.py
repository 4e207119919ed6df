"""A card as a note of Anki."""

import hashlib
import re
from datetime import datetime

import genanki

from studyapp.anki.inert import inert, inert_cloze
from studyapp.anki.models import NoteTypes
from studyapp.anki.sources import Sources, cited, differing
from studyapp.model import Card, DeckId

_NOT_IN_TAGS = re.compile(r"[\W_]+")


def note_of(
    card: Card, position: int, deck: DeckId, sources: Sources, types: NoteTypes
) -> genanki.Note:
    """The note of the card in place `position` of a deck.

    Its guid hashes deck id and card id, so that a corrected card finds its note again and two
    decks never take each other's notes.
    """
    guid = hashlib.sha256(f"{deck}/{card.id}".encode()).hexdigest()[:20]
    common = (
        inert(card.extra),
        cited(card.citations, sources),
        differing(card, sources),
        inert(card.kind.value),
        inert(card.topic),
        "",
        inert(card.id),
        _history(card),
    )
    asked = [inert_cloze(card.question)]
    if not card.is_cloze:
        asked = [inert(card.question), inert(card.answer)]
    return genanki.Note(
        model=types.of(card),
        fields=[*asked, *common],
        sort_field=card.question,
        tags=_tags(card),
        guid=guid,
        due=position,
    )


def modified(card: Card, now: datetime) -> int:
    """When the note last changed, in seconds: never the time of an export, if avoidable.

    Anki lets the newer note win: a note dated by its export would overwrite what a learner
    wrote into it.
    """
    return int((card.changed or now).timestamp())


def _history(card: Card) -> str:
    """What became of the card: when it changed, from what, and whether it was withdrawn."""
    changed = card.changed and f"Text of {card.changed.day} {card.changed:%B %Y}."
    earlier = card.was and f"Earlier answer: {card.was}."
    withdrawn = card.withdrawn and "Withdrawn: the sources no longer state this."
    return inert(" ".join(text for text in (changed, earlier, withdrawn) if text))


def _tags(card: Card) -> list[str]:
    kind, topic = (_NOT_IN_TAGS.sub("-", text).strip("-") for text in (card.kind, card.topic))
    tags = [f"studyapp::kind::{kind}"]
    if topic:
        tags.append(f"studyapp::topic::{topic}")
    if card.withdrawn:
        tags.append("studyapp::withdrawn")
    return tags
