from studyapp.deckfile.markdown import card_lines
from tests.deckfile.gout import DECK, TEXT


def test_every_card_begins_where_its_heading_stands() -> None:
    lines = TEXT.split("\n")
    found = card_lines(TEXT)
    assert list(found) == [card.id for card in DECK.cards]
    for card, number in found.items():
        assert lines[number - 1].startswith(f"## {card} · ")
