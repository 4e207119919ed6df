"""Inflects verbs, by lemminflect."""

from lemminflect import getInflection, getLemma

from studyapp.language.verbs import base_of


def inflected(verb: str, tag: str) -> str:
    """A verb in the form of a Penn tag ('VBN' the participle, 'VBG' the gerund, 'VBZ')."""
    lower = verb.lower()
    base = (lower,) if base_of(lower) == lower else getLemma(lower, upos="VERB")
    forms = getInflection(base[0] if base else lower, tag=tag)
    return str(forms[0]) if forms else verb
