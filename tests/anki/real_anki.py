"""A learner's real Anki: import a deck, look at its notes, answer and edit them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.decks import DeckId
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Update
from anki.notes import Note
from anki.scheduler.v3 import Scheduler
from anki.scheduler_pb2 import CardAnswer

from studyapp.anki.exporter import export_apkg
from studyapp.model import Card, Deck

DEFAULT = DeckId(1)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many notes an import added, changed, left alone, and could not bring in."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


@dataclass(frozen=True, slots=True)
class Anki:
    """One learner's collection, with a folder for packages."""

    collection: Collection
    folder: Path

    def take(self, deck: Deck, now: datetime, *, always: bool = False) -> Imported:
        """Export `deck` at `now`, import it; `always` is the choice to overwrite own edits."""
        package = self.folder / "deck.apkg"
        export_apkg(deck, package, now)
        options = ImportAnkiPackageOptions(
            update_notes=Update.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
            if always
            else Update.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
        )
        request = ImportAnkiPackageRequest(package_path=str(package), options=options)
        log = self.collection.import_anki_package(request).log
        self.collection.decks.select(self.collection.decks.id_for_name(deck.title) or DEFAULT)
        counts = (log.new, log.updated, log.duplicate, log.conflicting)
        return Imported(*(len(notes) for notes in counts))

    def note(self, card: Card) -> Note:
        """The one note of a card."""
        (note_id,) = self.collection.find_notes(f"CardId:{card.id}")
        return self.collection.get_note(note_id)

    def edit(self, card: Card, **fields: str) -> None:
        """What a learner does in the editor; Anki dates it with its own clock."""
        note = self.note(card)
        for name, value in fields.items():
            note[name] = value
        self.collection.update_note(note)

    def answer_all(self) -> int:
        """Answer every due card with Easy, which ends its learning; how many there were."""
        scheduler, answered = self.collection.sched, 0
        assert isinstance(scheduler, Scheduler)
        while queued := scheduler.get_queued_cards().cards:
            card = self.collection.get_card(queued[0].card.id)
            card.start_timer()
            answer = scheduler.build_answer(
                card=card, states=queued[0].states, rating=CardAnswer.EASY
            )
            scheduler.answer_card(answer)
            answered += 1
        return answered
