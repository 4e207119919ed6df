"""Which fact a verb tells, and which words after it a question can be built on."""

from studyapp.model import FactKind

_KINDS = {
    FactKind.CAUSE: "cause produce trigger induce lead result contribute provoke precipitate arise"
    " originate come",
    FactKind.MECHANISM: "inhibit block suppress stimulate promote enhance boost slow stop kill"
    " destroy shrink relax constrict narrow dilate compress disrupt impair facilitate allow"
    " enable attack target bind activate release travel spread carry lack break secrete absorb"
    " transport",
    FactKind.TREATMENT: "treat relieve manage cure address support stabilize strengthen",
    FactKind.PURPOSE: "use deliver provide create remove ensure protect minimize prevent reduce"
    " decrease lower improve",
    FactKind.DIAGNOSIS: "show detect reveal measure confirm exclude identify differentiate"
    " distinguish assess evaluate determine visualize indicate suggest diagnose rule complement",
    FactKind.FINDING: "present affect manifest appear",
    FactKind.INDICATION: "require need warrant recommend indicate reserve consider",
}

KIND_OF = {verb: kind for kind, verbs in _KINDS.items() for verb in verbs.split()}
"""The kind of fact that a verb tells."""

PASSIVE = {
    "absorb": "in|by",
    "acquire": "by|through|from",
    "aggravate": "by",
    "accompany": "by",
    "attribute": "to",
    "administer": "by|as|to|for|in",
    "associate": "with",
    "avoid": "in|during|when",
    "base": "on|upon",
    "call": "",
    "cause": "by",
    "characterize": "by",
    "complicate": "by",
    "classify": "based|as|into|by|according",
    "confirm": "by|with",
    "consider": "for|when|if|in",
    "convert": "to|into",
    "derive": "from",
    "contraindicate": "in|for|with|during|when",
    "define": "as|by",
    "diagnose": "by|with|when|if|based|from|through|using|on",
    "continue": "until|for|when|if|as",
    "delay": "until|when|if",
    "discontinue": "when|if|before|after",
    "divide": "into",
    "do": "to",
    "find": "in|on",
    "give": "to|for|as|by|in",
    "indicate": "for|in|when|if",
    "encode": "by",
    "evaluate": "when|if|for",
    "exacerbate": "by",
    "excrete": "by|in",
    "induce": "by",
    "exclude": "before|when|by",
    "initiate": "when|if|before|after|in|for",
    "inject": "into|in",
    "inherit": "from|as|in",
    "know": "as",
    "link": "to",
    "locate": "in|within|outside|on",
    "make": "of|by|from",
    "mediate": "by",
    "metabolize": "by|in",
    "innervate": "by",
    "manage": "with|by",
    "need": "for|when|if",
    "monitor": "when|if|for|during",
    "obtain": "when|if|before|after",
    "perform": "to|when|if|before|after",
    "precede": "by",
    "precipitate": "by",
    "refer": "when|if|to",
    "regulate": "by",
    "relieve": "by|with",
    "reverse": "by|with",
    "repeat": "when|if|after",
    "screen": "for|when|if",
    "start": "when|if|before|after|in|within",
    "stop": "when|if|before|after",
    "suspect": "when|if|in",
    "test": "for|when|if",
    "withhold": "when|if|in|before",
    "place": "in|into",
    "prevent": "by|with",
    "produce": "by|in",
    "recommend": "for|in|when|if|to",
    "require": "for|when|if",
    "reserve": "for",
    "spread": "by|through|via",
    "transmit": "by|through|via",
    "treat": "with|using|by",
    "trigger": "by",
    "use": "to|for|in|when|as",
}
"""The words that may follow each passive verb ('is caused by'); '' for an object at once."""

ACTIVE = {
    "act": "by|on|as",
    "appear": "as|in",
    "arise": "from",
    "begin": "with|in|when|as",
    "come": "from",
    "consist": "of",
    "contribute": "to",
    "depend": "on",
    "develop": "in|from|when|as|after|within|outside",
    "extend": "into|to",
    "focus": "on",
    "form": "in|when",
    "lead": "to",
    "live": "in|on",
    "manifest": "as|with|by",
    "occur": "in|when|if|as|after|during",
    "originate": "from|in",
    "present": "with|as",
    "progress": "to",
    "rely": "on",
    "result": "in|from",
    "spread": "through|by|to|from|via",
    "travel": "through|to",
    "work": "by",
}
"""The words that must follow a verb that takes no object; other verbs want their object."""

_SILENT_WORDS = """
    account combine experience grow help include last make mean receive recur refer report
    represent resolve start stop survive
"""
SILENT = frozenset({*_SILENT_WORDS.split(), "be", "have", "do"})
"""Verbs that say too little to ask for their object; other rules read some of them."""
