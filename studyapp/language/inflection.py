"""Inflects verbs, by lemminflect."""

from lemminflect import getInflection, getLemma


def inflected(verb: str, tag: str) -> str:
    """A verb in the form of a Penn tag ('VBN' the participle, 'VBG' the gerund, 'VBZ')."""
    base = getLemma(verb.lower(), upos="VERB")
    forms = getInflection(base[0] if base else verb.lower(), tag=tag)
    return str(forms[0]) if forms else verb
