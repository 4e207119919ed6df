"""Whether a phrase names a disease, told by its last word: its ending, or that it is one."""

import re
from functools import lru_cache
from itertools import pairwise

from studyapp.language.words import stem, stems

_ENDINGS = re.compile(
    r"^\w{2,}(?:itis|itides|osis|oses|iasis|emia|aemia|oma|omas|pathy|pathies|algia|plegia|penia"
    r"|rrhea|rrhoea|rrhage|trophy|ectasis|cele|sclerosis|edema|oedema|phobia|mania|lepsy|ptysis"
    r"|plasia|thorax|apnea|apnoea|noma|toma|roidism|gonadism|uitarism|renalism"
    r"|thalassemia|hemophilia)$"
)
_DISEASES_WORDS = """
    disease diseases syndrome syndromes disorder disorders infection infections cancer cancers
    tumor tumors tumour tumours failure fever shock hernia hernias impaction constipation
    diarrhea diarrhoea stroke infarction attack arrest embolism diabetes hypertension hypotension
    asthma lupus erythematosus epilepsy migraine gout depression anxiety schizophrenia autism
    obstruction perforation hemorrhage ulcer ulcers abscess abscesses sepsis deficiency poisoning
    overdose burn burns fracture fractures metastasis metastases measles rubella herpes malaria
    tetanus cholera plague rabies polio influenza flu dementia delirium pregnancy labor psoriasis
    eczema acne pruritus itching shingles hiv aids hypothermia dehydration insomnia narcolepsy
    preeclampsia eclampsia miscarriage infertility endometriosis menopause cystic acidosis
    alkalosis jaundice cirrhosis gastritis angina arrhythmia arrhythmias tachycardia bradycardia
    fibrillation prolapse incontinence torsion rupture dislocation sprain insufficiency leukemia
    leukemias anemias concussion injury injuries anaphylaxis allergy allergies rejection atresia
    pleurisy neoplasm neoplasms tetralogy scabies lice hemorrhoids botulism albinism alcoholism
    obesity rickets scurvy gangrene diphtheria pertussis anthrax syphilis chlamydia typhoid
    typhus leprosy dengue smallpox chickenpox mumps vitiligo rosacea cataract cataracts aneurysm
    aneurysms gallstones fistula fistulas varices
"""
_DISEASES = frozenset(_DISEASES_WORDS.split())
_HEADS = frozenset(
    """block crisis stone stones effusion effusions defect defects reflux polyp polyps cyst cysts
    clot clots crises palsy paralysis ataxia dystonia seizure seizures""".split()
)
"""Words that name a disease only behind another: 'heart block', 'pleural effusion'."""
LESIONS = frozenset(
    s
    for word in "lesion tumor metastasis metastatic malignancy neoplasm growth".split()
    for s in stems(word)
)
"""Stems of words that oncology pages use for one thing: what grows where it should not."""

GROWTHS = LESIONS - {stem("lesion"), stem("growth")} | {stem("cancer"), stem("carcinoma")}
"""Those of them that name a cancer without its site, as 'lesion' does not."""

_SITES = frozenset(
    """heart kidney bladder bile pleural pericardial adrenal thyroid addisonian hypertensive
    septal nasal colon colonic colorectal ovarian blood gastroesophageal vesicoureteral""".split()
)

_KIND_WORDS = """
    common other primary types type causes associated related rare various underlying several
    additional treatable major specific certain chronic acute medical mental similar comorbid
    coexisting inherited autoimmune infectious these such all bacterial viral
"""
_KINDS = frozenset(_KIND_WORDS.split())
_CLASSES = frozenset(
    """disease diseases syndrome syndromes disorder disorders infection infections cancer cancers
    tumor tumors tumour tumours deficiency failure injury injuries fever attack shock""".split()
)
_OTHER_MATTER = re.compile(
    r"\b(?:and|or|versus|vs|for|with|in|of|to|from|by|on|the|after|before|during|without|what|how"
    r"|why|when|who|is|are|do|does|can|risk|living|about|prevention|research|your|you)\b|[?:/]"
)
_NO_DISEASES = frozenset("diagnosis prognosis osmosis mitosis meiosis homeostasis".split())
_VAGUE = frozenset(
    "common other types causes associated related rare various several such".split()
)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_LONGEST = 4


@lru_cache(maxsize=4096)
def disease_named(heading: str) -> str:
    """The disease that a heading names and nothing else, without its bracket; '' for none.

    'Fecal Impaction' and 'Nongonococcal urethritis (NGU)' name one; 'Symptoms of gout', 'Common
    infections' and 'Disease' do not.
    """
    name = _BRACKET.sub("", heading).strip(" .")
    words = name.lower().replace("’", "'").split()
    if not 0 < len(words) <= _LONGEST or _OTHER_MATTER.search(name.lower()):
        return ""
    last = words[-1]
    known = last in _DISEASES or _ends_like_one(last) or (bool(words[1:]) and last in _HEADS)
    bare = last in _CLASSES and all(word in _KINDS for word in words[:-1])
    return name if known and not bare and words[0] not in _VAGUE else ""


def _ends_like_one(word: str) -> bool:
    return _ENDINGS.match(word) is not None and word not in _NO_DISEASES


_KIND_OF_DISEASE = re.compile(
    r"\b(?!(?:the|this|that|a|an|of|any|other|these|such|all|some|underlying)\b)[a-z-]{4,}"
    r"\s(?:diseases?|syndromes?|disorders?)\b"
)


_NAMED = _DISEASES - _CLASSES


@lru_cache(maxsize=4096)
def names_disease(phrase: str) -> bool:
    """Whether any word of a phrase is the name of a disease."""
    if _KIND_OF_DISEASE.search(phrase.lower()):
        return True
    words = re.findall(r"[a-z]+", phrase.lower())
    return any(w in _NAMED or _ends_like_one(w) for w in words) or any(
        two in _HEADS and one in _SITES for one, two in pairwise(words)
    )
