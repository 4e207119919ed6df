"""Invented pages, and cards about them."""

from studyapp.model import Card, CardId, Citation, Document, FactKind, Lines, Side, SourceId
from studyapp.reading import read_bytes

GOUT = """\
# Gout

About 20 percent of adults with gout have tophi. Tophi (hard lumps of urate) rarely hurt.

## Treatment

Colchicine is given early. The first dose of colchicine is 1 mg by mouth, then 0.5 mg after one
hour. It is given for 3-5 days. Allopurinol should not be started during an attack. In children,
the dose of colchicine is 0.5 mg.

Febuxostat may cause a rash. NSAIDs usually relieve the pain within 48 hours.

Colchicine can cause:

- Diarrhea
- Nausea
- Muscle weakness
- Bone marrow suppression (in up to 2% of patients)

## Diagnosis

Joint fluid is examined with a polarizing microscope. This shows needle-shaped crystals. A normal
urate level does not exclude gout. More than 60% of first attacks affect the big toe.

| Joint | Share |
|-------|-------|
| Big toe | 60% |
| Knee | 15% |
| Ankle | 12% |
| Wrist | 5% |
| Elbow | 4% |
| Finger | 4% |
"""

LEAFLET = """\
# Living with gout

Your doctor may use ultrasound to look at your joint. About 20% of adults with gout have tophi.

## Attacks

Between 10% and 15% of people have a second attack within one year.
"""

ASTHMA = """\
Asthma
What is asthma?
Asthma is a disease in which the
airways
of your
lungs
narrow (
bronchospasm
) and
swell
.
It may cause
wheezing
,
cough
and
chest tightness
.
"""

STONES = """\
# Kidney stones

Stones of calcium oxalate make up about 80% of kidney stones.

They lie most often in:

- Kidney: 65% of painful stones
- Ureter: 25% of cases
- Bladder: 6%
"""


SCABIES = """\
# Scabies

Washing of the bedding at 60 degrees, when possible, is part of the treatment of scabies.

The mite stays alive by at least three means:

- Burrows
- Warm folds
- Shared towels

For patients with leukemia, further causes of itching are:

- Drugs
- Jaundice

Ivermectin is preferred in patients with crusts because creams stay on the surface. Scratching
spreads scabies. Heat also worsens nocturnal itching. Bedding spreads mites through touch. Bedding
also spreads eggs.
"""


def document(name: str, text: str) -> Document:
    return read_bytes(text.encode(), name, name).document


LIBRARY = {
    found.source.id: found
    for found in (
        document("gout.md", GOUT),
        document("leaflet.md", LEAFLET),
        document("asthma.txt", ASTHMA),
        document("stones.md", STONES),
        document("scabies.md", SCABIES),
    )
}


def place(lines: str, source: str = "gout.md") -> Citation:
    """'3' or '3-5' of a page, under the heading that is there."""
    first, _, last = lines.partition("-")
    return Citation(SourceId(source), (), Lines(int(first), int(last or first)))


def card(
    question: str,
    answer: str,
    *places: Citation,
    kind: FactKind = FactKind.FINDING,
    differs: tuple[Side, ...] = (),
) -> Card:
    return Card(CardId("c-00000000000000a1"), kind, question, answer, places, differs)
