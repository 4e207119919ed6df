"""Whether a card keeps the 'not', the 'may' and the 'usually' of the claim that it asks about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studyapp.checks.claims import Held, held, holding
from studyapp.checks.evidence import Claim
from studyapp.language.words import folded


@dataclass(frozen=True, slots=True)
class Hedge:
    """A way to weaken or deny a claim: the words that do it, and those that carry it over.

    Of a `counted` one each word must be kept.
    """

    name: str
    marks: re.Pattern[str]
    carried: re.Pattern[str]
    counted: bool = False


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none)\b|n't\b"
    r"|\b(?:should|do|does|is|are|was|were|has|have|would|could|did)nt\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none|avoid\w*|contraindicat\w*|rather"
    r"|instead|exclu\w+|lack\w*|absen\w+"
    r"|fail\w*|free|non\w*|un(?!der|til|it|i[qov])\w{4,}|only|except\w*|despite|other than"
    r"|rul\w+ out|refuse\w*|\w{3,}less"
    r"|in(?:abilit|effect|adequa|complet|suffici|toler|sensitiv|activ|operab|curab)\w+"
    r"|im(?:possib|mobil)\w+|ir\w{6,}|before|until)\b|n't\b",
    re.IGNORECASE,
)
_HEDGES = (
    Hedge("not", _NEGATION, _DENIES, counted=True),
    Hedge(
        "may",
        _any("may|might|can|could|possibly|potentially|perhaps"),
        _any(
            r"cannot|possib\w+|potential\w*|perhaps|risks?|likely|options?|sometimes|able|listed"
        ),
    ),
    Hedge(
        "should",
        _any("should|must|ought to"),
        _any(
            r"should|must|ought|needs?|needed|recommend\w*|mandatory|requir\w+|necessary"
            r"|advis\w+|indicated|ha(?:s|ve) to"
            r"|important|essential|crucial|avoid\w*|contraindicated|do not|goals?|aims?|best"
            r"|appropriate|candidates?"
        ),
    ),
    Hedge(
        "usually",
        _any("usually|often|typically|commonly|frequently|generally|mostly|mainly|normally"),
        _any(
            r"usual\w*|often|typical\w*|common\w*|frequent\w*|general\w*|most\w*|main\w*"
            r"|normal\w*|primar\w+|many|tend\w*"
            r"|predominant\w*|chief\w*|largely|listed"
        ),
    ),
    Hedge(
        "sometimes",
        _any("sometimes|occasionally|at times"),
        _any(r"sometimes|occasional\w*|at times|may|might|can|could|some"),
    ),
    Hedge(
        "rarely",
        _any("rarely|seldom|hardly|uncommonly|infrequently"),
        _any(r"rare\w*|seldom|hardly|uncommon\w*|infrequent\w*|exceptional\w*|unusual\w*|few"),
    ),
)
_IDIOMS = re.compile(
    r"\bnot only\b|\bnot just\b|\bno (?:more|less|fewer|later) than\b|\bnot (?:more|less) than\b"
    r"|\bno longer than\b|\bwhether or not\b|\bor not\b|\bwith or without\b|\bno matter\b"
    r"|\bmay \d{1,2}\b|\bas (?:soon|often|much|little) as (?:possible|needed)\b",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"^(?:Although|Though|Even\sthough|While)\s(?:the\s)?(?:exact\s)?causes?\s[^,;.]*\s(?:not|never)"
    r"\s[^,;.]*,\s",
    re.IGNORECASE,
)
"""That a cause is not known denies nothing of the risk factors listed next."""
_ASKS_SHARE = re.compile(
    r"\b(?:percentage|percent|proportion|share)\b|\bhow many\b", re.IGNORECASE
)
_ASKS_CLASS = re.compile(r"^to which class of drugs\b", re.IGNORECASE)
"""What kind of drug a drug is does not depend on how often, or whether, it is given."""
_SURE = 3
"""A share says itself how often; only the first hedges must then be kept."""


def lost(question: str, answer: str, claims: Sequence[Claim]) -> Iterator[str]:
    """The hedges ('may') of the claims that hold the answer which the card does not say."""
    items = answer.split("; ")
    hedges = _HEDGES[:_SURE] if _ASKS_SHARE.search(question) else _HEDGES
    hedges = _HEDGES[:1] if _ASKS_CLASS.match(question) else hedges
    heard = _heard(tuple(claims))
    hedges = tuple(hedge for hedge in hedges if hedge.name in heard)
    found: list[str] = []
    for item in items if hedges else ():
        told = held(question, item, claims, listed=bool(items[1:]))
        asking = _CONCEDED.sub("", told.asking) if items[1:] else told.asking
        text = Held(_plain(told.answering), _plain(asking))
        card = _plain(f"{question} {item}")
        found += [h.name for h in hedges if _is_lost(h, text, card)]
    yield from dict.fromkeys(found)


@lru_cache(maxsize=64)
def _heard(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The hedges that stand anywhere in some claims; no other can be lost."""
    said = folded("\n".join(f"{claim.lead_in}\n{claim.text}" for claim in claims))
    return frozenset(hedge.name for hedge in _HEDGES if hedge.marks.search(said))


def _is_lost(hedge: Hedge, text: Held, said: str) -> bool:
    """Whether a text hedges and a card does not, both without idioms.

    Around the answer one word of a hedge stands for all of them. Words that merely carry it
    ('unable' for 'cannot') count where the card has put them in its place, not where they
    stand beside it in the text.
    """
    answering, asking = text.answering, text.asking
    wanted = len(hedge.marks.findall(answering)) + bool(hedge.marks.search(asking))
    if not wanted:
        return False
    kept = len(hedge.marks.findall(said))
    beside = {word.lower() for word in hedge.carried.findall(f"{answering} {asking}")}
    instead = [w for w in hedge.carried.findall(said) if w.lower() not in beside]
    return not instead and (kept < wanted if hedge.counted else kept == 0)


def invented_denial(question: str, answer: str, claims: Sequence[Claim]) -> bool:
    """Whether a card denies what the claim that holds its answer does not deny."""
    card = _plain(f"{question} {answer}")
    if not _NEGATION.search(card):
        return False
    claim = holding(question, answer, claims)
    read = f"{claim.lead_in} {claim.text}" if claim else " ".join(c.text for c in claims)
    return _is_lost(_HEDGES[0], Held(card), _plain(read))


def _plain(text: str) -> str:
    return _IDIOMS.sub(" ", folded(text))
