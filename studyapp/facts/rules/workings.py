"""'The bladder is lined by X', 'the vein empties into Y': where a part of the body is, what of it.

What holds of a part of the body holds in anybody: the page's disease never stands behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from studyapp.facts.body_links import BODY_ACTIVE, BODY_PASSIVE, EITHER, TRANSITIVE
from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import loses_condition
from studyapp.facts.second_verbs import apart, second_verb
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.transfers import transferred
from studyapp.facts.worth import says_something
from studyapp.language.anatomy import head_of, mentions_part, names_part
from studyapp.language.clause import Clause
from studyapp.language.verbs import base_of
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_END = re.compile(
    r"(?:\swhere\s(?:it|they)\b|,\s(?:which|who|where|although|though|but|however|while|whereas|so|thus|and\sthis|allowing"
    r"|making|causing|areas?|such\sas\sthose)\b|\swhereas\b|;|\s[—–]\s|—).*$"
)
_PLACES = frozenset(
    """between within inside outside beneath behind below above under underneath near along at on
    next over throughout around beyond across atop down""".split()
)
_IN_PLACE = frozenset(
    """store embed lie sit reside mature accumulate collect settle replicate hatch contain find
    make produce synthesize form digest filter reabsorb degrade locate terminate secrete release
    thrive grow exist circulate multiply live""".split()
)
_LIMIT = re.compile(
    r"^(?:(?:just|directly|immediately)\s|(?P<kept>(?:primarily|mainly|mostly|largely|partly)\s))"
)
_WAYS = frozenset({"via", "by", "through"})
_MADE = frozenset("produce synthesize form".split())
_BY_MEANS = frozenset("reproduce multiply replicate divide enter exit".split())
_MOVES = frozenset(
    """travel move flow migrate run pass extend project drain emerge circulate descend ascend
    spread""".split()
)
_OUT_TO = re.compile(
    r"^from\s(?:(?!that\b|which\b|and\b)[\w’'-]+\s){1,7}?(?:to|into|toward|through)\s"
)
_UNFIT = re.compile(
    r"^(?:(?:in|on|at)\s)?(?:more|less|fewer|too|inside|within|nearly|almost|large|small|one\sanother|each\sother|both|all|some|any|certain|various|several|many|about"
    r"|different|other|two|three|four|five|six|\d|its|their|how|what|the\s(?:same|other)\b)\b",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(?:tubes?(?!\s(?:within|inside|of))|needles?|catheters?|sensors?|barium|cameras?|dyes?|scanners?|machines?|monitors?"
    r"|samples?|technicians?|probes?|bags?|pouch|stents?|shunts?|surgeons?|scopes?|\w+scopes?|contrast"
    r"|swabs?|staining|microscope|vaccines?|dentists?|graft\w*)\b",
    re.IGNORECASE,
)
"""What is done with a part of the body in a procedure."""
_LEANS = re.compile(
    r"^(?:as\sa\s(?:result|consequence)|thus|therefore|consequently|hence|instead)\b"
    r"|\binstead\sof\b",
    re.IGNORECASE,
)
"""What comes of the sentence before is so in its case only."""
_NOBODY = re.compile(
    r"^the\s(?:medulla|cortex|nucleus|capsule)$|^(?:not|\d+|(?:one|two|three|four|five|some|many|most)\sof|the\s(?:other|same|remaining|rest))\b|,\sboth\b"
    r"|\b(?:people|persons?|patients?|individuals?|children|women|men|adults|samples?)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^(?:[Tt]he\s)?[A-Z]{2,5}\d?s?$")
_SEQUENCE = re.compile(r"\b(?:further|subsequently|then|next|finally|eventually|actually)\s")
_VERB_AGAIN = re.compile(
    r",?\sand\s(?:then\s)?(?:leaves?|enters?|exits?|passes|pass|travels?|returns?|forms?|ends?|gives?"
    r"|branch(?:es)?|reorganizes?|empties|empty|drains?|continues?|divides?|splits?|joins?)\s"
    r"(?:via|by|through|the|into|to|an?|rise|in|from)\b.*$"
)
_PLAIN = re.compile(
    r"(?:the\s)?(?:hormones?|cells?|proteins?|antibodies|nutrients|fluids?|blood|body)",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"(?:,?\sand)?\s(?:into|to|out)\s.*$")
_CUT = re.compile(
    r"(?:,|\sand)\s(?:through|to|into|via|from)\b|\b(?:and|or|of|in|to|from|by|with|a|an|the|into|than|as)$"
)
_NO_OBJECT = re.compile(r"^(?:when|if|in|on|as|for|with|at|by|to|that|how|rise)\b")
_LONGEST = 25


def workings(statement: Statement, context: Context) -> Iterator[Fact]:
    """Where a part of the body is, what it is made of or done to by, where it leads."""
    every = map(_plain, chain.from_iterable(map(apart, statement.clauses())))
    told = [clause for clause in every if _told(clause, statement, context)]
    if not told or _DEVICE.search(statement.text) or _LEANS.search(statement.text):
        return
    for clause in told:
        asked, answer = _passive(clause) if clause.passive else _active(clause)
        if not asked or not _fit(answer, clause):
            continue
        subject = context.inside(clause.subject)
        yield Fact(
            FactKind.ROLE,
            subject,
            clause.lemma,
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=f"{asked.replace(clause.subject, subject, 1)}?",
        )


def _plain(clause: Clause) -> Clause:
    """A clause without the adverb that only puts its event behind the one before."""
    verb, base = (_SEQUENCE.sub("", words) for words in (clause.verb, clause.base))
    if (verb, base) == (clause.verb, clause.base):
        return clause
    return replace(clause, verb=verb, base=base)


def _told(clause: Clause, statement: Statement, context: Context) -> bool:
    """Whether a clause tells how something is in general, and of what."""
    once = clause.negated or clause.narrates or clause.aux.lower() in {"has", "have"}
    if once or clause.copula or _believed(clause) or loses_condition(clause, statement):
        return False
    if re.search(r"\b(?:only|then)\b", clause.verb) or _NOBODY.search(clause.subject):
        return False
    if not is_nameable(clause.subject) or (clause.fronted and not restricts(clause.fronted)):
        return False
    named = mentions_part(clause.subject) or names_part(clause.rest.partition(" ")[2])
    named = named or (_SHORT.match(clause.subject) is not None and mentions_part(clause.rest))
    return names_part(clause.subject) or (named and not context.ill)


def _fit(answer: str, clause: Clause) -> bool:
    if not answer or len(answer.split()) > _LONGEST or points_elsewhere(answer):
        return False
    if _UNFIT.match(answer) or _PLAIN.fullmatch(answer) or _CUT.search(answer) or _goes_on(clause):
        return False
    doc = clause.root.doc
    after = doc[clause.rest_end] if clause.rest_end < len(doc) else None
    if after is not None and after.tag_ in {"VBZ", "VBP", "VB", "VBD"}:
        return False
    return says_something(answer, f"{clause.subject} {clause.fronted}")


def _believed(clause: Clause) -> bool:
    """Whether the sentence only says that somebody believes it."""
    above = clause.root.head
    return clause.root.dep_ == "ccomp" and above.lemma_.lower() in {"believe", "think", "suspect"}


def _goes_on(clause: Clause) -> bool:
    """Whether a second verb of the same subject stands in what follows the first."""
    words = clause.root.doc[clause.rest_start : clause.rest_end]
    joined = any(t.dep_ == "conj" and t.head == clause.root and t.tag_[0] == "V" for t in words)
    return joined or second_verb(clause) is not None


def _passive(clause: Clause) -> tuple[str, str]:
    link, answer = _split(clause)
    if link not in BODY_PASSIVE.get(clause.lemma, "").split("|"):
        return _NOT
    if link in _PLACES or (link in {"in", "within"} and clause.lemma in _IN_PLACE):
        if link == "in" and not names_part(answer):
            return _NOT
        return clause.ask("Where"), _trimmed(clause.rest)
    if link in {"through", "via"}:
        how = clause.lemma in _MADE
        return (clause.ask("How"), _trimmed(clause.rest)) if how else _linked(clause, link, answer)
    return f"{clause.ask('What')} {link}", answer


def _active(clause: Clause) -> tuple[str, str]:
    """The question for what follows a verb that is not passive, and the answer."""
    beyond = _helped(clause)
    beyond = beyond if beyond[0] else transferred(clause, _trimmed(clause.rest))
    if beyond[0]:
        return beyond
    link, answer = _split(clause)
    if link in BODY_ACTIVE.get(clause.lemma, "").split("|"):
        after = clause.root.doc[clause.rest_start + 1 : clause.rest_start + 2]
        aim = link == "to" and any(t.tag_ == "VB" for t in after)
        return _NOT if aim else _linked(clause, link, answer)
    told = clause.lemma in TRANSITIVE | EITHER or _listed(clause)
    return (clause.ask("What"), _object(clause)) if told and _has_object(clause) else _NOT


def _linked(clause: Clause, link: str, answer: str) -> tuple[str, str]:
    """'Empties into', 'lies behind': with the question word that the link wants."""
    wh = ""
    if clause.lemma in _MOVES and _OUT_TO.match(clause.rest):
        wh = "From where to where"
    elif link in _WAYS and clause.lemma in _BY_MEANS:
        wh = "How"
    elif link in _PLACES or (link in {"in", "within"} and clause.lemma in _IN_PLACE):
        wh = "Where"
    elif link == "through":
        return clause.ask("Through what"), _ONWARD.sub("", answer)
    told = (clause.ask(wh), _trimmed(clause.rest))
    return told if wh else (f"{clause.ask('What')} {link}", answer)


_HELPS = re.compile(r"^(?:to\s)?(?P<verb>[a-z]+)\s(?P<what>.+)$")
_PART_IN = re.compile(
    r"^(?P<part>(?:an?\s(?:[\w-]+\s)?(?:role|part)|rise|part))\s(?P<link>in|to)\s(?P<what>.+)$"
)


_PLACE = re.compile(
    r"^place\s(?P<where>(?:(?:mainly|mostly|primarily)\s)?(?:in|within|at|on)\s.+)$"
)


def _helped(clause: Clause) -> tuple[str, str]:
    """'Helps control Y', 'plays a role in Y', 'gives rise to Y': what."""
    rest = _trimmed(clause.rest)
    if clause.lemma == "help" and names_part(clause.subject):
        match = _HELPS.match(rest)
        fits = match is not None and base_of(match["verb"]) == match["verb"]
        return (f"{clause.ask('What')} {match['verb']}", match["what"]) if match and fits else _NOT
    place = _PLACE.match(rest) if clause.lemma == "take" and not clause.passive else None
    if place is not None:
        return f"{clause.ask('Where')} place", place["where"]
    match = _PART_IN.match(rest) if clause.lemma in {"play", "give", "take"} else None
    if match is None:
        return _NOT
    return f"{clause.ask('What')} {match['part']} {match['link']}", match["what"]


_NOT = ("", "")


def _listed(clause: Clause) -> bool:
    """Whether the sentence lists what a part is made of ('includes A, B, and C')."""
    whole = head_of(clause.subject) in {"system", "tract", "canal", "limb", "cavity", "pelvis"}
    return clause.lemma == "include" and whole and " and " in clause.rest


def _split(clause: Clause) -> tuple[str, str]:
    """The word after the verb, and what follows it without a remark."""
    told = _trimmed(clause.rest)
    limit = _LIMIT.match(told)
    link, _, rest = told[limit.end() if limit else 0 :].partition(" ")
    return link.lower(), f"{(limit and limit['kept']) or ''}{rest}"


def _trimmed(rest: str) -> str:
    rest = re.sub(r"\sby\s\w+ing\s.*$", "", rest)
    return _VERB_AGAIN.sub("", _END.sub("", rest)).strip(" .,")


def _as_role(token: Token) -> bool:
    """Whether an 'as' tells a role; that of 'such as' and 'as well as' does not."""
    near = {t.lower_ for t in token.doc[max(token.i - 1, 0) : token.i + 2]} - {token.lower_}
    return token.lower_ == "as" and not near & {"such", "well", "long", "much", "far"}


_VAGUE = frozenset("form make maintain control receive".split())


def _object(clause: Clause) -> str:
    """What follows the verb, up to its purpose ('enter the gut to feed') or role ('as …')."""
    words = clause.root.doc[clause.rest_start : clause.rest_end]
    cut = next((t.i for t in words if t.tag_ == "TO" or _as_role(t)), clause.rest_end)
    value = _trimmed(clause.root.doc[clause.rest_start : cut].text)
    vague = (
        clause.lemma in _VAGUE
        and len(stems(value)) == 1
        and value.startswith(("a ", "an ", "the "))
    )
    return "" if vague else value


def _has_object(clause: Clause) -> bool:
    """Whether an object follows the verb at once, so that a question can ask for it."""
    if _NO_OBJECT.match(clause.rest):
        return False
    starts = {t.left_edge.i for t in clause.root.rights if t.dep_ == "dobj"}
    return clause.rest_start in starts
