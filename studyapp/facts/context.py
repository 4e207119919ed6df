"""What every rule may know: the document's subject and how it writes its words."""

from dataclasses import dataclass

from studyapp.language.words import is_plural, starts_inside, stems


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the rules see it.

    `subject` is what the document is about ('' when unresolved) and `names` the words that it
    writes with a capital inside its sentences.
    """

    subject: str
    names: frozenset[str]

    def inside(self, text: str) -> str:
        """A phrase as it stands inside a sentence."""
        return starts_inside(text.strip(), self.names)

    def names_subject(self, text: str) -> bool:
        """Whether a text already says what the document is about."""
        wanted = set(stems(self.subject))
        return not wanted or len(wanted & set(stems(text))) * 2 > len(wanted)

    def about(self, text: str, link: str = "in") -> str:
        """A text with 'in <subject>' after it unless it names the subject already."""
        if not self.subject or self.names_subject(text):
            return text
        return f"{text} {link} {self.subject}"

    @property
    def plural(self) -> bool:
        """Whether the document's subject is plural."""
        return bool(self.subject) and is_plural(self.subject.split()[-1])
