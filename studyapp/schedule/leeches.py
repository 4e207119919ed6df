"""Leeches: cards that are forgotten again and again, and want to be worded anew."""


def is_leech(lapses: int, after: int) -> bool:
    """Whether this lapse makes, or shows again, a leech.

    As in Anki: at `after` lapses, and from then on whenever half as many more have come.
    `after` 0: no card is ever a leech.
    """
    if after <= 0 or lapses < after:
        return False
    return (lapses - after) % max(1, -(-after // 2)) == 0
