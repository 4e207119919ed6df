"""'Treatment of X is Y', 'If Z, treatment involves Y': what care for a disease consists of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.restrictions import restricts
from studyapp.facts.scope import is_cut
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import points_elsewhere
from studyapp.facts.worth import says_something
from studyapp.language.classes import class_of
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.language.words import capital
from studyapp.model import Fact, FactKind

_CARE = re.compile(
    r"^(?P<the>the\s)?(?P<how>(?:key\sto\s|(?!other\s|another\s|any\s|some\s|many\s|early\s|this\s|that\s)"
    r"(?:(?!to\s|of\s)[\w-]+\s){0,2}?))(?P<noun>treatments?|therapy|management|prophylaxis|prevention|diagnosis"
    r"|testing|screening|work-?up|follow-up|surgery)(?P<of>\s(?:of|for)\s[^,;]+)?$",
    re.IGNORECASE,
)
_LINKS = {
    "include": "",
    "involve": "",
    "consist": "of",
    "comprise": "",
    "entail": "",
    "rely": "on",
    "rest": "on",
}
_HEDGE = re.compile(
    r"^(?P<hedge>(?:usually|often|generally|typically|mainly|primarily|mostly|largely)\s)?"
    r"(?P<what>.+)$"
)
_NAMED = re.compile(
    r"\b(?:\w+(?:ectomy|otomy|ostomy|plasty|scopy|cillin|mycin|cycline|azole|floxacin|statin)|surgery"
    r"|operation|transplant\w*|\w*therapy|dialysis|transfusions?|injections?|antibiotics?|insulin|oxygen"
    r"|vaccin\w+|supplements?|medicines?|medications?|tests?|testing|scans?|biops(?:y|ies)|monitoring"
    r"|fluids?|drainage|repair|replacement|\w*steroids?|radiation|hydration|rehydration|ventilation"
    r"|waiting|observation|removal|excision|resection|rest|procedure|avoid\w*|diet|history|examination"
    r"|imaging|culture|bypass|blockers?|inhibitors?|antagonists?|supportive|exercises?|hygiene|immunoglobulins?"
    r"|plasma|exchange|phlebotomy)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(r"^(?:supportive|symptomatic|surgical|conservative)\b")
_NO_CARE = re.compile(
    r"^an?\s(?:[\w-]+\s){0,4}?(?:treatment|type|form|kind|method|procedure|approach)\b"
    r"|^(?:an?|the)\s(?:[\w-]+\s){0,2}?(?:option|goal|key|challenge|process|matter|way|part|aim|priority"
    r"|method|step|success|problem|decision|same)\b|\bother\s\w+s?$|^(?:one|not|that|to|as|based|by)\b"
    r"|\bdepend",
    re.IGNORECASE,
)
_REMARK = re.compile(r",\s(?:which|who|where|although|though|but|because|since|so|an?)\s.*$")
_WHOSE = re.compile(r"\b(?:patients|people|children|adults|infants|women|men)\s(?:with|who)\b")
_CHECKS = {"diagnosis", "testing", "screening", "workup", "work-up"}
_LONGEST = 25


def regimens(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the treatment, the diagnosis or the prevention of a disease is or includes."""
    for clause in statement.clauses():
        care = _CARE.match(clause.subject)
        if care is None or clause.negated or clause.narrates or clause.passive or is_cut(clause):
            continue
        if points_elsewhere(f"{clause.subject} {clause.fronted} {_REMARK.sub('', clause.rest)}"):
            continue
        if clause.fronted and not restricts(clause.fronted):
            continue
        whose = _whose(statement, clause, care, context)
        asked, answer = _asked(clause, care, whose) if whose is not None else ("", "")
        if not asked or not says_something(answer, asked):
            continue
        yield Fact(
            FactKind.DIAGNOSIS if care["noun"].lower() in _CHECKS else FactKind.TREATMENT,
            context.inside(clause.subject),
            clause.lemma,
            answer,
            statement.citations,
            condition=clause.fronted,
            modality=clause.aux.lower(),
            question=f"{asked}?",
        )


def _asked(clause: Clause, care: re.Match[str], whose: str) -> tuple[str, str]:
    """The question and its answer; '' for both when the clause is vague."""
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    if _NO_CARE.search(rest) or len(rest.split()) > _LONGEST:
        return "", ""
    inside = f"{clause.subject[:1].lower()}{clause.subject[1:]}{whose}"
    if clause.copula:
        return _is_care(clause, care, inside, rest)
    link = _LINKS.get(clause.lemma)
    if link is None or not rest.startswith(link):
        return "", ""
    if care["noun"].endswith("s") and clause.lemma == "include":
        return "", ""  # what its members are, other rules ask with their number
    asked = replace(clause, subject=inside).ask("What")
    return f"{asked} {link}".strip(), rest.removeprefix(link).strip()


def _is_care(clause: Clause, care: re.Match[str], inside: str, rest: str) -> tuple[str, str]:
    """'Treatment is Y' as a question and its answer, where Y names a treatment or a test."""
    named = any(t.dep_ == "attr" and t.pos_ in {"NOUN", "PROPN"} for t in clause.root.rights)
    hedged = _HEDGE.match(rest)
    if hedged is None or clause.aux.lower() not in {"is", "are"}:
        return "", ""
    kind = _KINDS.match(hedged["what"])
    if kind is None and not (
        named and (_NAMED.search(hedged["what"]) or class_of(hedged["what"]))
    ):
        return "", ""
    the = "" if care["the"] else "the "
    return _fronted(f"what {clause.aux.lower()} {the}{inside}", clause), rest


def _fronted(asked: str, clause: Clause) -> str:
    return f"{capital(clause.fronted)}, {asked}" if clause.fronted else capital(asked)


def _whose(
    statement: Statement, clause: Clause, care: re.Match[str], context: Context
) -> str | None:
    """What the subject lacks to say whose care it is: '' for nothing; None where nobody knows."""
    own = f"{care['how'] or ''}{care['of'] or ''}"
    if care["of"] and _ANY.search(care["of"]):
        return None
    if names_disease(own) or (context.subject and context.names_subject(own)):
        return ""
    if care["of"] and _WHOSE.search(care["of"]) is None:
        short = re.search(r"\s[A-Z][A-Za-z]*[A-Z]s?$", care["of"]) is not None
        return "" if short or len(care["of"].split()) > _ALONE else None
    if names_disease(clause.fronted):
        return ""
    if not context.ill or care["noun"].lower() in _OF_OTHERS or not _is_told(statement, context):
        return None
    link = "for" if care["noun"].lower() in {"therapy", "treatment", "treatments"} else "of"
    return f" {link} {context.subject}"


def _is_told(statement: Statement, context: Context) -> bool:
    """Whether the sentence before, or the heading, speaks of the disease of the page."""
    headings = statement.passage.headings
    above = headings[-1] if len(headings) > 1 else ""
    if statement.before is not None:
        before = statement.before.text
        goes_on = context.names_subject(above) and _TREATED.search(before) is not None
        other = names_disease(before) or re.search(r"\bcris[ie]s\b", before) is not None
        return context.names_subject(before) or (goes_on and not other)
    return context.names_subject(above) or _STAGE.match(above) is not None


_TREATED = re.compile(r"\b(?:treat|therap|medic|drug|surg|cure)\w*", re.IGNORECASE)
_STAGE = re.compile(
    r"^(?:[\w-]+\s)?(?:treatments?|therapy|management|diagnosis|prevention)(?:\soptions?)?$",
    re.IGNORECASE,
)
_OF_OTHERS = {"screening", "testing", "follow-up", "surgery"}
"""Care that is as often for another disease, such as a complication."""
_ALONE = 2
_ANY = re.compile(r"\s(?:the\s(?:primary|underlying|disease|condition|cause))\b")
