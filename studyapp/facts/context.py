"""What every rule may know: the document's subject and how it writes its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from studyapp.language.diseases import GROWTHS, disease_named, names_disease
from studyapp.language.naming import brief_among
from studyapp.language.titles import disease_headed
from studyapp.language.words import STOP, is_plural, starts_inside, stems

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
    neurological initial functional patient individual mortality risk survival chronic acute
    severe mild moderate
"""
_GENERAL = frozenset(s for word in _GENERAL_WORDS.split() for s in stems(word))


def is_general(subject: str) -> bool:
    """Whether every word of a subject is common to all of medicine."""
    words = stems(subject)
    return bool(words) and all(word in _GENERAL or len(word) <= _SHORT for word in words)


_SHORT = 2
_ROOT = 5
_AND = re.compile(r",?\sand\s(?:other\s|the\s)?")
_WORD = re.compile(r"[\w’'-]+")
_PROPER = re.compile(r"(?:^|\s)(?:the\s)?[A-Z][a-z]{2,}(?:['’]s)?\s[a-z]")
_OF_DISEASE = re.compile(
    r"\b(?:symptoms|signs|causes|complications|types|forms|treatments)\b.* of "
)
_CLASS_WORDS = """
    disease disorder syndrome infection injury failure pain condition deficiency care treatment
    therapy surgery pressure function test health stone
"""
_CLASS = frozenset(s for word in _CLASS_WORDS.split() for s in stems(word))
"""Heads of names that alone tell nothing: 'renal disease' is no kind of Crohn's disease."""

_COURSE = re.compile(
    r"^(?:stages?\s[\dIVX]+[A-C]?(?:(?:,|,?\s(?:and|or|to))\s(?:stages?\s)?[\dIVX]+[A-C]?)*|recurrent"
    r"|relapsed|refractory|metastatic|localized|advanced|early-stage|progressive)\s",
    re.IGNORECASE,
)
"""How far a disease has come, before its name."""
_ANY_KIND = frozenset({"other", "multiple", "any", "all", "new", "distant", "further", "common"})


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the rules see it.

    `subject` is what the document is about ('' when unresolved) and `names` the words that it
    writes with a capital inside its sentences; `short_forms` are the abbreviations that it
    uses more than once. `scoped` says that the subject is that of a section, not of the page;
    `brief` is the abbreviation that the page gives beside its subject ('' for none).
    """

    subject: str
    names: frozenset[str]
    short_forms: frozenset[str] = frozenset()
    scoped: bool = False
    brief: str = ""

    def at(self, headings: Sequence[str]) -> "Context":
        """The context of a section: its subject is the disease that the nearest heading names."""
        return _at(self, tuple(headings))

    def under(self, headings: tuple[str, ...]) -> "Context":
        """`at`, worked out afresh."""
        for heading in reversed(headings):
            if heading != headings[0] and self._narrows(heading):
                return replace(self, subject=self.small(heading), scoped=True, brief="")
            name = disease_headed(heading)
            known = bool(self.subject) and (
                self.names_subject(name) or self._names_kind(name.lower())
            )
            if name and known:
                return self
            if name:
                brief = brief_among(name, self.short_forms)
                return replace(self, subject=self.small(name), scoped=True, brief=brief)
        return self

    def _narrows(self, heading: str) -> bool:
        """'Stage II gout' and 'Recurrent gout' on a page about gout: what follows is of that."""
        course = _COURSE.match(heading)
        rest = heading[course.end() :] if course else ""
        named = bool(rest) and bool(self.subject) and self.names_subject(rest)
        return named and len(stems(rest)) == len(stems(self.subject))

    def small(self, heading: str) -> str:
        """A heading's words in small letters, but for names and abbreviations."""
        words = heading.split()
        return " ".join(
            w if w in self.names or w.isupper() or not w.istitle() else w.lower() for w in words
        )

    def inside(self, text: str) -> str:
        """A phrase as it stands inside a sentence."""
        return starts_inside(text.strip(), self.names)

    def names_subject(self, text: str) -> bool:
        """Whether a text already says what the document is about, or one of two such things."""
        course, parts = _roots_of(self.subject)
        if course and course not in text.lower():
            return False
        if self._says_briefly(text):
            return True
        found = {stem[:_ROOT] for stem in stems(text)}
        return any(not roots or len(roots & found) * 2 > len(roots) for roots in parts)

    def _says_briefly(self, text: str) -> bool:
        """Whether a text holds the abbreviation of the page's subject."""
        brief = self.brief
        said = bool(brief) and brief in text
        return said and re.search(rf"\b{re.escape(brief)}s?\b", text) is not None

    @property
    def _parts(self) -> tuple[str, ...]:
        """What the document is about, where that is several things ('gout and pseudogout')."""
        return tuple(_AND.split(self.subject))

    def about(self, text: str, link: str = "in", answer: str = "") -> str:
        """A text with 'in <subject>' after it, unless it or the answer names the subject.

        A text that speaks of a kind of the subject ('septic arthritis' on a page about rheumatoid
        arthritis) names it too: the page's subject behind it would only say it twice.
        """
        if not self.subject or self.names_subject(text) or self._names_kind(text):
            return text
        if answer and (self.names_subject(answer) or self._has_head(answer)):
            return text
        if link == "of" and _OF_DISEASE.search(text) and names_disease(text.split(" of ", 1)[1]):
            return text
        bare = text.rstrip(".")
        if link == "in" and bare.endswith(" result in"):  # told in front, not "result in in gout"
            return f"In {self.subject}, {bare[0].lower()}{bare[1:]}"
        return f"{bare} {link} {self.subject}"

    def _has_head(self, text: str) -> bool:
        """Whether a text speaks of what the subject is a kind of ('any type of shock')."""
        head = stems(self.subject)[-1]
        return head not in _CLASS | GROWTHS and head in stems(text)

    def _names_kind(self, text: str) -> bool:
        """Whether a text names a kind of what the document is about, or another name of it."""
        about = stems(self.subject)
        head = about[-1]
        if head in _CLASS:
            return False
        words = _WORD.findall(text.lower())
        kind = any(
            stems(word) == (head,) and before not in STOP and before not in _ANY_KIND
            for before, word in pairwise(words)
        )
        growth = head in GROWTHS and bool(GROWTHS & set(stems(text)))
        return kind or (growth and bool(set(about[:-1]) & set(stems(text))))

    def about_general(
        self, text: str, subject: str, answer: str = "", *, supplied: bool = False
    ) -> str:
        """Like `about`, but only for a subject that says too little by itself ('surgery').

        A name with a capital or a bracket, or one of three words and more, needs no help,
        unless a list's heading supplied it: then the list is about the document's subject.
        A structure or sign that bears a person's name ('the Cajal cell') never does.
        """
        inside = self.inside(subject)
        if names_disease(inside) and not supplied:
            return text
        named = re.search(r"[A-Z(]", subject[1:]) is not None
        short = len(stems(subject)) <= _SHORT and not named
        helped = supplied and _PROPER.search(inside) is None
        helped = helped or not ((named and not self.scoped) or names_disease(text))
        return self.about(text, "in", answer) if helped or short or is_general(subject) else text

    @property
    def ill(self) -> bool:
        """Whether the subject is the name of a disease."""
        return bool(disease_named(self.subject)) or names_disease(self.subject)

    @property
    def plural(self) -> bool:
        """Whether the document's subject is plural."""
        return bool(self.subject) and (
            bool(self._parts[1:]) or is_plural(self.subject.split()[-1])
        )


@lru_cache(maxsize=256)
def _at(context: Context, headings: tuple[str, ...]) -> Context:
    """Each sentence of a section asks for the section's context again."""
    return context.under(headings)


@lru_cache(maxsize=256)
def _roots_of(subject: str) -> tuple[str, tuple[frozenset[str], ...]]:
    """The course that a subject opens with ('' for none), and the roots of each of its parts."""
    course = _COURSE.match(subject)
    parts = (frozenset(s[:_ROOT] for s in stems(part)) for part in _AND.split(subject))
    return (course[0].strip().lower() if course else ""), tuple(parts)
