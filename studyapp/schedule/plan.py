"""Everything the schedule is computed from, besides the reviews themselves."""

from dataclasses import dataclass

from studyapp.model import LearnerSettings
from studyapp.schedule.steps import Steps


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of the memory model, beside the version of the model they belong to."""

    version: str
    values: tuple[float, ...]


FSRS_6 = Weights(
    version="FSRS-6",
    values=(
        *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
        *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
    ),
)
"""The published default weights, fitted to the reviews of many learners."""

DEFAULT_SETTINGS = LearnerSettings()
DEFAULT_STEPS = Steps((60, 600))
DEFAULT_RELEARNING = Steps((600,))


@dataclass(frozen=True, slots=True)
class Plan:
    """How one learner's cards are scheduled. `longest` is the longest interval in days."""

    learner: LearnerSettings = DEFAULT_SETTINGS
    weights: Weights = FSRS_6
    learning: Steps = DEFAULT_STEPS
    relearning: Steps = DEFAULT_RELEARNING
    longest: int = 36_500


def plan_of(settings: LearnerSettings, weights: Weights = FSRS_6) -> Plan:
    """How the cards of a learner with these settings are scheduled."""
    return Plan(
        learner=settings,
        weights=weights,
        learning=Steps(settings.learning),
        relearning=Steps(settings.relearning),
        longest=settings.longest,
    )
