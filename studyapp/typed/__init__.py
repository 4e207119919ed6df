"""Answers that a learner types: on which cards, and what they come to beside the card's."""

from studyapp.typed.compare import compare
from studyapp.typed.offered import is_numeric
from studyapp.typed.verdict import Comparison, Verdict

__all__ = ["Comparison", "Verdict", "compare", "is_numeric"]
