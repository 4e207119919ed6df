"""Takes a parsed sentence apart into clauses: who does what, word for word, ready to be asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from studyapp.language.words import capital, is_plural

_AUXILIARY = {"aux", "auxpass"}
_BETWEEN = {"aux", "auxpass", "neg", "advmod"}
_BE = {"be"}
_HELPING = {"be", "have", "do", "get"}
_FINITE = {"VBZ", "VBP", "VBD"}
_STATES = {"emphasize", "state", "recommend", "advise", "say", "note"}
_FACTIVE = {"as", "because", "since", "while", "whereas", "although", "though"}
_REPORTS = {
    "show",
    "estimate",
    "suggest",
    "indicate",
    "believe",
    "report",
    "find",
    "reveal",
    "mean",
}
_DISCOURSE = frozenset(
    "however;therefore;in general;generally;for example;for instance;in addition;additionally;thus;hence;overall"
    ";moreover;furthermore;in fact;finally;unfortunately;fortunately;in other words;similarly;specifically"
    ";importantly;as a result;in particular;of note;notably;by contrast;in contrast;still;indeed".split(
        ";"
    )
)
"""Openers that link sentences and restrict nothing, so that a question can do without them."""
_MODALS = {"can", "could", "may", "might", "must", "shall", "should", "will", "would"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite clause of a sentence.

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

    @property
    def lemma(self) -> str:
        """The main verb's base form."""
        return str(self.root.lemma_).lower()

    @property
    def copula(self) -> bool:
        """Whether the main verb is 'be'."""
        return self.lemma in _BE and not self.passive

    def ask(self, wh: str) -> str:
        """A question with a gap at the end: 'What does warfarin inhibit'."""
        if self.aux:
            parts = (wh, self.aux, self.subject, self.verb)
        else:
            did = self.root.tag_ == "VBD"
            do = "did" if did else "do" if self.plural else "does"
            parts = (wh, do, self.subject, self.base)
        question = " ".join(part for part in parts if part)
        if not self.fronted:
            return question
        return f"{capital(self.fronted)}, {question[0].lower()}{question[1:]}"

    @property
    def predicate(self) -> str:
        """Auxiliary, verb and rest as they stand: 'may cause headache'."""
        return " ".join(part for part in (self.aux, self.verb, self.rest) if part)


def clauses(doc: Doc | Span) -> Iterator[Clause]:
    """The finite clauses of one sentence; clauses that cannot be read safely are left out."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    if root is None:
        return
    if not any(t.tag_ in _FINITE or t.tag_ == "MD" for t in doc):
        yield from _unseen_verb(doc)
        return
    if any(t.dep_ == "mark" and t.lower_ in {"whether", "if", "that"} for t in root.lefts):
        return
    root = _claimed(root)
    heads = [root, *(t for t in root.conjuncts if t.i > root.i and _joins(root, t))]
    shared: Clause | None = None
    for position, verb in enumerate(heads):
        following = heads[position + 1] if position + 1 < len(heads) else None
        clause = _clause(doc, verb, following, shared)
        if clause is not None:
            shared = shared or clause
            yield clause
    yield from _relative(doc)
    yield from _stated_in_passing(doc)


def _unseen_verb(doc: Doc | Span) -> Iterator[Clause]:
    """A sentence whose verb the parser took for something else: read by a verb that is always one."""
    verbs = [t for t in doc if t.lower_ in _ALWAYS_VERBS and t.i > doc[0].i]
    if len(verbs) != 1 or any(t.lower_ in {"to", "that", "which"} for t in doc[: verbs[0].i]):
        return
    verb = verbs[0]
    subject = verb.doc[doc[0].i : verb.i]
    heads = [t for t in subject if t.pos_ in {"NOUN", "PROPN"}]
    end = doc[-1].i + (0 if doc[-1].is_punct else 1)
    if heads and heads[-1].i == verb.i - 1 and end > verb.i + 1:
        plural = is_plural(heads[-1].text) or " and " in subject.text
        yield _build(verb, heads[-1], "", subject.text, plural, [verb], end)


_ALWAYS_VERBS = frozenset(
    "prevent prevents inhibit inhibits reduce reduces suppress suppresses alleviate stimulate relieve relieves".split()
)


def _claimed(root: Token) -> Token:
    """What is reported by 'studies show that …': the claim itself."""
    if root.lemma_.lower() not in _REPORTS | _STATES or any(
        t.dep_ == "neg" for t in root.children
    ):
        return root
    claim = next(
        (t for t in root.rights if t.dep_ == "ccomp" and t.tag_ in _FINITE | {"VB"}), None
    )
    return claim if claim is not None and any(t.dep_ == "nsubj" for t in claim.lefts) else root


def _joins(root: Token, token: Token) -> bool:
    """Whether a word joined to the main verb is a finite verb too (or shares its auxiliary)."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    before = token.doc[_verb_group(token)[0].i - 1]
    if before.dep_ != "cc" and before.text != "," and not before.dep_.startswith("nsubj"):
        return any(t.dep_.startswith("nsubj") for t in token.lefts)
    own = any(t.dep_ in _AUXILIARY for t in token.lefts)
    subject = any(t.dep_.startswith("nsubj") for t in token.lefts)
    if token.tag_ in _FINITE or own:
        return True
    helped = any(t.dep_ in _AUXILIARY for t in root.lefts)
    return helped and not subject and token.tag_ == root.tag_


def _stated_in_passing(doc: Doc | Span) -> Iterator[Clause]:
    """'…, as the spine ranks third': a clause that gives a reason or a contrast is a claim too."""
    for verb in doc:
        mark = next((t for t in verb.lefts if t.dep_ == "mark"), None)
        if verb.dep_ != "advcl" or mark is None or mark.lower_ not in _FACTIVE:
            continue
        if mark.lower_ in {"as", "since"} and mark.i and verb.doc[mark.i - 1].text != ",":
            continue
        own = next((t for t in verb.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)
        if (
            own is None
            or verb.tag_ not in _FINITE | {"VB", "VBN"}
            or own.left_edge.i != mark.i + 1
        ):
            continue
        group = _verb_group(verb)
        subject = verb.doc[own.left_edge.i : group[0].i].text.strip().rstrip(",")
        if subject and not _holds_verb(verb.doc, own, group):
            end = min(verb.right_edge.i + 1, doc[-1].i + 1)
            while end > verb.i + 1 and _trailing(verb.doc[end - 1]):
                end -= 1
            yield _build(verb, own, "", subject, _plural(own), group, end)


def _relative(doc: Doc | Span) -> Iterator[Clause]:
    """', which …' after a noun phrase: a claim of its own about that phrase."""
    for verb in doc:
        which = next((t for t in verb.lefts if t.lower_ == "which" and t.dep_ == "nsubj"), None)
        if verb.dep_ != "relcl" or which is None or which.i == 0 or which.nbor(-1).text != ",":
            continue
        head = verb.head
        name = verb.doc[head.left_edge.i : which.i - 1].text
        group = _verb_group(verb)
        end = verb.right_edge.i + 1
        vague = verb.lemma_.lower() in {"result", "mean", "make", "allow", "help", "lead", "cause"}
        certain = head.dep_ == "attr" or (head.dep_ in {"dobj", "appos"} and not vague)
        if "," in name or head.pos_ not in {"NOUN", "PROPN"} or not certain:
            continue
        yield _build(verb, head, "", name, _plural(head), group, end)


def _clause(
    doc: Doc | Span, root: Token, following: Token | None, shared: Clause | None
) -> Clause | None:
    own = next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
    if own is None and shared is None:
        return None
    group = _verb_group(root)
    if any(t.dep_ in _AUXILIARY and not _helps(t) for t in group):
        return None
    end = _end(doc, root, following)
    if own is None and shared is not None:
        return _sharing(doc, root, group, end, shared)
    if own is None:
        return None
    start = doc[0].i if shared is None else root.left_edge.i
    start = max(start, root.left_edge.i) if root.dep_ == "ccomp" else start
    fronted, subject = _before(root.doc, start, own.left_edge.i, group[0].i)
    if not subject or _holds_verb(root.doc, own, group):
        return None
    named = _named_in_front(own, fronted, root)
    return _build(root, own, fronted, named or _core(subject), _plural(own), group, end)


def _named_in_front(own: Token, fronted: str, root: Token) -> str:
    """What 'they' means in 'Once cells reach the bone, they …': the subject of the part in front."""
    if own.lower_ not in {"they", "it"} or not fronted:
        return ""
    inner = [
        t for a in root.lefts if a.dep_ == "advcl" for t in a.lefts if t.dep_.startswith("nsubj")
    ]
    if (
        len(inner) != 1
        or inner[0].pos_ not in {"NOUN", "PROPN"}
        or _plural(inner[0]) != (own.lower_ == "they")
    ):
        return ""
    return root.doc[inner[0].left_edge.i : inner[0].right_edge.i + 1].text


def _holds_verb(doc: Doc, head: Token, group: list[Token]) -> bool:
    """Whether a verb stands between subject and verb group, outside a relative clause."""
    for token in doc[head.i + 1 : group[0].i]:
        above = (token, *token.ancestors)
        inside = any(a.dep_ in {"relcl", "acl", "ccomp", "advcl"} for a in above if a.i > head.i)
        if not inside and (token.dep_ in _AUXILIARY or token.tag_ in {"MD", "VBZ", "VBP"}):
            return True
    return group[0].i > head.i and doc[group[0].i - 1].dep_ == "cc"


_REMARK = re.compile(
    r",\s(?:which|who|whose|those|also|or|including|such\sas|known|called|a|an|the|especially|particularly|like|where)\s[^,]*,?$"
)


def _core(subject: str) -> str:
    """A subject without the remark between commas that only explains it."""
    return _REMARK.sub("", subject)


def _sharing(
    doc: Doc | Span, root: Token, group: list[Token], end: int, shared: Clause
) -> Clause | None:
    """A verb joined to another by 'and': it takes that one's subject and, if bare, its auxiliary."""
    if root.tag_ in {"VBG", "VBN"} and len(group) == 1 and not shared.aux:
        return None
    built = _build(root, shared.head, shared.fronted, shared.subject, shared.plural, group, end)
    bare = not any(t.dep_ in _AUXILIARY for t in group)
    modal_shared = shared.aux.lower() in _MODALS and root.tag_ in {"VB", "VBP"}
    if bare and shared.aux and (root.tag_ in {"VB", "VBN", "VBG"} or modal_shared):
        return Clause(
            root, shared.head, built.fronted, built.subject, built.plural, shared.aux, built.verb,
            built.verb, built.rest, built.rest_start, built.rest_end, shared.passive, shared.negated,
        )  # fmt: skip
    return built


def _verb_group(root: Token) -> list[Token]:
    """The main verb with the auxiliaries, negations and adverbs right before it, in order."""
    group = [root]
    index = root.i - 1
    while index >= 0:
        token = root.doc[index]
        inside = token.dep_ in _BETWEEN and (token.head == root or token.head in group)
        if not inside:
            break
        group.insert(0, token)
        index -= 1
    while len(group) > 1 and group[0].dep_ == "advmod" and not _adverb(group[0]):
        group.pop(0)
    return group


def _helps(token: Token) -> bool:
    """Whether a word is an auxiliary in truth."""
    return token.tag_ == "MD" or token.lemma_.lower() in _HELPING


def _adverb(token: Token) -> bool:
    return token.tag_ in {"RB", "RBR", "RBS"}


def _before(doc: Doc, start: int, left: int, verb: int) -> tuple[str, str]:
    """What is fronted, and the subject; both '' when the words before the verb make no subject."""
    if verb <= start:
        return "", ""
    between = doc[start:left].text.strip()
    if between.endswith(","):
        said = between.rstrip(",").strip()
        said = "" if said.lower() in _DISCOURSE else said
        return said, doc[left:verb].text.strip().rstrip(",").strip()
    plain = all(t.pos_ in {"ADV", "SCONJ", "CCONJ", "PUNCT"} for t in doc[start:left])
    if between and plain and doc[left - 1].lower_ not in {"and", "or"}:
        return "", doc[left:verb].text.strip()
    return "", doc[start:verb].text.strip()


def _plural(head: Token) -> bool:
    joined = [t for t in head.children if t.dep_ == "cc" and t.lower_ in {"and", "&"}]
    if joined and any(t.dep_ == "conj" for t in head.children):
        return True
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "these", "those", "many", "most"}:
        return is_plural(head.text) or head.lower_ not in {"measles", "mumps"}
    return head.tag_ != "NN" and is_plural(head.text)


def _end(doc: Doc | Span, root: Token, following: Token | None) -> int:
    """Where the clause ends: before the next joined verb, else before the final stop."""
    end = doc[-1].i + 1
    if following is not None:
        left = following
        while left.i - 1 > root.i and left.nbor(-1).dep_ in {*_AUXILIARY, "neg", "advmod"}:
            left = left.nbor(-1)
        subject = next((t for t in following.lefts if t.dep_.startswith("nsubj")), None)
        end = min(left.i, subject.left_edge.i if subject is not None else left.i)
    while end > root.i + 1 and _trailing(root.doc[end - 1]):
        end -= 1
    return end


def _trailing(token: Token) -> bool:
    return token.is_punct and token.text not in {")", "”", '"', "%"} or token.dep_ == "cc"


def _build(
    root: Token,
    head: Token,
    fronted: str,
    subject: str,
    plural: bool,
    group: list[Token],
    end: int,
) -> Clause:
    helpers = [t for t in group if t.dep_ in _AUXILIARY or (t is root and t.lemma_ in _BE)]
    first = next((t for t in helpers if _helps(t)), None)
    words = [t for t in group if t is not first]
    doc = root.doc
    particle = _particle(root, end)
    base = " ".join(root.lemma_.lower() if t is root else t.text for t in words)
    said = " ".join(t.text for t in words)
    after = root.i + 1 + (particle is not None)
    if particle is not None:
        base, said = f"{base} {particle.text}", f"{said} {particle.text}"
    return Clause(
        root=root,
        head=head,
        fronted=fronted,
        subject=subject,
        plural=plural,
        aux=first.text if first is not None else "",
        verb=said,
        base=base,
        rest=doc[after:end].text.strip(),
        rest_start=after,
        rest_end=end,
        passive=any(t.dep_ == "auxpass" for t in group),
        negated=any(t.dep_ == "neg" for t in group),
    )


def _particle(root: Token, end: int) -> Token | None:
    """The 'out' of 'rule out', when it stands right after the verb."""
    follows = root.nbor(1) if root.i + 1 < end else None
    return follows if follows is not None and follows.dep_ == "prt" else None


def modal(clause: Clause) -> str:
    """The clause's modal verb, lower case; '' for none."""
    return clause.aux.lower() if clause.aux.lower() in _MODALS else ""
