"""'X is a Y that …', 'X: a Y …', 'X occurs when …', 'X (which means Y)': what X is."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from studyapp.facts.attributes import RANKED, attribute_kind
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.verb_questions import asked_when
from studyapp.language.clause import Clause, modal
from studyapp.language.words import is_plural, singular, stems
from studyapp.model import Fact, FactKind

_EVALUATIVE_WORDS = """
    step risk way problem concern reason part one example key sign challenge issue factor
    result goal aim option choice component need matter priority cornerstone mainstay thing
    time case idea area subject topic hallmark feature consideration source cause complication
    symptom lot number majority term word name evidence indication reminder common important
    type form kind class variety group pathway route network way
"""
_EVALUATIVE = frozenset(_EVALUATIVE_WORDS.split())
_LONGEST_NAME = 7
_LONGEST_TERM = 4


def definitions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the statement's subject is, when it says so."""
    for clause in statement.clauses():
        value = _value(clause)
        if not value or not _sayable(clause.subject, value) or statement.headed:
            continue
        if value.lower().startswith("when "):
            bare = re.sub(r"\s*\([^)]*\)", "", clause.subject)
            wh, value = asked_when(clause, value)
            asked = clause.ask(wh).replace(clause.subject, context.inside(bare), 1)
            yield Fact(
                FactKind.DEFINITION,
                context.inside(bare),
                "occurs",
                value,
                statement.citations,
                question=context.about_general(asked, bare, value) + "?",
            )
        else:
            yield Fact(
                FactKind.DEFINITION,
                context.inside(re.sub(r"\s*\((?![A-Z]{2,6}s?\))[^)]*\)", "", clause.subject)),
                "are" if clause.plural else "is",
                value,
                statement.citations,
            )


def _value(clause: Clause) -> str:
    if clause.negated or clause.fronted:
        return ""
    if modal(clause) or re.match(
        r"^(?:also|not|only|often|usually|still|another|one|among|part)\b", clause.rest
    ):
        return ""
    if clause.copula:
        attribute = next((t for t in clause.root.rights if t.dep_ == "attr"), None)
        return clause.rest if attribute is not None and _defines(attribute, clause) else ""
    if clause.lemma in {"occur", "happen", "develop"} and clause.rest.lower().startswith("when "):
        return clause.rest
    refers = clause.lemma in {"refer", "mean", "represent"} and not clause.aux
    if clause.lemma == "refer" and clause.rest.startswith("to "):
        return clause.rest.removeprefix("to ")
    return clause.rest if refers and clause.lemma == "mean" else ""


def _defines(attribute: Token, clause: Clause) -> bool:
    """Whether 'is a …' names a class and says more than the class."""
    if RANKED.search(" ".join(clause.rest.split()[:4])):
        return False
    if attribute.pos_ not in {"NOUN", "PROPN"}:
        return False
    if attribute.lemma_.lower() in _EVALUATIVE and not _tells_which(attribute):
        return False
    if any(t.tag_ in {"JJS", "RBS"} for t in attribute.subtree if t.i < attribute.i):
        return False
    said = " ".join(t.lower_ for t in attribute.children if t.dep_ == "amod")
    if _PLAIN.fullmatch(said) and not any(t.dep_ in _FULL for t in attribute.children):
        return False
    article = any(t.lower_ in {"a", "an", "the"} for t in attribute.children if t.dep_ == "det")
    more = any(
        t.dep_ in {"relcl", "acl", "prep", "appos", "amod", "compound"} for t in attribute.children
    )
    return more and (article or attribute.tag_ in {"NNS", "NN"}) and clause.root.tag_ != "VBD"


def _tells_which(attribute: Token) -> bool:
    """'A form of arthritis caused by crystals' defines; 'a form of arthritis' only sorts."""
    sorts = attribute.lemma_.lower() in {"form", "type", "kind", "class", "variety"}
    return sorts and any(t.dep_ in {"relcl", "acl"} for t in attribute.subtree)


_FULL = {"relcl", "acl", "prep", "appos"}
_PLAIN = re.compile(
    r"(?:new|common|rare|simple|important|good|serious|major|painless|safe|complex|similar|separate|different"
    r"|normal|special|quick|useful|\s)+"
)


def _sayable(subject: str, value: str) -> bool:
    bare = re.sub(r"\s*\([^)]*\)", "", subject)
    if not is_nameable(subject) or len(bare.split()) > _LONGEST_NAME or points_elsewhere(value):
        return False
    return len(value.split()) >= _SHORTEST and not set(stems(bare)) <= set(stems(value))


_SHORTEST = 3


_GLOSS = re.compile(
    r"[“\"]?(?P<term>(?:[A-Za-z][\w-]*\s?){1,4})[”\"]?\s\((?P<gloss>[a-z][^()]{8,90})\)"
)
_NOT_A_GLOSS = re.compile(
    r"^(?:not\b|e\.?g|i\.?e|such as|like|including|for example|see|also|about|over|up to|or\b"
    r"|and\b|usually|often|very|typically|if|when|especially|mostly|most|more|less|in\b|on\b"
    r"|at\b|with\b|considered|known|called|paradoxically|formerly|sometimes|assessed|based|yield"
    r"|from\b|to\b|by\b|for\b|due|because|presence\b|absence\b)",
    re.IGNORECASE,
)


def appositions(statement: Statement, context: Context) -> Iterator[Fact]:
    """'the tunica media, a layer of muscle around the vessel': a name explained beside it."""
    for token in statement.doc:
        if (
            token.dep_ != "appos"
            or token.pos_ != "NOUN"
            or token.head.pos_ not in {"NOUN", "PROPN"}
        ):
            continue
        left, right = token.left_edge.i, token.right_edge.i + 1
        name = statement.doc[token.head.left_edge.i : left].text.rstrip(" ,(")
        value = statement.doc[left:right].text.rstrip(" .,;")
        article = statement.doc[left].lower_ in {"a", "an"}
        before = statement.doc[left - 1].text if left else ""
        more = any(t.dep_ in {"prep", "relcl", "acl"} for t in token.children)
        bare = re.sub(r"^(?:the|a|an)\s", "", name, flags=re.IGNORECASE)
        if (
            article
            and more
            and before == ","
            and len(bare.split()) <= _LONGEST_NAME
            and _sayable(name, value)
        ):
            yield Fact(FactKind.DEFINITION, context.inside(name), "is", value, statement.citations)


def glosses(statement: Statement, context: Context) -> Iterator[Fact]:
    """A term explained in brackets where it is used: 'saddle anaesthesia (numbness …)'."""
    doc = statement.doc
    for chunk in doc.noun_chunks:
        after = doc.text[chunk.end_char :]
        match = re.match(r"[”\"’]?\s\(([^()]{8,90})\)", after)
        if match is None or _NOT_A_GLOSS.match(match.group(1)) or re.search(r"\d", match.group(1)):
            continue
        term = re.sub(
            r"^(?:the|a|an|his|her|some|any)\s",
            "",
            chunk.text.strip('“”"‘’ '),
            flags=re.IGNORECASE,
        )
        start = chunk.end_char + match.start(1)
        gloss = doc.char_span(start, start + len(match.group(1)))
        whole = chunk.start_char == 0 or doc.text[chunk.start_char - 1] in ' “"'
        cut = chunk.start > 0 and doc[chunk.start - 1].pos_ in {"ADJ", "NOUN", "PROPN"}
        if gloss is None or not whole or cut or gloss.root.pos_ != "NOUN":
            continue
        own = set(stems(statement.passage.label)) == set(stems(term))
        examples = re.fullmatch(r"[\w-]+ (?:or|and) [\w-]+", match.group(1)) is not None
        if own or examples or (context.subject and context.names_subject(term)):
            continue
        if _explains(term, match.group(1), chunk.root):
            yield Fact(
                FactKind.DEFINITION,
                context.inside(term),
                "means",
                match.group(1),
                statement.citations,
                question=f"What does the term “{context.inside(term)}” mean?",
            )


def _explains(term: str, gloss: str, head: Token) -> bool:
    words = gloss.split()
    if attribute_kind(term) is not None or re.search(
        r"\b(?:risk|group|control|score|level)s?$", gloss
    ):
        return False
    if (
        not is_nameable(term)
        or term.isupper()
        or "," in gloss
        or len(term.split()) > _LONGEST_TERM
    ):
        return False
    first = words[0].lower()
    noun_like = first in {"a", "an", "the"} or len(words) >= _SHORTEST
    shares = set(stems(term)) & set(stems(gloss))
    if not gloss[0].islower() or " than " in gloss or set(stems(term)) <= _EVERYDAY:
        return False
    return (
        noun_like and not shares and head.pos_ in {"NOUN", "PROPN"} and not points_elsewhere(gloss)
    )


_EVERYDAY_WORDS = """
    paralysis fever nausea vomiting fatigue diarrhea constipation incontinence weakness numbness
    swelling bleeding bruising dizziness inflammation surgery biopsy anesthesia ultrasound
    therapy chemotherapy radiation injection vein veins artery arteries nerve nerves bone bones
    tissue organ organs gland hormone hormones kidney bladder bowel spine vertebrae joint joints
    muscle muscles tumor cancer tumors surgeon specialist pharmacist doctor blood clot clots
    rash itching cough breathlessness obesity overweight depression anxiety stress infection
"""
_EVERYDAY = frozenset(s for word in _EVERYDAY_WORDS.split() for s in stems(word))
"""Words that pages explain to patients and that nobody who studies medicine must be asked."""

_KNOWN = frozenset("MRI CT DNA RNA ECG EKG HIV AIDS ICU".split())
"""Abbreviations that anybody who studies medicine reads as words."""

_ABBREVIATED = re.compile(r"\(([A-Z][A-Za-z]{1,5}s?)\)")


def abbreviations(statement: Statement, context: Context) -> Iterator[Fact]:
    """'deep vein thrombosis (DVT)': what the letters stand for, when the initials agree."""
    if statement.headed and statement.name != statement.text:
        return
    for match in _ABBREVIATED.finditer(statement.text):
        short = match.group(1).removesuffix("s")
        words = re.findall(r"[A-Za-z]+", statement.text[: match.start()])
        long_form = _spelled(short, words, statement.text[: match.start()])
        known = short in _KNOWN or short not in context.short_forms
        if long_form and short.upper() == short and not known:
            yield Fact(
                FactKind.ABBREVIATION,
                short,
                "stands for",
                context.inside(long_form),
                statement.citations,
            )


def _spelled(short: str, words: list[str], before: str) -> str:
    """The words right before the bracket whose initials make the abbreviation; '' if none do."""
    for count in range(len(short) - 1, len(short) + 3):
        tail = words[-count:] if count > 0 else []
        initials = "".join(word[0] for word in tail).upper()
        capitals = [c for c in initials if c]
        if len(tail) == count and _in_order(short.upper(), capitals) and count >= len(short):
            start = before.rfind(" ".join(tail))
            spelled = before[start:].strip() if start >= 0 else _from(before, tail[0])
            return singular_of(spelled) if short.isupper() else ""
    return ""


def _from(before: str, first: str) -> str:
    return before[before.rfind(first) :].strip()


def _in_order(short: str, initials: list[str]) -> bool:
    return bool(initials) and initials[0] == short[0] and "".join(initials) == short


def singular_of(phrase: str) -> str:
    """A phrase with its last noun in the singular."""
    words = phrase.split()
    last = words[-1]
    return " ".join([*words[:-1], singular(last) if last.islower() and is_plural(last) else last])
