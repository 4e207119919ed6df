"""Small words of the command line."""


def counted(number: int, what: str) -> str:
    """'1 card', '2 cards'."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def many(number: int, what: str) -> str:
    """'10,233 answers', where numbers may be large."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
