"""Reads a page written in a test, and speaks of its passages briefly."""

from studyapp.model import Document, Layout, Passage
from studyapp.reading import read_bytes


def page(text: str, name: str = "page.txt") -> Document:
    """The document that a text file (or Markdown file, by its name) with this text becomes."""
    return read_bytes(text.encode(), name, name).document


def texts(document: Document) -> list[str]:
    """The passages' texts in order."""
    return [passage.text for passage in document.passages]


def items(document: Document) -> list[str]:
    """The texts of the passages that are items of a list."""
    return [passage.text for passage in document.passages if passage.layout is Layout.ITEM]


def passage(document: Document, start: str) -> Passage:
    """The only passage whose text starts so."""
    (found,) = (one for one in document.passages if one.text.startswith(start))
    return found


def said(document: Document) -> str:
    """Every sentence that speaks of the document's matter, in one string."""
    return " ".join(p.text[start:end] for p in document.passages for start, end in p.sentences)
