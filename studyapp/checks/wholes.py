"""Whether a share is asked of the whole that its sentence gives: '20% of cases' of what."""

import re
from collections.abc import Iterator, Sequence

from studyapp.checks import figures
from studyapp.checks.asking import is_generic
from studyapp.checks.evidence import Claim, Evidence
from studyapp.checks.support import Vocabulary, words_of
from studyapp.language.diseases import LESIONS
from studyapp.language.synonyms import canonical
from studyapp.language.verbs import base_of, is_noun_too
from studyapp.language.words import folded, stem

_ASKED = re.compile(
    r"\b(?:what|which)\s(?:percentage|percent|proportion|share|fraction)\sof\s(?P<whole>.+)$",
    re.IGNORECASE,
)
_STATED = re.compile(r"^\s?\)?\s?of\s(?P<whole>[^,;:()]+)")
_ENDS_WHOLE = frozenset(
    """is are was were be been do does did has have had can could may might must will would should
    that who which whose when if because although while during""".split()
)
_ITEM = re.compile(r"[A-Za-z][\w’'-]*")
_SENTENCE = re.compile(r"\.\s")


def wrong_whole(question: str, answer: str, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The words of the whole that a share is asked of, where its own sentence has another.

    A share without a whole of its own ('Bladder: 5%'), or with a vague one ('of cases'), may
    take it from the lead-in, the headings or the page's subject; a share without any, from the
    other cited lines too. Never from a neighbouring item whose whole is narrower.
    """
    match = _ASKED.search(folded(question))
    if match is None:
        return
    asked = _content(_whole(match["whole"]))
    for one in evidence:
        found = [(c, stated) for c in one.claims for stated in _wholes(c, answer)]
        if not found:
            continue
        faults = [_fault(question, asked, claim, stated, one) for claim, stated in found]
        if all(faults):
            yield faults[0]


def _fault(question: str, asked: Sequence[str], claim: Claim, stated: str, one: Evidence) -> str:
    """The words on which a question and one sentence differ about the whole; '' for none."""
    pages = (one.document.page,)
    here = f"{claim.text} {claim.lead_in} {one.about}"
    if not stated:
        here += f" {one.text}"
    absent = Vocabulary(_one_name(here), pages).missing(_one_name(" ".join(asked)))
    lost = Vocabulary(_one_name(question), pages).missing(_one_name(" ".join(_content(stated))))
    return ", ".join(f"'{word}'" for word in (*absent, *lost))


def _one_name(text: str) -> str:
    """A text with one word for tumors, lesions and metastases: as wholes they are the same."""
    return _ITEM.sub(
        lambda m: "tumor" if stem(m.group(0).lower()) in LESIONS else m.group(0), text
    )


def _wholes(claim: Claim, answer: str) -> Iterator[str]:
    """For each share of a claim that the answer gives: the whole after it, '' for none."""
    wanted = {figure.ends for figure in figures.numbers(answer).figures}
    said = figures.numbers(claim.text)
    at = 0
    for figure in said.figures:
        start = said.text.find(figure.text, at)
        at = start + len(figure.text)
        if figure.ends in wanted and figure.unit in {"%", ""}:
            rest = _SENTENCE.split(said.text[at:])[0]
            stated = _STATED.match(rest)
            yield _whole(stated["whole"]) if stated else ""


def _whole(text: str) -> str:
    """The noun phrase at the start of a text: its words up to the first verb."""
    kept: list[str] = []
    for word in _ITEM.findall(canonical(text)):
        lower = word.lower()
        verb = base_of(lower) == lower and not is_noun_too(lower)
        if kept and (lower in _ENDS_WHOLE or verb):
            break
        kept.append(word)
    return " ".join(kept)


def _content(whole: str) -> tuple[str, ...]:
    return tuple(w for w in words_of(whole) if not is_generic(w) and stem(w) not in _ANY)


_ANY = frozenset(
    stem(word) for word in "cases case instances total overall world general all".split()
)
