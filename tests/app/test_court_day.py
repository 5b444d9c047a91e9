from datetime import date, time

import pytest

from app import court_day, drafts, hearings
from app.answers import Answers, Subject, key_of
from app.court_day import COUNSEL, DUE, FORM, NEXT, ORDER, SAID
from app.errors import Invalid
from models.choices import Appearance, OrderStatus
from models.errors import NoSuchThing
from models.hearing import Hearing
from tests.makers import make_hearing, make_order, make_participant, make_session

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def ada(desk):
    return make_participant(desk, preferred_name="Niz")


def answers(**typed: str) -> Answers:
    keys = {"said": SAID, "order": ORDER, "due": DUE, "counsel": COUNSEL, "next": NEXT}
    return Answers({key_of(keys[name]): text for name, text in typed.items()})


def hear(desk, hearing: int, **typed: str) -> str:
    with desk.work() as session:
        return court_day.hear(session, hearing, answers(**typed), MONDAY)


def hearing_of(desk, hearing: int):
    with desk.read() as session:
        return court_day.hearing(session, hearing)


def test_the_sessions_come_with_the_next_one_first(desk, ada) -> None:
    for day in (date(2026, 11, 10), date(2026, 12, 8), date(2026, 11, 3)):
        make_session(desk, day)
    today = make_session(desk, MONDAY, starts_at=time(13))
    make_hearing(desk, ada, MONDAY, session=today, appearance=Appearance.REMOTE)
    make_hearing(desk, make_participant(desk, "Etcitty"), MONDAY, session=today)

    with desk.read() as session:
        found = court_day.sessions(session, MONDAY)

    assert [(row.held_on.month, row.held_on.day) for row in found] == [
        (11, 23),
        (12, 8),
        (11, 10),
        (11, 3),
    ]
    assert (found[0].id, found[0].docket, found[0].heard) == (today, 2, 1)


def test_the_docket_names_people_as_lists_do_and_as_people_do(desk, ada) -> None:
    sitting = make_session(desk, TUESDAY)
    second = make_hearing(desk, ada, TUESDAY, session=sitting, number=2)
    first = make_hearing(
        desk, make_participant(desk, "Etcitty"), TUESDAY, session=sitting, number=1
    )

    with desk.read() as session:
        found = court_day.docket_of(session, sitting)

    assert [row.hearing_id for row in found] == [first, second]
    assert (found[1].listed, found[1].said) == ("Begaye, Niz", "Niz Begaye")


def test_a_hearing_shows_the_orders_of_the_last_one_and_its_own(desk, ada) -> None:
    before = make_hearing(desk, ada, date(2026, 11, 10))
    done = make_order(desk, ada, before, "Bring pay stubs", status=OrderStatus.DONE)
    now = make_hearing(desk, ada, TUESDAY, "Keep both groups", said="Good")
    make_hearing(desk, ada, date(2026, 12, 8))

    facts = hearing_of(desk, now)

    assert (facts.name, facts.last_on, facts.next_on) == (
        "Niz Begaye",
        date(2026, 11, 10),
        date(2026, 12, 8),
    )
    assert [(order.id, order.status) for order in facts.last_orders] == [(done, OrderStatus.DONE)]
    assert [order.words for order in facts.orders] == ["Keep both groups"]
    assert facts.answers == answers(said="Good")


def test_a_first_hearing_has_no_last_orders(desk, ada) -> None:
    facts = hearing_of(desk, make_hearing(desk, ada, TUESDAY))

    assert (facts.last_on, facts.last_orders, facts.next_on, facts.draft) == (None, (), None, None)


def test_a_hearing_that_was_taken_off_is_told(desk) -> None:
    with pytest.raises(NoSuchThing):
        hearing_of(desk, 99)


def test_what_was_said_and_ordered_is_kept_in_one_action(desk, ada) -> None:
    hearing = make_hearing(desk, ada, TUESDAY)
    with desk.work() as session:
        drafts.keep(session, FORM, Subject(ada.person, hearing), answers(order="Bring"))

    told = hear(
        desk, hearing, said="Proud.", order="Bring the slips", due="12/1/2026", next="12/08/2026"
    )

    facts = hearing_of(desk, hearing)
    assert told == ("Niz Begaye: what was said, order due Dec 1, 2026, next date Dec 8, 2026")
    assert facts.answers == answers(said="Proud.")
    assert [(order.words, order.due_on) for order in facts.orders] == [
        ("Bring the slips", date(2026, 12, 1))
    ]
    assert (facts.next_on, facts.draft) == (date(2026, 12, 8), None)


def test_what_stands_there_already_is_not_kept_twice(desk, ada) -> None:
    hearing = make_hearing(desk, ada, TUESDAY, said="Proud.")

    assert hear(desk, hearing, said="Proud.") == "Niz Begaye: nothing new"


def test_an_order_may_have_no_day(desk, ada) -> None:
    hearing = make_hearing(desk, ada, TUESDAY)

    assert hear(desk, hearing, order="Keep both groups") == "Niz Begaye: order"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"due": "12/1/2026"}, ORDER),
        ({"order": "Call", "due": "11/23/2026"}, DUE),
        ({"order": "Call", "due": "soon"}, DUE),
        ({"next": "11/24/2026"}, NEXT),
        ({"order": "x" * 301}, ORDER),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(desk, ada, typed, wrong) -> None:
    hearing = make_hearing(desk, ada, TUESDAY)

    with pytest.raises(Invalid) as refused:
        hear(desk, hearing, said="Good", **typed)

    assert set(refused.value.mistakes) == {key_of(wrong)}
    with desk.read() as session:
        assert session.get_one(Hearing, hearing).said is None


@pytest.mark.parametrize(
    ("words", "counsel", "note"),
    [
        ("Ask the clinic about methadone", "present", "Ordered with counsel present."),
        ("Ask the clinic about methadone", "absent", "Ordered without counsel present."),
        ("Ask the clinic about methadone", "", None),
        ("Bring pay stubs", "present", None),
    ],
)
def test_of_an_order_about_a_medicine_it_is_kept_whether_counsel_was_there(
    desk, ada, words, counsel, note
) -> None:
    hearing = make_hearing(desk, ada, TUESDAY)

    hear(desk, hearing, order=words, counsel=counsel)

    with desk.read() as session:
        (kept,) = hearings.orders_of(session.connection(), hearing)
    assert (kept.words, kept.note) == (words, note)
