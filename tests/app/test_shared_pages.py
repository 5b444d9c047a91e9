import hashlib
from datetime import date

import pytest
from sqlalchemy import select

from app import release, shared_pages
from app.facts import canonical
from app.release import Release
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from tests.makers import make_participant

ADA = {"name": "Ada Quillfeather", "case_number": "TC-2026-7777", "hearing": "2026-11-24"}
BEN = {"name": "Ben Etcitty", "case_number": "TC-2026-8888", "hearing": "2026-11-24"}


class Page:
    """A page that was drawn elsewhere."""

    pdf = b"%PDF"
    pages = 1


def released(desk, told, person=None, document="progress-pack"):
    what = Release(document, Recipient.JUDGE, Purpose.HEARING, canonical(told), person,
                   date(2026, 11, 24))  # fmt: skip
    return release.release(desk, what, lambda *_told: Page(), audit_mark="1-X").disclosure_id


@pytest.fixture
def ada(desk):
    return make_participant(desk, "Quillfeather", "Ada", case_number="TC-2026-7777").person


def forgotten(desk, person):
    with desk.work() as session:
        return shared_pages.forget(session, person)


def kept(desk, number):
    with desk.read() as session:
        return session.get_one(Disclosure, number)


def test_a_packet_loses_the_part_of_one_person_and_keeps_the_others(desk, ada):
    packet = released(desk, [ADA, BEN])

    count = forgotten(desk, ada)

    row = kept(desk, packet)
    assert count == 1
    assert row.facts == canonical([BEN])
    assert row.facts_sha256 == hashlib.sha256(row.facts.encode()).digest()
    assert row.page_sha256 == hashlib.sha256(Page.pdf).digest()
    with desk.read() as session:
        assert release.wrong_hashes(session.connection()) == []


def test_a_part_under_an_earlier_name_is_known_by_their_own_page(desk, ada):
    earlier = ADA | {"name": "Ada Formerly", "case_number": "TC-2020-0001"}
    released(desk, earlier, ada, "progress-report")
    packet = released(desk, [earlier, BEN])

    forgotten(desk, ada)

    assert kept(desk, packet).facts == canonical([BEN])


def test_a_shared_page_that_cannot_be_taken_apart_is_emptied(desk, ada):
    docket = released(desk, {"docket": [ADA, BEN]}, document="docket")

    assert forgotten(desk, ada) == 1

    assert kept(desk, docket).facts == "[]"


def test_a_packet_without_the_person_is_left_alone(desk, ada):
    packet = released(desk, [BEN])
    before = kept(desk, packet).facts_sha256

    assert forgotten(desk, ada) == 0

    assert (kept(desk, packet).facts, kept(desk, packet).facts_sha256) == (canonical([BEN]), before)


def test_pages_about_one_other_person_are_never_touched(desk, ada):
    ben = make_participant(desk, "Etcitty", "Ben").person
    released(desk, BEN | {"conditions": ["No contact with Ada Quillfeather"]}, ben)

    assert forgotten(desk, ada) == 0

    with desk.read() as session:
        assert "Quillfeather" in session.scalars(select(Disclosure.facts)).one()
