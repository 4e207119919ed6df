import pytest

from tests.reading.pages import page, passage, texts

DASHED = """\
Gout

Urine is made by the kidneys. A surgeon sees few patients, and the cartilage is rarely cut.

The kidney is an organ that makes urinethe fluid that leaves the body.

Most people see a rheumatologista doctor who treats joints.

Urate settles in the cartilagea firm tissue at the ends of bones.

{line}
"""

BLANKS = """\
Gout

Gout and diabetes are common. Diabetes often comes first. Beer and meat bring on attacks.

Many people have gout ordiabetes. Gout may follow meals ofmeat.

Rest and cold help people who haveattacks.

{line}
"""


def last(layout: str, line: str) -> str:
    return texts(page(layout.format(line=line)))[-1]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "A rheumatologista doctor who treats jointsperforms the test.",
            "A rheumatologist—a doctor who treats joints—performs the test.",
        ),
        (
            "Doctors give uricosuricsmedicines that remove urate from the bodyto lower the level.",
            "Doctors give uricosuricsmedicines that remove urate from the bodyto lower the level.",
        ),
        (
            "Doctors give diureticsmedicines that remove water from the bodyto treat swelling.",
            "Doctors give diuretics—medicines that remove water from the body—to treat swelling.",
        ),
        (
            "Urate comes from foodincluding fish, meat, and beerand settles in the joints.",
            "Urate comes from food—including fish, meat, and beer—and settles in the joints.",
        ),
        (
            "Each person has two kidneysone on each side.",
            "Each person has two kidneys—one on each side.",
        ),
    ],
)
def test_a_lost_dash_is_put_back(written: str, meant: str) -> None:
    assert last(DASHED, written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "It hurts people who arediabetes patients.",
            "It hurts people who are diabetes patients.",
        ),
        ("An attack can causesudden pain.", "An attack can cause sudden pain."),
        ("Treatmentssuch as rest help.", "Treatmentssuch as rest help."),
        ("Some treatmentssuch as rest help.", "Some treatments such as rest help."),
        ("The crystals are calledtophi and urate.", "The crystals are calledtophi and urate."),
    ],
)
def test_a_lost_blank_is_put_back(written: str, meant: str) -> None:
    assert last(BLANKS, written) == meant


@pytest.mark.parametrize("layout", [DASHED, BLANKS])
@pytest.mark.parametrize(
    "line",
    [
        "Hepatorenal and nonalcoholic steatohepatitis are otherwise notwithstanding.",
        "A bronchopulmonary, asymptomatic, avascular or aplastic form is seen.",
        "An inhibitor of the effector stops relaxin, rotenone and parkin in the joint.",
        "The linea alba and the linea nigra are lines of the skin.",
        "The linea terminalis and the linea aspera are edges of bones.",
        "A needlestick with a basketlike endpoint needs radiosurgery or phototherapy.",
        "Proteus vulgaris and Streptococcus faecalis are bacteria because they are.",
        "Patients cannot tolerate the antiporter whereas the autograft holds.",
        "A dose of 1020 milligrams is given.",
        "The livers ability and the hearts workload are less.",
    ],
)
def test_a_whole_word_is_never_parted(layout: str, line: str) -> None:
    assert last(layout, line) == line


def test_nothing_is_parted_where_it_is_no_habit() -> None:
    line = "Urate settles in the cartilagea firm tissue at the ends of bones."
    assert last("Gout\n\nGout is a form of arthritis.\n\n{line}\n", line) == line


def test_no_dash_opens_where_its_partner_is_in_doubt() -> None:
    line = "A surgeona doctor who treats gravelhelp with the joint."
    assert last(DASHED, line) == line


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Urate harms the bodys joints.", "Urate harms the body's joints."),
        ("It doesnt hurt, and theyre well.", "It doesn't hurt, and they're well."),
        ("Dont rest. The DONT trial ended.", "Don't rest. The DONT trial ended."),
        ("Walk for 2hours and 30minutes.", "Walk for 2 hours and 30 minutes."),
        ("Gout goes with type 2diabetes.", "Gout goes with type 2 diabetes."),
        ("The days and the toys are many.", "The days and the toys are many."),
        ("Take it for 1020minutes.", "Take it for 1020minutes."),
    ],
)
def test_a_sign_that_only_one_reading_lost_is_put_back(written: str, meant: str) -> None:
    assert last("Gout\n\nGout is a form of arthritis.\n\n{line}\n", written) == meant


def test_parted_words_keep_their_lines() -> None:
    text = DASHED.format(line="A surgeona doctor who treats\njointsperforms the test.")
    found = passage(page(text), "A surgeon")
    assert found.text == "A surgeon—a doctor who treats joints—performs the test."
    assert [line for _, line in found.breaks] == [11, 12]
    assert found.text[found.breaks[1][0] :].startswith("joints—performs")


def test_no_number_is_taken_for_another_where_signs_were_lost() -> None:
    found = texts(page(DASHED.format(line="Take 1020 milligrams if the level is 130140 mg/dL.")))
    assert found[-1] == "Take 1020 milligrams if the level is 130140 mg/dL."
