import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from app import release
from app.release import Release
from models.audit import Audit
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from models.errors import Damaged, NoSuchThing
from tests.conftest import HOLDER, MOMENT
from tests.makers import make_participant

MARK = "1-0000000000000000"


class Page:
    """A document as the drawing gives it."""

    def __init__(self, facts):
        self.pdf = f"%PDF {facts}".encode()
        self.pages = 2


def draw(_document, facts):
    return Page(facts)


def report(who, facts='{"name":"Nizhoni"}'):
    return Release("progress-report", Recipient.JUDGE, Purpose.HEARING, facts, who.person)


@pytest.fixture
def released(desk):
    return release.release(desk, report(make_participant(desk)), draw, audit_mark=MARK)


def disclosures(desk, until=MOMENT):
    with desk.read() as session:
        return release.disclosures(session.connection(), until=until)


def change(desk, statement):
    with desk.work() as session:
        session.connection().execute(text(statement))


def test_what_leaves_is_written_down_with_recipient_purpose_and_hash(desk, released):
    (row,) = disclosures(desk)

    assert (row.id, row.made_by, row.made_at) == (released.disclosure_id, HOLDER, MOMENT)
    assert (row.recipient, row.purpose, row.pages) == (Recipient.JUDGE, Purpose.HEARING, 2)
    assert row.page_sha256 == hashlib.sha256(released.page.pdf).hexdigest()
    assert row.facts_sha256 == hashlib.sha256(b'{"name":"Nizhoni"}').hexdigest()
    assert row.audit_mark == released.audit_mark == MARK


def test_the_release_is_in_the_trail_of_its_person(desk, released):
    with desk.read() as session:
        event = session.scalars(select(Audit).where(Audit.entity == "disclosure")).one()

    assert (event.action, event.entity_id) == ("insert", released.disclosure_id)
    assert event.person_id is not None


def test_without_a_line_in_the_log_no_page_comes_out(desk):
    who = make_participant(desk)
    change(desk, "DROP TABLE audit_value")

    with pytest.raises(Exception, match="no such table"):
        release.release(desk, report(who), draw, audit_mark=MARK)

    assert disclosures(desk) == []


def test_a_page_that_cannot_be_drawn_leaves_no_line(desk):
    who = make_participant(desk)

    with pytest.raises(ZeroDivisionError):
        release.release(desk, report(who), lambda *_: 1 // 0, audit_mark=MARK)

    assert disclosures(desk) == []


def test_a_disclosure_is_printed_again_byte_for_byte_and_that_is_logged(desk, released):
    again = release.again(desk, released.disclosure_id, draw)

    assert again.page.pdf == released.page.pdf
    assert again.audit_mark == released.audit_mark
    assert len(disclosures(desk)) == 1
    with desk.read() as session:
        newest = session.scalars(select(Audit).order_by(Audit.seq.desc()).limit(1)).one()
    assert (newest.action, newest.entity_id) == ("printed-again", released.disclosure_id)


def test_a_page_that_would_look_otherwise_does_not_come_out(desk, released):
    with pytest.raises(NoSuchThing) as caught:
        release.again(desk, released.disclosure_id, lambda *_: Page("other"))

    assert caught.value.key == "release.drawn-otherwise"


def test_facts_that_were_changed_since_are_noticed_before_anything_is_drawn(desk, released):
    change(desk, "UPDATE disclosure SET facts = '{}'")

    with pytest.raises(Damaged) as caught:
        release.again(desk, released.disclosure_id, lambda *_: pytest.fail("drawn"))

    assert caught.value.problem == "hash"
    with desk.read() as session:
        assert release.wrong_hashes(session.connection()) == [released.disclosure_id]


def test_there_is_no_disclosure_that_was_never_made(desk):
    with pytest.raises(NoSuchThing):
        release.again(desk, 404, draw)


def test_sound_facts_have_the_hash_that_was_kept(desk, released):
    with desk.read() as session:
        assert release.wrong_hashes(session.connection()) == []


@pytest.mark.parametrize("recipient", sorted(set(Recipient) - {Recipient.JUDGE}))
def test_a_recipient_without_a_page_of_their_own_gets_none(recipient):
    with pytest.raises(NoSuchThing) as caught:
        release.refuse_unknown_page(recipient)

    assert caught.value.facts == {"recipient": recipient.value}


def test_the_judge_has_a_page():
    assert release.refuse_unknown_page(Recipient.JUDGE) is None


def test_a_plan_is_for_the_participant_and_the_treatment_team_alone():
    plan = "treatment-plan"

    for recipient in (Recipient.PARTICIPANT, Recipient.TREATMENT_TEAM):
        release.refuse_unknown_page(recipient, plan)
    with pytest.raises(NoSuchThing):
        release.refuse_unknown_page(Recipient.JUDGE, plan)


def test_the_accounting_is_of_the_day_asked_for(desk, released):
    assert disclosures(desk, MOMENT - timedelta(seconds=1)) == []
    assert len(disclosures(desk, MOMENT)) == 1


def test_a_list_that_was_shown_is_counted_and_names_nobody(desk):
    release.shown(desk, "participants", 60)

    with desk.read() as session:
        event = session.scalars(select(Audit).order_by(Audit.seq.desc()).limit(1)).one()
    assert event.action == "listed"
    assert '"list":[null,"participants"],"rows":[null,60]' in event.body


def test_the_mark_on_a_page_is_of_the_last_event_before_it(desk):
    with desk.read() as session:
        mark = release.mark_before(session)
        newest = session.scalars(select(Audit.seq).order_by(Audit.seq.desc()).limit(1)).one()

    assert mark.startswith(f"{newest}-")
    assert release.facts_of({"n": 1}) == '{"n":1}'


def test_nobody_in_particular_may_be_the_person_of_a_list(desk):
    what = Release("list", Recipient.INTERNAL, Purpose.LIST, "{}")

    release.release(desk, what, draw, audit_mark=MARK)

    with desk.read() as session:
        assert session.scalars(select(Disclosure.person_id)).all() == [None]
