from datetime import date

import pytest

from app import reporting
from models.choices import Recipient
from models.errors import NoSuchThing
from tests.makers import make_hearing, make_participant, make_session

TUESDAY = date(2026, 11, 24)


def test_the_next_court_day_is_the_first_with_somebody_on_its_docket(desk) -> None:
    ada = make_participant(desk)
    make_session(desk, date(2026, 11, 23))  # a sitting with an empty docket
    make_hearing(desk, ada, date(2026, 12, 8))
    make_hearing(desk, ada, TUESDAY)

    with desk.read() as session:
        assert reporting.next_court_day(session, date(2026, 11, 23)) == TUESDAY
        assert reporting.next_court_day(session, date(2026, 11, 25)) == date(2026, 12, 8)
        with pytest.raises(NoSuchThing):
            reporting.next_court_day(session, date(2027, 1, 1))


def test_the_reports_of_a_docket_come_in_its_order(desk) -> None:
    sitting = make_session(desk, TUESDAY)
    people = [make_participant(desk, name) for name in ("Achterberg", "Begaye", "Etcitty")]
    for number, who in zip((3, 1, 2), people, strict=True):
        make_hearing(desk, who, TUESDAY, session=sitting, number=number)

    told = reporting.docket_facts(desk, TUESDAY, as_of=date(2026, 11, 23))

    assert [facts.hearing.number for _person, facts in told] == [1, 2, 3]
    assert [person for person, _facts in told] == [people[n].person for n in (1, 2, 0)]
    assert {facts.hearing.docket_size for _person, facts in told} == {3}


def test_a_report_says_who_prepared_it_when_and_after_which_event(desk) -> None:
    ada = make_participant(desk)

    facts = reporting.facts(
        desk,
        ada.person,
        hearing_on=TUESDAY,
        recipient=Recipient.JUDGE,
        as_of=date(2026, 11, 23),
    )

    assert facts.prepared_by == desk.holder
    assert facts.prepared_at.isoformat() == "2026-11-23T16:10:00-07:00"
    assert facts.audit_mark.partition("-")[0].isdecimal()
    assert not facts.hearing.on_file


@pytest.mark.parametrize("recipient", set(Recipient) - {Recipient.JUDGE})
def test_a_recipient_without_a_page_gets_none(desk, recipient: Recipient) -> None:
    ada = make_participant(desk)

    with pytest.raises(NoSuchThing):
        reporting.facts(desk, ada.person, hearing_on=TUESDAY, recipient=recipient, as_of=TUESDAY)
