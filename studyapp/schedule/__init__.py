"""When a card comes back: study days, memory, learning steps and the order of the queue.

Pure: the clock is an argument, and nothing here knows of files or databases.
"""

from studyapp.schedule.days import day_start, is_zone, offset_at, study_day
from studyapp.schedule.memory import advance, next_interval, replay, retrievability
from studyapp.schedule.plan import DEFAULT_STEPS, FSRS_6, Plan, Weights
from studyapp.schedule.preview import Intervals, interval_days, preview, promise_words, span_words
from studyapp.schedule.queue import LEARN_AHEAD, Candidate, allowance, in_turn, queue_of
from studyapp.schedule.steps import Steps

__all__ = [
    "DEFAULT_STEPS",
    "FSRS_6",
    "LEARN_AHEAD",
    "Candidate",
    "Intervals",
    "Plan",
    "Steps",
    "Weights",
    "advance",
    "allowance",
    "day_start",
    "in_turn",
    "interval_days",
    "is_zone",
    "next_interval",
    "offset_at",
    "preview",
    "promise_words",
    "queue_of",
    "replay",
    "retrievability",
    "span_words",
    "study_day",
]
