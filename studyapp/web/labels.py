"""What a learner reads for the states of a card, for what may be done to it and its faults."""

from studyapp.study import Act, CardState, Fault

STATES = {
    CardState.NEW: "New",
    CardState.LEARNING: "Being learnt",
    CardState.REVIEW: "In review",
    CardState.DUE: "Due now",
    CardState.SUSPENDED: "Suspended",
    CardState.BURIED: "Buried until tomorrow",
    CardState.FLAGGED: "Flagged",
    CardState.REPORTED: "Reported by you",
    CardState.CHANGED: "Changed since you saw it",
    CardState.DIFFERS: "Sources differ",
    CardState.LEECH: "Often forgotten",
    CardState.WITHDRAWN: "No longer in its source",
}
"""In the order in which a filter offers them."""

FAULTS = {
    Fault.WRONG: "The answer is wrong",
    Fault.OUTDATED: "It is out of date",
    Fault.UNSUPPORTED: "The source does not say this",
    Fault.UNCLEAR: "It is unclear",
    Fault.OTHER: "Something else",
}

REPORTED = {
    Fault.WRONG: "answer wrong",
    Fault.OUTDATED: "out of date",
    Fault.UNSUPPORTED: "source does not say this",
    Fault.UNCLEAR: "unclear",
    Fault.OTHER: "other",
}
"""The same, after 'Reported: '."""

ACTS = {
    Act.BURY: "Buried until tomorrow",
    Act.UNBURY: "No longer buried",
    Act.SUSPEND: "Suspended",
    Act.RESUME: "Resumed",
    Act.FLAG: "Flagged",
    Act.UNFLAG: "Flag taken away",
    Act.RESET: "Started over",
}
"""What was done, in a card's history."""
