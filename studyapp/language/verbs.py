"""Verbs that carry medical facts, and how a bare item of a list is told from a noun by them."""

_RELATIONS_WORDS = """
    cause produce trigger induce lead result contribute provoke precipitate aggravate worsen
    intensify exacerbate
    reduce decrease lower lessen increase raise elevate improve relieve ease alleviate prevent
    inhibit block suppress stimulate promote enhance boost slow stop halt kill destroy shrink
    remove relax constrict narrow dilate weaken damage injure compress disrupt impair facilitate
    allow enable protect minimize maximize limit control stabilize strengthen replace restore
    preserve maintain accelerate delay reverse attack target bind neutralize activate regulate
    release secrete store absorb eliminate excrete metabolize clear filter transport carry supply
    include comprise contain involve consist combine
    show detect reveal measure confirm exclude identify differentiate distinguish assess evaluate
    determine visualize indicate suggest predict diagnose demonstrate assay examine check monitor
    screen
    occur arise originate stem develop spread affect infect invade extend travel enter begin start
    form grow live metastasize present manifest appear persist resolve recur last progress heal
    mature
    require need warrant merit demand depend rely
    use deliver provide create inject administer give apply attach insert place achieve obtain
    yield emphasize focus address serve act work treat manage cure support ensure guide connect
    drain surround cover line
    disturb lack resist tolerate survive feed transmit receive experience report represent
    mean refer describe denote differ resemble mimic account make stain proliferate multiply
    colonize adhere convert synthesize break dissolve thicken thin inflame irritate scar harden
    soften swell bleed rupture burst
    help rule reabsorb shorten lengthen prolong
"""
RELATIONS = frozenset(_RELATIONS_WORDS.split())
"""Base forms. A relation outside this list makes no card by itself."""

_NOUNS_TOO_WORDS = """
    use cause result help focus place form start work present report experience stop block
    control damage injury increase decrease release supply support need demand delay limit
    treat cover line drain scar stain bleed feed target attack guide progress display check
    screen measure test spread range
"""
_NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())
_NOUN_FOLLOWERS_WORDS = "of and or in for with to from on by like such as , ;"
_NOUN_FOLLOWERS = frozenset(_NOUN_FOLLOWERS_WORDS.split())
_ADVERBS_WORDS = """
    also often usually typically commonly most mostly primarily mainly rarely sometimes
    frequently generally directly clearly gradually slowly rapidly particularly especially only
    then still further may can must should could might will not
"""
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_MODALS = {"may", "can", "must", "should", "could", "might", "will"}


def base_of(word: str) -> str:
    """The base form of a verb in -s or already bare; '' when it is no known verb."""
    lower = word.lower()
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in RELATIONS:
            return form
    if lower.endswith("ies") and lower[:-3] + "y" in RELATIONS:
        return lower[:-3] + "y"
    return ""


def is_noun_too(word: str) -> bool:
    """Whether a verb's base form is as often a noun ('damage', 'control')."""
    return word in _NOUNS_TOO


def opens_with_verb(words: tuple[str, ...]) -> bool:
    """Whether an item begins with a finite verb or a modal ('Often cause pain', 'May recur')."""
    rest = list(words)
    modal = False
    while rest and rest[0].lower() in _ADVERBS:
        modal = modal or rest[0].lower() in _MODALS
        rest.pop(0)
    if not rest:
        return False
    if modal:
        return True
    base = base_of(rest[0])
    if not base:
        return False
    follower = rest[1].lower().rstrip(",;") if rest[1:] else ""
    if base in _NOUNS_TOO:
        return bool(follower) and follower not in _NOUN_FOLLOWERS
    return follower not in {"of", "and", "or"}


def is_third_person(words: tuple[str, ...]) -> bool:
    """Whether the opening verb agrees with a singular subject."""
    first = next((w for w in words if w.lower() not in _ADVERBS), "")
    return first.lower() != base_of(first) and first.lower().endswith("s")
