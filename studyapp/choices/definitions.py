"""Answers that say what something is, and of which kind the thing is by its definition."""

import re

from studyapp.choices.names import class_named, is_name
from studyapp.choices.question import Question
from studyapp.language.anatomy import names_part
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import is_plural, singular, stem, stems

_ASKED = (
    re.compile(r"^What (?:is|are|was) (?:an? |the )?(?P<subject>[^?,;]+)\?$"),
    re.compile(
        r"^What (?:does|do|is) (?:the (?:term|word) )?[“\"']?(?P<subject>[^?,;“”\"]+?)[”\"']? "
        r"(?:mean|refer to|meant)\??$"
    ),
)
_IN = re.compile(r"\s(?:in|of)\s(?:the\s)?(?:surgery\sfor\s)?[\w’' -]+$")
_NO_SUBJECT = re.compile(
    r"\d|\b(?:called|name|term|function|role|purpose|cause[sd]?|goals?|aims?|attributed|defined|steps?"
    r"|treatments?|symptoms?|signs?|used|types?|way|difference|best|first|only|due|like|for|to"
    r"|with|by|from|about|made|located|listed|examples?|number|percentage|rate|dose|standard"
    r"|and|or|key|possible|basis|complications?|components?|members?|features?|problems?"
    r"|reasons?|options?|alternatives?|(?:dis)?advantages?|consequences?|changes?|results?|risks?|benefits?|common|result|effects?)\b"
)
_FIRST = re.compile(
    r"^What (?:is|are|was) the (?:most|main|primary|usual|typical|chief|largest|smallest|only)\b"
)
_LONGEST = 5
_ARTICLE = re.compile(r"^(?:an?|the|any|one)\s", re.IGNORECASE)
_ENDS = re.compile(
    r"\s(?:of|that|which|who|whose|where|when|in|on|with|without|for|from|by|to|at|as|used|caused|formed"
    r"|between|around|inside|outside|during|after|before|due|produced|made|found|located"
    r"|characteri[sz]ed|within|under|above|through|into|is|are|has|have|can|may|not|and|or)\s|[,;(:—–]"
)
_TWO = re.compile(r"^((?:an?\s|the\s)?)([\w-]+),\s(?=[\w-]+\s)", re.IGNORECASE)
"""Two adjectives: 'a simple, painless test'."""
_SHELL = re.compile(
    r"^(?:an?\s|the\s|any\s)?(?:[\w-]+\s){0,2}(?:types?|forms?|kinds?|groups?|collections?|series|sets?|parts?"
    r"|class|classes|pieces?|layers?|areas?|network|number|branch|state)\sof\s(?=\w)",
    re.IGNORECASE,
)
_KINDS = {
    "illness": "condition disease disorder syndrome infection inflammation swelling illness "
    "problem abnormality symptom pain loss lack deficiency injury damage bleeding buildup "
    "accumulation enlargement cancer tumor tumour narrowing blockage numbness weakness "
    "complication defect failure growth bulge reaction urine shortage hernia fever rash itching "
    "discomfort inability difficulty absence excess thinking state seizure lesion sensation "
    "urination feeling belief coma episode anemia spasm tendency irritation",
    "substance": "hormone protein enzyme medicine medication drug chemical substance molecule "
    "vitamin compound antibody mineral pigment gas acid antibiotic factor vaccine nutrient "
    "inhibitor agonist antagonist blocker activator sugar disaccharide steroid opioid laxative "
    "supplement cholesterol fat anticoagulant fluid",
    "measure": "procedure surgery operation test scan exam examination technique treatment "
    "therapy method removal placement injection transplant "
    "transplantation x-ray ultrasound biopsy",
    "process": "process formation breakdown release production movement stage period phase "
    "event contraction response mechanism degradation reaction delivery spread birth growth "
    "pathway step sequence aggregation adhesion exercise activity",
    "organism": "bacterium bacteria virus parasite fungus organism insect agent mite worm microbe "
    "pathogen",
    "device": "device instrument tool machine scanner pump stent implant",
    "person": "doctor specialist person nurse physician surgeon people patient",
    "measurement": "amount force rate pressure number measure ratio level volume score",
}
_PLURALS = frozenset({"lice", "mice"})
NARROW = frozenset({"illness", "substance", "measure", "organism", "person"})
"""Kinds whose definitions suit each other, whatever document they come from."""
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


_EMPTY_WORDS = """
    treat treatment variety use give given along usually help cause occur make become people
    person affect serious life threatening rare common different several many body health medical
    surgical various long short take get happen result lead involve relate disabling part area
    amount thing place way time normal type kind form visible main feature
    symptom genetic include metabolism find during develop while food diet dietary nutrient age
    last resort tissue
"""
_EMPTY = frozenset(
    stem(word) for word in (*_KIND_OF, *_EMPTY_WORDS.split(), "found", "made", "given", "taken")
)
_FEWEST = 2
_NO_DEFINITION = re.compile(
    r"^(?:usually|often|also|sometimes|typically|generally|not|any|when|how)\b"
    r"|^(?:(?:an?|the)\s)?[\w-]+\s(?:has|have|is|are|was|were|called|known)\s"
    r"|^[^,]*,\s(?:when|if|while|as)\b",
    re.IGNORECASE,
)
"""A sentence, a hedge, or a name: 'a disease called …'."""
_REMARK = re.compile(r"\s(?:can|may|might|could)\s|[—–(:]|\s-\s|,?\ssuch\sas\s|,\slike\s")
"""Where a definition ends and a remark begins: what can happen is no definition."""


_THIRD_PERSON = re.compile(r"(?<=\s)[a-z]+s\b")
_RELATIVE = re.compile(r"\s(?:that|which|who|whose|where|when|how|what)\s|,")
_DEFINES = re.compile(r"\s(?:of|that|which|who|in|where|when|to|for|from|by|used|made|with)\s")


def _is_sentence(definition: str) -> bool:
    """Whether a verb follows the noun: 'A surgeon inserts …'."""
    front = _RELATIVE.split(definition, maxsplit=1)[0]
    verbs = (base_of(word) for word in _THIRD_PERSON.findall(front))
    return any(verb and not is_noun_too(verb) for verb in verbs)


def _is_bare(definition: str) -> bool:
    """Whether a definition only gives another name: 'Graft versus host disease'."""
    return is_name(definition) and not _DEFINES.search(definition)


def telling_words(definition: str) -> int:
    """How many words of a definition tell the thing from others; 0 where it defines nothing."""
    if _NO_DEFINITION.match(definition) or _is_sentence(definition) or _is_bare(definition):
        return 0
    told = _REMARK.split(definition, maxsplit=1)[0]
    return len(frozenset(stems(told)) - _EMPTY)


def defined(question: Question) -> str:
    """The name whose definition is asked for; '' when a question asks anything else."""
    if _FIRST.match(question.text):
        return ""
    for asked in _ASKED:
        found = asked.match(question.text)
        if found:
            subject = found["subject"].strip()
            name = _IN.sub("", subject) if len(subject.split()) > 1 else subject
            plain = len(name.split()) <= _LONGEST and not _NO_SUBJECT.search(subject)
            return name if plain else ""
    return ""


_BY_NAME = {
    "diseases": "illness", "signs": "illness", "symptoms": "illness", "cancers": "illness",
    "parts": "part", "cells": "part", "hormones": "substance", "drugs": "substance",
    "molecules": "substance", "microbes": "organism", "procedures": "measure",
    "imaging tests": "measure",
}  # fmt: skip
_SURE = frozenset({"illness", "organism"})


def family(subject: str, kind: str) -> str:
    """What definitions must share to stand beside each other: the kind of what they define."""
    by_name = _BY_NAME.get(class_named(subject), "")
    if by_name in _SURE:
        return by_name
    return kind if kind in _KINDS else by_name or kind


def genus(definition: str) -> tuple[str, str]:
    """The kind of thing that a definition begins with, and its number ('one' or 'many')."""
    text = _TWO.sub(r"\1\2 ", _SHELL.sub("", definition.strip()))
    front = _ENDS.split(_ARTICLE.sub("", text), maxsplit=1)[0]
    words = re.findall(r"[\w’'-]+", front.lower())
    if not words:
        return "", ""
    if words[0].endswith("ing") and words[1:] and words[0] not in _KIND_OF:
        return "doing", "one"
    head = words[-1]
    plural = is_plural(head) or head in _PLURALS
    number = "many" if plural and not _ARTICLE.match(definition) else "one"
    one = singular(head)
    kind = _KIND_OF.get(head) or _KIND_OF.get(one) or _KIND_OF.get(head.removesuffix("s"))
    if kind is None and names_part(front):
        kind = "part"
    return kind or one, number
