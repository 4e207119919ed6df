"""Refuses PDFs that could do harm or cannot be one, before they are opened."""

import re
import zlib

from studyapp.model import StudyappError

_HEADER = re.compile(rb"%PDF-\d")
_HEADER_WITHIN = 1024
_MOST_BYTES = 50_000_000
_MOST_UNPACKED = 300_000_000
_STREAM = re.compile(rb"stream\r?\n")
_ALIAS = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\s+(\d{1,9})\s+\d{1,5}\s+R\s*endobj")
_STEP = 1_000_000
_LAYERS = 3
_METHOD_BITS = 15


def check(data: bytes, where: str) -> None:
    """Raises StudyappError for data that is no PDF, too large, or made to do harm."""
    if not _HEADER.search(data[:_HEADER_WITHIN]):
        raise StudyappError(
            where, "This is not a PDF file.", "Save the document as PDF again, or as text (.txt)."
        )
    if len(data) > _MOST_BYTES:
        size = _MOST_BYTES // 1_000_000
        raise StudyappError(
            where,
            f"The PDF file is larger than {size} MB.",
            "Split it, or leave its pictures out.",
        )
    if _turns_in_circles(data) or _unpacks_too_far(data):
        raise StudyappError(
            where,
            "The PDF file unpacks to far more than its size; it may be made to do harm.",
            "Print the document to a new PDF and give that one.",
        )


def _turns_in_circles(data: bytes) -> bool:
    """Whether an object is another one that is, in the end, itself."""
    aliases = {int(found[1]): int(found[2]) for found in _ALIAS.finditer(data)}
    for start in aliases:
        at, seen = start, set()
        while at in aliases and at not in seen:
            seen.add(at)
            at = aliases[at]
        if at in seen:
            return True
    return False


def _unpacks_too_far(data: bytes) -> bool:
    left = _MOST_UNPACKED
    for found in _STREAM.finditer(data):
        packed = data[found.end() :]
        for _ in range(_LAYERS):
            if not _is_packed(packed):
                break
            size, packed = _unpacked(packed, left)
            left -= size
            if left <= 0:
                return True
    return False


def _is_packed(data: bytes) -> bool:
    """Whether data begins as zlib's does: its method, and a sum that divides by 31."""
    plain = len(data) > 1 and data[0] & _METHOD_BITS == zlib.DEFLATED
    return plain and (data[0] * 256 + data[1]) % 31 == 0


def _unpacked(data: bytes, most: int) -> tuple[int, bytes]:
    """How far packed data unpacks, up to `most`, and how what comes out begins."""
    packer = zlib.decompressobj()
    size, head = 0, b""
    try:
        while size < most and not packer.eof:
            data = packer.unconsumed_tail if size else data
            out = packer.decompress(data, _STEP)
            if not out:
                break
            size += len(out)
            head = head or out
    except zlib.error:
        pass
    return size, head
