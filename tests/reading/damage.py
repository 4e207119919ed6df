"""Files with bytes changed or cut off, for readers that must read or refuse them."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st


def survives_damage(whole: bytes, read: Callable[[bytes], None], examples: int) -> None:
    """Reads a file with some bytes changed, whole and cut off, again and again."""
    place = st.integers(0, len(whole) - 1)

    @settings(max_examples=examples, deadline=None)
    @given(
        st.integers(0, len(whole)),
        st.lists(st.tuples(place, st.integers(0, 255)), max_size=8),
    )
    def damaged(cut: int, changes: list[tuple[int, int]]) -> None:
        data = bytearray(whole)
        for at, byte in changes:
            data[at] = byte
        read(bytes(data))
        read(bytes(data[:cut]))

    damaged()
