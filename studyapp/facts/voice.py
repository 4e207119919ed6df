"""What a page tells its reader ('if you have gout, your doctor may …'), told of patients."""

import re
from functools import lru_cache

from studyapp.facts.asides import without_asides
from studyapp.facts.patients import of_carers, of_patients
from studyapp.facts.run_ins import without_title
from studyapp.language.words import capital

_YOUR = re.compile(
    r"\b[Yy]our\s(?=(?!doctor|provider|health|oncologist|team|care|surgeon|own|nurse|daily|life|lifestyle|relationships?"
    r"|work\b|job|family|friends?|feelings|home|usual|everyday|insurance)\w)"
)
_IS = re.compile(
    r"\b(?P<what>[Ii]t|[Tt]hat|[Tt]here)['’]s\b(?!\s(?:been|got|become|caused|taken)\b)"
)
_ARE = re.compile(r"\b(?P<who>[Tt]hey)['’]re\b")
_IN_BRACKETS = re.compile(r"^\((?P<said>(?!The\s\w*[A-Z])[A-Z][^()]+[.])\)$")
_ITS_STAGE = re.compile(
    r"^(?P<link>In|At|During)\s(?:its|their)\s(?=(?:[\w-]+\s){0,3}(?:stages?|forms?|course|phases?),)"
)
_BUT = re.compile(r"^(?:But|And|Yet)\s(?=[a-z])")
_OPENER = r"^(?P<opener>(?:Also|However|In addition|For example), )?"
_HAVE = re.compile(
    _OPENER
    + r"(?:[Ii]f|[Ww]hen)\syou(?:\s(?:already\s)?have|['’]ve\sgot)\s(?!to\b|had\b|been\b|any\b"
    r"|questions?\b|trouble\b|never\b|not\b|these\b|this\b|those\b|thoughts\b|a\squestion|concerns"
    r"|gone\b|already\b|ever\b|\w+(?:ed|en)\s)(?P<what>[^,;]+), (?P<rest>.+)$"
)
_DO = re.compile(
    _OPENER + r"(?P<when>[Ii]f|[Ww]hen|[Ww]hile|[Oo]nce|[Aa]fter|[Bb]efore)\syou(?P<are>['’]re)?"
    r"\s(?!think|want|wish|would|notice|know|need|decide|or\b|plan|suspect|find|use\b|look|see\b|feel"
    r"|choose|do\snot|don|understand|describe|talk|ask|believe|go\b|get\b|like)"
    r"(?P<do>[^,;]+), (?P<rest>.+)$"
)
_THEN_YOU = re.compile(r"^(?:then\s)?you(?:\s|['’](?P<will>ll)\s)(?P<also>also\s)?(?P<rest>.+)$")
_MODAL = re.compile(
    r"^(?:also\s)?(?:may|might|(?:should|could)(?:n['’]t)?|must|can|cannot|will|are|also)\b"
)
_LAST = re.compile(
    r"(?P<said>^(?!Call|Seek|Get|See|Ask|Tell|Contact|Talk|Go|Dial|Try|Do|Visit|Stop|Take).+?),?\sif\syou\shave\s(?!to\b|had\b|been\b|any\b|not\b|questions|trouble|\w+ed\s)"
    r"(?P<what>[^,;]+?)(?P<stop>\.?)$"
)
_TOLD = re.compile(
    r"^(?P<what>(?!(?:If|When|Ask|Tell|What|There|Here)\b)[A-Z][^,;:]{2,80}?\s(?:is|are)\s(?:an?\s|the\s)?[^,;:?]*?"
    r"\b(?:that|which|where|how|while|when)\s)(?P<rest>[^?]+)$"
)
_READER = re.compile(r"\byou(?:['’](?P<short>re|ve|ll))?\b")
_SHORTENED = {"re": " are", "ve": " have", "ll": " will"}
_WISHES = re.compile(r"\byou\s(?:want|need|should|think|wish|choose|ask|prefer|like|decide)\b")
_YOU = re.compile(r"\b(?:you|yours|yourself)\b", re.IGNORECASE)


_OR_ADJECTIVE = re.compile(r"^(?P<one>\W*[A-Z][a-z-]+),\sor\s[a-z-]+,\s(?=[a-z])")
"""'Primary, or essential, tremor is …': the second name, which no parser reads rightly."""


_IF_ANY = re.compile(
    r",\sif\s(?:present|any|they\soccur|it\soccurs),(?=\s(?:is|are|can|may|should)\b)"
)
"""'Seizures, if present, are treated with …': what is absent needs no treatment."""
_TEACHER = re.compile(
    r"^(?:(?:Recall|Remember|Note|Notice|Keep\sin\smind)\sthat\s|As\s(?:was\s)?(?:discussed|mentioned"
    r"|noted|described|explained|stated)(?:\s(?:above|earlier|previously|before))?,\s)(?=[A-Za-z])"
)
"""'Recall that the tongue …': what a lesson says to its class before the claim."""


@lru_cache(maxsize=2048)
def impersonal(text: str) -> str:
    """Text that speaks of patients where it spoke to them, as far as that is certain.

    An adjective's other name is left out, and so are how a name is spoken and a call to remember.
    """
    bare = without_title(without_asides(_IF_ANY.sub("", text))).strip()
    told = _TEACHER.match(bare)
    bare = capital(bare[told.end() :]) if told else bare
    said = _IN_BRACKETS.sub(r"\g<said>", bare)
    said = _ARE.sub(r"\g<who> are", _IS.sub(r"\g<what> is", _BUT.sub("", said)))
    said = _ITS_STAGE.sub(r"\g<link> the ", said)
    said = _OR_ADJECTIVE.sub(r"\g<one> ", said)
    said = _YOUR.sub(lambda match: "The " if match.group(0)[0] == "Y" else "the ", said)
    said = _OUR_BODY.sub(_of_the_body, said)
    said = _of_people(said) if _YOU.search(said) else said
    said = _embedded(said) if _YOU.search(said) else said
    return of_carers(of_patients(said) if _YOU.search(said) else said)


_OUR_BODY = re.compile(
    r"\b(?P<our>[Oo]ur)\s(?:(?P<body>body)\b|(?P<own>own\s)?(?=(?:self|cells?|tissues?|organs?|blood|skin"
    r"|immune|bones?|muscles?|brains?|lungs?|hearts?|livers?|kidneys?|stomachs?|intestines?|DNA|genes?|antigens?"
    r"|nerves?|joints?|eyes?|hormones?)\b))"
)


def _of_the_body(match: re.Match[str]) -> str:
    """'Our own antigens' as 'the body's own antigens', 'our brain' as 'the brain'."""
    the = "The" if match["our"] == "Our" else "the"
    if match["own"]:
        return f"{the} body's own "
    return f"{the} body" if match["body"] else f"{the} "


_ASKS = re.compile(
    r"^(?:You|Talk|Ask|Call|Tell|See|Check|Discuss|Contact|Work|Visit|Get|Go|If|Make|Take|Use|Try|Keep|Let"
    r"|Learn|Find|Read|Do|Don|Be|Have|Follow|Eat|Avoid|Consider|Whether|How|What|Where|When)\b"
    r"|\b(?:ask|tell|talk|discuss|contact|want|website|online|visit)\b|\bgive\syou\b|\byour\sown\b"
    r"|\byourself\b|\bfor\syou\b|\bwith\syou\b|\bto\syou\b|\?",
)
_INNER = re.compile(
    r"^(?P<main>.*?\b(?:how\s(?:much|many|well|fast|often|long|\w+)|whether|that|what|which|where|as|when"
    r"|while|because)\s(?:[\w-]+\s){0,5}?)you(?P<short>['’](?:re|ve|ll))?\s(?!may\sask\b)"
)


def _embedded(text: str) -> str:
    """'The test shows how much air you breathe' as 'how much air patients breathe'."""
    if _ASKS.search(text):
        return text
    for _ in range(_MOST):
        inner = _INNER.match(text)
        if inner is None:
            break
        short = _SHORTENED.get((inner["short"] or "")[1:], "")
        text = f"{inner['main']}patients{short} {text[inner.end() :]}"
    return re.sub(r"\byour\s(?=doctors?\b)", "the ", text) if not _YOU.search(text) else text


_MOST = 4


def _of_people(text: str) -> str:
    """'If you have gout, you may …' as 'People with gout may …'."""
    for pattern, who, whom in ((_HAVE, "People with", "In people with"), (_DO, "People who", "")):
        match = pattern.match(text)
        if match is None:
            continue
        what = match.groupdict().get("what") or _done(match)
        then = _THEN_YOU.match(match["rest"])
        opener = match["opener"] or ""
        if _YOU.search(what):
            return text
        if then is not None and not _YOU.search(then["rest"]):
            modal = "will " if then["will"] else ""
            tail = f"{then['also'] or ''}{modal}{then['rest']}"
            return f"{opener}{who} {what} {tail}" if _MODAL.match(tail) else text
        if _YOU.search(match["rest"]):
            return text
        opening = f"{whom} {what}" if whom else f"{match['when'].capitalize()} people {what}"
        return f"{opener}{opening}, {match['rest']}"
    return _behind(text)


def _behind(text: str) -> str:
    """A sentence that speaks to its reader only behind its main verb."""
    told = _TOLD.match(text)
    if told is not None and not _YOU.search(told["what"]) and not _WISHES.search(told["rest"]):
        return told["what"] + _of_readers(told["rest"])
    last = _LAST.match(text)
    if last is not None and not _YOU.search(f"{last['said']} {last['what']}"):
        return f"{last['said']} in people with {last['what']}{last['stop']}"
    return text


def _of_readers(text: str) -> str:
    """'Tests that measure how well you sleep' with 'people' for its reader, and then 'they'."""
    names = iter(("people",))
    return _READER.sub(
        lambda match: next(names, "they") + _SHORTENED.get(match["short"] or "", ""), text
    )


def _done(match: re.Match[str]) -> str:
    return f"are {match['do']}" if match["are"] else match["do"]
