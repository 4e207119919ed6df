"""Figures a learner understands, counted from answers and from where the cards stand.

Pure: columns and plain values come in, frozen values go out; study days are ordinals.
"""

from studyapp.statistics.answers import FORGOTTEN, Answers, Given, answers_of
from studyapp.statistics.calibration import SOLID, Calibration, Group, Verdict, calibration
from studyapp.statistics.days import Day, Days, days
from studyapp.statistics.habits import Habits, habits
from studyapp.statistics.hardest import MOST, OFTEN, Hard, hardest
from studyapp.statistics.minutes import Minutes, Stretch, minutes
from studyapp.statistics.recall import ENOUGH, Recall, came_back, recall, wilson
from studyapp.statistics.scores import Score, scores
from studyapp.statistics.standings import AHEAD, Covered, Due, Topic, coverage, due_ahead, topics

__all__ = [
    "AHEAD",
    "ENOUGH",
    "FORGOTTEN",
    "MOST",
    "OFTEN",
    "SOLID",
    "Answers",
    "Calibration",
    "Covered",
    "Day",
    "Days",
    "Due",
    "Given",
    "Group",
    "Habits",
    "Hard",
    "Minutes",
    "Recall",
    "Score",
    "Stretch",
    "Topic",
    "Verdict",
    "answers_of",
    "calibration",
    "came_back",
    "coverage",
    "days",
    "due_ahead",
    "habits",
    "hardest",
    "minutes",
    "recall",
    "scores",
    "topics",
    "wilson",
]
