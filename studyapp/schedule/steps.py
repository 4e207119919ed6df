"""Learning steps: the short waits of a card that is not yet (or no longer) in review.

As in Anki: Again goes to the first step, Hard stays on the step, Good goes to the next step
or, after the last, into review; Easy goes into review at once (see `memory`).
"""

from dataclasses import dataclass

_DAY = 86_400


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
