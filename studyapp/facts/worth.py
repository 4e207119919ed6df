"""Whether an answer tells a learner anything: platitudes make no card."""

import re

from studyapp.language.words import stems

_EMPTY_WORDS = """
    problem issue symptom complication condition change effect role approach measure method
    step option quality life goal challenge new diagnosis original beyond best result factor way
    thing outcome
    treatment disease help care people patient time variety range part number difference
    benefit harm damage area risk place information need it them serious severe significant
    important several various different many other certain health function body life common
    good bad well big great small high low
    comprehensive supportive support adaptive strategy strategies maintain maintaining improve
    improving manage managing progressive ongoing multidisciplinary tailored individualized
    individual optimal overall wellbeing wellness provide ensure ensuring daily living while
    successful effective prompt proper appropriate
"""
_EMPTY = frozenset(s for word in _EMPTY_WORDS.split() for s in stems(word))
_VAGUE_HEAD = re.compile(
    r"^(?:(?:some|other|certain|many)\s)?(?:issues|problems|things|factors|aspects|matters)\b"
)


def says_something(answer: str, asked: str) -> bool:
    """Whether an answer holds a word that neither the question has nor every page could say."""
    if _VAGUE_HEAD.match(answer):
        return False
    return bool({s for s in stems(answer) if s not in _EMPTY} - set(stems(asked)))
