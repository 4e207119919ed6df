"""Words and numbers as pages show them: template filters."""

import re
from datetime import date, datetime

from flask import Flask
from markupsafe import Markup, escape

from studyapp.model import CLOZE, Citation, Source
from studyapp.study import Cited
from studyapp.web import current
from studyapp.web.passages import marked

_LONG_ANSWER = 90
_MINUTE = 60
_A_LIST = 3
_BETWEEN_ITEMS = re.compile(r";\s+(?![^()]*\))")
_UNIT = (
    r"mg|micrograms?|nanograms?|g|kg|mL|ml|L|litres?|mmol|units?|mm|cm|m|Gy|mmHg|bpm|kPa|"
    r"seconds?|min|minutes?|hours?|days?|weeks?|months?|years?|°C|%"
)
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{_UNIT})(?![a-zA-Z]))")
_GAP = Markup('<span class="gap"><span class="vh">blank</span></span>')


def with_unit_spaces(text: str) -> str:
    """Keep a number and its unit on one line."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)


def question(text: str) -> Markup:
    """A question as markup; the deletion of a cloze card is a gap."""
    said, end = with_unit_spaces(text), 0
    parts: list[Markup] = []
    for found in CLOZE.finditer(said):
        parts += [escape(said[end : found.start()]), _gap(found["hint"] or "")]
        end = found.end()
    return Markup().join((*parts, escape(said[end:])))


def _gap(hint: str) -> Markup:
    return Markup('<span class="gap hint">{}</span>').format(hint) if hint else _GAP


def plain_question(text: str) -> str:
    """A question as text, for lists and titles; of a deletion its hint or an ellipsis is shown."""
    return with_unit_spaces(CLOZE.sub(lambda found: f"[{found['hint'] or '…'}]", text))


def answer_size(text: str) -> str:
    """The class of an answer that is a sentence rather than a figure."""
    return "long" if len(text) > _LONG_ANSWER else ""


def day(moment: datetime | date) -> str:
    """'18 November', with the year when it is not this one."""
    local = current.local(moment) if isinstance(moment, datetime) else moment
    words = f"{local.day} {local:%B}"
    this_year = current.local(current.now()).year
    return words if local.year == this_year else f"{words} {local.year}"


def weekday(moment: date) -> str:
    """'Sunday 22 November'."""
    return f"{moment:%A} {moment.day} {moment:%B}"


def spent(seconds: int) -> str:
    """How long something took, in whole minutes once there are any."""
    if seconds < _MINUTE:
        return counted(seconds, "second")
    return counted(round(seconds / _MINUTE), "minute")


def counted(number: int, noun: str, plural: str = "") -> str:
    """'1 card', '12 cards'."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def place(citation: Citation) -> str:
    """Where in its document a citation stands: 'page 12' or 'lines 142–143', on one line."""
    words = f"page {citation.page}" if citation.page is not None else str(citation.lines)
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def section(citation: Citation, source: Source) -> str:
    """The headings above a citation, without the document's title, which stands beside them."""
    headings = citation.headings
    if headings and headings[0].casefold() == source.title.casefold():
        headings = headings[1:]
    return " › ".join(headings)


def work(source: Source) -> str:
    """A document's title and date; 'undated' when the page gives none."""
    return f"{source.title or source.id}, {source.reviewed or 'undated'}"


def page_kind(source: Source) -> str:
    """What sort of page a source is, who publishes it, and what it says about its review."""
    known = ", ".join(part for part in (source.publisher, source.page_kind) if part)
    return known[:1].upper() + known[1:]


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital at its head, a full stop at its end."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def items(text: str) -> tuple[str, ...]:
    """The parts of an answer that is a list of three or more, else the answer alone."""
    parts = tuple(part.strip() for part in _BETWEEN_ITEMS.split(text))
    return parts if len(parts) >= _A_LIST else (text,)


def others(cited: tuple[Cited, ...]) -> int:
    """How many documents beside the first support a card."""
    return len({one.source.id for one in cited}) - 1


def by_source(cited: tuple[Cited, ...]) -> tuple[tuple[Source, tuple[Cited, ...]], ...]:
    """Each document with all its citations, in the order they are first cited."""
    gathered: dict[Source, list[Cited]] = {}
    for one in cited:
        gathered.setdefault(one.source, []).append(one)
    return tuple((source, tuple(found)) for source, found in gathered.items())


def teach(app: Flask) -> None:
    """Give the templates of `app` these words."""
    filters = (question, plain_question, answer_size, day, weekday, spent, counted)
    for function in (
        *filters,
        place,
        section,
        work,
        page_kind,
        sentence,
        items,
        others,
        by_source,
    ):
        app.add_template_filter(function, function.__name__)
    app.add_template_filter(with_unit_spaces, "units")
    app.add_template_filter(marked, "marked")
