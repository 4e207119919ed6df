"""Sources and places as a learner reads them in Anki, in HTML."""

from functools import lru_cache

from studyapp.anki.inert import inert
from studyapp.model import Card, Citation, Source, SourceId

Sources = dict[SourceId, Source]


@lru_cache
def described(source: Source) -> str:
    """Title, publisher, kind of page, date of review and the page's own notice."""
    title = f"<cite>{inert(source.title or source.id)}</cite>"
    named = f"{title}, {inert(source.publisher)}" if source.publisher else title
    reviewed = source.reviewed and f"reviewed {source.reviewed}"
    page = "; ".join(text for text in (source.page_kind, reviewed) if text)
    told = f"{named} ({inert(page)})" if page else named
    notice = f' <span class="notice">{inert(source.notice)}</span>' if source.notice else ""
    return told + notice


def placed(citation: Citation) -> str:
    """Headings and lines: 'Treatment › First day · lines 4–6'."""
    page = "" if citation.page is None else f"page {citation.page}, "
    lines = f"{page}{citation.lines}"
    headings = " › ".join(citation.headings)
    return inert(f"{headings} · {lines}" if headings else lines)


def cited(citations: tuple[Citation, ...], sources: Sources) -> str:
    """A paragraph for each source, in the order first cited, with all its places."""
    return "".join(
        f'<p class="source">{described(sources[source_id])}<br>{_places(places)}</p>'
        for source_id, places in _by_source(citations).items()
    )


def differing(card: Card, sources: Sources) -> str:
    """Every answer with who gives it, the card's own first; empty when none differs."""
    if not card.differs:
        return ""
    names = "; ".join(_name(sources[source_id]) for source_id in _by_source(card.citations))
    rows = [(f'{names} <span class="tag">this card</span>', card.answer)]
    rows += [(_named_places(side.citations, sources), side.value) for side in card.differs]
    told = (f"<div><dt>{by}</dt><dd>{inert(value)}</dd></div>" for by, value in rows)
    return f"<dl>{''.join(told)}</dl>"


def _by_source(citations: tuple[Citation, ...]) -> dict[SourceId, list[Citation]]:
    found: dict[SourceId, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.source_id, []).append(citation)
    return found


def _places(citations: list[Citation]) -> str:
    """The places in one document: 'guide.txt: Treatment · lines 4–6; Summary · line 90'."""
    places = "; ".join(placed(citation) for citation in citations)
    return f'<span class="place">{inert(citations[0].source_id)}: {places}</span>'


def _named_places(citations: tuple[Citation, ...], sources: Sources) -> str:
    return "<br>".join(
        f"{_name(sources[source_id])}<br>{_places(places)}"
        for source_id, places in _by_source(citations).items()
    )


@lru_cache
def _name(source: Source) -> str:
    dated = f"{source.title or source.id}, {source.reviewed}"
    return inert(dated if source.reviewed else source.title or source.id)
