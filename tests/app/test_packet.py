from datetime import date

import pytest

from app import clock, packet, release, reporting
from app.packet import Part
from models.choices import Purpose, Recipient
from reports.drawn import Drawn
from tests.makers import make_hearing, make_participant, make_session

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def parts(desk, moment) -> list[Part]:
    sitting = make_session(desk, TUESDAY)
    made = []
    for number, last in enumerate(("Begaye", "Etcitty"), 1):
        who = make_participant(desk, last)
        make_hearing(desk, who, TUESDAY, session=sitting, number=number)
        told = reporting.facts(
            desk, who.person, hearing_on=TUESDAY, recipient=Recipient.JUDGE, as_of=desk.today()
        )
        made.append(Part(who.person, told, Drawn(f"%PDF {number}".encode(), 1)))
    return made


def test_a_packet_has_everybody_on_the_docket(desk, parts) -> None:
    with desk.read() as session:
        day, rows = packet.docket(session, 1)

    assert day == TUESDAY
    assert [row.person_id for row in rows] == [part.person_id for part in parts]


def test_every_page_is_written_down_for_its_person_and_the_packet_once(desk, parts) -> None:
    whole = Drawn(b"%PDF", 2)

    released = packet.released(desk, parts, whole)

    with desk.read() as session:
        rows = release.disclosures(session.connection(), until=clock.now())
    assert [(row.document, row.person_id) for row in rows] == [
        ("progress-report", parts[0].person_id),
        ("progress-report", parts[1].person_id),
        ("progress-pack", None),
    ]
    assert {row.purpose for row in rows} == {Purpose.HEARING}
    assert (released.disclosure_id, released.page) == (rows[-1].id, whole)
