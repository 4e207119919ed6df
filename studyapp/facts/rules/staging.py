"""'In stage II, the tumor has spread to Y': what defines a stage of a disease."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.model import Fact, FactKind

_STAGED = re.compile(
    r"^In\s(?P<stage>(?:stages?|grade|class|phase)\s(?:[IV]{1,3}[ABC]?[1-3]?|[0-4][A-C]?|one|two|three|four"
    r"|A|B|C|D))(?P<of>\s(?!the\b)[\w\s’'-]{3,50}?)?,\s(?P<what>(?:the\s|an?\s)?(?:cancer|tumou?rs?"
    r"|abnormal\scells|cells|disease|lymphoma|leukemia|carcinoma|ulcers?|skin|kidneys?|symptoms|patients"
    r"|people|lesions?|wounds?|GFR)\s(?P<verb>is|are|has|have|may|can|involves?|affects?|shows?|grows?"
    r"|spreads?|invades?|begins?|start)\b.+)$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r":|\s-\s|\bone\sof\sthe\sfollowing\b|\beither$|\b(?:and|or)$")
_LONGEST, _SHORTEST = 32, 4


def staged(statement: Statement, context: Context) -> Iterator[Fact]:
    """What is found in a stage of the disease that the page is about."""
    match = _STAGED.match(statement.text.strip().rstrip("."))
    if match is None or not context.ill or _BROKEN.search(match["what"]):
        return
    what = match["what"].strip()
    if points_elsewhere(what) or not _SHORTEST <= len(what.split()) <= _LONGEST:
        return
    of = (match["of"] or "").strip() or context.subject
    stage = f"{match['stage'][:1].lower()}{match['stage'][1:]}"
    yield Fact(
        FactKind.CLASSIFICATION,
        f"{stage} {of}",
        "stage",
        what,
        statement.citations,
        question=f"What is found in {stage} {of}?",
    )
