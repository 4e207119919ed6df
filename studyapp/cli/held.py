"""What a library holds, in a few words."""

from studyapp.cli.words import counted
from studyapp.study.backups import Contents


def held(contents: Contents) -> str:
    """'180 cards, 12 answers'."""
    cards, answers = contents.count("cards"), contents.count("reviews")
    return f"{counted(cards, 'card')}, {counted(answers, 'answer')}"
