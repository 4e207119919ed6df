"""What class of thing every part of an answer names, told by its last word: drugs, cancers."""

import re

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
_ENDS = tuple(
    (name, re.compile(rf"(?:.*\s)?{words}$", re.IGNORECASE)) for name, words in _CLASSES.items()
)
_TAIL = re.compile(
    r"\s(?:through|via|in|of|at|with|without|from|by|to|for|like|such\sas|if|when|within)\s.*$"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_LONGEST = 4
_BARE = re.compile(r"^(?P<first>[\w-]+)$")


_ASKED = re.compile(
    r"\b[Ww]hich\s(?:\d\s)?(?:" + "|".join(f"{name[:-1]}s?" for name in _CLASSES) + r")\s"
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


def class_of(answer: str) -> str:
    """The plural name of the class that all parts of an answer belong to; '' when not certain.

    'Lung, breast, and prostate cancers' are cancers: its last part names the class of them all.
    """
    parts = parts_of(answer)
    if not parts or any(len(part.split()) > _LONGEST or "including" in part for part in parts):
        return ""
    for name, ends in _ENDS:
        shared = re.search(r"s$", parts[-1]) and ends.fullmatch(parts[-1]) and name == "cancers"
        if all(ends.fullmatch(p) or (shared and _BARE.match(p)) for p in parts):
            return name
    return ""
