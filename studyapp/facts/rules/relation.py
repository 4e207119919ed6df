"""'X causes Y', 'X is treated with Y', 'X is used to Y': one thing's relation to another."""

import re
from collections.abc import Iterator
from itertools import chain

from studyapp.facts.context import Context
from studyapp.facts.known_before import is_told_before
from studyapp.facts.links import KIND_OF
from studyapp.facts.reliefs import relief
from studyapp.facts.restrictions import restricts
from studyapp.facts.second_verbs import apart, second_verb
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.verb_questions import asked_by_verb, first_word
from studyapp.facts.worth import says_something
from studyapp.language.classes import class_of
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.verbs import RELATIONS, base_of, is_noun_too
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind, Layout

_LONGEST = 25
_ANSWER_START = re.compile(
    r"^(?:various|several|different|many|that|whether|how|what|why|it|so|too|very|well|more|less"
    r"|than|as)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"\b(?:how(?: long| much| often)?|like|as|of|for|with|to|in|on|by|and|or|the|a|from"
    r"|including|such)$"
)
_JOINED = re.compile(
    r",\s?(?:and|or|\w+ing|with|but|not|by|from|to|in|if|when|especially|particularly|including|such)\b"
    r"|\s(?:and|or)\s"
)


def relations(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the subject does, is for, is caused by ..., asked with the verb of the sentence."""
    for clause in chain.from_iterable(map(apart, statement.clauses())):
        if _CHOICE.search(clause.verb) and class_of(clause.subject) and _AIM.match(clause.rest):
            yield _chosen(clause, statement, context)
            continue
        plain = statement.passage.layout is Layout.PROSE and not statement.passage.label
        question = _question(clause, context, supplied=statement.headed, plain=plain)
        weak = plain and not clause.passive and clause.lemma in _WEAK and not class_of(clause.rest)
        if question and not weak and not any(relief(clause)) and _worth(clause, context):
            yield Fact(
                KIND_OF.get(clause.lemma, FactKind.ROLE),
                context.inside(clause.subject),
                clause.lemma,
                _stripped(_answer(clause), question),
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                negated=clause.negated,
                question=question,
            )


_NO_CASE = re.compile(r"(?:sometimes|often|along\sthe\sway)$|since\s(?!the\s\d|\d)")
_CHOICE = re.compile(r"\b(?:most\s\w+|usually|commonly|often|typically)\sused$")
_AIM = re.compile(
    r"^(?:to\s(?:treat|diagnos|prevent|confirm|detect)|for\s(?:the\s)?(?:treat|diagno))"
)


def _chosen(clause: Clause, statement: Statement, context: Context) -> Fact:
    """'Tetracyclines are most commonly used to treat X': the drugs are asked for, not the use.

    That they are the usual drugs for X does not make X their usual use.
    """
    named = class_of(clause.subject)
    which = named if clause.plural else named.removesuffix("s")
    rest = _trimmed(clause.rest)
    return Fact(
        FactKind.TREATMENT if named == "drugs" else FactKind.DIAGNOSIS,
        rest,
        clause.lemma,
        context.inside(clause.subject),
        statement.citations,
        question=context.about(f"Which {which} {clause.aux.lower()} {clause.verb} {rest}") + "?",
    )


def _worth(clause: Clause, context: Context) -> bool:
    answer = _answer(clause)
    if (
        not is_nameable(clause.subject)
        or is_told_before(clause)
        or points_elsewhere(answer)
        or points_elsewhere(clause.fronted)
    ):
        return False
    if not answer or len(answer.split()) > _LONGEST or _ANSWER_START.match(answer):
        return False
    if _BROKEN.search(answer) or _unjoined(clause, answer) or second_verb(clause):
        return False
    if (
        _AMOUNT_FIRST.search(answer)
        or _ANYONE.match(clause.subject)
        or _COUNTED.match(clause.subject)
        or answer.startswith((",", "or ", "with any "))
    ):
        return False
    if (
        _OWNED.match(answer)
        or (clause.lemma == "depend" and _BASIS.match(answer))
        or _alternates(clause)
        or _POINTING.match(answer)
        or _open_question(clause, answer)
        or _goes_on(answer)
    ):
        return False
    sorts = clause.lemma in {"indicate", "contraindicate", "recommend"}
    picked = _PICKED.match(answer) if sorts else None
    asked = f"{clause.subject} {clause.fronted} {context.subject}"
    told = picked is not None or says_something(answer, asked)
    return told and ";" not in clause.fronted


_AMOUNT_FIRST = re.compile(
    r"^(?:in\s(?=\d))?(?:(?:about|nearly|over|up to|around|approximately|more than)?\s?"
    r"(?:\d|one[- ]|two[- ]|half)"
    r"|(?:both|all|each|some|certain|a lot|any|most(?! often| commonly))\b)"
    r"|\beven further\b|\bas well$",
    re.IGNORECASE,
)


def _alternates(clause: Clause) -> bool:
    """Whether the sentence goes on with another case ('…, or it can affect both sides')."""
    after = clause.root.doc[clause.rest_end :].text
    return re.match(r"^,?\s*or\s(?:it|they|may|can|in)\b", after) is not None or (
        re.search(r",\sor\s(?:it|they|may|can)\b", clause.rest) is not None
    )


_OWNED = re.compile(r"^(?:\w+\s)?(?:their|its|his|her)\b")
_BASIS = re.compile(
    r"^on\s(?:the\s)?(?:type|severity|cause|stage|extent|size|location|kind|reason)\b"
)
"""Treatment depends on the type and the severity of every disease."""
_OR_VERB = re.compile(
    r"\s(?:or|and)\s(?:increase|decrease|reduce|lower|raise|improve|cause)\s(?!in\b|of\b|or\b|and\b)"
)
_AND_VERB = re.compile(r"\sand\s(?P<verb>[a-z]+s)\s(?!and\b|or\b|of\b)[a-z]")


def _goes_on(answer: str) -> bool:
    """Whether a second verb that the parser took for a noun stands in the answer."""
    match = _AND_VERB.search(answer)
    base = base_of(match["verb"]) if match else ""
    return _OR_VERB.search(answer) is not None or (bool(base) and not is_noun_too(base))


_PICKED = re.compile(
    r"^(?:in|for)\s(?:[\w-]+\s){0,2}?(?:patients|people|adults|children|women|men|infants)\s"
    r"(?:with\s(?:[^,;]+?\swho|severe|acute)\s|who\s|aged\s|older\s|younger\s)"
)
"""Patients told apart by more than the disease of the page."""
_POINTING = re.compile(
    r"^the (?:cells?|drugs?|procedure|tests?|condition|infection|disease|patients?|treatment"
    r"|sample)\b"
)
_COUNTED = re.compile(
    r"^(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s\w+\sof|.*\d\s?(?:%|percent)\sof\s(?:people|patients))\b",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"^(?:(?:\w+\s)?(?:infants|children|people|women|men|patients|adults|persons)(?:\s(?:and|or)\s)?)+$",
    re.IGNORECASE,
)
_PEOPLE_WITH = re.compile(
    r"^(?:(?:all|most|many|some)\s)?(?:people|patients|persons|individuals|adults|children)\s(?:with|who\shave)\s",
    re.IGNORECASE,
)
_MANY_WORDS = """
    affect cause damage produce provide control manage preserve create use lower improve reduce
    include lead result receive enter carry
"""
_MANY = frozenset(_MANY_WORDS.split())
"""Verbs with so many right objects that one short one is no answer."""
_ENOUGH = 3
_NARROW = re.compile(r"^(?:Untreated|Undiagnosed|Uncontrolled)\s|\s(?:that|who)\s(?:\w+\s){2,}")
"""What a thing can cause unless it is treated, or where it does a certain other thing."""


def _open_question(clause: Clause, answer: str) -> bool:
    """'What can X cause?' or 'What do people with X need?': many answers are as right."""
    if clause.lemma in {"need", "require"} and _PEOPLE_WITH.match(clause.subject):
        return True
    unhelped = clause.fronted.lower().startswith("without ")
    known = clause.subject.lower().startswith("the ")
    cased = unhelped or (restricts(clause.fronted) and not known)
    cased = cased or _NARROW.search(clause.subject) is not None
    hedged = clause.aux.lower() in {"can", "may", "might", "could"} and not cased
    one = len(stems(answer)) < _ENOUGH and not re.search(r"\s(?:and|or)\s|,", answer)
    return hedged and one and clause.lemma in _MANY


def _unjoined(clause: Clause, answer: str) -> bool:
    """Whether the answer is a list of nouns that lost its last member ('pain, fractures')."""
    doc = clause.root.doc
    commas = [t for t in doc[clause.rest_start : clause.rest_end] if t.text == ","]
    nouns = [t for t in commas if t.i and doc[t.i - 1].pos_ in {"NOUN", "PROPN"}]
    return bool(nouns) and "," in answer and not _JOINED.search(re.sub(r"\([^)]*\)", "", answer))


def _answer(clause: Clause) -> str:
    answer = re.sub(r"^(?:their|its)\s", "the ", _trimmed(clause.rest))
    if clause.passive and answer.startswith("for "):
        answer = re.split(
            r"\s(?=to\s(?:reduce|prevent|improve|relieve|treat|avoid|help|lower|control)\s)",
            answer,
        )[0]
    return answer


def _stripped(answer: str, question: str) -> str:
    """The answer without the preposition that the question already ends its verb with."""
    link = first_word(answer)
    asked = question.rstrip("?").split()
    if (link == "using" and " with" in question) or (link == "when" and asked[0] == "How"):
        return answer[len(link) :].strip()
    if link in _PREPOSITIONS and link in map(str.lower, asked) and _OPENS.match(question):
        return answer[len(link) :].strip()
    return answer


_OPENS = re.compile(r"(?:(?:In|Among|If|When|With|Without|Even|Based) [^,]+, w|W)hat |For which ")
_PREPOSITIONS = frozenset({"on", "to", "for", "from", "by", "with", "of", "as", "in", "into"})
_REMARK = re.compile(
    r"(?:,\s(?:which|who|although|though|but|however|while|whereas|so|thus|and\sthis|even)\b"
    r"|;|\s[—–]\s|—|\sand\sends?\swith\b)"
)
_RESTRICTS = re.compile(
    r"\b(?:in|for|among)\s(?:[\w-]+\s){0,3}(?:patients|people|adults|children|women|men|infants)\b"
    r"|^,\sbut\s(?:\w+\s){0,6}?(?:rarely|not|only|should|must|seldom|never)\b"
)


def _trimmed(rest: str) -> str:
    """Without a trailing remark that only adds to the sentence; one that restricts it stays."""
    match = _REMARK.search(rest)
    if match is None or _RESTRICTS.search(rest[match.start() :]):
        return rest.rstrip(" ,")
    return rest[: match.start()].rstrip(" ,")


_BODILY = {FactKind.MECHANISM, FactKind.ROLE, FactKind.FINDING, FactKind.CAUSE}
_ORGANS = frozenset(
    """cell body blood valve lung kidney heart brain liver tissue organ aging clot stomach
    intestine skin air food""".split()
)


def _is_aside(clause: Clause) -> bool:
    """How the body works, told in passing: 'Red blood cells carry oxygen' on a page on anaemia.

    The page's subject behind it would make it a question about the disease, and a wrong one.
    """
    bodily = clause.head.lemma_.lower() in _ORGANS
    return bodily and KIND_OF.get(clause.lemma, FactKind.ROLE) in _BODILY


_WEAK = frozenset(
    """involve damage weaken limit protect control restore alleviate allow serve carry give
    emphasize enter support help maintain preserve contain describe facilitate receive
    extend""".split()
)
"""Verbs whose objects in running text are one of many: 'What does gout damage?'."""


def _question(clause: Clause, context: Context, *, supplied: bool, plain: bool) -> str:
    doing = clause.root.tag_ == "VBG" and clause.aux.lower() in {"is", "are"}
    if clause.negated or doing or _NO_CASE.match(clause.fronted.lower()):
        return ""
    told_of = re.search(r"\b(?:studies|trials?)\b", clause.fronted) or clause.narrates
    if told_of or re.search(r"\bonly\b", clause.verb) or "—" in clause.rest:
        return ""
    if clause.lemma not in RELATIONS and not clause.passive:
        return ""
    shared = any(q.dimension is Dimension.SHARE for q in quantities(clause.rest))
    asked = "" if shared else asked_by_verb(clause)
    if not asked:
        return ""
    subject = context.inside(clause.subject)
    question = asked.replace(clause.subject, subject, 1)
    if KIND_OF.get(clause.lemma) is FactKind.INDICATION:
        question = context.about(question, "in", clause.rest)
    else:
        told = context.about_general(question, clause.subject, clause.rest, supplied=supplied)
        aside = plain and told != question and not supplied and _is_aside(clause)
        if aside and KIND_OF.get(clause.lemma) is not FactKind.CAUSE:
            return ""
        question = question if aside else told
    return f"{question}?"
