"""Whether words name people and no more: patients, doctors, families."""

from spacy.tokens import Span, Token

from studyapp.facts.cloze.sentence import words_of

PERSON = frozenset(
    "patient patients person people doctor doctors provider providers surgeon team health parent"
    " parents child children family".split()
)
CARERS = frozenset(
    """doctor doctors provider providers surgeon surgeons technician technicians physician
    physicians nurse nurses specialist specialists""".split()
)
_OF_PERSONS = (
    PERSON
    | CARERS
    | frozenset(
        """a an the some most many other other's or and all care healthcare professional
    professionals
    physicians physician technician technicians researchers researcher scientists women men
    surgeons nurse nurses experts expert specialist specialists individuals adults he she babies
    infants families members workers practitioner practitioners clinician clinicians caregivers
    medical personnel""".split()
    )
)


def is_person(token: Token) -> bool:
    """Whether a noun names a person: 'doctor', 'health care provider'."""
    return token.lower_ in PERSON or any(
        t.lower_ in PERSON for t in token.subtree if t.dep_ == "compound"
    )


def is_people(span: Span) -> bool:
    """Whether a part names somebody and tells nothing of them: 'a health care provider'."""
    words = words_of(span.doc)[span.start : span.end]
    return all(word.lower in _OF_PERSONS for word in words)
