"""The question that a list's lead-in or heading announces."""

import re

from studyapp.facts.attributes import (
    attribute_kind,
    head_noun,
    is_class,
    is_plural_attribute,
)
from studyapp.facts.context import Context
from studyapp.facts.gaps import LINKED, asked_after, heading, noun_of, shape
from studyapp.facts.leads import named_by_lead
from studyapp.facts.shapes import Shape
from studyapp.facts.stages import stage_of
from studyapp.facts.statement import Group
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, clauses
from studyapp.language.diseases import names_disease
from studyapp.language.words import is_plural
from studyapp.model import FactKind

Asked = tuple[str, FactKind]
"""A question without its mark, and the kind of fact that answers it."""

_PREPOSITIONS = {*LINKED, "as"}
_COUNTED = re.compile(
    r"^(?:the\s)?(?:(?:several|multiple|many|various|different|some|important|key|main|major"
    r"|following|common|distinct|two|three|four|five|[2-5])\s)+(?P<noun>(?!approaches|ways|methods)(?:[a-z][\w-]*\s)?[a-z][\w-]*s)$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r",?\s*\bincluding\s(?:any|one\sor\smore|some)\b.*$"
    r"|\s*\b(?:the\sfollowing|as\sfollows|such\sas|one\sor\smore\sof)\b.*$",
    re.IGNORECASE,
)
_SELECT = re.compile(
    r"^(?P<label>[A-Z][^:]{2,40}):\s.+?\s(?P<verb>\w+(?:ed|en|ne))\sin\s"
    r"(?:select|selected|certain|some|rare)\s"
    r"(?:cases|patients)(?:\swith)?$"
)
_CARE = re.compile(
    r"\b(?:optimi[sz]ation|assessment|management|prevention|support|care|monitoring|vigilance"
    r"|control|hygiene|measures)$",
    re.IGNORECASE,
)
_STATED = re.compile(r"^(?P<who>[A-Z].*?\bguidelines?)\s\w+s?\sthat\s(?P<claim>.+)$")
_OF = {FactKind.FINDING, FactKind.CAUSE, FactKind.COMPLICATION, FactKind.CLASSIFICATION}


def announced(group: Group, context: Context) -> Asked | None:
    """What the whole list answers; None when neither lead-in nor heading asks it for certain."""
    if group.lead_in is None:
        return _by_heading(group, context) if _names(group) else None
    named = named_by_lead(group, context)
    if named is not None:
        return named
    text = _FOLLOWING.sub("", group.lead_in.text.strip().rstrip(":")).strip()
    introduces = text.lower().startswith(("this is", "these are"))
    if not text or (points_elsewhere(text) and not introduces):
        return None
    selected = _selected(text, len(group.entries), context)
    if selected is not None:
        return selected
    clause = next(iter(clauses(group.lead_in)), None)
    if clause is None:
        return _by_name(text, group, context)
    return _stated(clause, text, group, context)


def _names(group: Group) -> bool:
    """Whether the items are names: noun phrases, or texts under labels."""
    return shape(group) is Shape.NOUN or bool(group.first.label)


def _selected(text: str, count: int, context: Context) -> Asked | None:
    """'Surgery: … is reserved in select cases with': what such a case has, all of it together."""
    match = _SELECT.match(text)
    if match is None or not is_nameable(match["label"]):
        return None
    name = context.inside(match["label"])
    be = "are" if is_plural(name.split()[-1]) else "is"
    asked = f"Which {count} features do the cases have in which {name} {be} {match['verb']}"
    return context.about(asked), FactKind.INDICATION


def _by_name(text: str, group: Group, context: Context) -> Asked | None:
    """A lead-in that is no sentence."""
    if not _names(group):
        return None
    return _by_phrase(text, group, context) or _under_heading(text, group, context)


def _stated(clause: Clause, text: str, group: Group, context: Context) -> Asked | None:
    """A lead-in that is a sentence; what a guideline states is asked as that guideline's."""
    if not is_nameable(clause.subject):
        return None
    asked = _by_clause(clause, group, context)
    source = _STATED.match(text)
    if asked is None or source is None:
        return asked
    return f"{asked[0]}, according to {context.inside(source['who'])}", asked[1]


def _under_heading(phrase: str, group: Group, context: Context) -> Asked | None:
    """'Bone health optimisation:' and 'Neurological deterioration:' under 'Complications'."""
    if not is_nameable(phrase) or ":" in phrase:
        return None
    above = heading(group)
    kind = attribute_kind(above)
    name, count = context.inside(phrase), len(group.entries)
    if _CARE.search(phrase):
        return context.about(f"Which {count} measures are listed for {name}"), FactKind.LIST
    if kind in {FactKind.COMPLICATION, FactKind.FINDING} and is_plural_attribute(above):
        return context.about(f"Which {count} {head_noun(above)} are listed under {name}"), kind
    return None


def _by_heading(group: Group, context: Context) -> Asked | None:
    above = context.small(heading(group))
    return None if above.endswith("?") else _by_phrase(above, group, context)


_OF_TREATMENT = re.compile(
    r"\b(?:effects?|surgical|surgery|radiation|medication|drug|steroid|opioid|chemotherapy|treatment)\b"
)


def _under_risk(group: Group) -> bool:
    """Whether the list stands under a heading that speaks of risk factors."""
    return any("risk factor" in heading.lower() for heading in group.first.headings)


_RANK = re.compile(
    r"^(?:the\s)?(?:most\s(?:common|frequent|important|serious)|main)\s", re.IGNORECASE
)
"""'The most common symptoms' names them, unlike 'most symptoms'."""


_OF_DRUG = re.compile(r"\b(?:side|adverse)\seffects\sof\s\w{4,}")
"""Side effects of a drug are those in every disease."""
_OWNED = re.compile(r"\sof\s(?P<whose>[^,;]+)$")
"""What has an owner of its own: 'symptoms of a flare' are in the page's disease, not of it."""
_NUMBERS = "two|three|four|five|[2-5]"
"""How many there are is asked with the count of the items themselves."""


def _by_phrase(phrase: str, group: Group, context: Context) -> Asked | None:
    """'Structural complications': the phrase itself says what is listed."""
    kind = attribute_kind(phrase)
    nameable = is_nameable(_RANK.sub("", phrase))
    if kind is None or not nameable or not is_plural_attribute(phrase):
        return None
    name = re.sub(r"^(?:the|some|common|other)\s", "", context.inside(phrase), flags=re.IGNORECASE)
    name = re.sub(rf"^(?:{_NUMBERS})\s", "", name, flags=re.IGNORECASE)
    if head_noun(name) == "factors" and "risk" not in name and _under_risk(group):
        asked = f"Which {len(group.entries)} {name} are listed as risk factors"
        return context.about(asked, "for"), FactKind.RISK_FACTOR
    if _OF_DRUG.search(name):
        return f"What are the {len(group.entries)} listed {name}", kind
    link = "of" if kind in _OF and not _OF_TREATMENT.search(name) else "in"
    link = "for" if kind is FactKind.RISK_FACTOR else link
    owned = _OWNED.search(name) if link == "of" else None
    if owned is not None:
        own = names_disease(owned["whose"])
        asked = f"What are the {len(group.entries)} listed {name}"
        return (asked if own else context.about(asked)), kind
    return context.about(f"What are the {len(group.entries)} listed {name}", link), kind


def _by_clause(clause: Clause, group: Group, context: Context) -> Asked | None:
    rest = _FOLLOWING.sub("", clause.rest.rstrip(" :")).strip()
    last = rest.split()[-1].lower() if rest else ""
    if (clause.copula and last != "to") or clause.lemma == "include":
        return _members(clause, group, context) if not rest else None
    if clause.copula and rest == "to" and is_plural_attribute(clause.subject):
        return _by_phrase(re.sub(r"^[Tt]he\s", "", clause.subject), group, context)
    if last in _PREPOSITIONS or not rest:
        return _by_gap(clause, rest, group, context)
    return _by_rest(clause, rest, group, context) if shape(group) is Shape.NOUN else None


def _members(clause: Clause, group: Group, context: Context) -> Asked | None:
    """'The goals of care are:' and 'Causes include:'."""
    if is_plural_attribute(clause.subject):
        return _by_phrase(re.sub(r"^[Tt]he\s", "", clause.subject), group, context)
    if clause.lemma != "include" or not is_nameable(clause.subject):
        return None
    if clause.plural:
        return _of_class(clause, group, context)
    asked = _of(clause, f"Which {len(group.entries)} measures", context)
    return _staged(asked, group, context), FactKind.LIST


def _of_class(clause: Clause, group: Group, context: Context) -> Asked | None:
    """'Triptans include:' and names: which of them are listed, for what disease they are given."""
    name, texts = context.inside(clause.subject), [e.passage.text for e in group.entries]
    words = sum(len(text.split()) for text in texts) / len(texts)
    if not is_class(name) or words > _LONGEST_MEMBER or shape(group) is not Shape.NOUN:
        return None
    given = any(attribute_kind(above) is FactKind.TREATMENT for above in group.first.headings[-1:])
    asked = f"Which {len(texts)} {name} are listed"
    return (context.about(asked, "for") if given and context.ill else asked), FactKind.LIST


_LONGEST_MEMBER = 5


def _staged(asked: str, group: Group, context: Context) -> str:
    """The question with the stage of care under whose heading the list stands, if it is early."""
    stage = stage_of(group.first.headings, context)
    early = re.search(r"detection|screening|follow-?up$", stage) is not None
    return context.about(f"{asked} in the {stage}", "of") if early else context.about(asked)


_CAUSAL = {"cause", "have", "produce"}
_EFFECTS = re.compile(
    r"^(?:(?:several|some|many|various|different|serious|other|these)\s)*"
    r"(?P<noun>(?:common\s)?(?:(?:side|adverse)\seffects|complications|symptoms|adverse\sreactions))"
    r"(?:\sin\ssome\s(?:people|patients|children))?$",
    re.IGNORECASE,
)


def _names_others(clause: Clause, rest: str) -> bool:
    """Whether the sentence goes on to what the items are: 'These drugs can cause rashes, …'."""
    return clause.lemma in _CAUSAL | {"lead", "result"} or is_plural_attribute(rest)


def _by_rest(clause: Clause, rest: str, group: Group, context: Context) -> Asked | None:
    """A whole sentence: 'It makes three hormones:', or 'X occurs late:' under 'Symptoms'."""
    count = len(group.entries)
    counted = _COUNTED.match(rest)
    if counted and clause.lemma != "have":
        asked = _of(clause, f"Which {count} {counted['noun']}", context)
        return context.about(asked), attribute_kind(counted["noun"]) or FactKind.LIST
    effects = _EFFECTS.match(rest)
    if clause.lemma in _CAUSAL and effects is not None and is_nameable(clause.subject):
        noun, subject = effects["noun"].lower(), context.inside(clause.subject)
        asked = context.about_general(
            f"What are the {count} listed {noun} of {subject}", clause.subject
        )
        return asked, FactKind.COMPLICATION
    if is_plural_attribute(clause.subject) and not _names_others(clause, rest):
        return _by_phrase(clause.subject, group, context)
    above = heading(group)
    kind = attribute_kind(above)
    if kind is FactKind.FINDING and clause.lemma in {"occur", "develop", "happen"}:
        noun, subject = head_noun(above), context.inside(clause.subject)
        return context.about(f"What are the {count} listed {noun} of {subject}"), kind
    return None


def _of(clause: Clause, wh: str, context: Context) -> str:
    """The clause's question, its subject as it stands inside a sentence."""
    return clause.ask(wh).replace(clause.subject, context.inside(clause.subject), 1)


def _by_gap(clause: Clause, rest: str, group: Group, context: Context) -> Asked | None:
    """A lead-in that breaks off where the items go on: 'It is treated with:'."""
    middle, _, link = rest.rpartition(" ") if rest else ("", "", "")
    noun = noun_of(clause, group)
    wh = asked_after(link.lower(), noun, group)
    if clause.negated or not wh:
        return None
    kind = FactKind.INDICATION if clause.lemma in {"indicate", "recommend"} else FactKind.LIST
    asked = f"{_of(clause, wh, context)} {middle}".strip()
    return _staged(asked, group, context), attribute_kind(noun) or kind
