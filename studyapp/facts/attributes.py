"""The nouns that name what pages list: symptoms, causes, complications, goals ..."""

import re

from studyapp.language.words import is_plural
from studyapp.model import FactKind

_KIND = {
    FactKind.FINDING: "symptom sign manifestation feature finding characteristic presentation",
    FactKind.CAUSE: "cause trigger source germ organism",
    FactKind.RISK_FACTOR: "factor risk consideration",
    FactKind.COMPLICATION: "complication effect consequence deterioration reaction problem harm",
    FactKind.GOAL: "goal aim objective priority",
    FactKind.TREATMENT: "treatment therapy option medicine medication drug procedure surgery"
    " operation approach intervention strategy measure technique",
    FactKind.CLASSIFICATION: "type form stage class category kind group subtype phase cancer"
    " disease condition",
    FactKind.DIAGNOSIS: "test study examination scan method tool exam investigation evaluation",
    FactKind.INDICATION: "indication use benefit criterion",
    FactKind.CONTRAINDICATION: "contraindication",
    FactKind.RED_FLAG: "warning emergency",
    FactKind.LIST: "step principle component part element pathway route way function role example"
    " rule management optimization assessment",
}
_KIND_OF = {noun: kind for kind, nouns in _KIND.items() for noun in nouns.split()}
_IRREGULAR = {
    "therapies": "therapy",
    "strategies": "strategy",
    "criteria": "criterion",
    "categories": "category",
    "studies": "study",
    "surgeries": "surgery",
    "biopsies": "biopsy",
    "emergencies": "emergency",
}
_HEAD_END = re.compile(
    r"\s(?:of|for|in|to|that|which|who|among|with|from|by|when|after|during|following|caused|related|associated|leading"
    r"|used|due|(?!leading|underlying|existing|remaining)\w+ing)\s"
)


def head_noun(phrase: str) -> str:
    """The last word of a noun phrase before anything that hangs on it, lower case."""
    bare = re.sub(r"\s*\([^)]*\)", "", phrase).strip(" :.,")
    head = _HEAD_END.split(f"{bare} ")[0].strip()
    return head.split()[-1].lower() if head else ""


def attribute_kind(phrase: str) -> FactKind | None:
    """The kind of list that a phrase announces ('structural complications'); None for none."""
    noun = head_noun(phrase)
    return _KIND_OF.get(_IRREGULAR.get(noun, noun)) or _KIND_OF.get(noun.removesuffix("s"))


RANKED = re.compile(
    r"\b(?:most (?:common|frequent|important|effective|sensitive|specific|reliable|accurate"
    r"|definitive|serious|likely"
    r"|widely|frequently|commonly|significant)|commonest|leading|primary|main|major|first[- ]line"
    r"|definitive\s(?:treatment|therapy|diagnosis|test)"
    r"|second[- ]line|gold standard|treatment of choice|drug of choice|test of choice"
    r"|method of choice|of choice|cornerstone|mainstay|hallmark|preferred|best|greatest|highest"
    r"|lowest|strongest|safest|fastest|rarest|deadliest|cheapest|largest|smallest|earliest|first|only|second|third|fourth|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
"""What says that a thing holds a rank among its kind."""
_EFFECTS = re.compile(
    r"\b(?:complications?|(?:side\s)?effects?|related|risks?|symptoms?)$", re.IGNORECASE
)


def lists_effects(label: str) -> bool:
    """Whether a label announces effects ('Steroid complications', 'Opioid-related')."""
    return _EFFECTS.search(label) is not None


def is_plural_attribute(phrase: str) -> bool:
    """Whether the phrase announces several things of one kind."""
    return attribute_kind(phrase) is not None and head_noun(phrase).endswith(("s", "criteria"))


_PARTS = frozenset(
    """glands lungs kidneys bones joints muscles nerves vessels arteries veins nodes cells organs
    eyes ears tissues systems hands feet limbs airways tracts membranes walls layers nuclei ducts
    valves chambers teeth gums people doctors providers specialists services resources
    programs""".split()
)
_NAME_WORDS = 5


def is_class(phrase: str) -> bool:
    """Whether a plural names a class of drugs, tests ... that has members, and no parts."""
    words = phrase.split()
    several = is_plural(words[-1]) if words else False
    loose = re.search(r"\s(?:and|or|of|in|for|that|who|with)\s|^the\s", phrase)
    return several and not loose and len(words) <= _NAME_WORDS and words[-1] not in _PARTS
