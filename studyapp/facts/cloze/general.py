"""Whether a sentence says what is so in general: of nobody's study, and to nobody."""

import re

from spacy.tokens import Doc, Token

from studyapp.facts.cloze.sentence import text_of, words_of
from studyapp.language.clause import clauses

_NEVER = re.compile(
    r"\b(?:(?:above|below|following|aforementioned|as\sfollows|herein)"
    r"(?=[.,:;)]|\s(?:section|table|figure|list))|(?-i:see\s[A-Z(])"
    r"|even\s(?:greater|higher|lower|worse|better|more|less)\b(?!.*\bthan\b)"
    r"|the\sfollowing|following(?=\s?[:.,])|panel\)|(?:and|or|with|to|of|for|by|as)[.:]$"
    r"|(?:(?:as|just)\s(?:shown|seen|illustrated|described|discussed|mentioned)|listed|denotes?"
    r"|(?:first|last|next|previous|remaining)\s(?:two|three|four|five|six|seven|few)"
    r"|911|988|hotline|lifeline|crisis\sline"
    r"|(?:patient|person|surgeon|provider|doctor)\s(?:then|next|first))\b)",
    re.IGNORECASE,
)
_NEVER_SO = re.compile(
    r"[?$(:](?:(?<=\?)|(?<=:)\s*$|(?<=\$)\s?\d"
    r"|(?<=\()(?:right|left|top|bottom|upper|lower)(?:\spanel)?\))"
    r"|^(?:The\s(?:figure|table|image|photo\w*|diagram|graph)\b|There\s(?:is|are)\s(?!no\b))",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Ww]e|[Oo]ur|[Oo]urs|us|[Mm]y|me|[Ll]et['’]s|I)\b"
    r"(?!\s(?:and|or)\sII\b)"
)
_LONE_I = re.compile(
    r"\b(?:[Tt]ype|[Ss]tage|[Cc]lass|[Pp]hase|[Gg]rade|[Ff]actor|[Gg]roup|[Cc]omplex)\sI\b"
)
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ies|ied)|trials?|participants?|researchers?|investigators?|scientists?"
    r"|authors?|surveys?|meta-analys[ei]s|randomi[sz]ed|cohorts?|(?:19|20)\d\d|centur(?:y|ies)"
    r"|decades|congress|legislation|insurance|medicare|medicaid|websites?|online|programs?"
    r"|national|institutes?|foundation|research|figures?\s\w?\d|tables?\s\w?\d|chapters?"
    r"|database|pubmed|journals?|companies|company|marketing|news|media|learn\s(?:how|about|to)|history\sof\smedicine|named\s(?:after|for)|data"
    r"|literature|(?<!case\s)reports?|(?<!frequently\s)(?<!commonly\s)reported|experts?|guidelines?"
    r"|theory|theories|hypothes\w+|evidence\s(?!of\b|that\sa\s)|controvers\w+|unclear|currently\sbeing"
    r"|hope\sto|investigating|investigated|developing\s(?:new|drugs|treatments))\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"^(?!The\s)(?:[A-Z][a-z’']*\s(?:(?:of|and|in|the|for|to)\s)*){3,6}[A-Z][a-z’']+\s"
)
"""A heading run into its sentence: 'Four Main Symptoms Gout begins …'."""
_SHOWN = re.compile(
    r"^(?:[A-Z][\w-]+\s){0,2}(?:[\w-]+\s){0,2}(?:[Ss]tudies|[Rr]esearch|[Ee]vidence)\s(?:has\s|have\s)?"
    r"(?:suggests?|suggested|shows?|shown|indicates?|indicated|reveals?|revealed|found)\sthat\s"
)
"""'Research suggests that …': what follows is so in general, as far as it is known."""
_SOMEBODY = re.compile(
    r"\b[A-Z][a-z]+['’]s\s(?:doctor|physician|nurse|surgeon|\w+ologist|tests?|symptoms?|age|family|husband|wife|mother"
    r"|father|son|daughter|parents|condition|blood|urine|lab|results?|history|case|pain|fever)\b"
)
"""Of a person in a story: 'Paula's doctor'."""
_VAGUE = re.compile(
    r"\b(?:important\s(?:consideration|part|role|step|in\schoosing"
    r"|to\s(?:note|know|remember|understand|learn|ask|talk))"
    r"|[Ss]everal\s(?:factors|advantages|benefits|reasons|ways)|first\srealize|initiatives?"
    r"|are\svaried|case\sin\spoint|depends?\son(?!.*\band\b)|many\sfactors"
    r"|var(?:y|ies)\s(?:widely|from|by|greatly|depending)|a\snumber\sof\s(?:ways|factors|things)"
    r"|\.\s[a-z]|\bmay\s(?:be\s)?repeat(?:ed)?\b|^(?:certain|various|several)\b|as\sdirected"
    r"|^some\b.*\bwhile\sothers\b|dollars?|(?:less|little|more|much|nothing)\sis\sknown|not\sonly|huge\sproblem|growing\sproblem|talk\s(?:to|with)|ask\s(?:the|a)|questions\sabout"
    r"|decisions?\sabout|emotional\ssupport|support\sgroups?|loved\sones|family\smembers"
    r"|caregivers?|some\spatients\s(?:may\s)?(?:feel|find|wish)|(?:is|are)\savailable|costs?"
    r"|expensive)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"#|[a-z)]{3}[.!?]\s+[A-Z#*|]")
"""Two sentences in one, or a mark of the page between them."""
_FORBIDS = re.compile(r"^(?:Do not|Never|Avoid|Always|Don['’]t)\s")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"MD", "VBZ", "VBP"})
_PAST = frozenset({"was", "were", "had", "did"})


def is_general(text: str) -> bool:
    """Whether a sentence says what is so, of nobody's study, and speaks to nobody."""
    told = _SHOWN.sub("", text)
    if any(p.search(told) for p in (_NEVER_SO, _NEVER, _STUDIED, _VAGUE, _SOMEBODY)):
        return False
    if _RUN_IN.match(text):
        return False
    return _SPEAKS.search(_LONE_I.sub("", text)) is None and _TWO.search(text) is None


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence does, all its brackets closed."""
    return text.rstrip()[-1:] in '.)”"' and text.count("(") == text.count(")")


def claims(doc: Doc, told: str = "") -> bool:
    """Whether a sentence, or what is told of it, says what is so or forbids, at present."""
    words = words_of(doc)
    if told and len(told) < len(text_of(doc)):
        own = any(word.dep in SUBJECTS and word.start < len(told) for word in words)
        return own and " was " not in told
    root = next((doc[at] for at, word in enumerate(words) if word.dep == "ROOT"), None)
    if root is None or any(t.lower_ in _PAST for t in root.lefts) or root.tag_ == "VBD":
        return False
    if _FORBIDS.match(text_of(doc)):
        return True
    if doc[0].tag_ in {"VB", "VBZ"} or (
        doc[0].tag_ == "PRP" and doc[1:2].text and doc[1].tag_ == "VB"
    ):
        return False  # an order, or what is said of something that is not named
    subjects = (doc[at] for at, word in enumerate(words) if word.dep in _ANY_SUBJECT)
    if any(map(_is_of_present, subjects)) or next(clauses(doc), None) is not None:
        return True
    return any(word.tag in _FINITE and word.dep not in {"relcl", "acl"} for word in words)


_ANY_SUBJECT = SUBJECTS | {"csubj", "csubjpass", "expl"}


def _is_of_present(subject: Token) -> bool:
    """Whether a subject is that of a verb in the present that is no relative clause's."""
    verb = subject.head
    if verb.dep_ == "relcl":
        return False
    return verb.tag_ in {"VBZ", "VBP"} or any(t.tag_ in _FINITE for t in verb.lefts)
