"""'X may control seizures', 'X can help relieve Y': claims asked from their other end."""

import re

from studyapp.facts.context import is_general
from studyapp.facts.restrictions import restricts
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.facts.tails import names_own_disease
from studyapp.facts.worth import says_something
from studyapp.language.classes import class_of
from studyapp.language.clause import Clause

_HEDGED = {"can", "may", "might", "could"}
_TREATS = frozenset(
    "treat control relieve ease cure prevent reduce lessen alleviate lower stop suppress eradicate"
    " diagnose confirm determine".split()
)
_HELPS = re.compile(
    r"^(?:to\s)?(?P<verb>treat|control|relieve|ease|prevent|reduce|lessen|alleviate|lower|stop|slow"
    r"|diagnose|confirm|determine|establish)\s(?P<what>.+)$"
)
_REMEDY = re.compile(
    r"\b(?:\w*therap(?:y|ies)|medicines?|medications?|drugs?|agents?|creams?|ointments?|gels?|lotions?"
    r"|tablets?|pills?|injections?|infusions?|surger(?:y|ies)|exercises?|diets?|baths?|compress(?:es)?"
    r"|vaccines?|vaccination|changes|supplements?|braces?|splints?|devices?|massage|rest|ice|tests?"
    r"|scans?|biops(?:y|ies)|imaging|screening|hygiene|washing|stimulation|ablation|transplant\w*"
    r"|removal|replacement|procedures?|mouthpieces?|creams?|steroids?|shots?|treatments?|blockers?"
    r"|inhibitors?|fluids?|gargles?|sprays?|drops?|lozenges|stockings|oxygen|transfusions?)\b"
    r"|^(?:[A-Z]?[a-z]+ing)\s",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:pain|itching|swelling|inflammation|seizures?|nausea|vomiting|cough\w*|spasms?|tremors?"
    r"|bleeding|fatigue|cramps?|stiffness|symptoms?|stones?|attacks?|discharge|rash|dryness|anxiety"
    r"|infections?|clots?|damage|spread|recurrences?|reinfection|relapses?|complications?|pressure)\b"
)
_AGENT = re.compile(
    r"\b(?:doctors?|physicians?|specialists?|surgeons?|providers?|nurses?|dentists?|dietitians?|team"
    r"|counselors?|experts?|therapists?|researchers?|clinicians?|pharmacists?)$",
    re.IGNORECASE,
)
_CHECKED = re.compile(r"^(?:to\s)?(?:diagnose|confirm)\s")
_EMPTY = re.compile(
    r"^(?:the\s)?(?:symptoms|complications|problems|risk|chances?|number|amount|need|severity|disease"
    r"|condition|progression|course)\b(?!\sof\s\w)"
)
_REMARK = re.compile(r",\s(?:which|who|although|though|but|because|since|so|and\sit)\s.*$|;.*$")
_LONGEST, _LONGEST_WHAT = 22, 18


def relief(clause: Clause) -> tuple[str, str]:
    """What a remedy or a test may do (the verb) and against what; '' for both where it is none.

    'What may X relieve?' has many answers; 'What may relieve Y?' asks for the remedy.
    """
    if clause.passive or clause.negated or clause.narrates:
        return "", ""
    verb, what = _effect(clause)
    return (verb, what) if what and _fits(clause, what) else ("", "")


def _effect(clause: Clause) -> tuple[str, str]:
    """The verb with what stands before it, and its object; '' for both where it tells none."""
    rest = _REMARK.sub("", clause.rest).rstrip(" .,")
    if clause.aux.lower() not in _HEDGED:
        return "", ""
    if clause.lemma == "help":
        helped = _HELPS.match(rest)
        if helped is None or not clause.root.tag_.startswith("VB"):
            return "", ""
        return f"{clause.verb} {helped['verb']}", helped["what"]
    open_ended = re.search(r",|\s(?:and|or)\s", rest) is None or "," in clause.subject
    return (clause.verb, rest) if clause.lemma in _TREATS and open_ended else ("", "")


def _fits(clause: Clause, what: str) -> bool:
    subject = clause.subject
    if not is_nameable(subject) or points_elsewhere(f"{what} {clause.fronted}"):
        return False
    if _AGENT.search(subject) or is_general(subject):
        return False
    checks = _CHECKED.match(clause.rest) is not None
    if not (checks or _REMEDY.search(subject) or class_of(subject)):
        return False
    if clause.fronted and not restricts(clause.fronted):
        return False
    if len(subject.split()) > _LONGEST or len(what.split()) > _LONGEST_WHAT:
        return False
    ill = _ILL.search(what) is not None or names_own_disease(what)
    return ill and _EMPTY.match(what) is None and says_something(subject, what)
