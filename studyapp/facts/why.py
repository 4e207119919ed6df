"""A claim and its reason as a fact that asks 'Why'."""

import re
from dataclasses import replace

from studyapp.facts.anchors import anchored
from studyapp.facts.context import Context
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.words import capital
from studyapp.model import Citation, Fact, FactKind

_END = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:yet|but|although|though|while|whereas|however|and\s(?:so|it|they|this))\b"
)
_RESULT = re.compile(r",\s(?:which|thereby|thus|making|causing|leading|resulting|allowing|so)\b")
_LEADS = re.compile(r"^(?:it|they|he|she|we|you)\b", re.IGNORECASE)
_THE_DISEASE = re.compile(
    r"\b(?:the|this)\s(?:condition|disease|disorder|illness|infection)\b(?!\s(?:of|in|that|with))"
)
_SECOND = re.compile(r"\sand\sbecause\s(?:of\s)?")
_IS_ONE = re.compile(r"^an?\s\w+\s(?:that|which|who)\s")
"""'Why is X a disorder that …' asks for a reason in a roundabout way."""
_LONGEST, _LONGEST_QUESTION = 25, 32
_FEWEST = 2


def claimed(text: str) -> str:
    """A claim or a reason without the remark that the sentence adds to it."""
    return _END.split(text)[0].rstrip(" ,.")


def why(
    clause: Clause, what: str, reason: str, places: tuple[Citation, ...], context: Context
) -> Fact | None:
    """Why a clause is so; None where question or reason would lean on what is not there.

    `what` is what of the clause follows its verb, `reason` the words that explain it.
    """
    subject = context.inside(clause.subject)
    what = _named(re.sub(r"^also\s", "", what.strip()), context)
    told = replace(clause, verb=_plain(clause.verb), base=_plain(clause.base), subject=subject)
    asked = f"{told.ask('Why')} {what}".strip()
    reason = _SECOND.sub(" and ", _shortened(claimed(reason)))
    reason = anchored(_named(reason, context), asked)
    led = _LEADS.sub("", re.sub(r"^because\sof\s", "", reason))
    if (
        _IS_ONE.match(what)
        or points_elsewhere(led)
        or points_elsewhere(what)
        or points_elsewhere(clause.fronted)
        or _THE_DISEASE.search(f"{what} {reason}")
        or what.startswith("to ")
        or re.match(r"(?:other|various|several|certain)\b", reason)
        or re.search(r"(?:,|\bor|\band|\bis|\bare|\bbe|\bthan|\bto)$", what)
        or not _FEWEST <= len(reason.split()) <= _LONGEST
        or len(asked.split()) > _LONGEST_QUESTION
        or not says_something(led, asked)
    ):
        return None
    return Fact(
        FactKind.MECHANISM,
        subject,
        "why",
        reason,
        places,
        condition=clause.fronted,
        negated=clause.negated,
        question=capital(tailed(asked, clause.subject, context)) + "?",
    )


def _named(text: str, context: Context) -> str:
    """A text with the page's disease by its name; a section's may be meant as little as that."""
    about = context.subject
    if not about or context.scoped or not names_disease(about):
        return text
    return _THE_DISEASE.sub(lambda _: about, text)


def _plain(verb: str) -> str:
    """A verb without 'also', which links it to the sentence before."""
    return re.sub(r"\balso\s?", "", verb).strip()


def _shortened(reason: str) -> str:
    """A reason that is too long without the result that it ends with."""
    return reason if len(reason.split()) <= _LONGEST else _RESULT.split(reason)[0]
