"""Words: their stems, which of them carry no content, and how they start inside a sentence."""

import re
import unicodedata

STOP = frozenset(
    """a an the of in on at to for from by with and or nor but is are was were be been being am do does did has
    have had having can could may might must shall should will would what which who whom whose when where why
    how that than then there as if into onto over under about also both either its it they their them this
    these those such any some each other per via not no so very more most much many""".split()
)
"""Words that make two phrases neither alike nor different."""

PLURAL_IN_FORM = frozenset(
    """diabetes measles mumps rabies herpes scabies rickets shingles hives ascites tetanus pertussis syphilis
    tuberculosis hepatitis arthritis meningitis nephritis dermatitis cystitis gastritis pancreatitis bronchitis
    sepsis stenosis metastasis thrombosis cirrhosis fibrosis diagnosis prognosis basis crisis analysis virus lupus
    plexus fetus uterus sinus anus thymus hiatus genetics statistics physics lens pus mucus status series species
    pancreas biceps triceps pelvis paralysis psychosis necrosis osteoporosis sclerosis dialysis biopsies' aids
    loss process abscess illness weakness numbness dizziness stress progress access mass virus focus""".split()
)
"""Singular nouns that end like plurals."""

_PLURAL_ENDINGS = (
    ("metastases", "metastasis"),
    ("ses", "sis"),
    ("vertebrae", "vertebra"),
    ("bacteria", "bacterium"),
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
)
_SUFFIX = re.compile(
    r"(?<=\w{4})(?:ations?|ation|ically|ingly|edly|ing|ed|ives?|ity|ies|ment|ness|ly|al|ic|ous|es|s|e|y)$"
)
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:\.\d+)?")
_FOLDED = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-", "−": "-"}
_BRITISH = ((re.compile(r"(?<=[a-z])oe(?=[dms])|^oe"), "e"), (re.compile(r"ae(?=[mst])"), "e"),
            (re.compile(r"our\b"), "or"), (re.compile(r"is(?=e[ds]?$|ing$|ation)"), "iz"))  # fmt: skip


def folded(text: str) -> str:
    """Text in one typography: straight quotes, plain spaces and hyphens, composed letters."""
    text = unicodedata.normalize("NFC", text)
    return "".join(_FOLDED.get(char, char) for char in text)


def singular(noun: str) -> str:
    """The singular of a lower-case noun, Latin and Greek plurals included."""
    if noun in PLURAL_IN_FORM or noun.endswith(("sis", "us", "itis", "ss")):
        return noun
    for plural, one in _PLURAL_ENDINGS:
        if noun.endswith(plural) and len(noun) > len(plural) + 1:
            return noun.removesuffix(plural) + one
        if noun == plural:
            return one
    return noun.removesuffix("s") if noun[3:] else noun


def stem(word: str) -> str:
    """A crude root of a lower-case word, equal for its inflections and spellings."""
    word = word.removesuffix("'s")
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word)
    return _SUFFIX.sub("", singular(word))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words and numbers of a text that carry content, in order."""
    words = _WORD.findall(folded(text).lower())
    return tuple(stem(word) for word in words if word not in STOP)


def is_plural(noun: str) -> bool:
    """Whether a noun is plural by its form."""
    word = noun.lower()
    if word in PLURAL_IN_FORM or word.endswith(("sis", "itis", "us", "ss", "ics")):
        return False
    return word.endswith(("s", "ae")) or word in {"people", "children", "men", "women", "bacteria"}


def starts_inside(text: str, common: frozenset[str]) -> str:
    """Text as it stands inside a sentence: its first letter small unless it is a name.

    `common` holds the words that the document also writes with a small letter.
    """
    match = re.match(r"[A-Za-z]+(?:['’]s)?", text)
    if not match:
        return text
    word = match.group(0)
    if word.isupper() and len(word) > 1:
        return text
    if not word[1:].islower() and len(word) > 1:
        return text
    if word.lower() in common or word.lower() in STOP:
        return text[0].lower() + text[1:]
    return text


def capital(text: str) -> str:
    """Text with a capital first letter."""
    return text[:1].upper() + text[1:]
