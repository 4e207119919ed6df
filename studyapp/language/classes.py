"""What class of thing every part of an answer names, told by its last word: drugs, cancers."""

import re
from functools import lru_cache

_PARTS = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s|;\s")
_CLASSES = {
    "drugs": r"(?:NSAIDs?|\w*(?:opioids?|steroids?|antidepressants?|antibiotics?|analgesics?"
    r"|diuretics?|statins?|bisphosphonates?|anticonvulsants?|antihistamines?|antiemetics?"
    r"|laxatives?|triptans?|nitrates?)|\w+(?:mab|nib|sartan|pril|olol|azole|cillin|mycin|cycline"
    r"|floxacin|gabalin|dronate|prazole|dipine|parin|xaban|glutide|formin|profen|oxetine"
    r"|triptyline|vir|oxacin|quinolone|sporin|phylline)s?|gabapentin"
    r"|(?!(?:other|some|certain|new|different|prescription|generic)\s)[\w-]+\s(?:medications?|medicines|drugs)|\w+\s(?:inhibitors|blockers|antagonists|agonists))",
    "cancers": r"(?:(?!(?:advanced|early|primary|metastatic|certain|other|any|new|recurrent)\s)"
    r"[\w-]+\scancers?|lymphomas?|melanomas?|\w*sarcomas?|\w+blastomas?|\w*carcinomas?"
    r"|leuk(?:a)?emias?|myelomas?|mesotheliomas?)",
    "imaging tests": r"(?:magnetic resonance imaging|(?:computed\s)?tomography|MRIs?|CTs?|PETs?"
    r"|X-rays?|ultrasound|ultrasonography|radiographs?"
    r"|radiography|(?:MRI|CT|PET|bone)\sscans?|echocardiography|mammography|myelography"
    r"|scintigraphy)",
    "hormones": r"(?:(?:o?estrogen|progestin|androgen|thyroid\shormone|catecholamine|prostaglandin"
    r"|glucocorticoid)s?|progesterone|oxytocin|prolactin|glucagon|cortisol|aldosterone"
    r"|melatonin|thyroxine|norepinephrine|FSH|LH|TSH|ACTH|hCG)",
    "procedures": r"(?:\w+(?:plasty|ectomy|otomy|ostomy|oscopy|ablation|pexy|centesis)|ablation"
    r"|resection|embolization|biopsy|transplantation)",
}
_PLAIN = {
    "symptoms": r"(?:(?!pain$)(?:[\w-]+\s){0,2}pains?|(?:high\s|low-grade\s|mild\s)?fever|chills"
    r"|(?:dry\s)?cough|coughing|nausea|vomiting|diarrhea|constipation|headaches?|fatigue"
    r"|(?:muscle\s)?weakness|dizziness|itching|rash(?:es)?|swelling|numbness|tingling|shortness"
    r"|wheezing|sneezing|sore\sthroat|bloating|cramps"
    r"|(?:weight|hair|hearing|vision|memory|appetite)\sloss|sweating|night\ssweats|confusion"
    r"|drowsiness|insomnia|irritability|heartburn|hoarseness|tremors?|stiffness|tenderness"
    r"|palpitations|fainting|blurred\svision|tiredness|malaise|jaundice)",
    "organs": r"(?:the\s)?(?:(?:small|large)\sintestines?|heart|lungs?|liver|kidneys?|spleen"
    r"|pancreas|stomach|brain|bladder|gallbladder|thyroid|uterus|ovaries|testes|colon|esophagus"
    r"|skin|eyes?)",
    "cells": r"(?:(?!(?:healthy|normal|cancer|abnormal|body|own|body’s|other|all|most|some)\s)"
    r"[\w-]+\scells|macrophages|neutrophils|lymphocytes|eosinophils|basophils|platelets|monocytes"
    r"|erythrocytes|osteoblasts|osteoclasts|fibroblasts|hepatocytes|neurons)",
    "diseases": r"(?!\w+ing\s)(?:[\w’'-]+\s)*(?:\w+itis"
    r"|(?!diagn|progn|homeo|apopt)\w{3,}(?<!cyt)osis|\w+pathy|pneumonia|diabetes|asthma|(?:heart|kidney|liver)\sfailure|stroke|heart\sattacks?"
    r"|anemia|epilepsy|gout|lupus|malaria|tuberculosis|influenza|measles"
    r"|(?!(?:the|this|other|some|certain|underlying|chronic|serious|a)\s)"
    r"[\w’'-]+\s(?:disease|syndrome))",
}
"""Classes that a question may name; answers of them are not treated otherwise."""


def _ends_of(classes: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = ((name, rf"(?:.*\s)?{words}$") for name, words in classes.items())
    return tuple((name, re.compile(words, re.IGNORECASE)) for name, words in found)


_ENDS = _ends_of(_CLASSES)
_WHOLE = tuple((name, re.compile(rf"{words}$", re.IGNORECASE)) for name, words in _PLAIN.items())
_TAIL = re.compile(
    r"\s(?:through|via|in|of|at|with|without|from|by|to|for|like|such\sas|if|when|within)\s.*$"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_LONGEST = 4
_BARE = re.compile(r"^(?P<first>[\w-]+)$")


_ASKED = re.compile(
    r"\b[Ww]hich\s(?:(?:\d\s)?(?:"
    + "|".join(f"{name[:-1]}s?" for name in _CLASSES)
    + rf")|{'|'.join(_PLAIN)})\s"
    r"(?=(?:is|are|was|were|do|does|did|can|may|might|should|must|will)\b)"
)


def unclassed(question: str) -> str:
    """A question with 'what' for 'which drugs': two wordings of it are then alike."""
    return _ASKED.sub("what ", question)


_TREATED = re.compile(
    r"^(?:certain\s)?(?:[\w-]+\s){0,2}?"
    r"(?P<noun>(?:tumou?r|cancer) types|tumou?rs|cancers|infections|lesions|fractures|strains)"
    r"(?:\s\([^()]*\))?(?:\s(?:like|such as|including|to)\s.*)?$",
    re.IGNORECASE,
)


def treated(answer: str) -> str:
    """What a treatment is said to be for ('tumors'), to ask 'For which tumors'; '' for none."""
    match = _TREATED.match(answer)
    return match["noun"].lower() if match else ""


def parts_of(answer: str) -> tuple[str, ...]:
    """The parts of an enumeration, without what stands in brackets or behind them all."""
    bare = _TAIL.sub("", _BRACKET.sub("", answer)).rstrip(" .")
    return tuple(part.strip() for part in _PARTS.split(bare) if part.strip())


@lru_cache(maxsize=8192)
def class_of(answer: str) -> str:
    """The plural name of the class that all parts of an answer belong to; '' when not certain.

    'Lung, breast, and prostate cancers' are cancers: its last part names the class of them all.
    """
    parts = parts_of(answer)
    if not parts or any(len(part.split()) > _LONGEST or "including" in part for part in parts):
        return ""
    for name, ends in _ENDS:
        last = ends.fullmatch(parts[-1])
        shared = name == "cancers" and last and parts[-1].endswith("s")
        if last and all(ends.fullmatch(p) or (shared and _BARE.match(p)) for p in parts[:-1]):
            return name
    return ""


@lru_cache(maxsize=8192)
def asked_for(answer: str) -> str:
    """The plural name that a question may give its answer: a class, or symptoms, organs, cells.

    '' when not all parts of the answer are of one.
    """
    parts = parts_of(answer)
    if not parts or any(len(part.split()) > _LONGEST for part in parts):
        return ""
    if class_of(answer) or not parts[1:]:
        return class_of(answer)  # One disease alone is well asked with 'what'.
    return next((name for name, whole in _WHOLE if all(map(whole.fullmatch, parts))), "")
