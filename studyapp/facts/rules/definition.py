"""'X is a Y that …', 'X: a Y …', 'X occurs when …', 'X (which means Y)': what X is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from studyapp.facts.attributes import RANKED
from studyapp.facts.context import Context
from studyapp.facts.defining import (
    EVALUATIVE,
    LONGEST_NAME,
    PLACED,
    TERM_FOR,
    is_definition,
    tells_which,
)
from studyapp.facts.shortened import shortened
from studyapp.facts.statement import Statement
from studyapp.facts.when_where import asked_when
from studyapp.language.clause import Clause, modal
from studyapp.language.verb_group import FINITE
from studyapp.language.words import is_plural, stems
from studyapp.model import Fact, FactKind

_LONGEST_TERM = 4


def definitions(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the statement's subject is, when it says so."""
    for told in statement.clauses():
        clause, hedge = _unhedged(replace(told, subject=_named_term(told.subject)))
        value = _value(clause)
        if not value:
            value, hedge = _taken(clause)
        if not value or not is_definition(clause.subject, value) or statement.headed:
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
                question=_about(asked, bare, value, context) + "?",
            )
        else:
            verb = "are" if clause.plural else "is"
            name = context.inside(re.sub(r"\s*\((?![A-Z]{2,6}s?\))[^)]*\)", "", clause.subject))
            usual = f"What {verb} {name} {hedge}?" if hedge else ""
            if clause.rest.startswith("that "):
                usual = f"What does {name} mean?"
            yield Fact(FactKind.DEFINITION, name, verb, value, statement.citations, question=usual)


def _about(asked: str, name: str, value: str, context: Context) -> str:
    """A short form has its own meaning everywhere; other names may need the page's subject."""
    short = name.isupper() and len(name) <= _LONGEST_SHORT
    return asked if short else context.about_general(asked, name, value)


_LONGEST_SHORT = 6
_HEDGED = re.compile(r"^(?P<hedge>usually|generally|typically|normally)\s(?=(?:an?|the)\s)")
_HEDGES = {"usually", "generally", "typically", "normally", "often"}
_TAKEN = re.compile(r"^(?:to\sbe\s)?(?P<value>an?\s\S+\s.+)$")
_SAYS_WHICH = re.compile(r"\s(?:that|which|in|of|with|caused)\s")
_SHORTEST_TAKEN = 6


def _unhedged(clause: Clause) -> tuple[Clause, str]:
    """The clause without the 'usually' before what it says a thing is, and that word."""
    own = [t.lower_ for t in clause.root.lefts if t.dep_ == "advmod" and t.lower_ in _HEDGES]
    if own and clause.copula:
        return clause, own[0]
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
    judged = set(value.split()[:3]) & (EVALUATIVE | _JUDGES)
    return (value, f"{clause.verb} to be") if whole and not ranked and not judged else ("", "")


_TERM = re.compile(r"^[Tt]he\s(?:medical\s)?term\s[“\"]?(?P<term>[^”\"]+)[”\"]?$")


def _named_term(subject: str) -> str:
    """'The term shock (or collapse)' as 'shock'."""
    match = _TERM.match(subject)
    return match["term"] if match else subject


def _value(clause: Clause) -> str:
    if clause.negated or clause.fronted:
        return ""
    if modal(clause) or _LOOSE.match(clause.rest):
        return ""
    if clause.copula:
        return _being(clause)
    if clause.lemma in {"occur", "happen", "develop"} and clause.rest.lower().startswith("when "):
        return clause.rest
    return _referred(clause)


_LOOSE = re.compile(r"^(?:also|not|only|often|usually|still|another|one(?!\sthat\s)|among|part)\b")


def _being(clause: Clause) -> str:
    """What 'X is …' says that a thing is."""
    attribute = next((t for t in clause.root.rights if t.dep_ == "attr"), None)
    doing = _DOING.match(clause.rest) is not None
    if _THOSE.match(clause.rest):
        return _those(clause)
    if attribute is None and clause.plural and _DESCRIBED.match(clause.rest):
        return shortened(clause.rest)
    told = doing or (attribute is not None and _defines(attribute, clause))
    return _meant(clause.rest.split("; ")[0]) if told else ""


def _meant(said: str) -> str:
    """'The medical term for hair loss' as 'hair loss'; anything else as it is, if it is short."""
    term = re.match(r"^(?:an?|the)\s(?:[a-z]+\s){0,2}(?=term\s)", said)
    named = TERM_FOR.match(said[term.end() :]) if term is not None else None
    return shortened(named["what"] if named is not None else said)


def _those(clause: Clause) -> str:
    """'Negative symptoms are those that …' as 'symptoms that …', 'one that' as 'a …'."""
    noun = clause.subject.split()[-1].lower()
    one = clause.rest.startswith("one ")
    named = clause.plural != one and len(stems(clause.subject)) > 1 and noun.isalpha()
    first = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" if one else noun
    return f"{first} {_THOSE.sub('', clause.rest)}" if named else ""


_THOSE = re.compile(r"^(?:those|one)\s(?=(?:that|which|in\swhich)\s)")
_DESCRIBED = re.compile(
    r"^(?:[a-z-]+(?:ed|en|al|ic|ous|ar|less|ant),?\s(?:and\s|or\s)?){1,3}"
    rf"(?!(?:{'|'.join(sorted(EVALUATIVE))})s?\b)[a-z]+s\s"
    r"(?:around|in|of|on|that|which|inside|along|between|within|under|from)\s"
)
"""'Swollen and inflamed veins in …', where the parser takes the noun for a verb's object."""


def _referred(clause: Clause) -> str:
    """What 'X refers to …' or 'X means …' says."""
    if clause.lemma == "refer" and clause.rest.startswith("to "):
        return shortened(clause.rest.removeprefix("to "))
    means = clause.lemma == "mean" and not clause.aux
    return shortened(clause.rest.removeprefix("that ")) if means else ""


def _defines(attribute: Token, clause: Clause) -> bool:
    """Whether 'is a …' names a class and says more than the class."""
    ranked = RANKED.search(" ".join(clause.rest.split()[:4])) and not PLACED.match(clause.rest)
    if ranked or _ADVERB.match(clause.rest):
        return False
    judged = any(t.lower_ in _JUDGES for t in attribute.children)
    if judged or _circular(attribute, clause) or attribute.pos_ not in {"NOUN", "PROPN"}:
        return False
    if attribute.lemma_.lower() in EVALUATIVE and not tells_which(attribute):
        return False
    superlative = any(t.tag_ in {"JJS", "RBS"} for t in attribute.subtree if t.i < attribute.i)
    if superlative and not PLACED.match(clause.rest):
        return False
    said = " ".join(t.lower_ for t in attribute.children if t.dep_ == "amod")
    if _PLAIN.fullmatch(said) and not any(t.dep_ in _FULL for t in attribute.children):
        return False
    article = any(t.lower_ in {"a", "an", "the"} for t in attribute.children if t.dep_ == "det")
    more = any(
        t.dep_ in {"relcl", "acl", "prep", "appos", "amod", "compound"}
        for one in (attribute, *_joined(attribute))
        for t in one.children
    )
    more = more or _TO_DO.match(clause.rest) is not None
    return more and (article or attribute.tag_ in {"NNS", "NN"}) and clause.root.tag_ != "VBD"


_TO_DO = re.compile(r"^(?:an?\s|the\s)?\w+(?:ery|ation|ure|est|aphy|apy)\sto\s[a-z]+\s\w")
"""'Surgery to remove …', where the parser hangs what it is for on the verb."""


def _joined(attribute: Token) -> Iterator[Token]:
    """'The widening and rounding of …': what hangs on the second noun tells of both."""
    links = {t.lower_ for t in attribute.children if t.dep_ == "cc"}
    return (t for t in attribute.children if t.dep_ == "conj" and links <= {"and", "or"})


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


_FULL = {"relcl", "acl", "prep", "appos"}
_PLAIN = re.compile(
    r"(?:new|common|rare|simple|important|good|serious|major|painless|safe|complex|similar|separate|different"
    r"|normal|special|quick|useful|\s)+"
)


_NEXT_NAME = re.compile(r",\s(?:and|or)\s(?:[\w-]+\s){0,3}[\w-]+,\san?\s.+$")
"""'…, and valgus, a bending outward': the next name with its own explanation."""


_SORT_ONLY = re.compile(r"^an?\s(?:[\w-]+\s){0,3}(?:form|type|kind|one|version)\s(?:that|which)\s")


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
        value = shortened(_NEXT_NAME.sub("", statement.doc[left:right].text).rstrip(" .,;"))
        article = statement.doc[left].lower_ in {"a", "an"}
        before = statement.doc[left - 1].text if left else ""
        more = any(t.dep_ in {"prep", "relcl", "acl"} for t in token.children)
        bare = re.sub(r"^(?:the|a|an)\s", "", name, flags=re.IGNORECASE)
        if (
            article
            and more
            and before == ","
            and not _SORT_ONLY.match(value)
            and not any(t.tag_ in FINITE for t in statement.doc[token.head.left_edge.i : left])
            and len(bare.split()) <= LONGEST_NAME
            and is_definition(name, value)
        ):
            verb = (
                "are"
                if token.head.tag_ in {"NNS", "NNPS"} and is_plural(bare) and " " not in bare
                else "is"
            )
            yield Fact(FactKind.DEFINITION, context.inside(name), verb, value, statement.citations)
