"""Which words of the evidence say an answer: its clauses, the question's, their lead-in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from studyapp.checks.evidence import Claim
from studyapp.language.synonyms import canonical
from studyapp.language.verbs import base_of
from studyapp.language.words import folded, stem, stems

_AUXILIARY = (
    r"may|can|could|might|should|must|is|are|was|were|will|do|does|has|have|often|usually"
    r"|not|cannot"
)
_EDGE = re.compile(
    r"[;:]\s|\s?[—–]\s|(?<=[a-z])—(?=[a-z])|\s-\s|[()]"
    r"|,\s(?=(?:and|but|or|which|who|where|while|although|though|because|so|as|with|if|when"
    r"|unless|including)\b)"
    r"|,\s(?=(?:they|it|he|she|this|these|there|you|the|an?|patients|people|some)\s)"
    r"|,\s(?=(?:\w+ly\s|often\s)?\w+(?:ed|ing|seen|known|found|given)\b)"
    r"|\s(?=(?:but|because|although|though|while|which|who|whereas|unless|if|when|so\sthat|that"
    r"|even)\b)"
    rf"|\s(?=and\s(?:{_AUXILIARY})\b)",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"^(?:because|although|though|if|when|while|since|after|as|whereas|before|once"
    r"|unless)\b[^,]{12,}?,\s",
    re.IGNORECASE,
)
_NEW_VERB = re.compile(r"(?:,\s|\s)(?=(?:and|or)\s(?:\w+ly\s)?(\w+s)\s)")
_NAMING = re.compile(
    r"what (?:is|are) (?!the\b)(?:an?\s)?[\w’' -]+\?|what does the term .+ mean\?", re.IGNORECASE
)
_SPELLING_OUT = re.compile(r"stand for\?$")
_RELATIVE = re.compile(r"(?:which|that|who)\b", re.IGNORECASE)
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Held:
    """What says an answer: the clauses that hold it, and what they hang on."""

    answering: str = ""
    asking: str = ""


def held(question: str, answer: str, claims: Sequence[Claim], *, listed: bool) -> Held:
    """The part of the claims that says an answer, nothing when no claim holds most of it.

    A `listed` answer is an item of a list, which hangs on the list's lead-in. Others hang on
    the clause of the question's last word (its verb or object) too.
    """
    return _held(question, answer, tuple(claims), listed=listed)


@lru_cache(maxsize=64)
def _held(question: str, answer: str, claims: tuple[Claim, ...], *, listed: bool) -> Held:
    wanted, asked = roots(answer), roots(question) - roots(answer)
    best = holding(question, answer, claims)
    if best is None or _SPELLING_OUT.search(question):
        return Held()
    if is_naming(question) and not listed:
        return Held(_between(best.text, asked, wanted))
    parts = _answering(best.text, wanted, asked)
    answering = " ; ".join(parts)
    if listed:
        return Held(answering, best.lead_in)
    around = [] if _RELATIVE.match(parts[0]) else _asking(question, best.text, asked)
    if len((asked - roots(best.text)) & roots(best.lead_in)) > 1:
        around.append(best.lead_in)
    return Held(answering, " ; ".join(part for part in around if part not in parts))


def is_naming(question: str) -> bool:
    """Whether a question asks what a thing is or a term means."""
    return _NAMING.match(question) is not None


def holding(question: str, answer: str, claims: Sequence[Claim]) -> Claim | None:
    """The claim that holds most of an answer; None when none holds half of it.

    Of claims that hold as much, it is the one that says the least besides.
    """
    return _holding(question, answer, tuple(claims))


@lru_cache(maxsize=64)
def _holding(question: str, answer: str, claims: tuple[Claim, ...]) -> Claim | None:
    wanted, asked = roots(answer), roots(question)

    def score(claim: Claim) -> tuple[float, float, float]:
        has = roots(claim.text)
        besides = -len(has - wanted - asked)
        return _share(wanted, has), _share(asked, has | roots(claim.lead_in)), besides

    best = max(claims, key=score, default=None)
    return best if best and _share(wanted, roots(best.text)) >= _HALF else None


def _answering(text: str, wanted: frozenset[str], asked: frozenset[str]) -> list[str]:
    """The clause that holds most of the answer, and all that hold little else."""
    parts = _clauses(text)
    best = max(parts, key=lambda p: (_share(wanted, roots(p)), len(asked & roots(p))))
    return [best, *(p for p in parts if p != best and _share(roots(p), wanted) >= _HALF)]


def _asking(question: str, text: str, asked: frozenset[str]) -> list[str]:
    here = roots(text)
    verb = [root for root in stems(question) if root in asked & here][-1:]
    return [part for part in _clauses(text) if set(verb) & roots(part)][:1]


def _between(text: str, term: frozenset[str], meaning: frozenset[str]) -> str:
    """What stands from a term to the end of its meaning; the meaning alone if it comes first."""
    plain = folded(text)
    words = tuple(re.finditer(r"[\w'-]+", plain))
    at = {k for k, word in enumerate(words) if roots(word.group(0)) & meaning}
    named = [k for k, word in enumerate(words) if roots(word.group(0)) & term]
    first = max(named, key=lambda k: (sum(k - 4 < n <= k for n in named), -k), default=0)
    after = {k for k in at if k > first}
    if named and len(after) * 2 >= len(at):
        last = _whole(words, sorted(after), meaning, first)
    else:
        first, last = min(at, default=0), max(at, default=0)
    return plain[words[first].start() : words[last].end()]


def _whole(
    words: Sequence[re.Match[str]], after: Sequence[int], meaning: frozenset[str], first: int
) -> int:
    """Where the last word of a meaning stands for the first time."""
    last, seen = first, frozenset[str]()
    for k in after:
        new = roots(words[k].group(0)) & meaning
        if not new <= seen:
            last, seen = k, seen | new
    return last


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """The stems of a text as written and in its canonical form."""
    return frozenset((*stems(text), *stems(canonical(text))))


def _share(wanted: frozenset[str], has: frozenset[str]) -> float:
    return len(wanted & has) / len(wanted) if wanted else 0.0


def _clauses(text: str) -> tuple[str, ...]:
    """The clauses of a sentence, roughly; a new finite verb after 'and' opens one."""
    plain = folded(text)
    cuts = {match.end() for match in (*_EDGE.finditer(plain), *_FRONTED.finditer(plain))}
    cuts |= {m.end() for m in _NEW_VERB.finditer(plain) if base_of(m.group(1))}
    parts = [plain[a:b].strip() for a, b in pairwise((0, *sorted(cuts), len(plain)))]
    return tuple(part for part in parts if stem(part)) or (plain,)
