"""Invented pages, as many as wanted and never the same, to measure builds with."""

import random
from collections.abc import Iterator
from pathlib import Path

_DISEASES = """
    gout asthma psoriasis migraine rosacea eczema shingles croup mumps scurvy pertussis vertigo
    tinnitus glaucoma cataract sinusitis cystitis gastritis colitis bursitis
""".split()
_DRUGS = """
    colchicine allopurinol febuxostat probenecid naproxen ibuprofen prednisone montelukast
    theophylline budesonide methotrexate acitretin sumatriptan propranolol topiramate timolol
""".split()
_SIGNS = """
    fever swelling itching redness stiffness wheezing nausea dizziness fatigue cough hoarseness
    weakness numbness tenderness blisters
""".split()
_TESTS = "ultrasound biopsy spirometry audiometry endoscopy gonioscopy microscopy".split()
_FORMS = (
    "About {n}% of adults with {d} have {s}.",
    "{D} reduces inflammation within {n} hours.",
    "The usual dose of {g} is {n} mg by mouth every {m} hours.",
    "{D} may cause {s}, {t} and {u}.",
    "In children with {d}, {g} should be avoided because it can cause {s}.",
    "{X} confirms the diagnosis when {s} lasts longer than {n} days.",
    "Most people with {d} recover within {m} weeks, and relapses are rare.",
    "It was first described in a small town, where {s} was common among sailors.",
    "The disease often begins at night, and {s} follows after {m} hours.",
    "Doctors who look after such patients ask about {s} and about {t} at each visit.",
    "No single finding proves the disease, although {s} makes it more likely than {t} does.",
    "When {s} persists, {g} is replaced by {h}, which acts more slowly but for longer.",
)


def page(number: int, size: int) -> str:
    """A page of about `size` letters on one disease; each number gives another page."""
    dice = random.Random(number)  # noqa: S311 (words, not secrets)
    disease = f"{_DISEASES[number % len(_DISEASES)]}"
    parts = [f"# {disease.capitalize()}, part {number}\n"]
    while sum(map(len, parts)) < size:
        parts.append(f"\n## {dice.choice(_SIGNS).capitalize()} and {dice.choice(_TESTS)}\n\n")
        texts = (_sentences(dice, disease, dice.randint(2, 6)) for _ in range(dice.randint(1, 3)))
        parts.extend(" ".join(text) + "\n\n" for text in texts)
        drug = dice.choice(_DRUGS).capitalize()
        parts.append(f"{drug} can cause:\n\n")
        parts += [f"- {sign.capitalize()}\n" for sign in dice.sample(_SIGNS, 4)]
    return "".join(parts)


def _sentences(dice: random.Random, disease: str, count: int) -> Iterator[str]:
    for _ in range(count):
        one, two, three = dice.sample(_SIGNS, 3)
        drug, other = dice.sample(_DRUGS, 2)
        yield dice.choice(_FORMS).format(
            d=disease,
            g=drug,
            h=other,
            D=drug.capitalize(),
            X=dice.choice(_TESTS).capitalize(),
            s=one,
            t=two,
            u=three,
            n=dice.randint(2, 95),
            m=dice.randint(2, 12),
        )


def shelf(folder: Path, count: int, size: int) -> None:
    """A folder of so many pages of about so many letters each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"page{number:04}.md").write_text(page(number, size), encoding="utf-8")
