"""Lists under a sentence or heading that announces them: one card for the whole list."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import attribute_kind, head_noun, is_plural_attribute
from studyapp.facts.attributes import lists_effects
from studyapp.facts.context import Context
from studyapp.facts.statement import Group, Shape, cite
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, clauses
from studyapp.language.words import starts_inside
from studyapp.model import Citation, Fact, FactKind, Lines

_MOST = 5
_MOST_WORDS = 38
_WIDEST = 12
_OTHER = re.compile(r"^(?:other|others|and|or|various|etc)\b", re.IGNORECASE)
_CLASS_OF_VERB = {
    "cause": "effects", "present": "features", "address": "areas", "focus": "areas", "involve": "measures",
    "ensure": "aims", "include": "measures", "require": "things", "treat": "problems", "help": "points",
    "indicate": "situations", "recommend": "situations", "account": "factors", "cope": "problems",
    "reduce": "things", "provide": "things", "affect": "structures", "spread": "routes", "need": "things",
    "consider": "situations", "depend": "factors", "use": "purposes", "reserve": "situations",
}  # fmt: skip
_COUNTED = re.compile(
    r"^(?:the\s)?(?:(?:several|multiple|many|various|different|some|important|key|main|major|following|common|distinct"
    r"|two|three|four|five|[2-5])\s)+(?P<noun>[a-z][\w-]*s)$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\s*\b(?:the\sfollowing|as\sfollows|such\sas|one\sor\smore\sof)\b.*$", re.IGNORECASE
)
_LINKED = {"with": "features", "for": "situations", "on": "areas", "through": "routes", "to": "things",
           "in": "situations", "by": "ways", "of": "parts", "from": "sources"}  # fmt: skip
_PREPOSITIONS = frozenset("with to by for on in of through from as".split())


def lists(group: Group, context: Context) -> Iterator[Fact]:
    """The list as one fact when all its items are of one kind and few enough to be asked."""
    items = _items(group, context.names)
    if not items:
        return
    asked = _asked(group, context, len(items))
    if asked is None:
        return
    question, kind = asked
    if points_elsewhere(question) or question.count("(") != question.count(")"):
        return
    yield Fact(
        kind,
        context.subject,
        question,
        "; ".join(items),
        _places(group),
        items=items,
        question=question + "?",
    )


def _items(group: Group, names: frozenset[str]) -> tuple[str, ...]:
    """The items as they will be answered; empty when the list is not fit to be asked whole."""
    entries = group.entries
    whole = len(entries) == len(group.first.siblings)
    if not whole or not 2 <= len(entries) <= _MOST:
        return ()
    labels = [entry.passage.label for entry in entries]
    if any(label and lists_effects(label) for label in labels):
        return ()
    if all(labels) and not any("%" in entry.text for entry in entries):
        texts = [labels[0], *(starts_inside(label, names) for label in labels[1:])]
    elif any(labels) and any("%" in entry.text for entry in entries):
        return ()
    else:
        if not _alike(group):
            return ()
        texts = [_item(entry.passage.text) for entry in entries]
        texts = [texts[0], *(starts_inside(text, names) for text in texts[1:])]
    if any(_OTHER.match(t) or points_elsewhere(t) or not t or "?" in t for t in texts):
        return ()
    short = texts if _words(texts) <= _MOST_WORDS else [_without_brackets(t) for t in texts]
    return tuple(short) if _words(short) <= _MOST_WORDS else ()


def _alike(group: Group) -> bool:
    """Whether the items are of one grammar, so that one question can ask for them all."""
    shapes = [entry.shape for entry in group.entries]
    lead = group.lead_in.text.strip().rstrip(":").lower() if group.lead_in is not None else ""
    if lead.endswith(" to"):
        return sum(shape in {Shape.BASE, Shape.VERB} for shape in shapes) * 2 > len(shapes)
    return len(set(shapes)) == 1 or set(shapes) == {Shape.NOUN, Shape.GERUND}


def _item(text: str) -> str:
    first = re.split(r"(?<=[a-z)])\.\s", text)[0]
    first = re.sub(r"\s*\([^()]*%[^()]*\)$", "", first)
    return re.sub(r"\b[Yy]our\s", "", first.strip().rstrip(".;,")).strip(" ")


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text)


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _asked(group: Group, context: Context, count: int) -> tuple[str, FactKind] | None:
    shape = group.entries[0].shape
    labelled = bool(group.entries[0].passage.label)
    if group.lead_in is None:
        if shape is not Shape.NOUN and not labelled:
            return None
        return _by_heading(group, context, count)
    text = _FOLLOWING.sub("", group.lead_in.text.strip().rstrip(":")).strip()
    if (
        not text
        or points_elsewhere(text)
        and not text.lower().startswith(("this is", "these are"))
    ):
        return None
    special = _SELECT.match(text)
    if special is not None and is_nameable(special["label"]):
        name = context.inside(special["label"])
        return context.about(f"In which cases is {name} {special['verb']}"), FactKind.INDICATION
    stated = re.match(r"^(?P<who>[A-Z].*?\bguidelines?)\s\w+s?\sthat\s(?P<claim>.+)$", text)
    found = _innermost(group)
    if found is None:
        if shape is not Shape.NOUN and not labelled:
            return None
        return _by_phrase(text, context, count) or _under_heading(text, group, context, count)
    if not is_nameable(found.subject):
        return None
    asked = _by_clause(found, group, context, count)
    if asked is None or stated is None:
        return asked
    return f"{asked[0]}, according to {context.inside(stated['who'])}", asked[1]


_SELECT = re.compile(
    r"^(?P<label>[A-Z][^:]{2,40}):\s.+?\s(?P<verb>\w+(?:ed|en|ne))\sin\s(?:select|selected|certain|some|rare)\s"
    r"(?:cases|patients)(?:\swith)?$"
)
_CARE = re.compile(
    r"\b(?:optimi[sz]ation|assessment|management|prevention|support|care|monitoring|vigilance|control|hygiene"
    r"|measures)$",
    re.IGNORECASE,
)


def _innermost(group: Group) -> Clause | None:
    """The lead-in's clause; for 'the guideline states that X must:' the stated one."""
    return next(iter(clauses(group.lead_in)), None) if group.lead_in is not None else None


def _under_heading(
    phrase: str, group: Group, context: Context, count: int
) -> tuple[str, FactKind] | None:
    """'Bone health optimisation:' and 'Neurological deterioration:' under 'Complications'."""
    if not is_nameable(phrase) or ":" in phrase:
        return None
    heading = group.first.headings[-1] if group.first.headings else ""
    kind = attribute_kind(heading)
    name = context.inside(phrase)
    if _CARE.search(phrase):
        return context.about(f"Which {count} measures are listed for {name}"), FactKind.LIST
    if kind in {FactKind.COMPLICATION, FactKind.FINDING} and is_plural_attribute(heading):
        return context.about(f"Which {count} {head_noun(heading)} are listed under {name}"), kind
    return None


def _by_heading(group: Group, context: Context, count: int) -> tuple[str, FactKind] | None:
    heading = group.first.headings[-1] if group.first.headings else ""
    return _by_phrase(heading, context, count) if not heading.endswith("?") else None


def _by_phrase(phrase: str, context: Context, count: int) -> tuple[str, FactKind] | None:
    """'Structural complications': the phrase itself says what is listed."""
    kind = attribute_kind(phrase)
    if kind is None or not is_nameable(phrase) or not is_plural_attribute(phrase):
        return None
    name = re.sub(r"^(?:the|some|common|other)\s", "", context.inside(phrase), flags=re.IGNORECASE)
    link = "of" if kind in _OF and "effect" not in name else "in"
    return context.about(f"What are the {count} listed {name}", link), kind


_OF = {FactKind.FINDING, FactKind.CAUSE, FactKind.COMPLICATION, FactKind.CLASSIFICATION}


def _by_clause(
    clause: Clause, group: Group, context: Context, count: int
) -> tuple[str, FactKind] | None:
    shape = group.entries[0].shape
    rest = _FOLLOWING.sub("", clause.rest.rstrip(" :")).strip()
    subject = context.inside(clause.subject)
    last = rest.split()[-1].lower() if rest else ""
    if (clause.copula and last != "to") or clause.lemma == "include":
        return _members(clause, rest, context, count)
    if last in _PREPOSITIONS or not rest:
        return _by_gap(clause, rest, shape, group, context, count)
    counted = _COUNTED.match(rest)
    if counted and shape is Shape.NOUN and clause.lemma != "have":
        asked = clause.ask(f"Which {count} {counted['noun']}").replace(clause.subject, subject, 1)
        return context.about(asked), attribute_kind(counted["noun"]) or FactKind.LIST
    if shape is not Shape.NOUN:
        return None
    if is_plural_attribute(clause.subject):
        return _by_phrase(clause.subject, context, count)
    heading = group.first.headings[-1] if group.first.headings else ""
    kind = attribute_kind(heading)
    if kind is FactKind.FINDING and clause.lemma in {"occur", "develop", "happen"}:
        asked = f"What are the {count} listed {head_noun(heading)} of {subject}"
        return context.about(asked), kind
    return None


def _members(
    clause: Clause, rest: str, context: Context, count: int
) -> tuple[str, FactKind] | None:
    """'The goals of care are:' and 'Causes include:'."""
    if rest:
        return None
    if not is_plural_attribute(clause.subject):
        if clause.lemma != "include" or not is_nameable(clause.subject) or clause.plural:
            return None
        subject = context.inside(clause.subject)
        asked = clause.ask(f"Which {count} measures").replace(clause.subject, subject, 1)
        return context.about(asked), FactKind.LIST
    return _by_phrase(re.sub(r"^[Tt]he\s", "", clause.subject), context, count)


def _by_gap(  # the lead-in breaks off where the items go on
    clause: Clause, rest: str, shape: Shape, group: Group, context: Context, count: int
) -> tuple[str, FactKind] | None:
    if clause.negated:
        return None
    middle, _, link = rest.rpartition(" ") if rest else ("", "", "")
    link = link.lower()
    noun = _noun(clause, group)
    if link == "by" and shape is Shape.GERUND:
        wh = f"In what {count} ways"
    elif link == "to" and shape in {Shape.BASE, Shape.VERB}:
        wh = f"For which {count} purposes"
    elif shape not in {Shape.NOUN, Shape.GERUND} and not (shape is Shape.CLAUSE and link == "for"):
        return None
    elif link:
        wh = f"{link.capitalize()} which {count} {_LINKED.get(link, noun) if noun == 'points' else noun}"
    else:
        wh = f"Which {count} {noun}"
    asked = clause.ask(wh).replace(clause.subject, context.inside(clause.subject), 1)
    kind = FactKind.INDICATION if clause.lemma in {"indicate", "recommend"} else FactKind.LIST
    return context.about(f"{asked} {middle}".strip()), attribute_kind(noun) or kind


def _noun(clause: Clause, group: Group) -> str:
    """What to call the items: the heading's noun when it names findings, else by the verb."""
    heading = group.first.headings[-1] if group.first.headings else ""
    last = re.search(r"(\w+)\s+(?:with|for|on)$", clause.rest.rstrip(" :"))
    if last and last.group(1).lower() in _CLASS_OF_VERB:
        return _CLASS_OF_VERB[last.group(1).lower()]
    causal = clause.lemma in {"cause", "present", "include", "produce"}
    if causal and attribute_kind(heading) in {FactKind.FINDING, FactKind.COMPLICATION}:
        return head_noun(heading)
    return _CLASS_OF_VERB.get(clause.lemma, "points")


def _places(group: Group) -> tuple[Citation, ...]:
    """One citation from the lead-in to the last item when it is narrow, else several."""
    spans = [entry.citation.lines for entry in group.entries]
    if group.lead_in_citation is not None:
        spans.insert(0, group.lead_in_citation.lines)
    first = group.first
    runs: list[Lines] = []
    for span in spans:
        joined = runs[-1].joined(span) if runs else span
        if runs and len(joined) <= _WIDEST:
            runs[-1] = joined
        else:
            runs.append(span)
    return tuple(cite(first, lines) for lines in runs)
