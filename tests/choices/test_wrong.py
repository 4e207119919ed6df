"""No distractor may be right as well, and none may be known to be wrong by its looks."""

from dataclasses import replace

import pytest

from studyapp.choices import prepare
from tests.choices.decks import ILLNESSES, NAMES, SHARES, card, cards, offered, wrong

ASKED = ("What percentage of divers get barotrauma of the middle ear?", "45%")
LIKE = ("What percentage of swimmers get barotrauma of the outer ear?", "45%")


@pytest.mark.parametrize(
    "same",
    [
        "45 per cent",
        "44–46%",
        "47%",
        "about 45%",
        "between 40% and 50%",
        "more than 30%",
        "9 in 20",
    ],
)
def test_an_amount_that_may_be_the_same_is_left_out(same: str) -> None:
    deck = (ASKED, ("What percentage of perforations close by themselves?", same), *SHARES[1:3])
    assert offered(*deck) is None
    other = (ASKED, ("What percentage of perforations close by themselves?", "60%"), *SHARES[1:3])
    assert offered(*other) is not None


@pytest.mark.parametrize("silly", ["0%", "100%", "0.1%"])
def test_an_amount_that_cannot_be_meant_is_left_out(silly: str) -> None:
    deck = (ASKED, ("What percentage of perforations close by themselves?", silly), *SHARES[1:3])
    assert offered(*deck) is None


def test_a_limit_holds_all_that_lies_beyond_it() -> None:
    most = ("What percentage of grommets fall out by themselves?", "At least 60%")
    few = ("What percentage of grommets get infected?", "Less than 5%")
    choices = offered(most, few, *SHARES)
    assert wrong(choices) <= {"Less than 5%", "45%", "31%", "18%"}
    assert choices is not None


@pytest.mark.parametrize(
    ("unit", "another"), [("45 mL", "70%"), ("45%", "70 mL"), ("45 days", "70 mL")]
)
def test_amounts_of_other_units_do_not_mix(unit: str, another: str) -> None:
    deck = (("How much is lost?", unit), *((f"What of ear {at}?", another) for at in range(3)))
    assert offered(*deck) is None


def test_a_number_in_the_question_is_no_option() -> None:
    known = (
        "Of the 70% of toddlers with an effusion, {{c1::31%::what percentage?}} hear it.",
        "31%",
    )
    choices = offered(known, *SHARES[:3], SHARES[4])
    assert wrong(choices) == {"45%", "88%", "18%"}


def test_a_question_that_holds_its_answer_gets_none() -> None:
    told = ("What percentage, about one in five, of grommets are lost?", "20%")
    assert offered(told, *SHARES[:4]) is None


def test_limits_asked_for_get_none() -> None:
    """Below one in ten is below one in five as well."""
    asked = ("Below what percentage of hearing is a child called deaf?", "45%")
    assert offered(asked, *SHARES[1:]) is None


def test_the_same_asked_again_is_no_distractor() -> None:
    again = (
        "What percentage of divers get any barotrauma of the middle ear in cold water?",
        "60%",
    )
    assert offered(ASKED, again, *SHARES[1:3]) is None


def test_a_side_of_other_sources_is_right_too() -> None:
    deck = cards(*SHARES[1:4])
    plain = card(9, *ASKED)
    disputed = card(9, *ASKED, differs="Up to 70%")
    assert wrong(prepare((plain, *deck)).offer(plain, 1)) == {"70%", "88%", "31%"}
    assert prepare((disputed, *deck)).offer(disputed, 1) is None


@pytest.mark.parametrize(
    "near",
    [
        ("What is chronic otosclerosis?", "A condition that binds the small bones for good"),
        ("What is fenestral disease?", "A form of otosclerosis that stays at the oval window"),
        ("What is stapes fixation?", "A condition in which bone fixes the stapes in its window"),
    ],
)
def test_a_kind_of_the_thing_asked_is_no_distractor(near: tuple[str, str]) -> None:
    assert offered(*ILLNESSES[:3], near) is None
    assert offered(*ILLNESSES[:4]) is not None


def test_what_the_deck_says_of_the_subject_is_right_too() -> None:
    """Another card tells that mastoiditis, too, brings spinning and sudden deafness."""
    said = ("What may mastoiditis bring with its inflammation?", "Spinning and sudden deafness")
    asked = (ILLNESSES[1], ILLNESSES[0], *ILLNESSES[2:4])
    assert offered(*asked) is not None
    assert offered(*asked, said) is None


@pytest.mark.parametrize(
    "near", ["Chronic myringitis", "Bullous myringitis", "The drum and its blister"]
)
def test_a_wider_or_narrower_name_is_no_distractor(near: str) -> None:
    deck = (*NAMES[:3], ("What is an inflamed membrane called?", near))
    assert offered(*deck) is None
    assert offered(*NAMES[:4]) is not None


def test_a_name_that_the_deck_brings_together_with_the_question_is_left_out() -> None:
    tells = ("What hurts like a painful blister of the drum?", "Otosclerosis")
    assert offered(*NAMES[:4], tells) is None


def test_an_answer_with_a_word_of_the_question_is_not_alone_with_it() -> None:
    """'Cochlear' in one option only tells that it is the answer."""
    asked = ("What is an inflammation of the cochlea called?", "Cochleitis")
    assert offered(asked, *NAMES) is None


def test_the_only_long_definition_is_not_asked() -> None:
    long = (
        "A condition in which chalk settles in the drum after many grommets, stiffens it bit by "
        "bit and at last hinders the small bones, so that faint sounds no longer pass inward"
    )
    assert offered(("What is tympanosclerosis?", long), *ILLNESSES) is None
    assert offered(("What is tympanosclerosis?", long[:60]), *ILLNESSES) is not None


def test_letters_that_the_answer_spells_out_tell_it() -> None:
    deck = (
        ("What does the term “NSAIDs” mean?", "Nonsteroidal anti-inflammatory drugs"),
        ("To which class does ofloxacin belong?", "Fluoroquinolone antibiotics"),
        ("To which class does furosemide belong?", "Thick ascending limb diuretics"),
        ("To which class does cetirizine belong?", "Newer antihistamines"),
    )
    assert offered(*deck) is None
    named = ("To which class does naproxen belong?", deck[0][1])
    assert offered(named, *deck[1:]) is not None


def test_the_only_plural_is_not_asked() -> None:
    many = ("What are exostoses?", "Growths of bone that narrow the canal of cold-water swimmers")
    assert offered(many, *ILLNESSES) is None


def test_things_of_other_kinds_are_not_mixed() -> None:
    """What is an illness is not asked among drugs and doctors."""
    others = (
        ("What is cerumol?", "A medicine that softens wax within a week"),
        ("What is an audiologist?", "A specialist who measures how well people hear"),
        ("What is tympanometry?", "A test that moves the drum with puffs of air"),
    )
    assert offered(ILLNESSES[0], *others) is None


def test_two_distractors_never_say_the_same() -> None:
    twice = tuple(
        (f"What percentage of {who} hear less after a flight?", share)
        for who, share in (("pilots", "70%"), ("stewards", "70 per cent"), ("nurses", "18%"))
    )
    assert offered(ASKED, *twice) is None


@pytest.mark.parametrize(
    "poor",
    [
        "A condition that can follow a cold",
        "A disease called glue ear by parents",
        "A surgeon inserts a tube through the swollen drum",
        "The condition has become so loud that sleep fails",
        "An inflammation of the ear",
        "Often an itching of the whole outer canal",
        "Swimmer's ear disease",
    ],
)
def test_what_defines_nothing_is_no_definition(poor: str) -> None:
    """It may be true of any of the others, or of none."""
    assert offered(*ILLNESSES[:3], ("What is aerotitis?", poor)) is None
    sound = "A pain that squeezes the drum in every landing plane"
    assert offered(*ILLNESSES[:3], ("What is aerotitis?", sound)) is not None


@pytest.mark.parametrize(
    "question",
    [
        "What is a possible complication of otosclerosis?",
        "What are the 2 stages of mastoiditis?",
        "What is hearing loss usually due to?",
        "What is the most common form of vertigo?",
        "What is the treatment of otalgia?",
    ],
)
def test_what_only_looks_like_a_definition_is_none(question: str) -> None:
    assert offered((question, ILLNESSES[0][1]), *ILLNESSES[1:]) is None


def test_days_a_week_are_not_how_long() -> None:
    asked = ("Drops are put in on {{c1::5 days::how long?}} a week.", "5 days")
    lengths = tuple((f"How long does sort {at} of pain last?", f"{at} days") for at in (2, 9, 14))
    assert offered(asked, *lengths) is None
    plain = ("Drops are put in for {{c1::5 days::how long?}} in winter.", "5 days")
    assert offered(plain, *lengths) is not None


@pytest.mark.parametrize("strange", ["70 year old", "14-day", "one in six"])
def test_amounts_in_another_form_do_not_mix(strange: str) -> None:
    what = "What percentage" if "in" in strange else "How long"
    unit = "%" if "in" in strange else " days"
    courses = zip(("a spring", "a summer", "an autumn"), (20, 30, 45), strict=True)
    deck = tuple((f"{what} of {course} course helps?", f"{at}{unit}") for course, at in courses)
    assert offered(*deck, (f"{what} of a winter course helps?", strange)) is None
    assert offered(*deck, (f"{what} of a winter course helps?", f"70{unit}")) is not None


def test_a_blank_that_says_nothing_gets_none() -> None:
    """'Some doctors use a method called …' is true of every method."""
    asked = ("Some doctors call it {{c1::myringitis::what?}}.", "myringitis")
    assert offered(asked, *NAMES[1:]) is None


def test_one_of_many_is_not_asked() -> None:
    one = "{{c1::Myringitis::what?}} is a common cause of the earache that keeps toddlers awake."
    alone = "{{c1::Myringitis::what?}} is the blistering of the drum that follows on influenza."
    assert offered((one, "Myringitis"), *NAMES[1:]) is None
    assert offered((alone, "Myringitis"), *NAMES[1:]) is not None


def test_a_name_that_another_source_or_an_older_edition_gives_is_right_too() -> None:
    deck = cards(*NAMES[1:4])
    plain = card(9, *NAMES[0])
    disputed = card(9, *NAMES[0], differs="Mastoiditis of the drum")
    older = replace(plain, was="Perichondritis")
    assert prepare((plain, *deck)).offer(plain, 1) is not None
    assert prepare((disputed, *deck)).offer(disputed, 1) is None
    assert prepare((older, *deck)).offer(older, 1) is None


def test_an_option_suits_the_article_before_the_blank() -> None:
    asked = "Painful blisters of a drum after snow storms are called an {{c1::aerotitis::what?}}."
    fitting = tuple(
        (f"What is swelling after {what} called?", name)
        for what, name in (("a flight", "Otitis"), ("a cold", "Adenitis"), ("a dive", "Arteritis"))
    )
    assert offered((asked, "aerotitis"), *fitting) is not None
    assert offered((asked.replace("an {", "a {"), "aerotitis"), *fitting) is None
