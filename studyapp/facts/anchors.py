"""Words that lean on the question: 'these drugs' in an answer to a question about drugs."""

import re

from studyapp.language.words import stems

_POINTING = re.compile(r"\b(?P<this>[Tt]his|[Tt]hese|[Tt]hose)\s(?P<noun>[a-z]{4,})\b")


def anchored(text: str, question: str) -> str:
    """A text with 'the drugs' for 'these drugs', where the question names drugs.

    Beside that question the words point at nothing else; where it names none they stay, and
    whoever asks refuses them.
    """
    named = set(stems(question))
    return _POINTING.sub(lambda m: _told(m, named), text)


def _told(match: re.Match[str], named: set[str]) -> str:
    noun = match["noun"]
    if not set(stems(noun)) <= named or not stems(noun):
        return match.group(0)
    return f"{'The' if match['this'][0] == 'T' else 'the'} {noun}"
