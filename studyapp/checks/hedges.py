"""Whether a card keeps the 'not', the 'may' and the 'usually' of the claim that it asks about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studyapp.checks.evidence import Claim
from studyapp.language.synonyms import canonical
from studyapp.language.verbs import base_of
from studyapp.language.words import folded, stem, stems


@dataclass(frozen=True, slots=True)
class Hedge:
    """A way to weaken or deny a claim: the words that do it, and those that carry it over."""

    name: str
    marks: re.Pattern[str]
    carried: re.Pattern[str]


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none)\b|n't\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:not|no|never|without|cannot|neither|nor|none|avoid\w*|contraindicat\w*|rather|instead|exclu\w+|lack\w*|absen\w+"
    r"|fail\w*|free|non\w*|un(?!der|til|it|i[qov])\w{4,}|only|except\w*|despite|other than|rul\w+ out|refuse\w*|\w{3,}less"
    r"|in(?:abilit|effect|adequa|complet|suffici|toler|sensitiv|activ|operab|curab)\w+|im(?:possib|mobil)\w+|ir\w{6,}|before|until)\b|n't\b",
    re.IGNORECASE,
)
_HEDGES = (
    Hedge("not", _NEGATION, _DENIES),
    Hedge(
        "may",
        _any("may|might|can|could|possibly|potentially|perhaps"),
        _any(
            r"may|might|can|could|cannot|possib\w+|potential\w*|perhaps|risks?|likely|options?|sometimes|able|listed"
        ),
    ),
    Hedge(
        "should",
        _any("should|must|ought to"),
        _any(
            r"should|must|ought|needs?|needed|recommend\w*|mandatory|requir\w+|necessary|advis\w+|indicated|ha(?:s|ve) to"
            r"|important|essential|crucial|avoid\w*|contraindicated|do not|goals?|aims?|best|appropriate|candidates?"
        ),
    ),
    Hedge(
        "usually",
        _any("usually|often|typically|commonly|frequently|generally|mostly|mainly|normally"),
        _any(
            r"usual\w*|often|typical\w*|common\w*|frequent\w*|general\w*|most\w*|main\w*|normal\w*|primar\w+|many|tend\w*"
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
    r"\bnot only\b|\bnot just\b|\bno (?:more|less|fewer|later) than\b|\bnot (?:more|less) than\b|\bno longer than\b"
    r"|\bwhether or not\b|\bor not\b|\bwith or without\b|\bno matter\b|\bmay \d{1,2}\b|\bas (?:soon|often|much|little)"
    r" as (?:possible|needed)\b|\b(?:most|more|less|least) (?:commonly|often|frequently)\b(?= \w+ed\b)",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"[;:]\s|\s?[—–]\s|(?<=[a-z])—(?=[a-z])|\s-\s|[()]"
    r"|,\s(?=(?:and|but|or|which|who|where|while|although|though|because|so|as|with|if|when|unless|including)\b)"
    r"|,\s(?=(?:they|it|he|she|this|these|there|you|the|an?|patients|people|some)\s)"
    r"|,\s(?=(?:\w+ly\s|often\s)?\w+(?:ed|ing|seen|known|found|given)\b)"
    r"|\s(?=(?:but|because|although|though|while|which|who|whereas|unless|if|when|so\sthat|that|even)\b)"
    r"|\s(?=and\s(?:may|can|could|might|should|must|is|are|was|were|will|do|does|has|have|often|usually|not|cannot)\b)",
    re.IGNORECASE,
)
_NEW_VERB = re.compile(r"(?:,\s|\s)(?=(?:and|or)\s(?:\w+ly\s)?(\w+s)\s)")
_NAMING = re.compile(
    r"what (?:is|are) (?:an?\s)?[\w’' -]+\?|what does the term .+ mean\?", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:which|that|who)\b", re.IGNORECASE)
_SURE = 3
"""A percentage says itself how often; only the first hedges must then be kept."""
_HALF = 0.5


def lost(question: str, answer: str, claims: Sequence[Claim]) -> Iterator[str]:
    """The hedges ('may') of the claims that hold the answer which the card does not say."""
    said = f"{question} {answer}"
    found: list[str] = []
    items = answer.split("; ")
    hedges = _HEDGES[:_SURE] if "%" in canonical(answer) else _HEDGES
    for item in items:
        held = _in_list(item, claims) if items[1:] else _held(question, item, claims)
        text = _IDIOMS.sub(" ", held)
        found += [h.name for h in hedges if h.marks.search(text) and not h.carried.search(said)]
    yield from dict.fromkeys(found)


def invented_denial(question: str, answer: str, around: str) -> bool:
    """Whether a card denies what no line of its evidence or of its context denies."""
    said = _IDIOMS.sub(" ", folded(f"{question} {answer}"))
    return bool(_NEGATION.search(said)) and not _DENIES.search(folded(around))


def _held(question: str, answer: str, claims: Sequence[Claim]) -> str:
    """The part of the claims that says the answer: its clause, the question's, their lead-in.

    The question's clause is the one that holds its last word, which is its verb or object.
    """
    if question.endswith(" stand for?"):
        return ""
    wanted, asked = _roots(answer), _roots(question) - _roots(answer)
    best = _best(claims, wanted, asked)
    if best is None:
        return ""
    if _NAMING.match(question):
        return _between(best.text, asked, wanted)
    parts = _clauses(best.text)
    kept = [max(parts, key=lambda p: (_share(wanted, _roots(p)), len(asked & _roots(p))))]
    here = _roots(best.text)
    verb = [root for root in stems(question) if root in asked & here][-1:]
    if not _RELATIVE.match(kept[0]):
        kept += [part for part in parts if set(verb) & _roots(part)][:1]
    if len((asked - _roots(best.text)) & _roots(best.lead_in)) > 1:
        kept.append(best.lead_in)
    return " ; ".join(kept)


def _between(text: str, term: frozenset[str], meaning: frozenset[str]) -> str:
    """What stands from a term to the end of its meaning; the meaning alone if it comes first."""
    words = tuple(re.finditer(r"[\w'-]+", folded(text)))
    at = {k for k, word in enumerate(words) if _roots(word.group(0)) & meaning}
    named = {k for k, word in enumerate(words) if _roots(word.group(0)) & term}
    after = {k for k in at if named and k > min(named)}
    if len(after) * 2 >= len(at) and named:
        first, last = min(named), max(after, default=0)
    else:
        first, last = min(at, default=0), max(at, default=0)
    return folded(text)[words[first].start() : words[last].end()]


def _in_list(item: str, claims: Sequence[Claim]) -> str:
    """The part of the claims that says an item of a list: its clause and the lead-in."""
    wanted = _roots(item)
    best = _best(claims, wanted, frozenset())
    if best is None:
        return ""
    part = max(_clauses(best.text), key=lambda part: _share(wanted, _roots(part)))
    return f"{part} ; {best.lead_in}"


def _best(claims: Sequence[Claim], wanted: frozenset[str], asked: frozenset[str]) -> Claim | None:
    """The claim that holds most of the answer; None when none holds half of it."""
    best = max(claims, key=lambda claim: _score(claim, wanted, asked), default=None)
    return best if best and _share(wanted, _roots(best.text)) >= _HALF else None


def _score(claim: Claim, wanted: frozenset[str], asked: frozenset[str]) -> tuple[float, float]:
    has = _roots(claim.text)
    return _share(wanted, has), _share(asked, has | _roots(claim.lead_in))


@lru_cache(maxsize=4096)
def _roots(text: str) -> frozenset[str]:
    return frozenset((*stems(text), *stems(canonical(text))))


def _share(wanted: frozenset[str], has: frozenset[str]) -> float:
    return len(wanted & has) / len(wanted) if wanted else 0.0


def _clauses(text: str) -> tuple[str, ...]:
    """The clauses of a sentence, roughly; a new finite verb after 'and' opens one."""
    plain = folded(text)
    cuts = {match.end() for match in _EDGE.finditer(plain)}
    cuts |= {m.end() for m in _NEW_VERB.finditer(plain) if base_of(m.group(1))}
    edges = [0, *sorted(cuts), len(plain)]
    parts = [plain[a:b].strip() for a, b in zip(edges, edges[1:], strict=False)]
    return tuple(part for part in parts if stem(part)) or (plain,)
