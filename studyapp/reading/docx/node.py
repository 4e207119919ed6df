"""Elements of a Word file's XML by their plain names, whatever the prefix or name space."""

from collections.abc import Iterator, Mapping
from typing import Protocol

_OFF = frozenset({"0", "false", "off", "none"})
_MOST_DIGITS = 9


class _Element(Protocol):
    """What is used of an element of lxml."""

    tag: object
    text: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator["_Element"]: ...


class Node:
    """An element: its local name, its text, its attributes by local name, its children."""

    __slots__ = ("_element", "name")

    def __init__(self, element: _Element) -> None:
        self._element = element
        tag = element.tag
        self.name = tag.rpartition("}")[2] if isinstance(tag, str) else ""

    def __iter__(self) -> Iterator["Node"]:
        return (Node(element) for element in self._element)

    @property
    def text(self) -> str:
        """The text directly inside."""
        return self._element.text or ""

    def get(self, name: str) -> str:
        """An attribute; '' when it is not there."""
        attributes = self._element.attrib.items()
        return next((value for key, value in attributes if key.rpartition("}")[2] == name), "")


def child(node: Node | None, *names: str) -> Node | None:
    """The first child of a name, its first child of the next name, and so on; None for none."""
    for name in names:
        node = next((n for n in node if n.name == name), None) if node else None
    return node


def value(node: Node | None, *names: str) -> str:
    """The value of a child found as `child` finds it; '' when it is not there."""
    found = child(node, *names)
    return found.get("val") if found else ""


def is_on(node: Node | None, *names: str) -> bool:
    """Whether a switch stands among the children and is not turned off."""
    found = child(node, *names)
    return found is not None and found.get("val") not in _OFF


def whole_number(text: str) -> int | None:
    """The number a value writes; None for anything else, and for numbers that mean harm."""
    plain = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if plain else None
