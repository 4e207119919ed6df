import pytest

from studyapp.language.titles import asked_about, disease_headed, names_in


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Understanding Anthrax", ("Anthrax",)),
        ("Anatomy and Physiology of the Ear", ("Ear",)),
        ("Rosacea: Causes, Symptoms and Treatment", ("Rosacea",)),
        ("Insects - Ticks", ("Insects", "Ticks")),
        ("Asthma in Children", ("Asthma",)),
        ("Take Care of Your Feet", ()),
        ("Treatment", ()),
    ],
)
def test_a_title_loses_its_shells(title: str, names: tuple[str, ...]) -> None:
    assert names_in(title) == names


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("What causes anthrax?", "anthrax"),
        ("Who is at risk for rosacea?", "rosacea"),
        ("How is Lyme disease diagnosed?", "Lyme disease"),
        ("What are the symptoms of rosacea?", "rosacea"),
        ("How can you help?", ""),
        ("Treatment", ""),
    ],
)
def test_a_heading_asks_about_something(heading: str, what: str) -> None:
    assert asked_about(heading) == what


@pytest.mark.parametrize(
    ("heading", "disease"),
    [
        ("Cellulitis", "Cellulitis"),
        ("Symptoms of cellulitis", "cellulitis"),
        ("Cellulitis Caused by Fungi", "Cellulitis Caused by Fungi"),
        ("Wounds caused by dogs", ""),
        ("Symptoms", ""),
    ],
)
def test_a_heading_names_a_disease(heading: str, disease: str) -> None:
    assert disease_headed(heading) == disease
