from datetime import date

from app import clock, demo, digest, release
from app.desk import Desk
from models.base import Base
from models.note import Draft
from models.person import Person

AS_OF = date(2026, 11, 23)


def of(desk: Desk) -> str:
    with desk.read() as session:
        return digest.logical(session.connection())


def test_a_changed_value_changes_the_digest(desk: Desk) -> None:
    demo.fill(desk, demo.SampleWanted(AS_OF, participants=1, months=1))
    before = of(desk)

    with desk.work() as session:
        session.get_one(Person, 1).first_name = "Otherwise"

    assert of(desk) != before


def test_what_belongs_to_the_file_alone_does_not_count(desk: Desk) -> None:
    before = of(desk)

    with desk.work("only the trail and a draft") as session:
        session.add(Draft(form="note", subject="new", words="Came by", saved_at=clock.now()))
    release.shown(desk, "participants", 0)

    assert of(desk) == before


def test_every_table_left_out_is_a_table() -> None:
    assert set(Base.metadata.tables) > digest.LEFT_OUT
    assert all(column in Base.metadata.tables[table].c for table, column in digest.LEFT_OUT_COLUMNS)
