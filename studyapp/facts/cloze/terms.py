"""Whether a word is medicine's, told by its form or its list."""

import re
from functools import lru_cache

from studyapp.language.classes import class_of
from studyapp.language.diseases import names_disease
from studyapp.language.lexicon import is_word
from studyapp.language.words import STOP

_TECHNICAL = re.compile(
    r"^\w{2,}(?:itis|osis|oses|emia|aemia|oma|omas|pathy|ectomy|otomy|ostomy|oscopy|graphy|gram|mycin|cillin"
    r"|cycline|olol|pril|sartan|azole|statin|mab|nib|vir|ase|ases|cyte|cytes|blasts?|plasia|trophy|uria"
    r"|rrhea|algia|penia|philia|genic|lytic|static|cidal|emic|pathic|toxic|tropic|ergic|oid|oids|amine|idine|steroids?|biotics?"
    r"|(?<!med)icine|azine|apine|atine|orine|stine|purinol|oxin|farin|parin|mide|zide|pine|pam|lam|inhibitors?|antagonists?|agonists?|receptors?|enzymes?|antigens?|microbials?"
    r"|antibod(?:y|ies)|hormones?|tumou?rs?|cancers?|syndromes?|vaccines?|vaccination|plasma|serum|bacteri\w+"
    r"|vir(?:us|uses|al)|fung\w+|glycemi\w+|tension|edema|ischemi\w+|thromb\w+|fibr\w+|genes?|mutations?"
    r"|chemotherapy|radiation|radiotherapy|platelets?|coagul\w+|immun\w+|inflamm\w+|infecti?on|infections"
    r"|cultures?|smears?|assays?|biops(?:y|ies)|stain(?:s|ing)?|diuretics?|anticoagul\w+|lactulose|insulin|sodium|potassium|calcium|oxygen|glucose|iron|vitamins?)$",
    re.IGNORECASE,
)
_ROOT, _LONG = 4, 6
"""A long word that no general table has is a learned one: the name of a drug, of a germ."""


@lru_cache(maxsize=16_384)
def is_technical(word: str) -> bool:
    """Whether a word is medicine's: a disease, a drug, a learned form."""
    return (
        len(word) >= _ROOT
        and word.lower() not in STOP
        and (
            _TECHNICAL.match(word) is not None
            or names_disease(word)
            or (word.islower() and len(word) > _LONG and not is_word(word))
            or bool(class_of(word))
            or (word[1:].upper() == word[1:] and word[1:].isalpha())
        )
    )
