from sqlalchemy import select

from models.base import field_of
from models.choices import Purpose, Recipient
from models.disclosure import Disclosure
from tests.conftest import HOLDER, MOMENT
from tests.makers import add


def test_a_list_about_many_people_is_of_no_single_person(desk):
    hashes = {"facts_sha256": bytes(32), "page_sha256": bytes(32)}
    told = {"recipient": Recipient.INTERNAL, "purpose": Purpose.LIST, "document": "list"}
    add(
        desk,
        Disclosure(
            made_at=MOMENT, made_by=HOLDER, facts="{}", pages=0, audit_mark="1-0", **hashes, **told
        ),
    )

    with desk.read() as session:
        row = session.scalars(select(Disclosure)).one()

    assert row.person_id is None
    assert row.made_at == MOMENT


def test_what_was_printed_is_kept_once_and_not_in_the_trail_too():
    assert field_of(Disclosure, "facts").bulky
