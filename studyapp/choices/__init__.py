"""Options to choose from: a card's answer among three that other cards of its deck give."""

from studyapp.choices.choosing import Choices
from studyapp.choices.pool import Pool, offer, prepare

__all__ = ["Choices", "Pool", "offer", "prepare"]
