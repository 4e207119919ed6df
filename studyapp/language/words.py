"""Words: their stems, which of them carry no content, and how they start inside a sentence."""

import re
import unicodedata
from functools import lru_cache

_STOP_WORDS = """
    a an the of in on at to for from by with and or nor but is are was were be been being am do
    does did has have had having can could may might must shall should will would what which
    who whom whose when where why how that than then there as if into onto over under about
    also both either its it they their them this these those such any some each other per via
    not no so very more most much many
"""
STOP = frozenset(_STOP_WORDS.split())
"""Words that make two phrases neither alike nor different."""

_PLURAL_IN_FORM_WORDS = """
    diabetes measles mumps rabies herpes scabies rickets shingles hives ascites tetanus
    pertussis syphilis tuberculosis hepatitis arthritis meningitis nephritis dermatitis
    cystitis gastritis pancreatitis bronchitis sepsis stenosis metastasis thrombosis cirrhosis
    fibrosis diagnosis prognosis basis crisis analysis virus lupus plexus fetus uterus sinus
    anus thymus hiatus genetics statistics physics lens pus mucus status series species
    pancreas biceps triceps pelvis paralysis psychosis necrosis osteoporosis sclerosis dialysis
    biopsies' aids loss process abscess illness weakness numbness dizziness stress progress
    access mass virus focus
"""
PLURAL_IN_FORM = frozenset(_PLURAL_IN_FORM_WORDS.split())
"""Singular nouns that end like plurals."""

_PLURAL_ENDINGS = (
    ("metastases", "metastasis"),
    ("vertebrae", "vertebra"),
    ("bacteria", "bacterium"),
    ("ies", "y"),
    ("sses", "ss"),
    ("ses", "sis"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
)
_SUFFIX = re.compile(
    r"(?<=\w{4})(?:ations?|ation|ically|ingly|edly|ing|ed|ives?|ity|ies|ment|ness|ly|al|ic|ous|es"
    r"|s|e|y)$"
)
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:\.\d+)?")
_FOLDED = (
    ("’", "'"),
    ("‘", "'"),
    ("“", '"'),
    ("”", '"'),
    ("\u00a0", " "),
    ("‑", "-"),
    ("−", "-"),
)
_BRITISH = (
    (re.compile(r"(?<=[a-z])oe(?=[dms])|^oe"), "e"),
    (re.compile(r"ae(?=[mst])"), "e"),
    (re.compile(r"our\b"), "or"),
    (re.compile(r"is(?=e[ds]?$|ing$|ation)"), "iz"),
)


def folded(text: str) -> str:
    """Text in one typography: straight quotes, plain spaces and hyphens, composed letters."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    for odd, plain in _FOLDED:
        text = text.replace(odd, plain)
    return text


_SPACES = re.compile(r"\s+")


def spaced(text: str) -> str:
    """Text with one plain space wherever it has any."""
    if text.isprintable() and "  " not in text:
        return text  # of all spaces, the plain one alone is printable
    return _SPACES.sub(" ", text)


def singular(noun: str) -> str:
    """The singular of a lower-case noun, Latin and Greek plurals included."""
    if noun in PLURAL_IN_FORM or noun.endswith(("sis", "xis", "us", "itis", "ss")):
        return noun
    for plural, one in _PLURAL_ENDINGS:
        if noun.endswith(plural) and len(noun) > len(plural) + 1:
            return noun.removesuffix(plural) + one
        if noun == plural:
            return one
    return noun.removesuffix("s") if noun[3:] else noun


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """A crude root of a lower-case word, equal for its inflections and spellings."""
    word = word.removesuffix("'s")
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word)
    if word.endswith(("ses", "sis")) and word[:-3]:
        return word[:-2]
    return _SUFFIX.sub("", singular(word))


@lru_cache(maxsize=16_384)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words and numbers of a text that carry content, in order."""
    words = _WORD.findall(folded(text).lower())
    return tuple(stem(word) for word in words if word not in STOP)


_DRUG_CLASS = re.compile(
    r"(?:biot|uret|lges|chot|emet|sthet|sept|narcot|lyt|microb|pyret|ergolyt|osmot)ics$"
)
"""Drugs in -ics are plural ('antibiotics'), sciences and doctrines are not ('genetics')."""


_PLURALS_WORDS = """
    people children men women bacteria ganglia mitochondria cilia flagella villi alveoli bronchi
    fungi nuclei glomeruli teeth feet
"""
_PLURALS = frozenset(_PLURALS_WORDS.split())


def is_plural(noun: str) -> bool:
    """Whether a noun is plural by its form."""
    word = noun.lower()
    if noun.isupper() and noun[1:]:
        return False
    if _DRUG_CLASS.search(word):
        return True
    if word in PLURAL_IN_FORM or word.endswith(("sis", "xis", "itis", "us", "ss", "ics")):
        return False
    return word.endswith(("s", "ae")) or word in _PLURALS


_TITLED = re.compile(r"(?<![\w’'-])[A-Z][a-z]+(?![\w’'])(?!\.)")
_HEADLINE = re.compile(
    r"^(?:[A-Z][\w/-]*[\s/-]+){1,}[A-Z][\w/-]*(?:\s\([A-Z]{2,6}s?\))?(?=$|\s[a-z(])"
)


_PEOPLES = frozenset(
    """African Africans American Americans Asian Asians Hispanic Hispanics European Europeans
    Native Jewish Ashkenazi Mediterranean Alaska Caucasian Caucasians Latino Latinos Mexican
    Hawaiian""".split()
)


def starts_inside(text: str, names: frozenset[str]) -> str:
    """Text as it stands inside a sentence: small letters but for names and abbreviations.

    `names` holds the words that the document writes with a capital inside its sentences. A
    phrase set like a headline ('Joint Fusion') loses all capitals that are not names'.
    """
    headline = _HEADLINE.match(text)
    article = re.match(r"(?:A|An|The)(?=\s)", text)
    short = re.match(r"(?:A|An|The)\s[A-Z]{2,}[\w-]*", text)
    if article and (not headline or short):
        return text[0].lower() + text[1:]
    first = re.match(r"[“\"]?[A-Z][a-z]*(?:-[a-z]+)*(?![\w’']*[A-Z])", text)
    end = headline.end() if headline else first.end() if first else 0
    return _TITLED.sub(
        lambda m: _small(m.group(0), names) if m.start() < end else m.group(0), text
    )


def _small(word: str, names: frozenset[str]) -> str:
    return word if word in names or word in _PEOPLES else word[0].lower() + word[1:]


def capital(text: str) -> str:
    """Text with a capital first letter."""
    return text[:1].upper() + text[1:]
