"""What a sentence is about: names a subject, resolves 'it' and 'this', or refuses."""

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from studyapp.facts.attributes import attribute_kind
from studyapp.facts.class_nouns import bracketless, defines_disease, means_subject, tells_no_other
from studyapp.facts.context import Context
from studyapp.facts.pointed import is_meant
from studyapp.language.clause import clauses
from studyapp.language.words import capital, is_plural, singular, stems
from studyapp.model import Passage

_OPEN = re.compile(
    r"^(?:even|little|nothing|something|an?\s(?:(?:small|large|great)\s)?(?:number|variety|range|lot|couple|series)\sof|the\sway|it|its|they|their|them|he|she|his|her|we|our|us|you|your|i|my|this|that|these|those|such"
    r"|there|here|another|(?:the\s)?others?|some|certain|many|several|various|different|each|every|one|both"
    r"|either|neither|none|all|any|much|most|more\sthan|few|no|none|with|to|for|by|in|on|at|from|of|about|as|than|who|which|what|when|where|how|why|whether|anyone"
    r"|everyone|someone|nothing|something|so)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:it|its|they|their|them|he|she|his|him|her|hers|we|our|us|you|your|(?<!stage\s)(?<!type\s)(?<!class\s)(?<!grade\s)i(?!\.)|this|these|those"
    r"|such|above|below|following|former|latter|aforementioned|herein|such)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:it|they|them|he|she|his|him|her|hers|we|our|us|you|your|(?<!stage\s)(?<!type\s)(?<!class\s)(?<!grade\s)i(?!\.)|this|these|those|such(?!\sas)"
    r"|(?<=the\s)following|following(?=\s*(?:$|[,.;:]))|former|latter|aforementioned|herein)\b(?!\spatients)|\b(?:above|below)\b"
    r"(?=\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)
_OWNED_FIRST = re.compile(r"^(?:its|their)\b", re.IGNORECASE)
_EMPTY_WORDS = """
    time case way thing step part number example reason fact kind type goal answer amount lot
    approach person people patient patients doctor provider providers team specialist expert
    researcher study research experts author scientist section table figure chapter question
    result finding evidence lab laboratory professional factor someone individual physician
    clinician surgeon option family caregiver problem issue list studies researchers scientists
    doctors therapist nurse member care technician team staff worker scientist author mother
    parent child caregiver someone group choice decision plan level change oncologist
    healthcare health providers professionals doctor effective high low normal abnormal
    amount amounts produced damage levels last first next
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LOOSE = re.compile(
    r"[:;?—]|,\s?,|\s-\s|\b(?:wherein|whereby|if|when|whether|because|although|while)\b",
    re.IGNORECASE,
)
_NETWORK = {
    "system": {"network", "plexus", "system", "tract", "circuit"},
    "drug": {"drug", "medicine", "agent", "antibiotic", "medication"},
    "medicine": {"drug", "medicine", "agent", "antibiotic", "medication"},
    "test": {"test", "scan", "exam", "examination", "assay", "measurement"},
    "procedure": {"procedure", "surgery", "operation", "technique", "biopsy"},
    "treatment": {"treatment", "therapy", "drug", "surgery", "procedure", "medicine"},
    "organism": {"bacterium", "virus", "parasite", "fungus", "organism"},
}
_LONGEST = 12


_POPULATION = re.compile(
    r"^(?:all|most|many|some)\s(?:\w+\s)?(?:people|patients|adults|children|women|men|infants"
    r"|persons|individuals)\s(?:with|who|without|aged|over|under|in|on|having)\s"
    r"(?!this|these|it\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_nameable(subject: str) -> bool:
    """Whether a subject can stand in a question by itself: it names something in particular."""
    if not subject or len(subject.split()) > _LONGEST:
        return False
    if _OPEN.match(subject) and not _POPULATION.match(subject):
        return False
    if _INSIDE.search(subject) or subject[0] in "([" or _LOOSE.search(subject):
        return False
    if _mentioned_before(subject) or _UNFIT.match(subject) or _INSTITUTION.search(subject):
        return False
    if "," in subject and not re.search(r"\s(?:and|or)\s", subject):
        return False
    return any(word not in _EMPTY_STEMS for word in stems(subject))


_EMPTY_STEMS = frozenset(stem for word in _EMPTY for stem in stems(word))


_BODY_WORDS = """
    heart brain liver kidney kidneys lung lungs skin blood spine bladder bowel stomach pancreas
    thyroid spleen uterus cervix prostate retina cornea placenta fetus body bloodstream pharynx
    larynx trachea esophagus oesophagus colon rectum cord appendix gallbladder aorta diaphragm
    kidneys intestine intestines throat eardrum ovaries testicles airway airways breast breasts
    tonsils sinuses cerebellum hypothalamus pituitary thymus urethra ureters vagina
    ears eyes ear eye
    anus pleura uvula epiglottis duodenum jejunum ileum cecum sclera iris cochlea cerebrum
    brainstem medulla pons thalamus hippocampus meninges femur tibia fibula patella sternum
    clavicle scapula humerus sacrum coccyx pelvis skull mandible maxilla ureter peritoneum
    pericardium myocardium endocardium mediastinum endometrium myometrium epididymis
    scrotum ovary testis palate adenoids
    tongue conjunctiva dermis epidermis bronchi alveoli bronchioles glomerulus nephron myelin
    amnion chorion vulva eyelid oropharynx nasopharynx sigmoid
    gums teeth mouth nose neck lips jaw cranium abdomen chest midbrain nephrons atria ventricles
    lymph bile saliva plasma chyme cytoplasm mitochondria testes lymphatics
"""
BODY = frozenset(_BODY_WORDS.split())
"""Parts of the body that there is one of: 'the liver' needs no sentence before it."""
_THE_ONE = re.compile(r"^[Tt]he ([a-z-]+)(?: (?:and|or) (?:the )?([a-z-]+))?$")
_BOTH_WORDS = """
    nose mouth neck chest abdomen face hands feet legs arms bones joints muscles nerves veins
    arteries
"""
_BOTH = BODY | frozenset(_BOTH_WORDS.split())
"""Parts that need none when they are named together ('the nose and mouth')."""


def _mentioned_before(subject: str) -> bool:
    """'The sample', 'the vaccine': a thing that only the sentences before make known."""
    match = _THE_ONE.match(subject)
    if match is None:
        return False
    one, other = match.groups()
    return one not in BODY if other is None else _BOTH.isdisjoint((one, other))


_INSTITUTION = re.compile(
    r"^(?:[\w-]+\s){0,2}(?:[Ss]tudies|[Tt]rials)\s(?:of|in|on)\b|\b(?:research|researchers|[Cc]enters?'?|[Cc]entres?|Institutes?|Program(?:me)?s?|initiatives?"
    r"|foundation|usefulness|website|investigators)\b(?!\s(?:of\sthe\sbody))"
)
_UNFIT = re.compile(
    r"^(?:(?:about|around|nearly|over|approximately|almost|the\sother)?\s?\d[\d.,–-]*\s?(?:%|percent)$|(?:the\s)?(?:last|first|next|previous|final|remaining)\s(?:two|three|four|five|six|few|\d)|(?:Tables?|Figures?|Fig\.?|Box|Appendix|Chapter)\s\d|(?:two|three|four|five|six|\d+)\s(?:\w+\s)?"
    r"(?:groups|types|kinds|factors|reasons|ways|main|major|things|studies|trials))",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def points_elsewhere(text: str) -> bool:
    """Whether a text leans on a word ('this', 'it', 'the following') it does not explain.

    'Their' and 'its' are explained by a name that stands before them in the same text.
    """
    if re.search(
        r"\b(?:OR|AND)\b|\bthat (?:kind|type|time|case|condition|disease|disorder)\b", text
    ):
        return True
    said = _EXPLETIVE.sub("", text)
    return _POINTS.search(said) is not None or _OWNED_FIRST.match(said) is not None


_EXPLETIVE = re.compile(
    r"(?:(?<=\bmake\s)|(?<=akes\s)|(?<=king\s))it(?=\s(?:\w+ly\s|more\s|less\s|very\s)?(?:possible|impossible|hard|harder|easy|easier"
    r"|difficult|likely|safe|safer|necessary|unlikely)\s(?:for\s[^,;]{2,40}?\s)?to\b)"
)
"""'Makes it hard to swallow': it means nothing but what follows."""


_THIS_KIND = re.compile(
    r"^(?:[Tt]his|[Tt]hese)\s(?:\w+\s){0,2}?(?:type|test|treatment|procedure|kind|form|scan"
    r"|condition|disease|disorder|infection|problem|syndrome|medicine|drug)s?"
    r"(?:\sof\s(?:(?:\w+\s)?(?:test|treatment|scan|procedure|surgery|disease|cancer)|\w+))?\b"
)
_THIS_IS = re.compile(r"^(?:This|These)\s(?:is|are)\s")
_POINTER = re.compile(r"^(It|They|This|These|The)\b(?:\s+(\w+))?")


def resolved(doc: Doc, before: Doc | None, passage: Passage, context: Context) -> tuple[str, bool]:
    """The sentence with a leading 'it', 'they' or 'this <class>' named, if that is certain.

    Returns the text and whether the name came from the sentence before.
    """
    text = doc.text
    labelled = _THIS_KIND.match(text)
    named = labelled is not None and passage.label and is_nameable(passage.label)
    if labelled and named and is_meant(labelled.group(0), passage.label, before):
        return capital(with_article(passage.label, context)) + text[labelled.end() :], False
    headed = _THIS_IS.match(text)
    if headed and before is None and len(passage.headings) > 1:
        heading = passage.headings[-1]
        plural = is_plural(heading.split()[-1])
        if is_nameable(heading) and attribute_kind(heading) is None:
            verb = "are" if plural else "is"
            return f"{capital(heading)} {verb} {text[headed.end() :]}", False
    match = _POINTER.match(text)
    if match is None:
        return text, False
    word, noun = match.group(1), (match.group(2) or "").lower()
    if word in {"It", "They"}:
        name = _only_candidate(before, plural=word == "They") if before is not None else ""
        return (name + text[len(word) :], True) if name else (text, False)
    name, earlier = _class_noun(noun, before, passage, context, pointing=word != "The")
    if not name:
        return text, False
    return name + text[match.end() :], earlier


_COUNTED = re.compile(
    r"\b(?:scan|test|exam|examination|x-ray|biopsy|transplant|procedure|study|\w+ogram)$",
    re.IGNORECASE,
)


def with_article(label: str, context: Context) -> str:
    """'Bone scan' as a subject: 'a bone scan'."""
    if not _COUNTED.search(re.sub(r"\s*\([^()]*\)$", "", label)) or re.match(
        r"^(?:a|an|the)\s", label, re.IGNORECASE
    ):
        return label
    inside = context.inside(label)
    return f"{'An' if inside[0].lower() in 'aeiou' else 'A'} {inside}"


def _subject_of(doc: Doc) -> Token | None:
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    return next((t for t in root.lefts if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _only_candidate(before: Doc, *, plural: bool) -> str:
    """The subject of the sentence before, when nothing else in it could be meant."""
    subject = _subject_of(before)
    if subject is None:
        return ""
    name = before[subject.left_edge.i : subject.right_edge.i + 1].text
    if not plural and defines_disease(before) and is_nameable(bare := bracketless(name)):
        return bare
    if not is_nameable(name) or _counts_as_plural(subject) != plural:
        return ""
    rivals = [
        t
        for t in before
        if t.pos_ in {"NOUN", "PROPN"}
        and t.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "conj"}
        and not subject.is_ancestor(t)
        and t != subject
        and _counts_as_plural(t) == plural
    ]
    return "" if rivals else name


def _counts_as_plural(token: Token) -> bool:
    if any(t.dep_ == "conj" for t in token.children):
        return True
    return token.tag_ in {"NNS", "NNPS"} and is_plural(token.text)


def _class_noun(
    noun: str, before: Doc | None, passage: Passage, context: Context, *, pointing: bool
) -> tuple[str, bool]:
    """What 'this condition' or 'this drug' means, and whether the sentence before says it."""
    if before is not None and pointing and noun in _NETWORK:
        found = _named_kind(before, _NETWORK[noun])
        if found:
            return found, True
    here = context.at(passage.headings)
    if not means_subject(noun, passage, here, pointing=pointing):
        return "", False
    stays = _stays(before, here) if pointing else before is None or tells_no_other(before, here)
    return (capital(here.subject), before is not None) if stays else ("", False)


def namesake(noun: str, before: Doc) -> str:
    """The one thing in a sentence that 'this <noun>' in the next can mean; '' if not certain."""
    subject = _subject_of(before)
    if subject is not None and subject.lemma_.lower() == singular(noun):
        clause = next(iter(clauses(before)), None)
        return clause.subject if clause is not None and is_nameable(clause.subject) else ""
    return _named_kind(before, _NETWORK.get(noun, set()))


def _stays(before: Doc | None, context: Context) -> bool:
    """Whether the sentence before speaks of the document's subject and of no other thing."""
    if before is None:
        return True
    subject = _subject_of(before)
    if subject is None:
        return False
    name = before[subject.left_edge.i : subject.right_edge.i + 1].text
    return context.names_subject(name) and len(stems(name)) <= len(stems(context.subject)) + 1


def _named_kind(before: Doc, kinds: set[str]) -> str:
    """The one name in a sentence that is said to be, or is by its head, of one of the kinds."""
    names: list[str] = []
    for token in before:
        if token.lemma_.lower() not in kinds:
            continue
        named = token.head if token.dep_ in {"appos", "attr"} else token
        if named.pos_ in {"VERB", "AUX"}:
            subject = next((t for t in named.lefts if t.dep_ == "nsubj"), None)
            name = before[subject.left_edge.i : subject.right_edge.i + 1].text if subject else ""
            named = subject if subject is not None and is_nameable(name) else token
        end = min(
            [t.left_edge.i - 1 for t in named.children if t.dep_ == "appos"] or [named.i + 1]
        )
        start = named.left_edge.i
        text = before[start : max(end, named.i + 1)].text.rstrip(" ,")
        if is_nameable(text) and text not in names:
            names.append(text)
    return names[0][0].upper() + names[0][1:] if len(names) == 1 else ""
