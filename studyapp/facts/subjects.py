"""Whether words name something by themselves, or lean on what stands elsewhere."""

import re
from functools import lru_cache

from studyapp.language.words import stems

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
