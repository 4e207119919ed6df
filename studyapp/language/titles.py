"""The names that a title gives its page, without the shells that titles wear."""

import re

from studyapp.language.diseases import disease_named
from studyapp.language.words import folded

_PARTS = re.compile(r"\s*[:|]\s+|\s+[-–—]\s+|:(?=[A-Z])")
_BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_MARKS = re.compile(r"\s*(?:®|™|—\s*[Vv]ersion)\s*")
_ASPECTS = (
    r"(?:(?:treatment|management|prevention|diagnosis|symptoms?|signs|causes?|types?|stages"
    r"|risk\sfactors|complications|physiology|pathophysiology|anatomy|biology|pathology"
    r"|epidemiology|overview|basics|fundamentals|principles|essentials|functions?|structure"
    r"|spread|treatments?|screening|general\sinformation|information|facts|key\spoints|(?:\w+\s)?changes)"
    r"(?:\s(?:methods?|options?|overview|guidelines?|principles))?)"
)
_FRONT = re.compile(
    r"^(?:what\s(?:i|you|to|everyone)\s(?:need|should|ought)?\s?(?:to\s)?know\sabout"
    r"|what\s(?:is|are)(?:\sthe\s" + _ASPECTS + r"\s(?:of|for))?|all\sabout|about|understanding"
    r"|living\swith|coping\swith|managing|treating|preventing|diagnosing|learning\sabout"
    r"|recogni[sz]ing|(?:notes|facts|lectures?|lessons?)\s(?:on|about)|(?:an\s)?introduction\sto|(?:a|your)\sguide\sto"
    r"|" + _ASPECTS + r"(?:(?:,?\sand|,)\s" + _ASPECTS + r")*\s(?:of|for|about|in|during)"
    r"|the|an?)\s(?=\w)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\s(?:(?:and\s)?(?:" + _ASPECTS + r"|frequently\sasked\squestions|faqs?|fact\ssheets?"
    r"|information\spage|in\sbrief|at\sa\sglance|patient\sversion|health\sprofessional\sversion"
    r"|guide|guidelines?|handbook|handout|leaflet|lectures?|summary|update|review|notes|care"
    r"|therapy|explained))$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s(?:in|during|for|among|and)\s(?:(?:older|young|younger|the)\s)?(?:pregnancy|childhood"
    r"|children|infants|newborns|adolescents|teens|adults|elderly|seniors|women|men|students"
    r"|nurses|doctors|parents|patients|professionals|clinicians|beginners)\b.*$",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"^(?:keep|keeping|prevent|creating|choosing|making|getting|finding|caring|taking|helping"
    r"|talking|preparing|using|eating|staying|talk|learn|get|know|take|make|stop|protect)\b"
    r"|\b(?:your|caregiv\w+|carers?)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:what|how|when|why|where|who|which)\b|[?!;]"
    r"|\b(?:you|my|we|our|us|is|are|do|does|can|care|guide|history|report|home|hospital|clinic"
    r"|quiz)\b",
    re.IGNORECASE,
)
_ASPECT = re.compile(_ASPECTS, re.IGNORECASE)
_LONGEST = 8


def names_in(title: str) -> tuple[str, ...]:
    """The names that a title may give its page, in its order; none where it names nothing.

    'What I need to know about Gout' names gout, 'Lice - Head lice' lice and head lice;
    'Keep your heart healthy' names nothing.
    """
    found = (_bare(part) for part in _PARTS.split(_MARKS.sub(" ", folded(title))))
    return tuple(dict.fromkeys(name for name in found if name))


def _bare(part: str) -> str:
    """A part of a title without its shells; '' where no name is left."""
    name = _BRACKET.sub("", part).strip(" .?,-")
    before = ""
    while name != before:
        before = name
        name = _BACK.sub("", _FRONT.sub("", name)).strip(" .?,-")
    name = _PEOPLE.sub("", name)
    few = 0 < len(name.split()) <= _LONGEST
    named = few and _ASPECT.fullmatch(name) is None
    return name if named and not (_ADVICE.search(name) or _NO_NAME.search(name)) else ""


def advises(title: str) -> bool:
    """Whether a title gives advice and so names no one thing: 'Keep your heart healthy'."""
    return any(_ADVICE.search(part) for part in _PARTS.split(folded(title)))


_ASKED = re.compile(
    r"^(?:what\s(?:is|are|causes?)|who\s(?:gets|is\sat\srisk\sfor)|how\scommon\s(?:is|are)"
    r"|how\s(?:is|are|can|do\speople\sget)"
    r"|(?:what\s(?:is|are)\s)?(?:the\s)?" + _ASPECTS + r"(?:\s(?:of|for)))\s"
    r"(?P<what>(?!(?:the|a|an|my|your|some|this|these)\s).+?)"
    r"(?:\s(?:be\s)?(?:diagnosed|treated|prevented|spread|transmitted|managed|inherited"
    r"|classified))?\??$",
    re.IGNORECASE,
)


def asked_about(heading: str) -> str:
    """What a heading asks about: gout for 'What causes gout?' and 'Symptoms of gout'."""
    match = _ASKED.match(_BRACKET.sub("", folded(heading)).strip())
    if match is None:
        return ""
    name = match["what"].strip(" .?")
    return name if len(name.split()) <= _LONGEST and not _NO_NAME.search(name) else ""


_OF_CAUSE = re.compile(
    r"^(?P<name>.+?)\s(?:caused\sby|due\sto|associated\swith)\s(?P<cause>[^,;:?]+)$", re.IGNORECASE
)


def disease_headed(heading: str) -> str:
    """The one disease that a heading names or asks about; '' for none.

    'Cellulitis', 'Symptoms of cellulitis' and 'Cellulitis caused by streptococci' name one.
    """
    caused = _OF_CAUSE.match(heading)
    if caused is not None and disease_named(caused["name"]):
        return heading.strip(" .")
    return disease_named(heading) or disease_named(asked_about(heading))
