"""'X is a Y that …', 'X: a Y …', 'X occurs when …', 'X (which means Y)': what X is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from studyapp.facts.attributes import RANKED
from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.verb_questions import asked_when
from studyapp.facts.worth import EVERYDAY
from studyapp.language.clause import Clause, modal
from studyapp.language.verb_group import FINITE
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_EVALUATIVE_WORDS = """
    step risk way problem concern reason part one example key sign challenge issue factor
    result goal aim option choice component need matter priority cornerstone mainstay thing
    time case idea area subject topic hallmark feature consideration source cause complication
    symptom lot number majority term word name evidence indication reminder common important
    type form kind class variety group pathway route network way tool website database program
    organization agency journal office institute initiative survey
"""
_EVALUATIVE = frozenset(_EVALUATIVE_WORDS.split())
_LONGEST_NAME = 7
_LONGEST_TERM = 4


def definitions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the statement's subject is, when it says so."""
    for told in statement.clauses():
        clause, hedge = _unhedged(replace(told, subject=_named_term(told.subject)))
        value = _value(clause)
        if not value:
            value, hedge = _taken(clause)
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
            verb = "are" if clause.plural else "is"
            name = context.inside(re.sub(r"\s*\((?![A-Z]{2,6}s?\))[^)]*\)", "", clause.subject))
            usual = f"What {verb} {name} {hedge}?" if hedge else ""
            yield Fact(FactKind.DEFINITION, name, verb, value, statement.citations, question=usual)


_HEDGED = re.compile(r"^(?P<hedge>usually|generally|typically|normally)\s(?=(?:an?|the)\s)")
_TAKEN = re.compile(r"^(?:to\sbe\s)?(?P<value>an?\s\S+\s.+)$")
_SAYS_WHICH = re.compile(r"\s(?:that|which|in|of|with|caused)\s")
_SHORTEST_TAKEN = 6


def _unhedged(clause: Clause) -> tuple[Clause, str]:
    """The clause without the 'usually' before what it says a thing is, and that word."""
    match = _HEDGED.match(clause.rest)
    if match is None or not clause.copula:
        return clause, ""
    return replace(clause, rest=clause.rest[match.end() :]), match["hedge"]


def _taken(clause: Clause) -> tuple[str, str]:
    """'X is generally considered to be an increase in Y': what it is taken for, and the verb."""
    match = _TAKEN.match(clause.rest) if clause.passive and clause.lemma == "consider" else None
    if match is None or clause.negated or clause.fronted or modal(clause):
        return "", ""
    value = match["value"]
    whole = len(value.split()) >= _SHORTEST_TAKEN and _SAYS_WHICH.search(value) is not None
    ranked = RANKED.search(" ".join(value.split()[:4]))
    judged = set(value.split()[:3]) & (_EVALUATIVE | _JUDGES)
    return (value, f"{clause.verb} to be") if whole and not ranked and not judged else ("", "")


_TERM = re.compile(r"^[Tt]he\s(?:medical\s)?term\s[“\"]?(?P<term>[^”\"]+)[”\"]?$")


def _named_term(subject: str) -> str:
    """'The term shock (or collapse)' as 'shock'."""
    match = _TERM.match(subject)
    return match["term"] if match else subject


def _value(clause: Clause) -> str:
    if clause.negated or clause.fronted:
        return ""
    if modal(clause) or re.match(
        r"^(?:also|not|only|often|usually|still|another|one|among|part)\b", clause.rest
    ):
        return ""
    if clause.copula:
        attribute = next((t for t in clause.root.rights if t.dep_ == "attr"), None)
        doing = _DOING.match(clause.rest) is not None
        if clause.rest.startswith("those that "):
            return _those(clause)
        told = doing or (attribute is not None and _defines(attribute, clause))
        return clause.rest.split("; ")[0] if told else ""
    if clause.lemma in {"occur", "happen", "develop"} and clause.rest.lower().startswith("when "):
        return clause.rest
    return _referred(clause)


def _those(clause: Clause) -> str:
    """'Negative symptoms are those that …' as 'symptoms that …'."""
    noun = clause.subject.split()[-1].lower()
    named = clause.plural and len(clause.subject.split()) > 1
    return f"{noun} {clause.rest.removeprefix('those ')}" if named else ""


def _referred(clause: Clause) -> str:
    """What 'X refers to …' or 'X means …' says."""
    if clause.lemma == "refer" and clause.rest.startswith("to "):
        return clause.rest.removeprefix("to ")
    return clause.rest if clause.lemma == "mean" and not clause.aux else ""


def _defines(attribute: Token, clause: Clause) -> bool:
    """Whether 'is a …' names a class and says more than the class."""
    if RANKED.search(" ".join(clause.rest.split()[:4])) or _ADVERB.match(clause.rest):
        return False
    judged = any(t.lower_ in _JUDGES for t in attribute.children)
    if judged or _circular(attribute, clause) or attribute.pos_ not in {"NOUN", "PROPN"}:
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


_DOING = re.compile(r"^(?:having|being)\s(?:\S+\s){3,}")
_ADVERB = re.compile(r"^(?:largely|mainly|mostly|primarily|usually|often|generally)\b")
_JUDGES = {"important", "key", "essential", "critical", "crucial", "vital", "incapacitating"}


def _circular(attribute: Token, clause: Clause) -> bool:
    """Whether the class that should define a thing stands in its name ('heart disease is …')."""
    full = any(t.dep_ in _FULL for t in attribute.children)
    if not full and stems(attribute.text)[:1] == stems(clause.subject)[-1:]:
        return True
    own = [t.text for t in attribute.children if t.dep_ in {"compound", "amod"}]
    named = set(stems(" ".join([*own, attribute.text])))
    return bool(own) and bool(named) and named <= set(stems(clause.subject))


def _tells_which(attribute: Token) -> bool:
    """'A form of arthritis caused by crystals' defines; 'a form of arthritis' only sorts."""
    word = attribute.lemma_.lower()
    told = {t.lower_ for t in attribute.children if t.dep_ == "prep"}
    if word == "area":
        kinds = {t.dep_ for t in attribute.children}
        return attribute.tag_ == "NNS" and {"amod", "prep"} <= kinds and "relcl" not in kinds
    if word in {"time", "problem"}:
        return bool(told & {"between", "from", "during", "with"})
    return word in _SORTS and any(t.dep_ in {"relcl", "acl"} for t in attribute.subtree)


_SORTS = {"form", "type", "kind", "class", "variety", "group", "set", "collection", "series"}
_FULL = {"relcl", "acl", "prep", "appos"}
_PLAIN = re.compile(
    r"(?:new|common|rare|simple|important|good|serious|major|painless|safe|complex|similar|separate|different"
    r"|normal|special|quick|useful|\s)+"
)


_INNER = re.compile(r"(?<=ing\s)(?:them|it)\b|(?<=keep\s)(?:them|it)\b")
"""'…, which the bones lose, making them weak': it means what the answer itself has named."""
_UNTOLD = re.compile(
    r"\b(?:has|have) been shown\b|\bbeing (?:studied|tested)\b"
    r"|^an? (?:disease|condition|disorder) that (?:occurs|affects) (?:\d|about|more often|in )"
)
"""How often a disease occurs, or what a study found, does not say what a thing is."""


def _sayable(subject: str, value: str) -> bool:
    bare = re.sub(r"\s*\([^)]*\)", "", subject)
    if set(stems(bare)) <= EVERYDAY or _SOME.match(bare):
        return False
    if not is_nameable(subject) or len(bare.split()) > _LONGEST_NAME:
        return False
    if points_elsewhere(_INNER.sub("", value)):
        return False
    if _UNTOLD.search(value):
        return False
    return len(value.split()) >= _SHORTEST and not set(stems(bare)) <= set(stems(value))


_SHORTEST = 3
_SOME = re.compile(r"^(?:enough|more|less|fewer|too|any)\s", re.IGNORECASE)


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
            and not any(t.tag_ in FINITE for t in statement.doc[token.head.left_edge.i : left])
            and len(bare.split()) <= _LONGEST_NAME
            and _sayable(name, value)
        ):
            verb = (
                "are"
                if token.head.tag_ in {"NNS", "NNPS"} and is_plural(bare) and " " not in bare
                else "is"
            )
            yield Fact(FactKind.DEFINITION, context.inside(name), verb, value, statement.citations)
