"""When a card comes back: study days, memory, learning steps, fuzz and the order of the queue.

Pure: the clock is an argument, and nothing here knows of files or databases.
"""

from studyapp.schedule.agenda import Agenda, Due, Fresh, Quota, agenda, days_to_clear
from studyapp.schedule.days import day_start, is_zone, offset_at, study_day, study_days
from studyapp.schedule.fitting import FEWEST, Fit, Histories, Outcome, fit
from studyapp.schedule.intervals import interval_days
from studyapp.schedule.leeches import is_leech
from studyapp.schedule.memory import advance, next_interval, replay, retrievability
from studyapp.schedule.plan import DEFAULT_STEPS, FSRS_6, Plan, plan_of, weights_of
from studyapp.schedule.predicting import chances, predicted
from studyapp.schedule.preview import Intervals, preview, promise_words, span_words, unrated
from studyapp.schedule.queue import LEARN_AHEAD, queue_of
from studyapp.schedule.siblings import families
from studyapp.schedule.spread import Days, Load, days_open, kept, spread, thrown
from studyapp.schedule.steps import Steps, parse_steps, steps_text
from studyapp.schedule.workload import YEAR, reviews_a_day
from studyapp.schedule.zones import zones_by_region

__all__ = [
    "DEFAULT_STEPS",
    "FEWEST",
    "FSRS_6",
    "LEARN_AHEAD",
    "YEAR",
    "Agenda",
    "Days",
    "Due",
    "Fit",
    "Fresh",
    "Histories",
    "Intervals",
    "Load",
    "Outcome",
    "Plan",
    "Quota",
    "Steps",
    "advance",
    "agenda",
    "chances",
    "day_start",
    "days_open",
    "days_to_clear",
    "families",
    "fit",
    "interval_days",
    "is_leech",
    "is_zone",
    "kept",
    "next_interval",
    "offset_at",
    "parse_steps",
    "plan_of",
    "predicted",
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
    "study_days",
    "thrown",
    "unrated",
    "weights_of",
    "zones_by_region",
]
