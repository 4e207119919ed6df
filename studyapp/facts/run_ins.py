"""A heading that a page runs into its first sentence: 'Phlebotomy Phlebotomy is the taking …'."""

import re

_OPENERS = (
    r"(?:In|The|A|An|Treatment|Patients|People|When|If|For|Most|After|During|At|There|Although|Some"
    r"|Because|Many|As|Once|To)"
)
_TITLE = re.compile(
    rf"^(?P<title>[A-Z][\w’'/-]*(?:\s[\w’'/-]+){{0,5}}?)\s(?P<rest>{_OPENERS}\s.+)$"
)
_TWICE = re.compile(
    r"^(?P<title>[A-Z][\w’'/-]*(?:\s[\w’'/-]+){0,7}?)\s(?P<rest>(?P=title)\b.+)$", re.IGNORECASE
)
_LAST = re.compile(
    r"^(?P<title>(?:[A-Z][\w’'-]*\s){1,3}(?P<word>[A-Z][\w’'-]*))\s(?P<rest>(?P=word)\s"
    r"(?:is|are|may|might|can|should|must|will|was|has|have|usually|often)\b.+)$"
)
_SMALL = re.compile(r"^(?:of|and|or|the|for|to|in|with|by|on|a|an)$")


def without_title(text: str) -> str:
    """The sentence without a title before it, where the sentence says the title again."""
    twice = _TWICE.match(text)
    if twice is not None and twice["rest"][0].isupper() and " - " not in twice["title"]:
        return twice["rest"]
    last = _LAST.match(text)
    if last is not None:
        return last["rest"]
    titled = _TITLE.match(text)
    if titled is None or _is_sentence(titled["title"]):
        return text
    said = titled["rest"].lower().replace("’", "'")
    title = titled["title"].lower().replace("’", "'")
    again = re.search(rf"(?<!\w){re.escape(title)}(?:s|es)?\b", said)
    return titled["rest"] if again is not None else text


def _is_sentence(title: str) -> bool:
    """Whether what stands in front has words that no title writes small."""
    return any(word[0].islower() and not _SMALL.match(word) for word in title.split()[1:])
