from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from models.audit import Audit
from models.base import field_of
from models.choices import Status
from models.sealing import DestroyedFile, KeptCount, SealingKind, SealingOrder
from tests.conftest import MOMENT
from tests.makers import add, make_participant


def test_an_order_belongs_to_the_person_and_its_words_are_sealed(desk):
    ada = make_participant(desk)

    order = add(
        desk,
        SealingOrder(
            person_id=ada.person,
            kind=SealingKind.SEAL,
            number="24-CR-0117",
            ordered_on=date(2026, 11, 20),
            ordered_by="Hon. Vera Lucero",
        ),
    )

    with desk.read() as session:
        query = select(Audit.body).where(Audit.entity == "sealing_order")
        bodies = session.scalars(query.where(Audit.entity_id == order)).all()
    assert len(bodies) == 1
    assert "24-CR-0117" not in bodies[0]


def test_a_destroyed_file_is_chained_without_its_certificate(desk):
    add(
        desk,
        DestroyedFile(
            kind=SealingKind.DESTROY,
            destroyed_at=MOMENT,
            destroyed_by="Ruth Amsel",
            known_by="3-X",
            rows=7,
            mark_before="8-X",
            mark_after="9-X",
            certificate="every word of it",
        ),
    )

    with desk.read() as session:
        body = session.scalars(select(Audit.body).where(Audit.entity == "destroyed_file")).one()
    assert '"rows":[null,7]' in body
    assert "every word of it" not in body
    assert field_of(DestroyedFile, "certificate").bulky


def test_one_count_stands_for_a_year_and_an_ending(desk):
    def count():
        return KeptCount(year=2024, admitted=True, status=Status.GRADUATED, episodes=1)

    add(desk, count())

    with pytest.raises(IntegrityError, match="UNIQUE"):
        add(desk, count())


def test_a_count_leaves_no_event_beside_the_destruction(desk):
    add(desk, KeptCount(year=2024, admitted=True, status=Status.GRADUATED, episodes=1))

    with desk.read() as session:
        assert session.scalars(select(Audit.seq).where(Audit.entity == "kept_count")).all() == []
