"""Which part of a sentence is most worth asking for, and whether any is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from studyapp.facts.cloze.constituents import Part
from studyapp.facts.worth import EVERYDAY, LAY, is_empty_stem
from studyapp.language.anatomy import names_part
from studyapp.language.classes import class_of
from studyapp.language.diseases import names_disease
from studyapp.language.words import STOP, stems

_MOST_WORDS, _EASY_WORDS = 20, 8
_ROLE = {
    "object": 0.3,
    "subject": -1.0,
    "time": 0.5,
    "name": -0.8,
    "rest": -0.8,
    "clause": -0.3,
    "phrase": -1.5,
    "deed": -0.8,
}
_TECHNICAL = re.compile(
    r"^\w{2,}(?:itis|osis|oses|emia|aemia|oma|omas|pathy|ectomy|otomy|ostomy|oscopy|graphy|gram|mycin|cillin"
    r"|cycline|olol|pril|sartan|azole|statin|mab|nib|vir|ase|ases|cyte|cytes|blasts?|plasia|trophy|uria"
    r"|rrhea|algia|penia|philia|genic|lytic|static|cidal|emic|pathic|toxic|tropic|ergic|oid|oids|amine|idine|steroids?|biotics?"
    r"|(?<!med)icine|azine|apine|atine|orine|stine|purinol|mide|zide|pine|pam|lam|inhibitors?|antagonists?|agonists?|receptors?|enzymes?|antigens?|microbials?"
    r"|antibod(?:y|ies)|hormones?|tumou?rs?|cancers?|syndromes?|vaccines?|vaccination|plasma|serum|bacteri\w+"
    r"|vir(?:us|uses|al)|fung\w+|glycemi\w+|tension|edema|ischemi\w+|thromb\w+|fibr\w+|genes?|mutations?"
    r"|chemotherapy|radiation|radiotherapy|platelets?|coagul\w+|immun\w+|inflamm\w+|infecti?on|infections"
    r"|cultures?|smears?|assays?|biops(?:y|ies)|stain(?:s|ing)?|diuretics?|anticoagul\w+|lactulose|insulin|sodium|potassium|calcium|oxygen|glucose|iron|vitamins?)$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:because|since|due to|owing to|if|when|unless|after|before|once|while|until|during|within"
    r"|for \d|by \w+ing|every|at least|only|between \d)\b",
    re.IGNORECASE,
)
"""A phrase that says why, when or how may be asked with its preposition."""
_POINTS = re.compile(
    r"\b(?:this|these|those|such(?!\sas)|it|its|they|them|their|he|she|his|her|both|other|another|same)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"one|first|second|third|fourth|fifth|half|quarter")
_CONCEDES = re.compile(r"^(?:although|though|while|whereas|even|whether)\b", re.IGNORECASE)
"""A clause that only sets something against the claim."""
_LIKELY = re.compile(
    r"\b(?:the\s(?:two|three|four)\s\w+|highest\srisk|most\s(?:common|frequent|important|serious)|leading|main|only|primary|first(?:-line)?|usual)\b"
)
_NO_GAP_BEFORE = frozenset({"include", "comprise", "be", "vary", "depend"})
_CAUSES = frozenset({"cause", "lead", "increase", "raise", "trigger", "worsen", "result"})
_LEAST = 2.5
_LEFT = 3
_TELLING = 2
_ROOT = 4
_NEAR = 5
_SPLITS = 2.5


@dataclass(frozen=True, slots=True)
class Choice:
    """A part to leave out, and how much it is worth asking."""

    part: Part
    worth: float


def choices(
    doc: Doc, parts: Iterable[Part], around: tuple[str, str], known: frozenset[str]
) -> tuple[Choice, ...]:
    """The parts worth asking, best first.

    `around` is what stands on the card besides the sentence, and the name that the parse has as
    'It'; `known` are the stems that other cards of this sentence answer already.
    """
    rated = [Choice(part, _worth(doc, part, around, known)) for part in parts]
    lists = [c.part for c in rated if c.worth > 0 and _is_list(doc[c.part.start : c.part.end])]
    whole = (Choice(c.part, c.worth - _SPLITS * _splits(c.part, lists)) for c in rated)
    able = (choice for choice in whole if choice.worth >= _LEAST)
    return tuple(sorted(able, key=lambda c: (-c.worth, c.part.start, c.part.end)))


def _is_list(span: Span) -> bool:
    """Whether a part is a list of three and more."""
    return sum(1 for t in span if t.dep_ == "conj") > 1 and ", " in span.text


def _splits(part: Part, lists: Iterable[Part]) -> bool:
    """Whether a part is one member of a list that could be asked whole."""
    return any(
        (one.start <= part.start and part.end < one.end)
        or (one.start < part.start and part.end <= one.end)
        for one in lists
    )


def _worth(doc: Doc, part: Part, around: tuple[str, str], known: frozenset[str]) -> float:
    span = doc[part.start : part.end]
    words = [t for t in span if not t.is_punct]
    if (
        not words
        or len(words) > _MOST_WORDS
        or _is_unfit(span, part.role)
        or _is_early(span, part.role)
    ):
        return 0.0
    context, name = around
    rest = set(stems(f"{context} {name} {doc[: part.start].text} {doc[part.end :].text}"))
    new = {s for s in stems(span.text) if s not in rest and not is_empty_stem(s)}
    left = {s for s in rest - set(stems(context)) if not is_empty_stem(s)}
    if not new or len(new - known) * 2 <= len(new) or len(left) + bool(context.strip()) < _LEFT:
        return 0.0
    numbers = any(t.like_num and not _COUNTS.fullmatch(t.lower_) for t in words)
    terms = sum(1.0 if is_technical(t.text) else 0.4 * names_part(t.text) for t in words)
    list_ = sum(1 for t in span if t.dep_ == "conj")
    before = sum(map(is_technical, (*name.split(), *(t.text for t in doc[: part.start]))))
    told = terms >= 1 or list_ > 1 or len(new - EVERYDAY) >= _TELLING
    deed = bool(before) and part.role in {"deed", "clause", "aim"}
    if not (told or numbers or deed) or (not numbers and new <= LAY):
        return 0.0
    worth = 1.5 + min(len(new), 4) * 0.6 + 2.5 * numbers + min(terms, 3.0) + min(list_, 3) * 0.8
    worth += 1.0 * bool(class_of(span.text))
    worth -= max(0, len(words) - _EASY_WORDS) * 0.2
    worth -= 1.5 * (len(new) * 2 < len(set(stems(span.text))))
    worth -= 1.5 * (new <= EVERYDAY)
    behind = [t for t in doc[part.end : part.end + _NEAR] if t.like_num]
    worth -= 2.0 * (numbers and bool(behind))  # 'more than three stools', but not 'in 24 hours'
    listed = part.role == "subject" and any(t.dep_ == "conj" for t in span)
    worth += 3.0 * (listed and _LIKELY.search(doc[part.end :].text) is not None)
    if part.role == "phrase" and _LEADS.match(span.text):
        worth += 1.3
    return worth + _ROLE.get(part.role, 0.0)


def _is_unfit(span: Span, role: str) -> bool:
    """Whether a part would be asked in a way that nobody could answer."""
    if _POINTS.search(" ".join(t.text for t in span[:4])) or (role == "phrase" and len(span) == 1):
        return True
    halved = span.text.count("—") % 2 and _goes_on(span)
    if halved or _CONCEDES.match(span.text) or _ends_with_verb(span):
        return True
    first = span[0]
    if (
        first.pos_ == "ADV"
        and first.lower_.endswith("ly")
        and not any(t.like_num for t in span[1:2])
    ):
        return True
    if role == "subject":
        verb = span.root.head
        rest = span.doc[span.end :].text
        named = is_technical(span.root.text) or bool(class_of(span.text))
        return (verb.lemma_ in _NO_GAP_BEFORE and not _LIKELY.search(rest)) or not named
    return False


def _goes_on(span: Span) -> bool:
    """Whether a part ends before its sentence does: it holds but half of what a dash opened."""
    return any(t.is_alpha for t in span.doc[span.end :])


def _ends_with_verb(span: Span) -> bool:
    """Whether a part runs into the next verb: '… the lower lid and inserts' before 'a tube'."""
    after = span.doc[span.end : span.end + 1]
    return span[-1].dep_ == "conj" and span[-1].tag_ == "NNS" and after.text in {"a", "an", "the"}


def _is_early(span: Span, role: str) -> bool:
    """Whether a part stands inside the subject or in what is put in front of it."""
    if role in {"subject", "clause", "time"}:
        return False
    verbs = [t.i for t in span.doc if t.dep_ == "ROOT" or _tells(t)]
    first = span.doc[0].lower_ in _OPENS and next((t.i for t in span.doc if t.text == ","), 0)
    return span.end <= max(min(verbs, default=0), first or 0)


def _tells(token: Token) -> bool:
    """Whether a token is the verb of a sentence joined to the main one by a semicolon."""
    own = any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.lefts)
    return token.dep_ in {"ccomp", "conj"} and token.pos_ in {"VERB", "AUX"} and own


_OPENS = frozenset(
    "if when once after because although while since as before until unless".split()
)


def is_technical(word: str) -> bool:
    """Whether a word is medicine's: a disease, a drug, a learned form."""
    return (
        len(word) >= _ROOT
        and word.lower() not in STOP
        and (
            _TECHNICAL.match(word) is not None
            or names_disease(word)
            or bool(class_of(word))
            or (word[1:].upper() == word[1:] and word[1:].isalpha())
        )
    )
