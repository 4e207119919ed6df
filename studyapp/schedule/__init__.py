"""When a card comes back: study days, memory, learning steps, fuzz and the order of the queue.

Pure: the clock is an argument, and nothing here knows of files or databases.
"""

from studyapp.schedule.agenda import Agenda, Due, Fresh, Quota, agenda, days_to_clear
from studyapp.schedule.days import day_start, is_zone, offset_at, study_day
from studyapp.schedule.intervals import interval_days
from studyapp.schedule.leeches import is_leech
from studyapp.schedule.memory import advance, next_interval, replay, retrievability
from studyapp.schedule.plan import DEFAULT_STEPS, FSRS_6, Plan, Weights, plan_of
from studyapp.schedule.preview import Intervals, preview, promise_words, span_words, unrated
from studyapp.schedule.queue import LEARN_AHEAD, queue_of
from studyapp.schedule.siblings import families
from studyapp.schedule.spread import Days, Load, days_open, spread, thrown
from studyapp.schedule.steps import Steps, parse_steps, steps_text
from studyapp.schedule.workload import YEAR, reviews_a_day
from studyapp.schedule.zones import zones_by_region

__all__ = [
    "DEFAULT_STEPS",
    "FSRS_6",
    "LEARN_AHEAD",
    "YEAR",
    "Agenda",
    "Days",
    "Due",
    "Fresh",
    "Intervals",
    "Load",
    "Plan",
    "Quota",
    "Steps",
    "Weights",
    "advance",
    "agenda",
    "day_start",
    "days_open",
    "days_to_clear",
    "families",
    "interval_days",
    "is_leech",
    "is_zone",
    "next_interval",
    "offset_at",
    "parse_steps",
    "plan_of",
    "preview",
    "promise_words",
    "queue_of",
    "replay",
    "retrievability",
    "reviews_a_day",
    "span_words",
    "spread",
    "steps_text",
    "study_day",
    "thrown",
    "unrated",
    "zones_by_region",
]
