"""Small words of the command line."""


def counted(number: int, what: str) -> str:
    """'1 card', '2 cards'."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
