import pytest

from app import listing
from app.listing import PAGE, Wanted
from app.people import Identity, Passage, enroll
from models.choices import Status
from tests.makers import make_participant


def found(desk, words, **narrowed):
    with desk.read() as session:
        return [row.last_name for row in listing.page(session, Wanted(words, **narrowed))]


@pytest.fixture
def caseload(desk):
    """People whose names are hard to type."""
    people = [
        ("Muñoz", "José", "D-202-CR-2026-00112"),
        ("O\u2019Dell", "Catherine", "CR 2026 14"),
        ("Begaye", "Iñigo", "TC.2026.7"),
        ("Tsosie", "\u02bcAshkii", "100%"),
        ("Peña-Quintana", "Ann_Marie", "TC_9"),
    ]
    for last, first, case in people:
        make_participant(desk, last, first, case_number=case)
    return desk


SEARCHES = [
    ("munoz", ["Muñoz"]),
    ("MUÑOZ", ["Muñoz"]),
    ("muñ", ["Muñoz"]),
    ("mun\u0303oz", ["Muñoz"]),
    ("jose", ["Muñoz"]),
    ("muñoz jose", ["Muñoz"]),
    ("jose munoz", ["Muñoz"]),
    ("O'Dell", ["O\u2019Dell"]),
    ("odell", ["O\u2019Dell"]),
    ("O\u2019Dell", ["O\u2019Dell"]),
    ("o\u02bcdell", ["O\u2019Dell"]),
    ("Iñigo", ["Begaye"]),
    ("inigo", ["Begaye"]),
    ("ashkii", ["Tsosie"]),
    ("\u02bcAshkii", ["Tsosie"]),
    ("'ashkii", ["Tsosie"]),
    ("pena-quintana", ["Peña-Quintana"]),
    ("penaquintana", ["Peña-Quintana"]),
    ("Katherine", ["O\u2019Dell"]),
    ("D-202-CR-2026-00112", ["Muñoz"]),
    ("d202cr202600112", ["Muñoz"]),
    ("00112", ["Muñoz"]),
    ("cr 2026 14", ["O\u2019Dell"]),
    ("TC.2026.7", ["Begaye"]),
    ("TC20267", ["Begaye"]),
    ("100%", ["Tsosie"]),
    ("%", ["Tsosie"]),
    ("_", ["Peña-Quintana"]),
    ("TC_9", ["Peña-Quintana"]),
    ("b%e", []),
    ("x_y", []),
    ("\\", []),
    ("'", ["Begaye", "Muñoz", "O\u2019Dell", "Peña-Quintana", "Tsosie"]),
    ("nobody", []),
]


@pytest.mark.parametrize(("words", "last_names"), SEARCHES)
def test_people_are_found_however_somebody_types(caseload, words, last_names):
    assert found(caseload, words) == last_names


def test_three_letters_find_no_sound(desk):
    make_participant(desk, "Kathy", "Ann")

    assert found(desk, "cth") == []


def test_the_list_is_in_the_order_of_last_names_whatever_their_marks(desk):
    for last in ("Zuni", "Éagle", "Adams", "éagle"):
        make_participant(desk, last, "Ann")

    assert found(desk, "") == ["Adams", "Éagle", "éagle", "Zuni"]


def test_pages_of_two_hundred_follow_each_other_without_a_gap(desk):
    arrivals = [
        (Identity(f"Last{n:03d}", "First"), Passage(f"TC-{n}", Status.ACTIVE)) for n in range(450)
    ]
    with desk.work() as session:
        enroll(session, arrivals)

    with desk.read() as session:
        pages = [listing.page(session, Wanted(), start=at) for at in range(0, 600, PAGE)]
        counted = listing.count(session, Wanted("t1"))

    assert [len(page) for page in pages] == [200, 200, 50]
    assert [row.last_name for page in pages for row in page] == [f"Last{n:03d}" for n in range(450)]
    assert counted == 100


def test_the_list_is_narrowed_by_status_and_phase(desk):
    make_participant(desk, "Active", status=Status.ACTIVE, phase=2)
    make_participant(desk, "Gone", status=Status.ABSCONDED, phase=3)
    make_participant(desk, "None", status=None, phase=None)

    assert found(desk, "", statuses=frozenset({Status.ABSCONDED})) == ["Gone"]
    assert found(desk, "", phase=2) == ["Active"]
    assert found(desk, "", phase=2, statuses=frozenset({Status.ABSCONDED})) == []
    with desk.read() as session:
        assert listing.count_by_status(session) == {Status.ACTIVE: 1, Status.ABSCONDED: 1}
        assert listing.count_by_phase(session) == {2: 1, 3: 1}


def test_no_row_shows_a_risk_a_flag_or_a_medicine():
    shown = set(listing.ParticipantRow.__dataclass_fields__)

    assert shown.isdisjoint({"risk", "flag", "score", "medicine", "diagnosis"})
