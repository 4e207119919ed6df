"""What every rule may know: the document's subject and how it writes its words."""

import re
from dataclasses import dataclass

from studyapp.language.words import is_plural, starts_inside, stems

_GENERAL_WORDS = """
    treatment therapy surgery pain diagnosis imaging scan scans test tests biopsy symptom
    symptoms sign management medication medicine drug drugs procedure rehabilitation support
    prevention complication complications chemotherapy radiation radiotherapy care prognosis
    outcome screening examination exam exams evaluation diet exercise damage tumor tumour
    lesion lesions infection disease condition vaccination counseling education recovery
    approach followup mri ct ultrasound x-rays xrays radiograph orthotics steroid steroids
    corticosteroids opioids antibiotics intervention interventions detection process bracing
    physiotherapy consultation multidisciplinary option options early effective prompt
    first-line initial cause causes factor factors blood laboratory lab physical occupational
    psychological nutritional conventional external beam systemic medical surgical clinical
    neurological initial functional patient individual mortality risk survival
"""
_GENERAL = frozenset(s for word in _GENERAL_WORDS.split() for s in stems(word))


def is_general(subject: str) -> bool:
    """Whether every word of a subject is common to all of medicine."""
    words = stems(subject)
    return bool(words) and all(word in _GENERAL or len(word) <= _SHORT for word in words)


_SHORT = 2
_ROOT = 5


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the rules see it.

    `subject` is what the document is about ('' when unresolved) and `names` the words that it
    writes with a capital inside its sentences; `short_forms` are the abbreviations that it
    uses more than once.
    """

    subject: str
    names: frozenset[str]
    short_forms: frozenset[str] = frozenset()

    def inside(self, text: str) -> str:
        """A phrase as it stands inside a sentence."""
        return starts_inside(text.strip(), self.names)

    def names_subject(self, text: str) -> bool:
        """Whether a text already says what the document is about."""
        wanted = {stem[:_ROOT] for stem in stems(self.subject)}
        found = {stem[:_ROOT] for stem in stems(text)}
        return not wanted or len(wanted & found) * 2 > len(wanted)

    def about(self, text: str, link: str = "in", answer: str = "") -> str:
        """A text with 'in <subject>' after it, unless it or the answer names the subject."""
        if not self.subject or self.names_subject(text) or (answer and self.names_subject(answer)):
            return text
        return f"{text.rstrip('.')} {link} {self.subject}"

    def about_general(
        self, text: str, subject: str, answer: str = "", *, supplied: bool = False
    ) -> str:
        """Like `about`, but only for a subject that says too little by itself ('surgery').

        A name with a capital or a bracket, or one of three words and more, needs no help,
        unless a list's heading supplied it: then the list is about the document's subject.
        """
        named = re.search(r"[A-Z(]", subject[1:]) is not None
        short = len(stems(subject)) <= _SHORT and not named
        return self.about(text, "in", answer) if supplied or short or is_general(subject) else text

    @property
    def plural(self) -> bool:
        """Whether the document's subject is plural."""
        return bool(self.subject) and is_plural(self.subject.split()[-1])
