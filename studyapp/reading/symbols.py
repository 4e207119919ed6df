"""What the font Symbol shows where a file gives only the places of its signs in that font."""

_SIGNS = dict(
    zip(
        (0xA3, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB7, 0xB9, 0xBB),
        "≤↔←↑→↓°±″≥×•≠≈",
        strict=True,
    )
) | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))


def symbol(code: int) -> str:
    """The sign at a place of the font, '' for none known. A lost '≥' would change a dose."""
    return _SIGNS.get(code & 0xFF, "")
