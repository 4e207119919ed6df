"""studyapp: question-answer cards from medical documents, each with its source lines."""

import os

__version__ = "0.1.0"

# NumPy reads this when it is first imported. Its threads would wait for each other longer than
# they work on sentences; whole documents are what processes share.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
