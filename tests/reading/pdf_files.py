"""PDF files made in a test: text, rules and pictures at given places, in the standard fonts."""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from pdfminer.arcfour import Arcfour

from studyapp.reading.block import Block
from studyapp.reading.pdf import read_pdf

PLAIN, BOLD = "F1", "F2"
_FONTS = {PLAIN: "Helvetica", BOLD: "Helvetica-Bold"}
_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
)


@dataclass
class Paper:
    """A PDF under way. Places count from the lower left corner of a page of 612 by 792."""

    drawn: list[list[bytes]] = field(default_factory=lambda: [[]])
    properties: dict[str, str] = field(default_factory=dict)

    def page(self) -> "Paper":
        self.drawn.append([])
        return self

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = PLAIN) -> "Paper":
        said = text.encode("cp1252").replace(b"\\", b"\\\\")
        said = said.replace(b"(", b"\\(").replace(b")", b"\\)")
        self.raw(b"BT /%s %.2f Tf %.2f %.2f Td (%s) Tj ET" % (font.encode(), size, x, y, said))
        return self

    def lines(
        self, x: float, y: float, texts: Sequence[str], size: float = 10, font: str = PLAIN
    ) -> "Paper":
        """Lines of text below each other, set 1.2 times their size apart."""
        for number, text in enumerate(texts):
            self.text(x, y - number * size * 1.2, text, size, font)
        return self

    def rule(self, x0: float, x1: float, y: float) -> "Paper":
        return self.raw(b"%.2f %.2f m %.2f %.2f l S" % (x0, y, x1, y))

    def picture(self) -> "Paper":
        return self.raw(b"q 500 0 0 700 50 50 cm /Im Do Q")

    def raw(self, drawing: bytes) -> "Paper":
        self.drawn[-1].append(drawing)
        return self

    def bytes(self, *, password: str | None = None, packed: bool = False) -> bytes:
        """The file; with a password (that may be empty), protected by it."""
        key = None if password is None else _key(password)
        info = "".join(f"/{name}({value})" for name, value in self.properties.items())
        kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(self.drawn)))
        objects = {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Count {len(self.drawn)}/Kids[{kids}]>>".encode(),
            3: _font(PLAIN),
            4: _font(BOLD),
            5: _PICTURE + b"/Length 1>>stream\n\x00\nendstream",
            6: f"<<{info}>>".encode("cp1252"),
        }
        for n, drawn in enumerate(self.drawn):
            objects[10 + 2 * n] = _page(11 + 2 * n)
            objects[11 + 2 * n] = _stream(b"\n".join(drawn), 11 + 2 * n, key, packed=packed)
        return _file(objects, b"" if password is None else _encrypt(password))


def _font(name: str) -> bytes:
    return (
        f"<</Type/Font/Subtype/Type1/BaseFont/{_FONTS[name]}/Encoding/WinAnsiEncoding>>".encode()
    )


def _page(content: int) -> bytes:
    resources = "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im 5 0 R>>>>"
    box = "/MediaBox[0 0 612 792]"
    return f"<</Type/Page/Parent 2 0 R{box}{resources}/Contents {content} 0 R>>".encode()


def _stream(data: bytes, number: int, key: bytes | None, *, packed: bool) -> bytes:
    data = zlib.compress(data) if packed else data
    if key is not None:
        salted = key + number.to_bytes(3, "little") + b"\x00\x00"
        data = Arcfour(hashlib.md5(salted).digest()[:10]).process(data)  # noqa: S324 - PDF's way
    how = b"/Filter/FlateDecode" if packed else b""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), how, data)


_OWNER = bytes(32)


def _key(password: str) -> bytes:
    """The key of the oldest kind of protection: 40 bits, an owner's hash of zeros, no file id."""
    padded = (password.encode() + _PADDING)[:32]
    return hashlib.md5(padded + _OWNER + b"\xfc\xff\xff\xff").digest()[:5]  # noqa: S324 - PDF's way


def _encrypt(password: str) -> bytes:
    user = Arcfour(_key(password)).process(_PADDING)
    return b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<><>]" % (
        _OWNER.hex().encode(),
        user.hex().encode(),
    )


def _file(objects: dict[int, bytes], more: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, inside in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    out += b"trailer<</Size %d/Root 1 0 R/Info 6 0 R%s>>\n" % (size, more)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def blocks(paper: Paper) -> tuple[Block, ...]:
    """The blocks of a PDF."""
    return read_pdf(paper.bytes(), "notes/stones.pdf").blocks


def shown(paper: Paper) -> list[tuple[str, int | None, str]]:
    """Kind, level and text of each block of a PDF."""
    return [(block.kind.value, block.level, block.text) for block in blocks(paper)]
