"""Makes a tree of elements from tags, forgiving what is not closed, or closed twice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from studyapp.reading.lined import Lined
from studyapp.reading.webpage.tokens import Close, Open, tokens

_DEEPEST = 500
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr".split()
)
_FRAME = frozenset({"html", "head", "body"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = frozenset({"td", "th", "caption", "table"})
_ROW_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_TABLE_PARTS = frozenset({"td", "th", "tr", "caption", "colgroup", *_ROW_GROUPS})
BREAKING = frozenset(
    "address article aside blockquote button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form header hgroup hr legend li main menu nav ol"
    " optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split()
).union(HEADINGS)
"""Elements that begin a new line on the page; all others stand within a line."""

LISTS = frozenset({"ul", "ol", "menu", "dir"})
_IMPLIED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "a": (frozenset({"a"}), BREAKING),
    "li": (frozenset({"li"}), LISTS | _CELLS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _CELLS),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"}) | _CELLS),
    "td": (frozenset({"td", "th", "caption"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th", "caption"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr", "caption", "colgroup"}), frozenset({"table"}) | _ROW_GROUPS),
    "thead": (_ROW_GROUPS | {"caption", "colgroup"}, frozenset({"table"})),
    "tbody": (_ROW_GROUPS | {"caption", "colgroup"}, frozenset({"table"})),
    "tfoot": (_ROW_GROUPS | {"caption", "colgroup"}, frozenset({"table"})),
    "option": (frozenset({"option"}), BREAKING - {"option"}),
}
"""What the opening of an element closes, and beyond which elements it closes nothing."""

_OWN_SCOPE: Mapping[str, frozenset[str]] = {
    "li": LISTS | _CELLS,
    "dt": frozenset({"dl"}) | _CELLS,
    "dd": frozenset({"dl"}) | _CELLS,
    "table": frozenset(),
    **dict.fromkeys(_TABLE_PARTS, frozenset({"table"})),
}


class TooDeepError(Exception):
    """A page nests its elements deeper than any page that a person reads."""


@dataclass(slots=True, eq=False)
class Element:
    """An element with its children in order: text as `Lined`, and elements."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: list["Element | Lined"] = field(default_factory=list)

    @property
    def breaks(self) -> bool:
        """Whether the element begins a new line on the page."""
        return self.name in BREAKING

    def inside(self, other: "Element") -> bool:
        """Whether the element is another one or stands somewhere in it."""
        above: Element | None = self
        while above is not None and above is not other:
            above = above.parent
        return above is not None

    def within(self, names: frozenset[str]) -> bool:
        """Whether the element stands inside one of these."""
        above = self.parent
        while above is not None and above.name not in names:
            above = above.parent
        return above is not None


def parse(page: str) -> Element:
    """The tree of a page. Raises TooDeepError beyond 500 elements inside each other."""
    builder = _Builder()
    for token in tokens(page):
        if isinstance(token, Open):
            builder.open(token)
        elif isinstance(token, Close):
            builder.close(token.name)
        else:
            builder.stack[-1].children.append(token)
    return builder.stack[0]


class _Builder:
    """The elements that are open, outermost first."""

    def __init__(self) -> None:
        self.stack = [Element("html")]

    def open(self, tag: Open) -> None:
        if tag.name in _FRAME:
            return
        if tag.name in BREAKING:
            self._end(frozenset({"p"}), _CELLS | {"button"})
        if tag.name in HEADINGS and self.stack[-1].name in HEADINGS:
            self.stack.pop()
        if tag.name in _IMPLIED:
            self._end(*_IMPLIED[tag.name])
        element = Element(tag.name, tag.attributes, self.stack[-1])
        self.stack[-1].children.append(element)
        if tag.name not in _VOID and not tag.closed:
            self.stack.append(element)
        if len(self.stack) > _DEEPEST:
            raise TooDeepError

    def _end(self, names: frozenset[str], beyond: frozenset[str]) -> None:
        """Closes the innermost element of these names, unless one of `beyond` is in between."""
        for index in range(len(self.stack) - 1, 0, -1):
            name = self.stack[index].name
            if name in names:
                del self.stack[index:]
                return
            if name in beyond:
                return

    def close(self, name: str) -> None:
        if name in {"p", "br"} and not any(open_.name == name for open_ in self.stack):
            self.stack[-1].children.append(Element(name, parent=self.stack[-1]))
        elif name in HEADINGS:
            self._end(frozenset(HEADINGS), _CELLS)
        elif name in BREAKING:
            self._end(frozenset({name}), _OWN_SCOPE.get(name, _CELLS))
        elif name not in _FRAME:
            self._close_inline(name)

    def _close_inline(self, name: str) -> None:
        """A closed phrase leaves the blocks open that began inside it."""
        block = False
        for index in range(len(self.stack) - 1, 0, -1):
            element = self.stack[index]
            if element.name == name:
                del self.stack[index : index + 1 if block else None]
                return
            if element.name in _CELLS:
                return
            block = block or element.breaks


@dataclass(frozen=True, slots=True)
class Enter:
    """A walk comes into an element."""

    element: Element


@dataclass(frozen=True, slots=True)
class Leave:
    """A walk goes out of an element."""

    element: Element


Step = Enter | Leave | Lined


def walk(root: Element, skip: Callable[[Element], bool] = lambda _: False) -> Iterator[Step]:
    """Everything under an element in the order of the page, without the elements to skip.

    The children of an element may be changed while the walk comes into it.
    """
    yield Enter(root)
    open_ = [(root, iter(root.children))]
    while open_:
        element, children = open_[-1]
        child = next(children, None)
        if child is None:
            open_.pop()
            yield Leave(element)
        elif isinstance(child, Lined):
            yield child
        elif not skip(child):
            yield Enter(child)
            open_.append((child, iter(child.children)))


def elements(root: Element) -> Iterator[Element]:
    """An element and all elements under it in the order of the page."""
    return (step.element for step in walk(root) if isinstance(step, Enter))


def prune(root: Element, unwanted: Callable[[Element], bool]) -> None:
    """Takes the unwanted elements, with all that is in them, out of the tree."""
    for step in walk(root):
        if isinstance(step, Enter):
            step.element.children = [
                child
                for child in step.element.children
                if isinstance(child, Lined) or not unwanted(child)
            ]
