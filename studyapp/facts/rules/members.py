"""'Viruses such as A and B cause …', 'SSRIs include A, B and C': what a sentence lists."""

import re
from collections.abc import Iterator

from studyapp.facts.attributes import (
    attribute_kind,
    head_noun,
    is_class,
    is_plural_attribute,
)
from studyapp.facts.context import Context
from studyapp.facts.enumerations import joined, members_of, without_brackets
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause, clauses
from studyapp.language.diseases import names_disease
from studyapp.language.words import is_plural
from studyapp.model import Citation, Fact, FactKind

_INCLUDES = re.compile(
    r"^(?:(?P<front>(?:In|Among|For|During|After)\s[^,]{3,45}),\s)?(?P<noun>[^,;:]+?)\s"
    r"(?:(?:may|can|might|could)\s)?(?:(?:often|usually|typically|commonly|mainly)\s)?include\s"
    r"(?:the\sfollowing:\s)?(?P<list>.+)$"
)
_SUCH_AS = re.compile(r"^(?P<noun>[^,;:]+?),?\s(?:such\sas|including|like)\s(?P<list>.+?),?$")
_AT_END = re.compile(r"^(?P<noun>[^,;:]+?),\s(?:such\sas|including)\s(?P<list>.+)$")
_THESE = re.compile(
    r"^(?:These\s(?P<noun>[a-z]+s)|(?P<examples>Examples|Some\sexamples))\s(?:may\s|can\s)?(?:include"
    r"|are)\s(?P<list>.+)$"
)
_QUANTITY = re.compile(
    r"^(?:(?:the|some|many|several|various|certain|different|numerous)\s)+", re.IGNORECASE
)
_FEW = re.compile(r"^(?:some|many|several|various|a\snumber\sof)\s", re.IGNORECASE)
_TRIVIAL = frozenset(
    """studies websites resources links organizations doctors specialists questions topics chapters
    authors items choices things sources activities days services programs people ways details
    others options areas foods fruits vegetables variables websites professionals
    members disruptions alterations""".split()
)
_AND_OTHERS = re.compile(
    r",?\s(?:and|or)\s(?:(?:some|many)\s)?others?(?:\s[a-z-]+){0,3}\.?$", re.IGNORECASE
)
"""What says that the list names only some."""
_SCOPED = re.compile(r"\s(?:of|for|in|that|associated|related|linked|used|caused|with|to)\s")
_LOOSE = re.compile(r"\sof\s(?:screening|treatment|therapy|surgery|immobility|hospitalization)$")
"""What a thing common to all diseases has: 'the harms of screening'."""
_CARE = re.compile(r"\b(?:cases|patients|agents|medications|drugs|medicines|treatments)\b")
_LINKS = frozenset({"to", "in", "from", "with", "by", "on", "as", "into", "for", "at", "of"})
_CLASSES = frozenset(
    """disorders diseases conditions cells agents complaints ingredients products substances events
    losses infections organisms hormones proteins structures mechanisms functions
    devices""".split()
)
_OF = {
    FactKind.TREATMENT: "for",
    FactKind.DIAGNOSIS: "for",
    FactKind.FINDING: "of",
    FactKind.RISK_FACTOR: "for",
    FactKind.COMPLICATION: "of",
    FactKind.CAUSE: "of",
}
_TAILED = {
    FactKind.TREATMENT,
    FactKind.DIAGNOSIS,
    FactKind.FINDING,
    FactKind.RISK_FACTOR,
    FactKind.COMPLICATION,
    FactKind.CAUSE,
}
_LONGEST_NOUN, _LONGEST_NAME, _LONGEST = 14, 7, 30
_MOST_WORDS, _MOST_LONG = 38, 5
_SHORT = 25


def members(statement: Statement, context: Context) -> Iterator[Fact]:
    """The members that a sentence lists, asked together with their number."""
    if statement.headed:
        return
    found = (
        _pointed(statement, context)
        or _included(statement, context)
        or _instanced(statement, context)
        or _several(statement, context)
        or _taken(statement, context)
    )
    if found is not None:
        yield found


def _fact(
    asked: str,
    noun: str,
    listed: tuple[str, ...],
    context: Context,
    statement: Statement,
    *earlier: Citation,
) -> Fact | None:
    """The fact, when its question stands alone and its answer is short."""
    value = joined(listed, statement.text)
    words = len(value.split())
    long = words > (_MOST_WORDS if len(listed) <= _MOST_LONG and "; " in value else _SHORT)
    if long or points_elsewhere(asked) or points_elsewhere(value):
        return None
    if len(asked.split()) > _LONGEST or "such as" in asked:
        return None
    kind = attribute_kind(noun) or FactKind.LIST
    places = tuple(dict.fromkeys((*earlier, *statement.citations)))
    return Fact(kind, context.subject, asked, value, places, items=listed, question=f"{asked}?")


def _named(noun: str) -> str:
    """A plural noun phrase without its quantity; '' when it names nothing in particular."""
    bare = _QUANTITY.sub("", noun).strip()
    head = head_noun(bare)
    if not bare or bare.lower().startswith(("other ", "more ", "such ", "most ", "additional ")):
        return ""
    fit = is_plural(head) and head not in _TRIVIAL and len(bare.split()) <= _LONGEST_NOUN
    return bare if fit and not points_elsewhere(bare) and not re.search(r"\d", bare) else ""


def _included(statement: Statement, context: Context) -> Fact | None:
    """'Signs of gout include A, B and C'; 'SSRIs include A and B'."""
    match = _INCLUDES.match(statement.text)
    if match is None:
        return None
    said = _AND_OTHERS.sub("", match["list"])
    more = said != match["list"]
    said = re.sub(r",\s(?=[^,]+$)", ", and ", said) if more else said
    noun, listed = _named(match["noun"]), members_of(said, statement.doc)
    if not noun or not listed:
        return None
    noun = context.inside(noun)
    tail = _tail(noun, context)
    if tail is None or (tail and not _stays(statement, context)):
        return None
    plain = is_plural_attribute(noun)
    if not plain and not _SCOPED.search(noun) and not is_class(noun):
        return None
    examples = noun if _SCOPED.search(noun) else f"examples of {noun}"
    count = len(listed)
    if more:
        return _fact(
            f"What are {count} examples of {noun}{tail}", noun, listed, context, statement
        )
    asked = f"hat are the {count} listed {noun}" if plain else f"hich {count} {examples}"
    asked += tail if plain else f"{tail} are listed"
    front = match["front"]
    asked = f"{front}, w{asked}" if front else f"W{asked}"
    return _fact(asked, noun, listed, context, statement)


def _tail(noun: str, context: Context) -> str | None:
    """What ties a noun phrase to the page's disease; None where it would hang in the air."""
    named = context.names_subject(noun)
    scoped = _SCOPED.search(noun) is not None
    kind = attribute_kind(noun)
    cared = _CARE.search(noun) is not None
    loose = _LOOSE.search(noun) is not None and context.ill
    if (scoped and not cared and not loose) or (named and context.subject):
        return ""
    if kind in _TAILED or cared or loose:
        if not context.ill:
            return "" if scoped else None
        link = "in" if "effect" in noun or kind not in _OF else _OF[kind]
        link = "of" if noun.endswith("cases") else "for" if loose else link
        return context.about("", link)
    return None if kind is not None or head_noun(noun) in _CLASSES else ""


def _stays(statement: Statement, context: Context) -> bool:
    """Whether the sentence before, if there is one, speaks of the page's disease.

    Under a heading that names it ('How is gout treated?') it may speak of no other one.
    """
    if statement.before is None or context.names_subject(statement.before.text):
        return True
    headed = any(context.names_subject(above) for above in statement.passage.headings[1:])
    return headed and not names_disease(statement.before.text)


def _instanced(statement: Statement, context: Context) -> Fact | None:
    """'Bacteria such as A and B cause most of it': which they are."""
    clause = next(iter(statement.clauses()), None)
    if clause is None or clause.negated or clause.narrates or clause.fronted:
        return None
    match = _SUCH_AS.match(_before_verb(clause))
    if match is None or not clause.rest:
        return None
    noun, listed = _named(match["noun"]), members_of(match["list"], statement.doc)
    if not noun or not listed or not _is_simple(noun):
        return None
    said = re.sub(r"\balso\s", "", _up_to_but(clause.predicate))
    named = f"{len(listed)} {context.inside(noun)}"
    given = f"What are {len(listed)} examples of {context.inside(noun)} that {said}"
    asked = given if " including " not in clause.subject else f"Which {named} {said}"
    return _fact(asked, noun, listed, context, statement)


def _several(statement: Statement, context: Context) -> Fact | None:
    """'Several factors matter in choosing a drug, including A, B and C': which factors."""
    clause = next(iter(statement.clauses()), None)
    if clause is None or clause.negated or clause.narrates or clause.fronted:
        return None
    said = re.split(r",\s(?:including|such\sas)\s", without_brackets(clause.predicate), maxsplit=1)
    if not _FEW.match(clause.subject) or not said[1:]:
        return None
    noun, listed = _named(clause.subject), members_of(said[1], statement.doc)
    last = said[0].split()[-1]
    if not noun or not listed or len(said[0].split()) <= 1 or is_plural(last):
        return None
    asked = f"Which {len(listed)} {context.inside(noun)} {said[0]}"
    return _fact(asked, noun, listed, context, statement)


def _before_verb(clause: Clause) -> str:
    """All that stands before the clause's verb."""
    lefts = [t.i for t in clause.root.lefts if t.dep_ in {"aux", "auxpass", "neg"}]
    end = min([clause.root.i, *lefts])
    return str(clause.root.doc[:end].text).strip()


def _up_to_but(text: str) -> str:
    return re.split(r",\s(?:but|although|though|while|whereas|making|which)\b", text)[0]


def _taken(statement: Statement, context: Context) -> Fact | None:
    """'Scans can show signs of gout, such as A and B': which of them."""
    clause = next(iter(statement.clauses()), None)
    if clause is None or clause.negated or clause.narrates or clause.copula or clause.passive:
        return None
    if clause.lemma == "include" or clause.plural != _many(clause):
        return None
    match = _AT_END.match(without_brackets(clause.rest))
    if match is None or not is_nameable(clause.subject):
        return None
    noun, listed = _named(match["noun"]), members_of(match["list"], statement.doc)
    if not noun or not listed or not _is_simple(noun):
        return None
    link, _, rest = noun.partition(" ")
    if link in _LINKS:
        noun = _named(rest)
    asked = clause.ask(f"Which {len(listed)} {noun}") + (f" {link}" if link in _LINKS else "")
    if not noun:
        return None
    asked = asked.replace(clause.subject, context.inside(clause.subject), 1)
    return _fact(asked, noun, listed, context, statement)


def _many(clause: Clause) -> bool:
    """Whether the subject is plural by its words too."""
    head = re.split(_SCOPED, clause.subject)[0]
    return " and " in head or is_plural(head.split()[-1])


def _is_simple(noun: str) -> bool:
    """Whether what follows a noun phrase can only belong to its head."""
    noun = re.sub(r"\sthat\s(?:are|is)\s(?:not\s)?\w+(?:\s\w+ly)?$", "", noun)
    if re.search(r"\s(?:in|for|to|that|with|from|by|on|and|or|while|when|as)\s", noun):
        return False
    of = re.search(r"\sof\s(?:\w+\s)*?(?P<last>\w+)$", noun)
    return of is None or (is_plural_attribute(noun) and not is_plural(of["last"]))


def _pointed(statement: Statement, context: Context) -> Fact | None:
    """'These drugs include A and B', 'Examples include …': of what the sentence before says."""
    match, before = _THESE.match(statement.text), statement.before
    if match is None or before is None:
        return None
    clause = next(iter(clauses(before.doc)), None)
    listed = members_of(match["list"], statement.doc)
    if clause is None or clause.negated or clause.narrates or clause.fronted or not listed:
        return None
    head = head_noun(clause.subject)
    if not clause.plural or (match["noun"] and head != match["noun"]):
        return None
    subject = clause.subject
    if len(subject.split()) > _LONGEST_NAME:
        subject = re.split(r"\s(?:that|which|who|of|in|with|from|for)\s", subject)[0]
    noun = _named(subject)
    if not noun or head_noun(noun) != head:
        return None
    noun = context.inside(noun)
    said = "are listed" if clause.copula else re.sub(r"\balso\s", "", _up_to_but(clause.predicate))
    asked = f"Which {len(listed)} {noun} {said}"
    return _fact(asked, noun, listed, context, statement, *before.citations)
