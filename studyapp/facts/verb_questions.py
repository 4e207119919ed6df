"""The question that a clause's verb can carry: 'What does X cause', 'Where is X located'."""

import re
from dataclasses import replace

from studyapp.facts.links import ACTIVE, PASSIVE, SILENT
from studyapp.facts.when_where import PEOPLE, asked_when, asked_where
from studyapp.language.classes import treated
from studyapp.language.clause import Clause, modal


def asked_by_verb(clause: Clause) -> str:
    """The question for what follows the verb, without its mark; '' when none is certain."""
    clause = _without_also(clause)
    return _passive(clause) if clause.passive else _active(clause)


def first_word(rest: str) -> str:
    """The word after the verb, in small letters; '' for none."""
    return rest.split(maxsplit=1)[0].lower() if rest else ""


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
    "call",
    "know",
    "term",
    "refer",
}
_LINKING = re.compile(r"\b(?:then|accordingly|thus|therefore|further|subsequently|consequently)\s")


def _without_also(clause: Clause) -> Clause:
    """'Also' links to the sentence before; where it warns that this is not all, it stays."""
    verb, base = (_LINKING.sub("", words) for words in (clause.verb, clause.base))
    clause = replace(clause, verb=verb, base=base)
    if clause.lemma in _OPEN_ENDED:
        return clause
    verb, base = (re.sub(r"\balso\s", "", words) for words in (clause.verb, clause.base))
    return replace(clause, verb=verb, base=base)


_PLACED = {"locate", "place", "find", "inject"}
_CLASSED = {"classify", "divide"}
_DONE_SOMEHOW = {
    "administer",
    "calculate",
    "confirm",
    "deliver",
    "give",
    "correct",
    "decontaminate",
    "detect",
    "diagnose",
    "estimate",
    "identify",
    "kill",
    "prevent",
    "remove",
    "repair",
    "spread",
    "transmit",
}
_SOUGHT = {"detect", "observe", "see", "identify"}
_SPECIMEN = re.compile(
    r"\b(?:samples?|specimens?|blood|serum|plasma|urine|stools?|sputum|saliva|feces|CSF|swabs?|fluids?"
    r"|biops(?:y|ies)|smears?|secretions|washings)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:by|using|with|through|via)\s")
_AIMED = {"prescribe"}
_AIM = re.compile(
    r"^to\s(?:treat|prevent|remove|relieve|control|reduce|maintain|correct|confirm|diagnose|detect"
    r"|exclude|rule\sout|replace|repair|drain|stop|slow|lower|manage|restore|keep|improve|deliver)\b"
)
_MEANS = {"by", "through", "via", "using", "from"}
_WH_OF_LINK = {
    "when": "When",
    "if": "When",
    "during": "When",
    "before": "When",
    "after": "When",
    "until": "Until when",
}
_LIMIT = re.compile(
    r"^(?:only|mainly|mostly|primarily|most\s(?:often|commonly|frequently)|usually|often|typically"
    r"|commonly|chiefly|largely|exclusively)\s"
)


def _passive(clause: Clause) -> str:
    """'What is X caused by', 'How is X diagnosed'; '' when the word after the verb is unknown."""
    links = PASSIVE.get(clause.lemma)
    link = first_word(_LIMIT.sub("", clause.rest))
    if links is None or (links and link not in links.split("|")):
        return ""
    if _is_told_elsewhere(clause, link):
        return ""
    if clause.lemma == "inject" and modal(clause) not in {"should", "must"}:
        return ""
    wh = _passive_wh(clause, link)
    asked = clause.ask(wh or "What")
    if wh or not links:
        return asked
    if link == "using":
        return f"{asked} with"
    infinitive = link == "to" and clause.lemma == "use"
    return f"{asked} {'for' if infinitive else 'with' if link == 'using' else link}"


def _is_told_elsewhere(clause: Clause, link: str) -> bool:
    """Whether another rule asks: by what method, or whether a drug's end is no treatment."""
    found = clause.lemma in _SOUGHT | {"isolate"} and link not in _MEANS
    in_thing = clause.lemma == "remove" and link == "in" and PEOPLE.match(clause.rest) is None
    if in_thing or (found and _BY.search(clause.rest)):
        return True
    return clause.lemma in _AIMED and link == "to" and _AIM.match(clause.rest) is None


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


def _whom(rest: str, link: str) -> str:
    """'In whom', 'For whom', 'For which tumors'; '' for a 'what' that 'for' may follow."""
    if PEOPLE.match(rest):
        return f"{link.capitalize()} whom"
    kind = treated(rest.removeprefix(f"{link} "))
    if kind:
        return f"{link.capitalize()} which {kind}"
    if link == "in":
        return "When" if rest.startswith(("in case", "in the case")) else "In what"
    return ""


def _found(clause: Clause, link: str) -> str:
    """'In whom', 'In which specimens' or 'Where' a thing is found."""
    if PEOPLE.match(clause.rest):
        return "In whom"
    specimens = clause.lemma in _SOUGHT and _SPECIMEN.search(clause.rest) is not None
    return f"{link.capitalize()} which specimens" if specimens else "Where"


def _passive_wh(clause: Clause, link: str) -> str:
    """The question word for a passive verb and the word after it; '' for 'what'."""
    if clause.lemma in _PLACED | _SOUGHT and link not in _MEANS:
        return _found(clause, link)
    if link == "to":
        return _to_what(clause)
    if link in _WH_OF_LINK:
        return _WH_OF_LINK[link]
    if link == "in" and _MANNER.match(clause.rest):
        return "How"
    if link in {"for", "in"}:
        return _whom(clause.rest, link)
    found = clause.lemma == "make" and clause.head.lemma_.lower() == "diagnosis"
    somehow = found or clause.lemma in _DONE_SOMEHOW
    how = clause.lemma in _CLASSED or (somehow and link in _MEANS)
    return "How" if how else ""


_AMOUNT = re.compile(
    r"^\w+\s(?:about\s|a\sfew\s|several\s)?(?:\d|minutes|hours|days|weeks|months|years)"
)
_TIMED = {"occur", "develop", "begin", "form", "appear"}
_MOMENTS = {"when", "while", "if", "before", "after", "during", "as"}
_GOES = {"travel", "move", "radiate"}
_WAYS = {"by", "through", "via"}
_HAPPENS = {"occur", "develop", "begin", "form", "start", "appear", "arise", "grow", "live"}
_USERS = {
    "cell",
    "personnel",
    "people",
    "person",
    "body",
    "patient",
    "child",
    "family",
    "organism",
}


_MANNER = re.compile(r"^in\s(?:[\w-]+\s){1,5}(?:manner|fashion|pattern|way|form)s?\b")
_FASTENS = {"bind", "attach", "adhere"}
"""Verbs that take an object ('binds iron') or 'to' ('binds to a receptor')."""
_DONE_TO_PEOPLE = {"affect", "strike", "infect"}
_ABOUT_PEOPLE = re.compile(
    r"(?:mainly\s|mostly\s|usually\s|only\s|primarily\s|both\s)?(?:[\w-]+\s){0,2}"
    r"(?:people|patients|adults|adolescents|children|infants|newborns|women|men|athletes|travelers"
    r"|boys|girls|smokers|workers)\b"
)


def _uses_something(clause: Clause) -> bool:
    """'Nerve cells use levodopa to …': one thing of many, unlike what a test or device uses."""
    return clause.lemma == "use" and clause.head.lemma_.lower() in _USERS


def _active(clause: Clause) -> str:
    """'What does X cause', 'When does X occur'; '' when the verb lacks what it needs after it."""
    if clause.copula or clause.lemma in SILENT or _uses_something(clause):
        return ""
    links = ACTIVE.get(clause.lemma)
    if clause.lemma in _FASTENS and first_word(clause.rest) == "to":
        return f"{clause.ask('What')} to"
    if links is None:
        whom = clause.lemma in _DONE_TO_PEOPLE and _ABOUT_PEOPLE.match(clause.rest)
        return clause.ask("Whom" if whom else "What") if _has_object(clause) else ""
    told = _LIMIT.sub("", clause.rest)
    link = first_word(told)
    if link not in links.split("|"):
        return ""
    wh = _active_wh(replace(clause, rest=told), link)
    unnamed = clause.lemma == "occur" and link in _WAYS and " " not in clause.subject
    if unnamed or (not wh and told != clause.rest):
        return ""
    return clause.ask(wh) if wh else f"{clause.ask('What')} {link}"


def _active_wh(clause: Clause, link: str) -> str:
    """The question word for a verb and the word after it; '' for 'what' with that word behind."""
    if clause.lemma in _TIMED and link in _MOMENTS:
        return asked_when(clause, clause.rest)[0]
    if link in {"within", "after"} and _AMOUNT.match(clause.rest):
        return f"{link.capitalize()} what time"
    if clause.lemma in _GOES and link in {"to", "into"}:
        return "Where"
    if clause.lemma in _HAPPENS and link in {"in", "on", "within"}:
        return asked_where(clause.rest, link)
    return "How" if link in _WAYS else ""


def _has_object(clause: Clause) -> bool:
    """Whether an object follows the verb at once, so that a question can ask for it."""
    if clause.rest.startswith("to "):
        return False
    if not clause.root.tag_.startswith("V"):
        return True
    objects = [t for t in clause.root.rights if t.dep_ in {"dobj", "ccomp", "xcomp"}]
    starts = {t.left_edge.i for t in objects}
    return clause.rest_start in starts or clause.rest_start + 1 in starts
