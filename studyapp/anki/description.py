"""What Anki shows above a deck: where it comes from, and how to keep it up to date."""

from studyapp.anki.inert import inert
from studyapp.anki.sources import described
from studyapp.model import Deck

DISCLAIMER = "For study, not for patient care. Check the source before you act."
_UPDATES = (
    "A newer package of this deck updates the cards and keeps your review history. A note that "
    "you edited stays as you made it until the deck changes that card again; the change then "
    "replaces your text and tags. A correction that Anki reports as a duplicate is older than "
    "your edit: to take it all the same, import again with ‘Update notes’ set to ‘Always’, "
    "which replaces all your edits in this deck."
)


def description(deck: Deck) -> str:
    """Title, note, disclaimer, sources and the way of updates, in HTML."""
    head = [f"<h3>{inert(deck.title)}</h3>"]
    if deck.note:
        head.append(f"<p>{inert(deck.note)}</p>")
    head.append(f"<p><b>{DISCLAIMER}</b></p>")
    items = "".join(f"<li>{described(source)}</li>" for source in deck.sources)
    return "".join((*head, f"<p>Sources:</p><ul>{items}</ul>", f"<p>{_UPDATES}</p>"))
