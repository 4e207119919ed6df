"""What restricts a claim, though it stands outside its clause."""

from studyapp.facts.restrictions import restricts
from studyapp.facts.statement import Statement
from studyapp.language.clause import Clause


def loses_condition(clause: Clause, statement: Statement) -> bool:
    """Whether the sentence opens with a condition that this clause of it no longer has.

    'In infants, X is safe, but Y should be checked': of Y it is said of infants too.
    """
    return not clause.fronted and any(
        restricts(other.fronted) and other.root.i < clause.root.i for other in statement.clauses()
    )
