"""'X affects 1 in 100 people', 'N million people have X', 'twice as likely': counts of people."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.diseases import names_disease
from studyapp.model import Fact, FactKind

_ABOUT = (
    r"(?:(?:about|around|nearly|almost|over|up\sto|at\sleast|an\sestimated|roughly|approximately"
    r"|more\sthan|less\sthan|fewer\sthan|as\smany\sas)\s)?"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)"
_WHO = (
    r"(?!in\b|out\b|of\b|per\b|percent\b)(?:[\w-]+\s){0,2}?(?:people|adults|children|women|men|babies|newborns|infants|births|Americans"
    r"|pregnancies|teens|teenagers|persons|individuals|patients|girls|boys|males|females)"
)
_PLACE = r"(?:\s(?:in|with|over|older\sthan|ages?|aged|worldwide|each|every|under|per)\b[^,;]*)?"
_IN = re.compile(
    rf"^(?P<value>{_ABOUT}{_NUMBER}\s(?:in|out\sof)\s(?:every\s)?{_NUMBER})\s(?P<whole>{_WHO}{_PLACE})$"
)
_FEW = re.compile(
    rf"^(?P<value>{_ABOUT}{_NUMBER}\s(?:in|out\sof)\s(?:every\s)?{_NUMBER})\s(?P<whole>{_WHO}\b[^,;]*)$",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"^(?P<value>{_ABOUT}\d[\d,.]*(?:\sto\s\d[\d,.]*)?(?:\s(?:million|thousand|billion))?)\s"
    rf"(?P<whole>{_WHO}{_PLACE})$"
)
_HAVE = re.compile(
    rf"^(?P<value>{_ABOUT}\d[\d,.]*(?:\sto\s\d[\d,.]*)?(?:\s(?:million|thousand|billion))?)\s"
    rf"(?P<whole>{_WHO}{_PLACE})$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"^(?:each|every)\syear(?:\s|,|$)", re.IGNORECASE)
_SUFFERS = {"have", "develop", "get", "die"}
_LIKELY = re.compile(
    rf"^(?P<value>{_ABOUT}(?:twice|{_NUMBER}(?:\sto\s{_NUMBER})?\stimes))\s"
    r"(?P<how>as|more|less)\slikely(?P<than>\s(?:as|than)\s[^,;]+?)?\sto\s(?P<do>[^,;]+?)"
    r"(?P<late>\s(?:as|than)\s[^,;]+)?$"
)
_PEOPLE = re.compile(rf"^{_WHO}\b", re.IGNORECASE)
_STUDY = re.compile(r"\b(?:study|studies|trial|survey|cohort|participants)\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"^In\s(?P<value>{_ABOUT}(?:half|one[- ](?:third|half|quarter|fifth)|two[- ]thirds"
    r"|three[- ]quarters"
    rf"|a\sthird|a\squarter|\d[\d.]*(?:\s?%|\spercent)?(?:\s?(?:to|–|-)\s?\d[\d.]*)?\s?(?:%|percent)))\sof\s"
    r"(?P<whole>(?!these\b|those\b|them\b|cases$)[^,;]+)$"
)


_TAKES = {"get", "receive", "have", "need", "take"}
_DAILY = re.compile(
    rf"^(?P<value>{_ABOUT}\d[\d,.]*(?:\sto\s\d[\d,.]*)?\s(?:milligrams|grams|micrograms|mg|g|mcg|units|liters"
    r"|international\sunits))\sof\s(?P<what>[\w\s-]{3,30}?)\s(?P<per>(?:each|a|per|every)\sday|daily)$"
)
_DOSES = re.compile(
    r"^(?P<n>(?:at\sleast\s)?(?:two|three|four|five|six|\d))\s(?P<what>(?:[\w-]+\s){0,2}?"
    r"(?:doses|shots|injections|vaccinations|boosters))(?P<of>\s(?:of|against)\s(?:(?!and\b)[\w-]+\s?){1,6})?$"
)


def headcounts(statement: Statement, context: Context) -> Iterator[Fact]:
    """How many people a disease affects, what share of them, and how much likelier some are."""
    if _STUDY.search(statement.text):
        return
    for clause in statement.clauses():
        if clause.narrates:
            continue
        asked, value = _asked(clause, context)
        if asked and not points_elsewhere(asked):
            yield Fact(
                FactKind.FIGURE,
                context.inside(clause.subject),
                f"how many {clause.lemma}",
                value,
                statement.citations,
                question=f"{asked}?",
            )
            return


def _asked(clause: Clause, context: Context) -> tuple[str, str]:
    share = _SHARE.match(clause.fronted)
    if share is not None:
        return _in_share(clause, share, context)
    yearly = _YEARLY.match(clause.fronted or clause.subject)
    if yearly is not None and not clause.negated:
        bare = replace(clause, fronted="", subject=_YEARLY.sub("", clause.subject).strip(" ,"))
        asked, value = _counted(bare)
        return (f"{asked} each year", value) if asked else ("", "")
    if clause.fronted or clause.negated:
        return "", ""
    return _due(clause, context) or _told(clause, context) or _counted(clause)


def _due(clause: Clause, context: Context) -> tuple[str, str] | None:
    """How much or how many somebody needs; None where the clause speaks of no amount."""
    rest = clause.rest.rstrip(" .")
    daily, doses = _DAILY.match(rest), _DOSES.match(rest)
    if clause.passive or clause.lemma not in _TAKES:
        return None
    if daily is not None and _PEOPLE.match(clause.subject):
        subject = context.inside(clause.subject)
        asked = replace(clause, subject=subject).ask(f"How much {daily['what']}")
        return f"{asked} {daily['per']}", daily["value"]
    if doses is not None and clause.aux in {"should", "must"}:
        return _dosed(clause, doses, context)
    return None


def _told(clause: Clause, context: Context) -> tuple[str, str] | None:
    """How much likelier some are, how many a disease affects; None for another clause."""
    likely = _LIKELY.match(clause.rest) if clause.copula else None
    if likely is not None and (_PEOPLE.match(clause.subject) or is_nameable(clause.subject)):
        return _likelier(clause, likely, context)
    if clause.lemma in {"affect", "strike", "occur"} and not clause.passive:
        return _affected(clause, context)
    return None


def _counted(clause: Clause) -> tuple[str, str]:
    """'About 1 in 10 people who X see Y', 'more than 3 million people have Y'."""
    share = _FEW.match(clause.subject)
    if share is not None and not clause.copula and not points_elsewhere(clause.rest):
        return f"What proportion of {share['whole']} {clause.predicate}", share["value"]
    counted = _HAVE.match(clause.subject)
    if counted is None or clause.lemma not in _SUFFERS or not names_disease(clause.rest):
        return "", ""
    return f"How many {counted['whole']} {clause.predicate}", counted["value"]


def _dosed(clause: Clause, doses: re.Match[str], context: Context) -> tuple[str, str]:
    """'Adults over 50 should get two doses of the vaccine': how many."""
    if not (_PEOPLE.match(clause.subject) or is_nameable(clause.subject)):
        return "", ""
    named = (doses["of"] or doses["what"].count(" ")) and doses["of"] != " of the vaccine"
    asked = replace(clause, subject=context.inside(clause.subject)).ask(
        f"How many {doses['what']}{doses['of'] or ''}".strip()
    )
    return (asked, doses["n"]) if named else ("", "")


def _affected(clause: Clause, context: Context) -> tuple[str, str]:
    """'X affects about 1 in 100 people', 'X affects about 3 million adults'."""
    rest = (
        re.sub(r"^in\s(?=\D*\d|one\b)", "", clause.rest)
        if clause.lemma == "occur"
        else clause.rest
    )
    one, many = _IN.match(rest), _MANY.match(rest)
    found = one or (many if clause.lemma != "occur" else None)
    if found is None or not is_nameable(clause.subject):
        return "", ""
    wh = f"What proportion of {found['whole']}" if one else f"How many {found['whole']}"
    if clause.lemma == "occur":
        wh = f"In {wh[0].lower()}{wh[1:]}"
    plain = replace(clause, subject=context.inside(clause.subject))
    return plain.ask(wh), found["value"]


def _likelier(clause: Clause, likely: re.Match[str], context: Context) -> tuple[str, str]:
    """'Women are twice as likely as men to develop X'."""
    than = likely["than"] or likely["late"] or ""
    if not than or re.search(r"\b(?:others|other people|those)$", than):
        return "", ""
    be, who = clause.aux.lower(), context.inside(clause.subject)
    asked = f"How many times {likely['how']} likely{than} {be} {who} to {likely['do']}"
    return (asked, likely["value"]) if be in {"is", "are"} else ("", "")


def _in_share(clause: Clause, share: re.Match[str], context: Context) -> tuple[str, str]:
    """'In half of people with X, no cause is found'."""
    if re.match(r"^(?:it|they|this|these|there)\b", clause.subject, re.IGNORECASE):
        return "", ""
    noun = "percentage" if re.search(r"%|percent", share["value"]) else "proportion"
    bare = replace(clause, fronted="", subject=context.inside(clause.subject))
    asked = f"{bare.ask(f'In what {noun} of ' + share['whole'])} {clause.rest}".strip()
    named = names_disease(asked) or context.names_subject(asked)
    return (asked, share["value"]) if named and not clause.negated else ("", "")
