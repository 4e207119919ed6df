"""Sources and places as a learner reads them in Anki, in HTML."""

from studyapp.anki.inert import inert
from studyapp.model import Card, Citation, Source, SourceId

Sources = dict[SourceId, Source]


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
    paragraphs = []
    for source_id in dict.fromkeys(citation.source_id for citation in citations):
        places = "; ".join(placed(c) for c in citations if c.source_id == source_id)
        place = f'<span class="place">{places}, {inert(source_id)}</span>'
        paragraphs.append(f'<p class="source">{described(sources[source_id])}<br>{place}</p>')
    return "".join(paragraphs)


def differing(card: Card, sources: Sources) -> str:
    """Every answer with who gives it, the card's own first; empty when none differs."""
    if not card.differs:
        return ""
    own = f'{_names(card.citations, sources)} <span class="tag">this card</span>'
    rows = [(own, card.answer)]
    rows += [(_names(s.citations, sources), s.value) for s in card.differs]
    told = (f"<div><dt>{names}</dt><dd>{inert(value)}</dd></div>" for names, value in rows)
    return f"<dl>{''.join(told)}</dl>"


def _names(citations: tuple[Citation, ...], sources: Sources) -> str:
    ids = dict.fromkeys(citation.source_id for citation in citations)
    return "; ".join(_name(sources[source_id]) for source_id in ids)


def _name(source: Source) -> str:
    dated = f"{source.title or source.id}, {source.reviewed}"
    return inert(dated if source.reviewed else source.title or source.id)
