"""Words that exclude each other: what is the one is not the other."""

_PREFIXES = (("extra", "intra"), ("endo", "exo"), ("hyper", "hypo"), ("non", ""), ("un", ""))
_PAIRS = """
    benign malignant, primary secondary, ischemic hemorrhagic, acute chronic, congenital acquired,
    unilateral bilateral, left right, upper lower, anterior posterior, proximal distal,
    internal external, intrinsic extrinsic, men women, male female, boys girls, children adults,
    early late, high low, higher lower, increased decreased, increase decrease,
    increases decreases, raise lower, more less, greater smaller, fast slow, before after,
    positive negative, oral intravenous, common rare, superior inferior, active passive,
    first second, gain loss, start stop, visible invisible, arteries veins,
    arterial venous, systolic diastolic, viral bacterial, afferent efferent, sensory motor
"""
_WORDS = frozenset(
    frozenset(form) for pair in _PAIRS.split(",") for form in [pair.split()] if len(form) > 1
)
_LONG_WORD = 4


def opposite(one: str, other: str) -> bool:
    """Whether two lower-case words are opposites ('benign' and 'malignant', 'extra-' 'intra-')."""
    if frozenset((one, other)) in _WORDS:
        return True
    return any(_prefixed(one, other, a, b) or _prefixed(other, one, a, b) for a, b in _PREFIXES)


def _prefixed(one: str, other: str, a: str, b: str) -> bool:
    """Whether two words differ in such a prefix alone."""
    rest = one.removeprefix(a)
    return (
        one.startswith(a)
        and other.startswith(b)
        and len(rest) >= _LONG_WORD
        and rest == other.removeprefix(b)
    )
