"""studyapp: question-answer cards from medical documents, each with its source lines."""

__version__ = "0.1.0"
