"""'Start cooling within 30 minutes', 'Stop the drug if X': advice without a subject."""

import re
from collections.abc import Iterator

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.inflection import inflected
from studyapp.model import Fact, FactKind

_DO = (
    "start|stop|begin|give|check|repeat|measure|consider|perform|obtain|order|use|suspect|withhold"
    "|discontinue|continue|monitor|seek|taper|test|screen|admit|refer|transfuse|intubate|remove"
    "|delay|reduce|increase|restart|resume|treat|exclude|evaluate|assess|examine|apply|administer"
)
_COMMAND = re.compile(
    rf"^(?P<do>{_DO})\s(?P<what>(?!(?:your|you|with|by|to|in|for|the\sfollowing)\b)[^,;:()]{{3,60}}?)\s"
    r"(?P<link>(?:only\s)?(?:if|when|unless|before|until|once|as\ssoon\sas)|within|after|at)\s"
    r"(?P<event>[^;:()]{4,160}?)\.?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^(?P<value>.*?\b(?:minutes?|hours?|days?|weeks?|months?))(?:\s(?P<of>(?:of|after)\s[^,]+))?$"
)
_JOINED = re.compile(
    r"\b(?:and|or|then|but|is|are|was|were|has|have|may|can|should|must|will|would|do|does)\b"
)
"""What is done is one thing, and no clause of its own ('Repeat doses should be given if')."""
_HELP = re.compile(
    r"^(?:emergency|immediate|urgent|prompt|medical)\b.*\b(?:care|help|attention|advice|treatment)$"
)
_LONGEST = 25
_KINDS = {"Within": FactKind.DURATION, "At": FactKind.THRESHOLD}


def commands(statement: Statement, context: Context) -> Iterator[Fact]:
    """When something should be done, from a sentence that tells its reader to do it."""
    match = _COMMAND.match(statement.text)
    if match is None or statement.headed:
        return
    what, link, event = match["what"].strip(), match["link"].lower(), match["event"].strip()
    if (
        points_elsewhere(f"{what} {event}")
        or _JOINED.search(what)
        or len(event.split()) > _LONGEST
    ):
        return
    done = inflected(match["do"], "VBN")
    asked, answer = _asked(f"should {context.inside(what)} be {done}", link, event)
    if not says_something(answer, what):
        return
    help_sought = _HELP.match(what.lower()) is not None
    kind = FactKind.RED_FLAG if help_sought else _KINDS.get(asked.split()[0], FactKind.INDICATION)
    yield Fact(
        kind,
        context.inside(what),
        f"{match['do'].lower()} {link}",
        answer,
        statement.citations,
        modality="should",
        question=context.about(asked, "in", answer) + "?",
    )


def _asked(body: str, link: str, event: str) -> tuple[str, str]:
    """The question without its mark, and the answer."""
    timed = _WITHIN.match(event) if link == "within" else None
    if timed is not None and timed["of"]:
        return f"Within what time {timed['of']} {body}", timed["value"]
    if link == "at" and re.search(r"\d", event):
        noun = re.match(r"^(?P<noun>an?\s[^\d]+?)\sof\s(?P<value>\S*\d.*)$", event)
        if noun is not None:
            named = re.sub(r"^an?\s", "", noun["noun"])
            return f"At what {named} {body}", noun["value"]
    return f"When {body}", f"{link} {event}"
