"""What restricts a claim, though it stands outside its clause."""

import re

from studyapp.facts.statement import Statement
from studyapp.language.clause import Clause


def loses_condition(clause: Clause, statement: Statement) -> bool:
    """Whether the sentence opens with a condition that this clause of it no longer has.

    'In infants, X is safe, but Y should be checked': of Y it is said of infants too.
    """
    return not clause.fronted and any(at < clause.root.i for at in statement.conditioned)


_MEMBERS = re.compile(
    r"^\s*[,;]\s*(?!(?:which|who|but|although|though|so|because|since|while|whereas)\b"
    r"|and\s(?:it|they|this|these|the)\b)\w"
)


def is_cut(clause: Clause) -> bool:
    """Whether a list goes on behind the clause, so that its end would lose members."""
    return _MEMBERS.match(clause.root.doc[clause.rest_end :].text) is not None
