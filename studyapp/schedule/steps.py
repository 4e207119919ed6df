"""Learning steps: the short waits of a card that is not yet (or no longer) in review.

As in Anki: Again goes to the first step, Hard stays on the step, Good goes to the next step
or, after the last, into review; Easy goes into review at once (see `memory`).
"""

import re
from dataclasses import dataclass

from studyapp.model import StudyappError

_DAY = 86_400
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": _DAY}
_STEP = re.compile(r"(?P<number>[0-9]{1,6})(?P<unit>[smhd]?)")


@dataclass(frozen=True, slots=True)
class Steps:
    """Waits in whole seconds, in order. Empty: the card goes straight into review."""

    seconds: tuple[int, ...]

    def again(self) -> int | None:
        """Seconds until the card is shown again after Again; None without steps."""
        return self.seconds[0] if self.seconds else None

    def hard(self, step: int) -> int | None:
        """Seconds after Hard on `step`; None without steps.

        On the first step it lies between Again and Good, so that the three differ.
        """
        if not self.seconds:
            return None
        if 0 < step < len(self.seconds):
            return self.seconds[step]
        first = self.seconds[0]
        if self.seconds[1:]:
            return (first + self.seconds[1]) // 2
        return min(first * 3 // 2, first + _DAY)

    def good(self, step: int) -> int | None:
        """Seconds after Good on `step`; None when that was the last."""
        return self.seconds[step + 1] if step + 1 < len(self.seconds) else None


def parse_steps(text: str) -> tuple[int, ...]:
    """The waits in seconds of steps typed as in Anki: '1m 10m', '1 10' (minutes), '2h', '30s'.

    Commas may stand between them. Raises StudyappError for anything else.
    """
    return tuple(_seconds(word) for word in text.lower().replace(",", " ").split())


def _seconds(word: str) -> int:
    found = _STEP.fullmatch(word)
    if found is None:
        where, message = "Steps", f"“{word}” is not a wait."
        hint = "Write waits like 1m 10m: s, m and h are seconds, minutes and hours."
        raise StudyappError(where, message, hint)
    return int(found["number"]) * _UNITS[found["unit"] or "m"]


def steps_text(seconds: tuple[int, ...]) -> str:
    """The steps as `parse_steps` reads them, each in the largest unit that is whole."""
    return " ".join(map(_word, seconds))


def _word(seconds: int) -> str:
    sizes = sorted(_UNITS.items(), key=lambda one: -one[1])
    unit, size = next(one for one in sizes if seconds % one[1] == 0)
    return f"{seconds // size}{unit}"
