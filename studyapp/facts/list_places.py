"""Where a list stands: its announcement and its items, as citations."""

from studyapp.facts.statement import Group, cite
from studyapp.model import Citation, Lines

_WIDEST = 12


def places_of(group: Group) -> tuple[Citation, ...]:
    """One citation from the lead-in to the last item when it is narrow, else several."""
    spans = [entry.citation.lines for entry in group.entries]
    if group.lead_in_citation is not None:
        spans.insert(0, group.lead_in_citation.lines)
    first = group.first
    runs: list[Lines] = []
    for span in spans:
        joined = runs[-1].joined(span) if runs else span
        if runs and len(joined) <= _WIDEST:
            runs[-1] = joined
        else:
            runs.append(span)
    return tuple(cite(first, lines) for lines in runs)
