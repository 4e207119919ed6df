"""What a card asks, as far as options need to know: its plain words, its blank, what is open.

A question is closed when one thing alone can be its answer: a name, a definition, the most common
of its kind. What may cause a disease is open: a name taken from another card may cause it too.
"""

import re
from dataclasses import dataclass

from studyapp.language.words import spaced, stems
from studyapp.model import CLOZE, Card

BLANK = "___"
_TOPIC = re.compile(r"^[^.?!_:]{2,60}:\s(?=\S)")
_SENTENCE = re.compile(r"(?<=[a-z)%][.?!])\s+(?=[A-Z_])")


@dataclass(frozen=True, slots=True)
class Question:
    """`text` is all that is asked, with `___` for a blank; `before` and `after` stand around it.

    Both are of the sentence that has the blank, and empty where there is none. `hint` is what
    the blank is asked with ('how long?').
    """

    text: str
    before: str = ""
    after: str = ""
    hint: str = ""

    @property
    def has_blank(self) -> bool:
        """Whether it is a sentence with a deletion."""
        return BLANK in self.text

    @property
    def clause(self) -> str:
        """The sentence that asks."""
        return f"{self.before}{BLANK}{self.after}" if self.has_blank else self.text


def question_of(card: Card) -> Question:
    """The question of a card without the marks of its deletion and the topic in front of it."""
    found = CLOZE.search(card.question)
    if found is None:
        return Question(spaced(card.question).strip())
    text = CLOZE.sub(BLANK, card.question)
    text = spaced(_TOPIC.sub("", text)).strip()
    sentence = next((one for one in _SENTENCE.split(text) if BLANK in one), text)
    before, _, after = sentence.partition(BLANK)
    return Question(text, before, after, found["hint"] or "")


_OPEN = re.compile(
    r"\b(?:may|might|can|could|such\sas|includ\w+|for\sexample|e\.g|one\sof|among|also|other\sthan"
    r"|another(?!\s(?:name|term|word))|some(?:times)?|certain|examples?|contribut\w+|associated"
    r"|linked|risk|apart\sfrom|besides|like|especially|particularly|typical\w*|often|similar\w*"
    r"|increasing\w*|more|less|rarely|not|never|no|either|or)\b",
    re.IGNORECASE,
)
"""Words by which several answers may be right, or by which a right one may be wrong."""

_EXAMPLE = re.compile(
    r"\b(?:such\sas|includ\w+|for\sexample|examples?|e\.g|one\sof|may|might)\b", re.IGNORECASE
)
"""Words by which even a name is one of several."""

_NAMING = re.compile(
    r"\b(?:called|known\sas|named|termed|referred\sto\sas|another\s(?:name|term|word)\sfor"
    r"|(?:the|what|which)\s(?:\w+\s)?(?:name|term|word)\b)",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:called|known\sas|termed|named|referred\sto\sas|defined\sas)(?:\s(?:an?|the))?\s$",
    re.IGNORECASE,
)
_FIRST = (
    r"the\s(?:(?:single|second|third|fourth|fifth)\s)?(?:most\s(?!of\b)\w+|main|primary|leading|chief|largest|smallest"
    r"|longest|shortest|principal|commonest|strongest|highest|lowest|gold\sstandard|only|preferred|standard|main|usual|first-line"
    r"|(?:first|second|third|fourth|\d+(?:st|nd|rd|th))\s(?:leading|most\s\w+|stage|phase|step|line))\b"
)
_OF_CHOICE = re.compile(r"\bof\schoice\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(rf"\b{_FIRST}(?:\s(?P<noun>[\w-]+))?", re.IGNORECASE)
_CLASS = re.compile(
    r"^(?:to\s)?(?:which|what)\s(?:class|group|family|genus|type|kind)\b.*\b(?:is|are|belongs?)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"^(?:very\s)?(?:common|frequent|serious|rare|major|important|possible)\b|^(?:(?:very|most|more|common|frequent|possible|potential|rare|important|major|known|serious"
    r"|significant|key|useful|good|effective|\w+ly)\s)*(?:causes?|risk|factors?|complications?|symptoms?|signs?"
    r"|effects?|side|treatments?|types?|forms?|examples?|results?|sources?|reasons?|features?"
    r"|problems?|components?|members?|consequences?|options?|indications?|methods?|parts?"
    r"|conditions?|diseases?|disorders?)\b(?!\s(?:in\swhich|where|that|of)\b)",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:\s\([^()]*\))?\s(?:is|are|was|were)\s(?P<what>(?:an?|the)\s.+)$", re.IGNORECASE
)
_MEANS = re.compile(
    r"^\s(?:refers?\sto|means?(?!\sthat)|occurs?\swhen|is\sdefined\sas|are\sdefined\sas|stands?\sfor)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:of|that|which|who|where|when|by|caused|used|produced|formed)\b")
_FEWEST = 6
"""So many telling words a sentence has at least that leaves a name blank."""
_LEAST = 6
"""So many words a definition has at least to be true of one thing alone."""


def asks_name(question: Question) -> bool:
    """Whether a question asks what something is called, in whatever words."""
    if question.has_blank:
        return _NAMED_BEFORE.search(question.before) is not None
    return _NAMING.search(question.text) is not None


def is_closed(question: Question) -> bool:
    """Whether a name can be the one right answer of a question."""
    if asks_name(question):
        return _EXAMPLE.search(question.clause) is None and _tells(question)
    if _doubtful(question):
        return False
    if question.has_blank:
        return _defines(question.after) or _tops(question)
    if _SUPERLATIVE.search(question.text):
        return bool(first_of(question))
    return any(one.search(question.text) for one in (_CLASS, _OF_CHOICE))


def _tells(question: Question) -> bool:
    """Whether a sentence with a blank says more than that something has a name."""
    return not question.has_blank or len(stems(question.text.replace(BLANK, " "))) >= _FEWEST


def first_of(question: Question) -> str:
    """What the answer is the first of: 'cause' where the most common one is asked for."""
    found = None if asks_name(question) else _SUPERLATIVE.search(question.clause)
    noun = (found["noun"] or "").lower() if found else ""
    return noun if stems(noun) else ""


def _doubtful(question: Question) -> bool:
    clause = question.clause
    said = re.sub(r"\bmore\sor\sless\b|\bthe\smost\b", " ", clause)
    return _OPEN.search(said) is not None


def _defines(after: str) -> bool:
    """Whether what follows a blank is true of one thing: 'is the buildup of fluid in …'."""
    if _MEANS.match(after):
        return True
    found = _IS.match(after)
    if found is None:
        return False
    what = _ARTICLE.sub("", found["what"])
    if _SUPERLATIVE.match(found["what"]):
        return True
    long = len(what.split()) >= _LEAST and _TOLD.search(what) is not None
    return long and _OF_MANY.match(what) is None


def _tops(question: Question) -> bool:
    """Whether a blank is the first of its kind: 'the most common cause of … is ___'."""
    at = _SUPERLATIVE.search(question.before)
    return (
        at is not None
        and re.search(r"\b(?:is|are|was|were)\s(?:(?:an?|the)\s)?$", question.before) is not None
        and "," not in question.before[at.end() :]
    )
