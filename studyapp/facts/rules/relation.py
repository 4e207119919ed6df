"""'X causes Y', 'X is treated with Y', 'X is used to Y': one thing's relation to another."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.links import ACTIVE, KIND_OF, PASSIVE, SILENT
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.verbs import RELATIONS, base_of, is_noun_too
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_LONGEST = 25
_ANSWER_START = re.compile(
    r"^(?:various|several|different|many|that|whether|how|what|why|it|so|too|very|well|more|less"
    r"|than|as)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\b(?:like|as|of|for|with|to|in|on|by|and|or|the|a|from|including|such)$")
_JOINED = re.compile(
    r",\s?(?:and|or|\w+ing|with|but|not|by|from|to|in|if|when|especially|particularly|including)\b"
    r"|\s(?:and|or)\s"
)
_EMPTY_ANSWER_WORDS = """
    problem issue symptom complication condition change effect role approach measure method
    step option quality life goal challenge new diagnosis original beyond best result factor way
    thing outcome
    treatment disease help care people patient time variety range part number difference
    benefit harm damage area risk place information need it them serious severe significant
    important several various different many other certain health function body life common
    good bad well big great small high low
"""
_EMPTY_ANSWER = frozenset(_EMPTY_ANSWER_WORDS.split())
_EMPTY_STEMS = frozenset(s for word in _EMPTY_ANSWER for s in stems(word))


def relations(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the subject does, is for, is caused by ..., asked with the verb of the sentence."""
    for clause in statement.clauses():
        question = _question(clause, context, supplied=statement.headed)
        if question and _worth(clause, context):
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


def _worth(clause: Clause, context: Context) -> bool:
    answer = _answer(clause)
    if (
        not is_nameable(clause.subject)
        or points_elsewhere(answer)
        or points_elsewhere(clause.fronted)
    ):
        return False
    if not answer or len(answer.split()) > _LONGEST or _ANSWER_START.match(answer):
        return False
    if _BROKEN.search(answer) or _unjoined(clause, answer) or _runs_on(clause):
        return False
    if (
        _AMOUNT_FIRST.search(answer)
        or _ANYONE.match(clause.subject)
        or answer.startswith((",", "or "))
    ):
        return False
    if _POINTING.match(answer) or _open_question(clause, answer):
        return False
    new = [s for s in stems(answer) if s not in _EMPTY_STEMS]
    asked = {*stems(clause.subject), *stems(clause.fronted), *stems(context.subject)}
    return bool(set(new) - asked) and ";" not in clause.fronted


_AMOUNT_FIRST = re.compile(
    r"^(?:(?:about|nearly|over|up to|around|approximately|more than)?\s?"
    r"(?:\d|one[- ]|two[- ]|half)"
    r"|both\b|all\b|each\b|some\b|certain\b|a lot\b|any\b|most\b)|\beven further\b|\bas well$",
    re.IGNORECASE,
)


_POINTING = re.compile(
    r"^the (?:cells?|drugs?|procedure|tests?|condition|infection|disease|patients?|treatment"
    r"|sample)\b"
)
_ANYONE = re.compile(
    r"^(?:(?:\w+\s)?(?:infants|children|people|women|men|patients|adults|persons)(?:\s(?:and|or)\s)?)+$",
    re.IGNORECASE,
)
_MANY_WORDS = """
    affect cause damage produce provide control manage preserve create use lower improve reduce
    include lead result receive enter carry
"""
_MANY = frozenset(_MANY_WORDS.split())
"""Verbs with so many right objects that one short one is no answer."""
_ENOUGH = 3


def _open_question(clause: Clause, answer: str) -> bool:
    """'What can X cause?' with one short answer of many that are as right."""
    hedged = clause.aux.lower() in {"can", "may", "might", "could"}
    one = len(stems(answer)) < _ENOUGH and not re.search(r"\s(?:and|or)\s|,", answer)
    return hedged and one and clause.lemma in _MANY


_INNER = {"relcl", "acl", "advcl", "ccomp", "pcomp"}


def _runs_on(clause: Clause) -> bool:
    """Whether a second verb of the subject stands in the answer ('swelling and relieve pain')."""
    doc = clause.root.doc
    for token in doc[clause.rest_start + 1 : clause.rest_end - 1]:
        if token.nbor(-1).lower_ not in {"and", "or", ","} or token.nbor(1).is_punct:
            continue
        verb = base_of(token.lower_) == token.lower_ and not is_noun_too(token.lower_)
        object_follows = token.nbor(1).tag_ in {"DT", "JJ", "NN", "NNS", "PRP$", "IN", "NNP"}
        inner = any(a.dep_ in _INNER and a.i > clause.root.i for a in (token, *token.ancestors))
        to = any(t.lower_ == "to" for t in doc[clause.rest_start : token.i])
        if verb and object_follows and not inner and not to:
            return True
        finite = token.tag_ in {"VBZ", "VBP"} and token.dep_ == "conj"
        clause_inside = any(
            a.dep_ in _INNER - {"pcomp"} for a in token.ancestors if a.i > clause.root.i
        )
        if finite and not clause_inside:
            return True
    return False


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
    link = _link(answer)
    asked = question.rstrip("?").split()
    if link in _PREPOSITIONS and link in asked and question.startswith("What "):
        return answer[len(link) :].strip()
    return answer


_PREPOSITIONS = frozenset({"on", "to", "for", "from", "by", "with", "of", "as", "in", "into"})


def _trimmed(rest: str) -> str:
    """Without a trailing remark that only adds to the sentence."""
    return re.split(
        r"(?:,\s(?:which|who|although|though|but|however|while|whereas|so|thus|and\sthis)\b"
        r"|;|\s[—–]\s|—)",
        rest,
    )[0].rstrip(" ,")


def _question(clause: Clause, context: Context, *, supplied: bool) -> str:
    if clause.negated or clause.fronted.lower() in {"sometimes", "often"}:
        return ""
    if clause.narrates or re.search(r"\bonly\b", clause.verb) or "—" in clause.rest:
        return ""
    if clause.lemma not in RELATIONS and not clause.passive:
        return ""
    if any(q.dimension is Dimension.SHARE for q in quantities(clause.rest)):
        return ""
    clause = _without_also(clause)
    asked = _passive(clause) if clause.passive else _active(clause)
    if not asked:
        return ""
    subject = context.inside(clause.subject)
    question = asked.replace(clause.subject, subject, 1)
    return context.about_general(question, clause.subject, clause.rest, supplied=supplied) + "?"


_OPEN_ENDED = {
    "originate",
    "affect",
    "arise",
    "come",
    "cause",
    "include",
    "lead",
    "occur",
    "spread",
    "present",
}


def _without_also(clause: Clause) -> Clause:
    """'Also' links to the sentence before; where it warns that this is not all, it stays."""
    if clause.lemma in _OPEN_ENDED:
        return clause
    verb, base = (re.sub(r"\balso\s", "", words) for words in (clause.verb, clause.base))
    return replace(clause, verb=verb, base=base)


def _link(rest: str) -> str:
    return rest.split(maxsplit=1)[0].lower() if rest else ""


_PLACED = {"locate", "place", "find"}
_CLASSED = {"classify", "divide"}
_DONE_SOMEHOW = {"diagnose", "transmit", "spread", "confirm"}
_MEANS = {"by", "through", "via", "using", "from"}
_WH_OF_LINK = {
    "when": "When",
    "if": "When",
    "during": "When",
    "in": "In whom or in what",
}
_PEOPLE = re.compile(r"for (?:\w+\s){0,3}(?:patients|people|adults|children|women|men|infants)")


_LIMIT = re.compile(r"^(?:only|mainly|mostly|primarily|most\soften|usually|often|typically)\s")


def _passive(clause: Clause) -> str:
    """'What is X caused by', 'How is X diagnosed'; '' when the word after the verb is unknown."""
    links = PASSIVE.get(clause.lemma)
    link = _link(_LIMIT.sub("", clause.rest))
    if links is None or (links and link not in links.split("|")):
        return ""
    wh = _passive_wh(clause, link)
    asked = clause.ask(wh or "What")
    if wh or not links:
        return asked
    infinitive = link == "to" and clause.lemma == "use"
    return f"{asked} {'for' if infinitive else link}"


def _to_what(clause: Clause) -> str:
    """'Why' before an infinitive, 'To whom' before people, '' before anything else."""
    words = clause.root.doc[clause.rest_start : clause.rest_end]
    follows = words[1] if len(words) > 1 else None
    if follows is not None and follows.tag_ == "VB":
        return "" if clause.lemma == "use" else "Why"
    people = re.match(
        r"to (?:\w+\s){0,3}(?:patients|people|adults|children|women|men|infants|newborns)",
        clause.rest,
    )
    return "To whom" if people else ""


def _passive_wh(clause: Clause, link: str) -> str:
    """The question word for a passive verb and the word after it; '' for 'what'."""
    if clause.lemma in _PLACED:
        return "Where"
    if link == "to":
        return _to_what(clause)
    if link in _WH_OF_LINK:
        return _WH_OF_LINK[link]
    if link == "for" and _PEOPLE.match(clause.rest):
        return "For whom"
    how = clause.lemma in _CLASSED or (clause.lemma in _DONE_SOMEHOW and link in _MEANS)
    return "How" if how else ""


_TIMED = {"occur", "develop", "begin", "form"}
_MOMENTS = {"when", "if", "after", "during", "as"}
_WAYS = {"by", "through", "via"}


def _active(clause: Clause) -> str:
    """'What does X cause', 'When does X occur'; '' when the verb lacks what it needs after it."""
    if clause.copula or clause.lemma in SILENT:
        return ""
    links = ACTIVE.get(clause.lemma)
    if links is None:
        return clause.ask("What") if _has_object(clause) else ""
    link = _link(clause.rest)
    if link not in links.split("|"):
        return ""
    if clause.lemma in _TIMED and link in _MOMENTS:
        return clause.ask("When")
    return clause.ask("How") if link in _WAYS else f"{clause.ask('What')} {link}"


def _has_object(clause: Clause) -> bool:
    """Whether an object follows the verb at once, so that a question can ask for it."""
    if not clause.root.tag_.startswith("V"):
        return True
    objects = [t for t in clause.root.rights if t.dep_ in {"dobj", "ccomp", "xcomp"}]
    starts = {t.left_edge.i for t in objects}
    return clause.rest_start in starts or clause.rest_start + 1 in starts
