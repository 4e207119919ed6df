"""'X causes Y', 'X is treated with Y', 'X is used to Y': one thing's relation to another."""

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.facts.context import Context
from studyapp.facts.statement import Statement
from studyapp.facts.subjects import is_nameable, points_elsewhere
from studyapp.language.clause import Clause
from studyapp.language.quantities import Dimension, quantities
from studyapp.language.verbs import RELATIONS
from studyapp.language.words import stems
from studyapp.model import Fact, FactKind

_KINDS = {
    FactKind.CAUSE: "cause produce trigger induce lead result contribute provoke precipitate arise originate come",
    FactKind.MECHANISM: "inhibit block suppress stimulate promote enhance boost slow stop kill destroy shrink relax"
    " constrict narrow dilate compress disrupt impair facilitate allow enable attack target bind activate release"
    " travel spread carry lack break secrete absorb transport",
    FactKind.TREATMENT: "treat relieve manage cure address support stabilize strengthen",
    FactKind.PURPOSE: "use deliver provide create remove ensure protect minimize prevent reduce decrease lower improve",
    FactKind.DIAGNOSIS: "show detect reveal measure confirm exclude identify differentiate distinguish assess"
    " evaluate determine visualize indicate suggest diagnose rule complement",
    FactKind.FINDING: "present affect manifest appear",
    FactKind.INDICATION: "require need warrant recommend indicate reserve consider",
}
_KIND_OF = {verb: kind for kind, verbs in _KINDS.items() for verb in verbs.split()}
_PASSIVE = {
    "cause": "by", "treat": "with", "diagnose": "by|with|when|if|based|from|through|using|on", "manage": "with|by",
    "characterize": "by", "define": "as|by", "call": "", "know": "as", "classify": "based|as|into|by|according",
    "use": "to|for|in|when|as", "recommend": "for|in|when|if|to", "indicate": "for|in|when|if",
    "reserve": "for", "transmit": "by|through|via", "spread": "by|through|via", "prevent": "by|with",
    "associate": "with", "consider": "for|when|if|in", "contraindicate": "in|for|with|during|when",
    "give": "to|for|as|by|in", "perform": "to|when|if", "base": "on", "find": "in|on", "need": "for|to|when|if",
    "require": "for|when|if|to", "avoid": "in|during|when", "place": "in|into", "confirm": "by|with",
    "produce": "by|in", "make": "of|by|from", "absorb": "in|by", "divide": "into", "link": "to",
    "administer": "by|as|to|for|in", "trigger": "by", "inherit": "from|as|in", "locate": "in|within|outside|on",
}  # fmt: skip
_ACTIVE_LINK = {
    "lead": "to", "result": "in|from", "contribute": "to", "consist": "of", "depend": "on", "rely": "on",
    "spread": "through|by|to|from|via", "arise": "from", "originate": "from|in", "occur": "in|when|if|as|after|during"
    "|with", "develop": "in|from|when|as|after|within|outside", "present": "with|as", "focus": "on", "act": "by|on|as",
    "work": "by", "begin": "with|in|when|as", "enter": "", "travel": "through|to", "live": "in|on", "form": "in|when",
    "manifest": "as|with|by", "appear": "as|in", "extend": "into|to", "come": "from", "account": "~",
    "combine": "~", "last": "~", "start": "~", "help": "~", "report": "~", "mean": "~", "refer": "~", "represent": "~",
    "experience": "~", "receive": "~", "make": "~", "stop": "~", "improve": "", "recur": "~", "survive": "~",
    "rely on": "", "grow": "~", "form in": "", "appear in": "", "include": "~", "progress": "to", "resolve": "~",
}  # fmt: skip
_LONGEST = 25
_ANSWER_START = re.compile(
    r"^(?:various|several|different|many|that|whether|how|what|why|it|so|too|very|well|more|less|than|as)\b",
    re.I,
)
_BROKEN = re.compile(r"\b(?:like|as|of|for|with|to|in|on|by|and|or|the|a|from|including|such)$")
_JOINED = re.compile(
    r",\s?(?:and|or|\w+ing|with|but|not|by|from|to|in|if|when|especially|particularly|including)\b|\s(?:and|or)\s"
)
_EMPTY_ANSWER = frozenset(
    """problem issue symptom complication condition change effect role approach measure method step option quality life goal challenge new diagnosis result factor way thing outcome treatment
    disease help care people patient time variety range part number difference benefit harm damage area risk
    place information need it them serious severe significant important several various different many other certain
    health function body life common good bad well big great small high low""".split()
)
_EMPTY_STEMS = frozenset(s for word in _EMPTY_ANSWER for s in stems(word))


def relations(statement: Statement, context: Context) -> Iterator[Fact]:
    """What the subject does, is for, is caused by ..., asked with the verb of the sentence."""
    for clause in statement.clauses():
        question = _question(clause, context)
        if question and _worth(clause, context):
            yield Fact(
                _KIND_OF.get(clause.lemma, FactKind.ROLE),
                context.inside(clause.subject),
                clause.lemma,
                _stripped(_answer(clause), question),
                statement.citations,
                condition=clause.fronted,
                modality=clause.aux.lower(),
                negated=clause.negated,
                question=question,
            )


def _worth(clause: Clause, context: Context) -> bool:
    answer = _answer(clause)
    if (
        not is_nameable(clause.subject)
        or points_elsewhere(answer)
        or points_elsewhere(clause.fronted)
    ):
        return False
    if not answer or len(answer.split()) > _LONGEST or _ANSWER_START.match(answer):
        return False
    if _BROKEN.search(answer) or _unjoined(clause, answer):
        return False
    new = [s for s in stems(answer) if s not in _EMPTY_STEMS]
    asked = {*stems(clause.subject), *stems(clause.fronted), *stems(context.subject)}
    return bool(set(new) - asked) and ";" not in clause.fronted


def _unjoined(clause: Clause, answer: str) -> bool:
    """Whether the answer is a list of nouns that lost its last member ('pain, fractures')."""
    doc = clause.root.doc
    commas = [t for t in doc[clause.rest_start : clause.rest_end] if t.text == ","]
    nouns = [t for t in commas if t.i and doc[t.i - 1].pos_ in {"NOUN", "PROPN"}]
    return bool(nouns) and "," in answer and not _JOINED.search(re.sub(r"\([^)]*\)", "", answer))


def _answer(clause: Clause) -> str:
    answer = _trimmed(clause.rest)
    if clause.passive and answer.startswith("for "):
        answer = re.split(r"\s(?=to\s\w+\s)", answer)[0]
    return answer


def _stripped(answer: str, question: str) -> str:
    """The answer without the preposition that the question already ends its verb with."""
    link = _link(answer)
    asked = question.rstrip("?").split()
    if link and link in asked and question.startswith("What ") and link not in {"when", "if"}:
        return answer[len(link) :].strip()
    return answer


def _trimmed(rest: str) -> str:
    """Without a trailing remark that only adds to the sentence."""
    return re.split(
        r"(?:,\s(?:which|who|although|though|but|however|while|whereas|so|thus|and\sthis)\b|;|\s[—–]\s|—)",
        rest,
    )[0].rstrip(" ,")


def _question(clause: Clause, context: Context) -> str:
    if clause.negated or clause.fronted.lower() in {"sometimes", "often"}:
        return ""
    if clause.lemma not in RELATIONS and not clause.passive:
        return ""
    if any(q.dimension is Dimension.SHARE for q in quantities(clause.rest)):
        return ""
    clause = _without_also(clause)
    asked = _passive(clause) if clause.passive else _active(clause)
    if not asked:
        return ""
    subject = context.inside(clause.subject)
    question = asked.replace(clause.subject, subject, 1)
    return context.about_general(question, clause.subject, clause.rest) + "?"


_OPEN_ENDED = {
    "originate",
    "arise",
    "come",
    "cause",
    "include",
    "lead",
    "occur",
    "spread",
    "present",
}


def _without_also(clause: Clause) -> Clause:
    """'Also' links to the sentence before; where it warns that this is not all, it stays."""
    if clause.lemma in _OPEN_ENDED:
        return clause
    verb, base = (re.sub(r"\balso\s", "", words) for words in (clause.verb, clause.base))
    return replace(clause, verb=verb, base=base)


def _link(rest: str) -> str:
    return rest.split(maxsplit=1)[0].lower() if rest else ""


def _passive(clause: Clause) -> str:
    links = _PASSIVE.get(clause.lemma)
    if links is None or (links and _link(clause.rest) not in links.split("|")):
        return ""
    link = _link(clause.rest)
    if clause.lemma in {"locate", "place"}:
        return clause.ask("Where")
    if clause.lemma == "find":
        return clause.ask("Where" if link in {"in", "on"} else "What")
    if link in {"when", "if", "in", "during"}:
        return clause.ask("When" if link in {"when", "if", "during"} else "In whom or in what")
    if link in {"for"} and re.match(
        r"for (?:\w+\s){0,3}(?:patients|people|adults|children|women|men|infants)", clause.rest
    ):
        return clause.ask("For whom")
    if link == "to":
        return clause.ask("What") + " for" if clause.lemma == "use" else clause.ask("Why")
    if link in {"by", "through", "via", "using", "from"} and clause.lemma in {
        "diagnose",
        "transmit",
        "spread",
        "confirm",
    }:
        return clause.ask("How")
    if clause.lemma in {"classify", "divide"}:
        return clause.ask("How")
    if not links:
        return clause.ask("What")
    return clause.ask("What") + f" {link}"


def _active(clause: Clause) -> str:
    if clause.copula or clause.lemma in {"be", "have", "do"}:
        return ""
    links = _ACTIVE_LINK.get(clause.lemma, "")
    if links == "~":
        return ""
    link = _link(clause.rest)
    if links:
        if link not in links.split("|"):
            return ""
        if link in {"when", "if", "after", "during", "as"} and clause.lemma in {
            "occur",
            "develop",
            "begin",
            "form",
        }:
            return clause.ask("When")
        if link in {"by", "through", "via"}:
            return clause.ask("How")
        return clause.ask("What") + f" {link}"
    return clause.ask("What") if _has_object(clause) else ""


def _has_object(clause: Clause) -> bool:
    """Whether an object follows the verb at once, so that a question can ask for it."""
    if not clause.root.tag_.startswith("V"):
        return True
    objects = [t for t in clause.root.rights if t.dep_ in {"dobj", "ccomp", "xcomp"}]
    starts = {t.left_edge.i for t in objects}
    return clause.rest_start in starts or clause.rest_start + 1 in starts
