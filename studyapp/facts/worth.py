"""Whether an answer tells a learner anything: platitudes make no card."""

import re

from studyapp.language.words import stems

_EMPTY_WORDS = """
    problem issue symptom complication condition change effect role approach measure method
    step option quality life goal challenge new diagnosis original beyond best result factor way
    thing outcome
    treatment disease help care people patient time variety range part number difference
    benefit harm damage area risk place information need it them serious severe significant
    important several various different many other certain health function body life common
    good bad well big great small high low
    comprehensive supportive support adaptive strategy strategies maintain maintaining improve
    improving manage managing progressive ongoing multidisciplinary tailored individualized
    individual optimal overall wellbeing wellness provide ensure ensuring daily living while
    successful effective prompt proper appropriate further evaluation research study studies
    investigation development future dramatic emergency medical survival careful monitor monitoring
    detection intervention
"""
_EMPTY = frozenset(s for word in _EMPTY_WORDS.split() for s in stems(word))
_LAY_WORDS = """
    paralysis fever nausea vomiting fatigue diarrhea constipation incontinence weakness numbness
    swelling bleeding bruising dizziness inflammation visits visit rash itching cough
    breathlessness obesity overweight depression anxiety stress infection tumor tumors cancer
"""
_EVERYDAY_WORDS = """
    surgery biopsy anesthesia ultrasound therapy chemotherapy radiation injection vein veins artery
    arteries nerve nerves bone bones tissue organ organs gland hormone hormones kidney bladder
    bowel spine joint joints muscle muscles surgeon specialist pharmacist doctor blood
    clot clots x ray rays xray mri ct scan scans nurse vaccine vaccines medicine medicines protein
    proteins antibodies antibody diet exercise vitamin vitamins nutrient nutrients calories heart
    lung lungs liver stomach skin brain cell cells virus bacteria germ germs trial clinical test
    tests sample urine stool treatment remission hospital
"""
EVERYDAY = frozenset(s for word in _EVERYDAY_WORDS.split() for s in stems(word))
"""Words that pages explain to patients and that nobody who studies medicine must be asked."""

LAY = EVERYDAY | frozenset(s for word in _LAY_WORDS.split() for s in stems(word))
"""The same with symptoms, whose gloss in brackets says nothing; their definition may."""

_VAGUE_HEAD = re.compile(
    r"^(?:(?:some|other|certain|many)\s)?(?:issues|problems|things|factors|aspects|matters)\b"
)


_ONLY_COUNTED = re.compile(
    r"^(?:a\s(?:variety|number|range|combination|series|group|lot)\sof|several|various|many|some"
    r"|different|two|three|four|five|six|seven|\d+)\s(?:[\w-]+\s){0,2}[\w-]+s$",
    re.IGNORECASE,
)


def is_empty_stem(stem: str) -> bool:
    """Whether a word's stem tells nothing that every page could not say."""
    return stem in _EMPTY


def only_counts(answer: str) -> bool:
    """'Three blood tests', 'A variety of medications': how many, and not which."""
    return _ONLY_COUNTED.match(answer) is not None


def says_something(answer: str, asked: str) -> bool:
    """Whether an answer holds a word that neither the question has nor every page could say."""
    if _VAGUE_HEAD.match(answer):
        return False
    return bool({s for s in stems(answer) if s not in _EMPTY} - set(stems(asked)))
