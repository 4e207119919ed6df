"""'This test', 'the procedure': named, where the heading right above names one procedure."""

import re

from studyapp.facts.context import Context
from studyapp.language.words import capital, is_plural, stems
from studyapp.model import Passage

_ENDINGS = (
    r"\w+(?:scopy|graphy|gram|metry|centesis|ectomy|otomy|ostomy|plasty|pheresis|tripsy|lysis)"
)
_TESTS = (
    r"(?:tests?|scans?|exam(?:ination)?s?|stud(?:y|ies)|x[\s-]?rays?|ultrasounds?|biops(?:y|ies)"
    r"|MRIs?|CTs?|PETs?|EKGs?|ECGs?|EEGs?|oximetry|urinalysis|cultures?|lavage|series|enemas?)"
)
_CARE = (
    r"(?:surger(?:y|ies)|transplants?|transplantation|therapy|dialysis|procedures?|repair"
    r"|graft(?:ing)?s?|bypass)"
)
_PROCEDURE = re.compile(rf"^(?:.*\s)?(?:{_ENDINGS}s?|{_TESTS}|{_CARE})$", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{_ENDINGS}s?|{_TESTS}|{_CARE})\b", re.IGNORECASE)
_POINTS = re.compile(
    r"^(?P<pre>(?:(?:During|For|In|After|Before|With)\s)?)(?:[Tt]his|[Tt]he)\s"
    r"(?:(?:blood|imaging|common|simple)\s)?(?P<noun>test|procedure|exam|examination|scan|study|surgery"
    r"|operation|biopsy|treatment|therapy|technique)\b(?!\s(?:of|for|that|which|used|to|results?)\b)(?!.{0,30}\s(?:called|known\sas)\b)"
)
_SORTS = {
    "test": _TESTS,
    "exam": _TESTS,
    "examination": _TESTS,
    "scan": r"(?:scans?|MRI|CT|PET)",
    "study": rf"(?:{_TESTS}|{_ENDINGS})",
    "surgery": rf"(?:{_CARE}|\w+(?:ectomy|otomy|ostomy|plasty))",
    "operation": rf"(?:{_CARE}|\w+(?:ectomy|otomy|ostomy|plasty))",
    "biopsy": r"biopsy",
    "treatment": _CARE,
    "therapy": r"therapy",
}
_COUNTED = re.compile(
    r"(?:test|scan|exam|examination|study|x[\s-]ray|biopsy|\w+gram|transplant|procedure|EKG|ECG|EEG|MRI"
    r"|enema|graft|culture)$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:(?:diagnostic|medical|other|common|imaging|lab(?:oratory)?|surgical)\s)?(?:tests?|procedures?|surgery|therapy"
    r"|exam|treatments?)$",
    re.IGNORECASE,
)
_LONGEST = 5


def with_procedure(said: str, earlier: str, passage: Passage, context: Context) -> str:
    """A sentence that opens with 'this test' with the procedure that its heading names.

    What stands before it in its paragraph must speak of no other procedure.
    """
    points = _POINTS.match(said)
    name = _named(passage) if points is not None else ""
    if points is None or not name or not _is_of_sort(name, points["noun"]):
        return said
    own = set(stems(name))
    others = (word for word in _ANY.findall(earlier) if not set(stems(word)) <= own)
    if any(word.lower() != points["noun"] for word in others):
        return said
    inside = context.inside(name) if not name.split()[0].isupper() else name
    if _COUNTED.search(name):
        vowel = inside[0] in "aeio" or re.match(r"^[AEFHILMNORSX][A-Z]", inside) is not None
        inside = f"{'an' if vowel else 'a'} {inside}"
    return capital(f"{points['pre']}{inside}{said[points.end() :]}")


def _named(passage: Passage) -> str:
    """The one procedure that the heading or the label of a passage names; '' for none."""
    above = passage.label or (passage.headings[-1] if len(passage.headings) > 1 else "")
    name = re.sub(r"\s*\([^)]*\)", "", above).strip(" .:")
    words = name.split()
    if not 0 < len(words) <= _LONGEST or _PROCEDURE.match(name) is None or _GENERIC.match(name):
        return ""
    joined = re.search(r"\b(?:and|or|of|for|to|versus)\b|[,/?]", name)
    several = is_plural(words[-1]) and not words[-1].lower().endswith(("series", "sis"))
    return "" if joined or several else name


def _is_of_sort(name: str, noun: str) -> bool:
    """Whether what the heading names can be called a test, a surgery ..."""
    sort = _SORTS.get(noun)
    if sort is None or noun in {"test", "exam", "examination"}:
        therapy = re.search(r"therapy$|dialysis$|transplant\w*$", name, re.IGNORECASE)
        return noun not in {"test", "exam", "examination"} or therapy is None
    return re.search(rf"(?:^|\s){sort}$", name, re.IGNORECASE) is not None
