"""A small deck and the file that holds it."""

from datetime import UTC, datetime

from studyapp.model import (
    Card,
    CardId,
    Citation,
    Deck,
    DeckId,
    FactKind,
    Lines,
    Side,
    Source,
    SourceId,
)

GUIDE, LEAFLET = SourceId("gout guide.txt"), SourceId("leaflet.md")

DECK = Deck(
    id=DeckId("0123456789abcdef0123456789abcdef"),
    title="Gout: the “first” days",
    note="For study, not for patient care.",
    sources=(
        Source(GUIDE, "Gout in brief", "Invented Press", "guideline digest", "May 2021"),
        Source(LEAFLET, "Your gout", notice="not yet reviewed", sha256="ab" * 32),
    ),
    cards=(
        Card(
            id=CardId("c-7f3a91c04be26d58"),
            kind=FactKind.DOSE,
            question="What is the first dose of colchicine?",
            answer="1 mg, then 0.5 mg after one hour",
            citations=(Citation(GUIDE, ("Treatment", "First day"), Lines(14, 15)),),
            topic="Treatment",
            extra="Less in kidney disease.",
            differs=(Side("1.2 mg", (Citation(LEAFLET, (), Lines(9, 9)),)),),
            was="1 mg twice",
            withdrawn=True,
            key="dose:colchicine first dose",
            made="00112233aabbccdd",
            now="ffeeddcc33221100",
            changed=datetime(2026, 11, 22, 10, tzinfo=UTC),
        ),
        Card(
            id=CardId("c-0000000000000001"),
            kind=FactKind.RISK_FACTOR,
            question="A joint that is {{c1::red and hot}} needs a needle.",
            answer="red and hot",
            citations=(Citation(LEAFLET, ("Pitfalls",), Lines(3, 3), page=2, quote="hot: red"),),
        ),
    ),
)

TEXT = """\
---
format = 1
deck = "0123456789abcdef0123456789abcdef"
title = "Gout: the “first” days"
note = "For study, not for patient care."

[[sources]]
file = "gout guide.txt"
title = "Gout in brief"
publisher = "Invented Press"
page_kind = "guideline digest"
reviewed = "May 2021"

[[sources]]
file = "leaflet.md"
title = "Your gout"
notice = "not yet reviewed"
sha256 = "abababababababababababababababababababababababababababababababab"
---

## c-7f3a91c04be26d58 · dose
Q: What is the first dose of colchicine?
A: 1 mg, then 0.5 mg after one hour
> gout guide.txt · Treatment › First day · lines 14–15
Topic: Treatment
Extra: Less in kidney disease.
Differs: 1.2 mg
> leaflet.md · line 9
Was: 1 mg twice
Withdrawn: yes
<!-- key=dose:colchicine%20first%20dose made=00112233aabbccdd now=ffeeddcc33221100 \
changed=2026-11-22T10:00:00Z -->

## c-0000000000000001 · risk factor
Q: A joint that is {{c1::red and hot}} needs a needle.
A: red and hot
> leaflet.md · Pitfalls · page 2, line 3 · quote: hot: red
"""
