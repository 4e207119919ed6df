"""Whether a card keeps the people to whom its claim is restricted."""

import re
from collections.abc import Sequence
from functools import lru_cache

from studyapp.checks.claims import held, holding, is_naming, roots
from studyapp.checks.evidence import Claim
from studyapp.language.words import folded

_PEOPLE = (
    r"children|adults|infants|newborns|neonates|women|men|pregnancy|pregnant|elderly|older"
    r"|adolescents|teenagers|females?|males?"
)
_RESTRICTED = re.compile(rf"\b(?:in|for|among)\s(?:\w+\s){{0,2}}?({_PEOPLE})\b", re.IGNORECASE)
_FRONTED = re.compile(rf"^(?:in|for|among)\s(?:\w+\s){{0,2}}?(?:{_PEOPLE})\b[^,]*,", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
_ANYONE = re.compile(
    rf"\b(?:{_PEOPLE}|child|infant|adult|boys?|girls?|age|ages|aged)\b", re.IGNORECASE
)


def lost_population(question: str, answer: str, claims: Sequence[Claim]) -> str:
    """The people ('children') to whom the claim is restricted and the card is not; or ''."""
    if not _speak_of_people(tuple(claims)):
        return ""
    said = folded(f"{question} {answer}")
    if _ANYONE.search(said) or is_naming(question):
        return ""
    claim = holding(question, answer, claims)
    opening = _FRONTED.match(folded(claim.text)) if claim else None
    text = held(question, answer, claims, listed="; " in answer)
    fronted = opening.group(0) if opening else ""
    found = _RESTRICTED.search(f"{fronted} {text.answering} ; {text.asking}")
    return found[1] if found and not roots(found[1]) & roots(said) else ""


@lru_cache(maxsize=64)
def _speak_of_people(claims: tuple[Claim, ...]) -> bool:
    """Whether claims name any people at all; most name none, and can be restricted to none."""
    return any(_NAMED.search(folded(f"{claim.lead_in} {claim.text}")) for claim in claims)
