"""Takes a parsed sentence apart into clauses: who does what, word for word, ready to be asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from spacy.tokens import Doc, Span, Token

from studyapp.language.frame import Frame, end_of
from studyapp.language.passing import relative, stated_in_passing
from studyapp.language.subject import before_verb, core, has_plural, holds_verb, named_in_front
from studyapp.language.unseen import unseen_verb
from studyapp.language.verb_group import AUXILIARY, FINITE, helps, joins, particle, verb_group
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import capital, is_plural

_BE = {"be"}
_STATES = {"emphasize", "state", "recommend", "advise", "say", "note"}
_REPORTS = {
    "show",
    "estimate",
    "indicate",
    "report",
    "find",
    "reveal",
    "mean",
}
_ASKED = {"how", "whether", "if", "what", "which", "where", "when", "why"}
"""What opens a question inside a sentence: 'the test shows how much …' claims no amount."""
_MODALS = {"can", "could", "may", "might", "must", "shall", "should", "will", "would"}


@dataclass(frozen=True, eq=False)
class Clause:
    """One finite clause of a sentence, equal to itself alone, so that it is quickly found again.

    `fronted` is what stands before the subject and its comma ('In children'), `subject` the
    subject word for word, `aux` the first auxiliary or the copula ('' when there is none),
    `verb` what follows it up to the main verb included ('' for a bare copula), `base` the
    same with the main verb in its base form, `rest` everything after the main verb.
    """

    root: Token
    head: Token
    fronted: str
    subject: str
    plural: bool
    aux: str
    verb: str
    base: str
    rest: str
    rest_start: int
    rest_end: int
    passive: bool
    negated: bool

    @cached_property
    def lemma(self) -> str:
        """The main verb's base form."""
        return str(self.root.lemma_).lower()

    @cached_property
    def copula(self) -> bool:
        """Whether the main verb is 'be'."""
        return self.lemma in _BE and not self.passive

    @cached_property
    def narrates(self) -> bool:
        """Whether it tells what happened once (a study, a story) rather than what is true."""
        past = self.aux.lower() in {"was", "were", "did", "had"}
        return past or (not self.aux and self.root.tag_ == "VBD")

    def ask(self, wh: str) -> str:
        """A question with a gap at the end: 'What does warfarin inhibit'."""
        if self.aux:
            parts = (wh, self.aux, self.subject, self.verb)
        else:
            did = self.root.tag_ == "VBD"
            several = " and " in self.subject or is_plural(self.subject.split()[-1])
            plural = self.plural or (several and self.root.tag_ in {"VBP", "VB"})
            do = "did" if did else "do" if plural else "does"
            parts = (wh, do, self.subject, self.base)
        question = " ".join(part for part in parts if part)
        if not self.fronted:
            return question
        return f"{capital(self.fronted)}, {question[0].lower()}{question[1:]}"

    @property
    def predicate(self) -> str:
        """Auxiliary, verb and rest as they stand: 'may cause headache'."""
        return " ".join(part for part in (self.aux, self.verb, self.rest) if part)


def modal(clause: Clause) -> str:
    """The clause's modal verb, lower case; '' for none."""
    return clause.aux.lower() if clause.aux.lower() in _MODALS else ""


def clauses(sentence: Doc | Span) -> Iterator[Clause]:
    """The finite clauses of one sentence; clauses that cannot be read safely are left out."""
    root = next((token for token in sentence if token.dep_ == "ROOT"), None)
    if root is None:
        return
    misread = root.tag_ == "VB" and any(t.dep_ == "nsubj" for t in root.lefts)
    misread = misread and " - " not in sentence.text
    if not misread and not any(t.tag_ in FINITE or t.tag_ == "MD" for t in sentence):
        yield from map(_worded, unseen_verb(sentence))
        return
    if any(t.dep_ == "mark" and t.lower_ in {"whether", "if", "that"} for t in root.lefts):
        return
    under = sentence[0].lower_ == "when" and sentence[0].head == root
    told = () if under else tuple(_joined(sentence, _claimed(root)))
    bare = under or not any(t.dep_.startswith(("nsubj", "csubj")) for t in root.children)
    yield from told or (map(_worded, unseen_verb(sentence)) if bare else ())
    yield from map(_worded, chain(relative(sentence), stated_in_passing(sentence)))


def _joined(sentence: Doc | Span, root: Token) -> Iterator[Clause]:
    """The main clause and those joined to it by 'and'; a verb alone shares the first's subject."""
    heads = [root, *(t for t in root.conjuncts if t.i > root.i and joins(root, t))]
    shared: Clause | None = None
    for verb, following in zip(heads, [*heads[1:], None], strict=True):
        clause = _clause(sentence, verb, following, shared)
        if clause is not None and shared is not None and _SETTING.match(shared.fronted):
            clause = clause if clause.fronted else replace(clause, fronted=shared.fronted)
        if clause is not None:
            shared = shared or clause
            yield clause


def _claimed(root: Token) -> Token:
    """What is reported by 'studies show that …': the claim itself."""
    if root.lemma_.lower() not in _REPORTS | _STATES or any(
        t.dep_ == "neg" for t in root.children
    ):
        return root
    claim = next((t for t in root.rights if t.dep_ == "ccomp" and t.tag_ in FINITE | {"VB"}), None)
    if claim is None or claim.left_edge.lower_ in _ASKED:
        return root
    return claim if any(t.dep_ == "nsubj" for t in claim.lefts) else root


def _clause(
    sentence: Doc | Span, root: Token, following: Token | None, shared: Clause | None
) -> Clause | None:
    """The clause of one main verb, which ends before `following`; None when it is not safe."""
    own = next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
    group = _without_manner(verb_group(root), own)
    if any(t.dep_ in AUXILIARY and not helps(t) for t in group):
        return None
    if root.tag_ in {"VBN", "VBG"} and shared is None and not any(map(helps, group[:-1])):
        return None
    end = end_of(sentence, root, following)
    if own is None:
        return None if shared is None else _sharing(group, end, shared)
    start = sentence[0].i if shared is None else root.left_edge.i
    start = max(start, root.left_edge.i) if root.dep_ == "ccomp" else start
    fronted, subject = before_verb(root.doc, start, own.left_edge.i, group[0].i)
    if not subject or holds_verb(own, group) or _swallows_verb(subject, group):
        return None
    named = named_in_front(own, fronted, root) or core(subject)
    return _hedged(_worded(Frame(group, own, named, has_plural(own), end, fronted)))


_SETTING = re.compile(
    r"^(?:In|During|Among|For|With|Without|After|Before|At|Under)\s", re.IGNORECASE
)
"""What is put in front of a sentence holds for all that it joins by 'and'."""


def _swallows_verb(subject: str, group: tuple[Token, ...]) -> bool:
    """Whether the subject ends with the sentence's verb, which the parser took for a noun."""
    last = subject.rsplit(maxsplit=1)[-1]
    base = base_of(last) if last.islower() and len(group) == 1 else ""
    return base not in {"", last} and not is_noun_too(base)


_HOW = re.compile(
    r"^(?!(?:usual|typical|general|common|frequent|especial|particular|rare|main|most|mild|sever|high|like"
    r"|great|extreme|relative|slight|real|partial|equal|complete|total|ful|near)ly)\w{3,}ly$"
)


def _without_manner(group: tuple[Token, ...], own: Token | None) -> tuple[Token, ...]:
    """The verb group without the 'quickly' that belongs to 'people who lose weight quickly'."""
    first = group[0]
    if own is None or len(group) == 1 or not _HOW.match(first.lower_):
        return group
    before = first.nbor(-1) if first.i else first
    inner = any(a.dep_ == "relcl" and a.head == own for a in (before, *before.ancestors))
    return group[1:] if inner and len(group) > 1 else group


_HEDGES = {"in general": "generally", "as a rule": "usually"} | {
    word: word
    for word in (
        "generally typically usually commonly often frequently sometimes rarely uncommonly"
        " normally".split()
    )
}
_DEGREES = frozenset({"most", "more", "less", "very"})


def _hedged(clause: Clause) -> Clause:
    """'In general, X treats Y' as 'X generally treats Y': the hedge stays with the verb."""
    degree, _, plain = clause.fronted.lower().rpartition(" ")
    known = _HEDGES.get(clause.fronted.lower(), "")
    hedge = known or (f"{degree} {plain}" if degree in _DEGREES and plain in _HEDGES else "")
    if not hedge or not clause.verb:
        return clause
    verb, base = f"{hedge} {clause.verb}", f"{hedge} {clause.base}"
    return replace(clause, fronted="", verb=verb, base=base)


def _sharing(group: tuple[Token, ...], end: int, shared: Clause) -> Clause | None:
    """A verb joined to another by 'and': it takes that one's subject and, if bare, auxiliary."""
    root = group[-1]
    if root.tag_ in {"VBG", "VBN"} and len(group) == 1 and not shared.aux:
        return None
    built = _worded(Frame(group, shared.head, shared.subject, shared.plural, end, shared.fronted))
    bare = not any(t.dep_ in AUXILIARY for t in group)
    own = shared.negated and root.tag_ == "VBP" and group[0] is not root
    modal_shared = modal(shared) and root.tag_ in {"VB", "VBP"} and not own
    if bare and shared.aux and (root.tag_ in {"VB", "VBN", "VBG"} or modal_shared):
        be = "be " if shared.passive and modal(shared) and root.tag_ == "VBN" else ""
        return replace(
            built,
            aux=shared.aux,
            verb=f"{be}{built.verb}",
            base=f"{be}{built.verb}",
            passive=shared.passive,
            negated=shared.negated,
        )
    return built


def _is_singular(first: Token | None, root: Token) -> bool:
    """Whether the verb itself says that its subject is one thing ('the pancreas makes')."""
    if first is not None:
        return first.lower_ in {"is", "was", "has", "does"}
    return root.tag_ == "VBZ"


def _worded(frame: Frame) -> Clause:
    """A frame with its auxiliary, its verb and the rest of its words told apart."""
    root, group, end = frame.root, frame.group, frame.end
    helpers = [t for t in group if t.dep_ in AUXILIARY or (t is root and t.lemma_ in _BE)]
    first = next((t for t in helpers if helps(t)), None)
    words = [t for t in group if t is not first]
    base = " ".join(root.lemma_.lower() if t is root else t.text for t in words)
    said = " ".join(t.text for t in words)
    after = root.i + 1
    follows = particle(root, end)
    if follows is not None:
        base, said, after = f"{base} {follows.text}", f"{said} {follows.text}", after + 1
    return Clause(
        root=root,
        head=frame.head,
        fronted=frame.fronted,
        subject=frame.subject,
        plural=frame.plural and not _is_singular(first, root),
        aux=first.text if first is not None else "",
        verb=said,
        base=base,
        rest=root.doc[after:end].text.strip(),
        rest_start=after,
        rest_end=end,
        passive=any(t.dep_ == "auxpass" for t in group),
        negated=any(t.dep_ == "neg" for t in group),
    )
