"""'X does Y, raising Z', 'X does Y. This raises Z': how X comes to raise Z."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import tailed
from studyapp.facts.worth import says_something
from studyapp.language.clause import Clause, modal
from studyapp.language.verb_group import verb_group
from studyapp.model import Citation, Fact, FactKind

_RESULTS_WORDS = """
    increase decrease reduce raise lower cause lead result impair weaken worsen limit slow prevent
    trigger allow block improve enhance promote elevate relieve induce produce disrupt contribute
    enable destroy damage stimulate
"""
_RESULTS = frozenset(_RESULTS_WORDS.split())
"""What one event does to another."""
_CHANGES = frozenset(
    "increase decrease reduce raise lower lead result cause impair weaken worsen".split()
)
_STIRS_WORDS = """
    increase raise cause damage weaken stimulate activate release enlarge widen narrow irritate
    thicken stretch trigger disrupt compress make
"""
_STIRS = frozenset(_STIRS_WORDS.split())
_STEMS_OFF = frozenset("block obstruct slow limit reduce impede restrict decrease".split())
_COURSES = frozenset("flow passage movement drainage return emptying circulation supply".split())
_LATER = re.compile(r"^(?:over|with|in)\stime$", re.IGNORECASE)
_MENTIONED = re.compile(r"^the\s[a-z]+\s(?:and|or)\s[a-z]+$", re.IGNORECASE)
"""'The pain and swelling': those that the sentences before make known."""
_LINKS = {"lead": "to", "result": "in", "contribute": "to"}
_LONGEST, _LONGEST_RESULT, _FEWEST = 25, 18, 3
_ENDS = re.compile(
    r"[;:]|\s[—–]\s|—|,\s(?:but|although|though|while|whereas|however|so|which|who)\b"
)


@dataclass(frozen=True, slots=True)
class _Chain:
    """What is done (its clause, and its words from the verb on), and what comes of it."""

    clause: Clause
    deed: str
    verb: str
    result: str
    modal: str


def chains(statement: Statement, context: Context) -> Iterator[Fact]:
    """How something brings about what the same sentence says comes of it."""
    for clause in statement.clauses():
        if not _may_open(clause) or loses_condition(clause, statement):
            continue
        for verb in clause.root.subtree:
            if verb.i < clause.rest_end and _follows(verb, clause):
                chain = _chain(clause, verb)
                if chain is not None and _sound(chain):
                    yield _fact(chain, statement.citations, context)


def this_chains(before: Statement, statement: Statement, context: Context) -> Iterator[Fact]:
    """How something brings about what the next sentence says of 'this'."""
    said = next(statement.clauses(), None)
    clauses = tuple(before.clauses())
    if said is None or not clauses or said.subject != "This" or said.negated or said.passive:
        return
    alone = clauses[0].root.dep_ == "ROOT" and all(
        c.subject == clauses[0].subject for c in clauses
    )
    if said.lemma not in _RESULTS or not alone or not _may_open(clauses[0]) or said.narrates:
        return
    start = verb_group(clauses[0].root)[0].i
    deed = before.doc[start:].text.rstrip(" .")
    result = _ENDS.split(said.rest)[0].rstrip(" .,")
    if said.lemma in _LINKS and not result.startswith(f"{_LINKS[said.lemma]} "):
        return
    chain = _Chain(clauses[0], deed, _plain(said.base), result, modal(said) or modal(clauses[0]))
    if _sound(chain):
        places = tuple(dict.fromkeys((*before.citations, *statement.citations)))
        yield _fact(chain, places, context)


def _plain(verb: str) -> str:
    return re.sub(r"\b(?:also|then|thus|therefore)\s", "", verb)


def _may_open(clause: Clause) -> bool:
    """Whether the subject does something, so that it can be asked how it does more."""
    acts = any(t.dep_ in {"dobj", "ccomp"} for t in clause.root.rights) and not clause.passive
    told = not clause.fronted or restricts(clause.fronted) or _LATER.match(clause.fronted)
    if _MENTIONED.match(clause.subject) or not told:
        return False
    return acts and not clause.negated and not clause.narrates and is_nameable(clause.subject)


def _follows(verb: Token, clause: Clause) -> bool:
    """Whether a verb tells what comes of the whole clause."""
    lemma = verb.lemma_.lower()
    if (
        verb.i <= clause.root.i
        or lemma not in _RESULTS
        or any(t.dep_ == "neg" for t in verb.lefts)
    ):
        return False
    first = verb.i - 1
    while first > clause.root.i and verb.doc[first].dep_ in {"advmod", "aux"}:
        first -= 1
    if verb.tag_ == "VBG":
        joined = verb.doc[first].text == "," and verb.dep_ == "advcl"
        return joined and verb.head == clause.root and first + 1 >= verb.i - 2
    which = next((t for t in verb.lefts if t.lower_ == "which" and t.dep_ == "nsubj"), None)
    if which is None or verb.dep_ != "relcl" or which.nbor(-1).text != ",":
        return False
    return _of_clause(verb, clause) and lemma in _CHANGES


def _of_clause(verb: Token, clause: Clause) -> bool:
    """Whether 'which' means the event, or the thing that it made: not what it stopped."""
    head = verb.head
    if head.tag_ in {"NNS", "NNPS"}:
        return verb.tag_ == "VBZ"
    if clause.lemma in _STEMS_OFF:
        above = head.head.head if head.dep_ == "pobj" else head
        return not _COURSES.isdisjoint({head.lemma_.lower(), above.lemma_.lower()})
    return clause.lemma in _STIRS


def _chain(clause: Clause, verb: Token) -> _Chain | None:
    doc = verb.doc
    comma = next((i for i in range(verb.i, clause.root.i, -1) if doc[i].text == ","), None)
    if comma is None:
        return None
    deed = _plain(doc[verb_group(clause.root)[0].i : comma].text)
    end = min(verb.right_edge.i + 1, clause.rest_end)
    more = (t.i for t in verb.rights if t.dep_ == "cc" and verb.tag_ == "VBG")
    if any(t.dep_ == "conj" and t.tag_ == "VBG" for t in verb.rights):
        end = next(more, end)
    if end < clause.rest_end and doc[end].text in {",", "and", "or"}:
        return None
    result = _ENDS.split(doc[verb.i + 1 : end].text)[0].rstrip(" .,")
    lemma = verb.lemma_.lower()
    if lemma in _LINKS and not result.startswith(f"{_LINKS[lemma]} "):
        return None
    may = next((t.lower_ for t in verb.lefts if t.tag_ == "MD"), "") or modal(clause)
    adverb = next(
        (
            t.lower_
            for t in verb.lefts
            if t.lower_ in {"potentially", "possibly", "eventually", "ultimately"}
        ),
        "",
    )
    return _Chain(clause, deed, f"{adverb} {lemma}".strip(), result, may)


def _sound(chain: _Chain) -> bool:
    words = len(chain.result.split())
    if not _FEWEST <= len(chain.deed.split()) <= _LONGEST or not 1 <= words <= _LONGEST_RESULT:
        return False
    if points_elsewhere(chain.deed) or points_elsewhere(chain.result):
        return False
    if re.search(r"\b(?:of|to|in|and|or|the|a|with|for|than|as)$|\bone\b", chain.result):
        return False
    if re.search(r",|\bthat\b|\bwho\b", chain.result) and words > _LONGEST_RESULT // 2:
        return False
    asked = f"{chain.clause.subject} {chain.result}"
    return says_something(chain.deed, asked) and says_something(chain.result, chain.clause.subject)


def _fact(chain: _Chain, places: tuple[Citation, ...], context: Context) -> Fact:
    clause = chain.clause
    subject = context.inside(clause.subject)
    do = chain.modal or ("do" if clause.plural else "does")
    asked = f"How {do} {subject} {chain.verb} {chain.result}"
    if clause.fronted:
        asked = f"{clause.fronted}, h{asked[1:]}"
    return Fact(
        FactKind.MECHANISM,
        subject,
        f"how {chain.verb} {chain.result}",
        f"{'They' if clause.plural else 'It'} {chain.deed}",
        places,
        condition=clause.fronted,
        modality=chain.modal,
        question=tailed(asked, clause.subject, context) + "?",
    )
