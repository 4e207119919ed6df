"""Whether a question has one answer that a learner could know: open or empty ones make no card."""

import re

from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_HEDGED = re.compile(
    r"^(?:[^?]*,\s)?what\s(?:can|may|might|could|will)\s(?P<subject>.+?)\s(?:\w+ly\s)?(?P<verb>affect|improve"
    r"|prevent|reduce|provide|enhance|inhibit|identify|release|weaken|irritate|decrease|increase|lower"
    r"|raise|block|damage|reveal|allow|help|stimulate|promote|boost|worsen|aggravate|cause|lead\sto|result\sin|contribute\sto"
    r"|produce|trigger|precipitate)(?:\sin\s[^?]+)?\?$",
    re.IGNORECASE,
)
_UNTREATED = re.compile(r"^(?:if|when|without)\s(?:left\s)?(?:un|not|treat|any)", re.IGNORECASE)
_CAUSES = re.compile(
    r"^(?:cause|lead|result|contribute|produce|trigger|precipitate)", re.IGNORECASE
)
_ENUMERATES = re.compile(r", |\sand\s|\sor\s|; ")
_LEAST = 2
_DENIED = re.compile(
    r"^(?:[^?]*,\s)?what\s(?:do|does|did|can|may|will)\s[^?]+?\snot\s(?:have|reach|need|know|get|show|like)\b",
    re.IGNORECASE,
)
_NO_REFERENT = re.compile(
    r"^the\s(?:organism|disease|drug|procedure|condition|test|virus|person|patient|infection|illness|ulcer"
    r"|cells?|tissue|treatment)$|^signs?\s(?:or|and)\ssymptoms?\sthat\b",
    re.IGNORECASE,
)
_PERMITTED = re.compile(
    r"^(?:to\swhom|in\swhom|for\swhom|by\swhom|when|whom)\s(?:may|can|might|could)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:begin|start|appear|develop|occur)\b")
_AT_A_TIME = re.compile(
    r"\b(?:years?|months?|weeks?|days|hours|ages?|stages?|childhood|infancy|adulthood|adolescence)\b"
)
_ONLY = re.compile(r"\b(?:only|never|unless|until|except)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"^as\s(?:the|an?)\s|^information\b|^symptoms\sthat\srange\b|^(?:dramatic|many|various|significant)\s(?:changes|differences)\b"
    r"|^an?\s(?:medical|surgical|special|simple|different)\s(?:procedure|treatment|test|medicine|drug)$"
    r"|\((?:left|right|top|bottom|upper|lower|center)(?:\spanel)?\)"
    r"|^the\s(?:disorder|disease|condition|problem|illness|infection)\s(?:in|of|itself)\b"
    r"|^(?:plural|singular|abbreviat\w+|see|also|adj(?:ective)?|n)\b\s?[=:.]?"
    r"|^people\s(?:older|younger)$"
    r"|^(?:in\s)?(?:people|patients)\sof\s(?:all|any)\sages?$|\bhow\s(?:well|much|often|long)$",
    re.IGNORECASE,
)
_PLAIN_WORDS = "level amount presence protein medication medicine drug target"
_PLAIN = frozenset(s for word in _PLAIN_WORDS.split() for s in stems(word))
_DEED = re.compile(r"^(?:treat|prevent|cure|diagnose|relieve|reduce|control|lower|manage)\b")
_JUDGED = re.compile(
    r"^an?\s(?:[\w-]+\s(?:and\s)?){0,4}(?:condition|disease|disorder|illness)\s(?:that|which)\s(?:can|may)\s"
    r"(?:have|affect|be|impact)\b|\b(?:search\stool|web\s?site|database|newsletter|agency)\b",
    re.IGNORECASE,
)
"""How bad a disease is, or what a site offers, defines nothing."""
_RANKED = re.compile(
    r"^(?:an?\s|the\s)?(?:first|front|second)-line\s|^(?:an?|one)\s(?:\w+ly\s)?(?:common|frequent|major|important|possible|key|main|leading|rare"
    r"|good|serious|significant)\s(?:\w+\s)?(?:site|cause|source|part|problem|symptom|sign|reason"
    r"|complication|concern|way|factor|place|finding|feature|consequence)\b"
    r"|^(?:an?|one)\s(?:\w+\s)?(?:sign|symptom|cause|complication|finding|consequence|marker)\sof\b"
    r"|^an?\s(?:[\w-]+\s){1,4}(?:that|which)\s(?:requires?|needs?|should|must)\b|^all\b|^the\sopposite\sof\b|^an?\s(?:better|worse|more|less)\s|^one\s(?:way|of)\b",
    re.IGNORECASE,
)
"""What rank a thing has among others tells nothing of what it is."""
_TWO_VERBS = re.compile(
    r"^(?:What|How|Why|When|Where)\s(?:do|does|did|is|are)\s(?!.*\b(?:that|which|who|whose|when|if|because|what"
    r"|how|where|whether)\b).*\s(?:can|may|might|could|should|must|will)\s[a-z]+\s"
)
"""'What does medicine can help reduce?': the sentence was read with a wrong verb."""
_OPPORTUNITY = re.compile(
    r":|\bthat\scertain\b|\b(?:is|are)\snot\s(?:all|every)\b|^what\s(?:is|are)\snot\srecommended\b|^what\sdo(?:es)?\sthe\s(?:human\s)?body\sneed\b"
    r"|\b(?:can|may|might|should|must|will)\b.*\sand\s(?:[\w-]+\s){1,3}(?:can|may|might|should|must|will)\s"
    r"|\bopportunity\sto\b|^what\s(?:is|are)\s(?:less|more)\sable\b",
    re.IGNORECASE,
)
_MADE_OF_KINDS = re.compile(r"^either\b", re.IGNORECASE)
_ANYTHING = re.compile(
    r"\bwhat\sis\s(?:anything|something|a\sthing)\b|\bof\sthe\s[\w\s]+\sare\slisted\?$"
    r"|^what\ssingle\b|^what\sis\smore\sthan\s"
    r"|^what\sshould\s[^?]+\s(?:avoid|do)\?$|^in\swhom\s[^?]+\bthan\sage\s\d+\?$|\btaken\slater\b"
    r"|\s(?:after|once|before)\s[^?]+\sand\suntil\s|\sin\s(?:an\s(?:effort|attempt)|order)(?:\sin\s[^?]+)?\?$"
    r"|^what\sis\san?\s[\w\s-]*\b(?:goal|option|choice|step|way|reason|benefit|concern|idea)\b"
    r"|^of\swhich\s\d\sparts\s(?!.*\b(?:consist|compos|made)\w*)"
    r"|\bthe\s[a-z]+\s(?:released|produced|formed|removed|created)\s(?:used|is|are|do|does)\b"
    r"|\bof\sthe\s(?:cases|patients|participants|subjects|samples)\s(?:was|were|did|had)\b"
    r"|\b(?:in|of)\ssome\s(?:parts|areas|regions|countries|cases)\b|\breferred\sto\?$|\b(?:or|and)\s(?:be|is|are)\s|^which\s\d\spoints\s(?:is|are)\s"
    r"|^who\s[^?]+\sbecause\sof\s|\bunique\ssituation\?$"
    r"|^how\sdo(?:es)?\s(?!\w*\s?(?:men|women|boys|girls|adults|children)\b)[^?]+\scompare\swith"
    r"\s(?:men|women|boys|girls|children|adults)\?$",
    re.IGNORECASE,
)


_UNASKABLE = (_DENIED, _ANYTHING, _TWO_VERBS, _OPPORTUNITY)


def is_askable(fact: Fact) -> bool:
    """Whether the question of a fact asks for one thing, and its answer names it."""
    asked, value = fact.question or f"What is {fact.subject}?", fact.value.strip()
    if _NO_REFERENT.match(value) or any(p.search(asked) for p in _UNASKABLE):
        return False
    if asked.startswith("What is ") and _MADE_OF_KINDS.match(value):
        return False
    if (asked.startswith("To what ") and _DEED.match(value)) or _does_a_deed(asked):
        return False
    limits = re.search(r"\blimit\b", asked) is not None and " to " in value
    anyone = asked.startswith("In whom") and re.fullmatch(r"\S+\spatients", value) is not None
    if limits or anyone or _repeats_an_item(fact):
        return False
    if _REMARK.search(value) or _is_permission(asked, value):
        return False
    cut = asked.count("\N{EM DASH}") % 2 == 1  # an aside without its end
    return not (cut or _is_open(asked, value) or _is_empty_gloss(fact) or _repeats(fact))


_DOES = re.compile(r"^(?:how|what|why)\s(?:do|does)\s[a-z]+\s(?:the|an?)\s", re.IGNORECASE)


def _does_a_deed(asked: str) -> bool:
    """'What does widen the vessel improve?': an instruction of a list taken for a thing."""
    return _DOES.match(asked) is not None


def _repeats_an_item(fact: Fact) -> bool:
    """Whether a list names one thing twice ('a blood count; CBC (blood count)')."""
    kinds = [frozenset(stems(re.sub(r"\([^)]*\)", "", item))) for item in fact.items]
    short = {m for item in fact.items for m in re.findall(r"\(([A-Z]{2,})\)", item)}
    return len(set(kinds)) < len(kinds) or any(item.strip() in short for item in fact.items)


def _is_permission(asked: str, value: str) -> bool:
    """'When may X be used?', where nothing says that it may be only then.

    A case that tells enough ('if the scan shows a tumor of the gland') is worth knowing.
    """
    if _PERMITTED.match(asked) is None or _ONLY.search(f"{asked} {value}"):
        return False
    if _is_timed(asked, value):
        return False
    told = set(stems(value)) - set(stems(asked)) if _CASE.match(value) else set()
    return len(told) < _TELLING or _CARE.search(asked) is None


def _is_timed(asked: str, value: str) -> bool:
    """Whether it is told exactly when something may begin: 'in the second year'."""
    begins = _BEGINS.search(asked) is not None and _AT_A_TIME.search(value) is not None
    return begins and "incubation" not in value


_CASE = re.compile(r"^(?:if|when)\s(?!(?:it|they|you|needed|necessary)\b)", re.IGNORECASE)
_CARE = re.compile(
    r"\b(?:suspected|used|necessary|needed|required|done|performed|recommended|considered|given|tested"
    r"|prescribed|removed|started|stopped|indicated)\b"
)
_TELLING = 3


_OWN = re.compile(r"['’]s?\b|^(?:getting|developing|having|acquiring|contracting)\s")


def _repeats(fact: Fact) -> bool:
    """Whether the question holds all that the answer tells: 'What do BRAF inhibitors block?'."""
    if fact.items or any(c.isdigit() for c in fact.value) or fact.negated or not fact.question:
        return False
    asked = set(stems(_OWN.sub("", fact.question)))
    roots = {stem[:_ROOT] for stem in asked if len(stem) > _ROOT}
    told = {
        s
        for s in set(stems(_OWN.sub("", fact.value))) - _PLAIN
        if s[:_ROOT] not in roots or len(s) < _ROOT
    }
    return told <= asked | _BLOOD and fact.kind not in _TOLD_BY_NUMBER


_ROOT = 7
_BLOOD = frozenset(stems("blood"))
_TOLD_BY_NUMBER = {
    FactKind.FIGURE,
    FactKind.DOSE,
    FactKind.DURATION,
    FactKind.THRESHOLD,
    FactKind.ABBREVIATION,
}


def _is_open(asked: str, value: str) -> bool:
    """'What can soap irritate?': one thing of many that it can; a list of them is asked whole.

    What a named thing can cause is worth knowing; what a general one can change is not.
    """
    match = _HEDGED.match(asked)
    if match is None or _ENUMERATES.search(value) or _UNTREATED.match(asked):
        return False
    if match["subject"].startswith("be "):
        return False
    named = len(stems(match["subject"])) >= _LEAST
    return not (named and _CAUSES.match(match["verb"]))


_GLOSSED = re.compile(r"^what does the term “(?P<term>[^”]+)” mean", re.IGNORECASE)
_DEGREE = re.compile(
    r"^(?:poor|good|severe|mild|acute|chronic|high|low|rare|common|normal|abnormal|silly|strange|new|old"
    r"|early|late|large|small)\s",
    re.IGNORECASE,
)
_CLASS_ONLY = re.compile(
    r"^an?\s(?:[\w-]+\s){0,2}(?:substance|product|material|condition|disease|drug|medicine|chemical|gas"
    r"|problem|compound|thing)$",
    re.IGNORECASE,
)


_EVALUATED = re.compile(
    r"^an?\s(?:(?:very|potentially|usually)?\s?(?:devastating|complex|serious|common|rare|severe|life-threatening|chronic"
    r"|debilitating|dangerous|difficult|long-term|lifelong|painful|deadly|fatal|mild|complicated)"
    r"(?:,\s(?:and\s)?|\sand\s|,?\sbut\s|\s))+"
    r"(?:condition|disease|disorder|illness|problem|infection)$",
    re.IGNORECASE,
)


def _is_empty_gloss(fact: Fact) -> bool:
    """Whether a gloss only names the class of its term, or explains a part of it.

    'Poor prognosis (chance of recovery)' explains the prognosis, not that it is poor.
    """
    term = _GLOSSED.match(fact.question)
    if fact.kind is not FactKind.DEFINITION:
        return False
    inflamed = re.fullmatch(r"inflammation of the [\w ]+", fact.value.strip(), re.IGNORECASE)
    if _JUDGED.search(fact.value.strip()) or _RANKED.match(fact.value.strip()):
        return True
    several = fact.subject.count(", ") > 1 and " and " in fact.subject
    joined = several or re.match(
        r"^(?:what\s(?:is|are)\s)?[\w\s-]+,\sand\s", fact.question or fact.subject, re.IGNORECASE
    )
    part = inflamed is not None and term is not None and " " in term["term"]
    if (
        joined
        or part
        or _EVALUATED.match(fact.value.strip())
        or _CLASS_ONLY.match(fact.value.strip())
    ):
        return True
    return term is not None and _DEGREE.match(term["term"]) is not None
