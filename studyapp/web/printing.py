"""A deck on paper: its questions, answers and citations as one table."""

from flask import Blueprint, render_template, request

from studyapp.model import Citation, Source
from studyapp.study.backups import days_of
from studyapp.web.current import desk, now
from studyapp.web.filters import chosen

pages = Blueprint("printing", __name__, url_prefix="/decks")


@pages.get("/<deck>/print")
def show(deck: str) -> str:
    """The deck, or what was chosen of it, to be printed."""
    picked = chosen(deck, request.args)
    read = picked.read(desk(), now())
    sources = {source.id: source for source in read.sources}

    def source_of(citation: Citation) -> Source:
        return sources.get(citation.source_id, Source(citation.source_id, citation.source_id))

    return render_template(
        "deck/print.html",
        deck=read,
        given=picked.values,
        some=picked.some,
        source_of=source_of,
        today=days_of(desk())(now()),
    )
