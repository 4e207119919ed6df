"""Everything the schedule is computed from, besides the reviews themselves."""

from dataclasses import dataclass

from studyapp.model import LearnerSettings, Weights
from studyapp.schedule.steps import Steps

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


def weights_of(settings: LearnerSettings) -> Weights:
    """The weights that are used: the learner's own, if they are of the model that runs here."""
    own = settings.weights
    return own if own is not None and own.version == FSRS_6.version else FSRS_6


def plan_of(settings: LearnerSettings) -> Plan:
    """How the cards of a learner with these settings are scheduled."""
    return Plan(
        learner=settings,
        weights=weights_of(settings),
        learning=Steps(settings.learning),
        relearning=Steps(settings.relearning),
        longest=settings.longest,
    )
