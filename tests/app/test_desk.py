import errno
import threading

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from app.desk import sorted_failures, trouble_of
from app.events import Changed
from models.audit import Audit
from models.court import Court
from models.errors import Damaged, InUse, NoSpace
from models.person import Person
from models.service import Provider
from models.standing import Standing
from tests.conftest import HOLDER, MOMENT
from tests.makers import add, make_participant


def names(desk):
    with desk.read() as session:
        return session.scalars(select(Provider.name).order_by(Provider.id)).all()


def events(desk):
    with desk.read() as session:
        return session.scalars(select(Audit.seq)).all()


def add_and(desk, then):
    with desk.work() as session:
        session.add(Provider(name="Mesa"))
        session.flush()
        then(session)


def broken_off(_session):
    raise KeyboardInterrupt


def test_one_action_is_saved_whole_with_its_trail(desk):
    before = len(events(desk))

    with desk.work() as session:
        session.add_all([Provider(name="Mesa"), Provider(name="Rio")])

    assert names(desk) == ["Mesa", "Rio"]
    assert len(events(desk)) == before + 2


def test_an_action_that_fails_at_its_end_leaves_nothing(desk):
    before = events(desk)

    with pytest.raises(IntegrityError):
        add_and(desk, lambda session: session.add(Standing(person_id=404, as_of=MOMENT.date())))

    assert (names(desk), events(desk)) == ([], before)


def test_an_action_that_somebody_breaks_off_leaves_nothing(desk):
    before = events(desk)

    with pytest.raises(KeyboardInterrupt):
        add_and(desk, broken_off)

    assert (names(desk), events(desk)) == ([], before)


def test_every_event_is_signed_by_the_holder_at_the_moment_of_the_clock(desk):
    add(desk, Provider(name="Mesa"))

    with desk.read() as session:
        event = session.scalars(select(Audit).order_by(Audit.seq.desc()).limit(1)).one()

    assert (event.holder, event.at) == (HOLDER, MOMENT)


def test_listeners_hear_which_tables_changed_after_the_commit(desk):
    heard = []

    def listen(changed):
        heard.append((changed, names(desk)))

    desk.listen(listen)
    add(desk, Provider(name="Mesa"))

    assert heard == [(Changed(frozenset({"provider", "audit"})), ["Mesa"])]


def test_nobody_hears_of_what_was_not_saved_or_only_read(desk):
    heard = []
    desk.listen(heard.append)

    with pytest.raises(KeyboardInterrupt):
        add_and(desk, broken_off)
    names(desk)
    with desk.work():
        pass

    assert heard == []


def test_what_is_read_cannot_be_changed(desk):
    with pytest.raises(NoSpace), desk.read() as session:
        session.execute(insert(Provider).values(name="Mesa"))

    assert names(desk) == []


def test_a_reader_sees_one_moment_while_somebody_writes(desk):
    add(desk, Provider(name="Mesa"))

    with desk.read() as reading:
        before = reading.scalars(select(Provider.name)).all()
        add(desk, Provider(name="Rio"))
        after = reading.scalars(select(Provider.name)).all()

    assert before == after == ["Mesa"]
    assert names(desk) == ["Mesa", "Rio"]


def test_writers_wait_for_each_other_and_lose_nothing(desk):
    def write(name):
        for _ in range(5):
            add(desk, Provider(name=name))

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(names(desk)) == ["a"] * 5 + ["b"] * 5


def test_rows_stay_readable_after_the_commit(desk):
    who = make_participant(desk)

    with desk.work() as session:
        person = session.get_one(Person, who.person)
        person.pronouns = "she"

    assert (person.last_name, person.pronouns) == ("Begaye", "she")


def test_the_day_is_the_courts(desk):
    assert desk.today() == MOMENT.date()


@pytest.mark.parametrize(
    ("words", "trouble", "key"),
    [
        ("database or disk is full", NoSpace, "space.full"),
        ("attempt to write a readonly database", NoSpace, "space.read-only"),
        ("disk I/O error", NoSpace, "space.gone"),
        ("unable to open database file", NoSpace, "space.gone"),
        ("database is locked", InUse, "record.in-use"),
        ("database disk image is malformed", Damaged, "record.damaged"),
        ("file is not a database", Damaged, "record.damaged"),
    ],
)
def test_the_drivers_words_become_a_trouble(words, trouble, key):
    found = trouble_of(words)

    assert (type(found), found.key) == (trouble, key)


def test_what_nobody_outside_can_mend_stays_our_fault(desk):
    assert trouble_of("no such column: nowhere") is None
    with pytest.raises(Exception, match="no such column"), desk.read() as session:
        session.connection().execute(text("SELECT nowhere FROM person"))


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "space.full"),
        (errno.EROFS, "space.read-only"),
        (errno.EACCES, "space.read-only"),
        (errno.EIO, "space.gone"),
        (errno.ENOTCONN, "space.gone"),
        (errno.ECONNABORTED, "space.gone"),
    ],
)
def test_the_systems_numbers_become_a_trouble(number, key):
    with pytest.raises(NoSpace) as caught, sorted_failures():
        raise OSError(number, "words of the system")

    assert caught.value.key == key


def test_other_failures_of_the_system_pass_through():
    with pytest.raises(FileNotFoundError), sorted_failures():
        raise FileNotFoundError(errno.ENOENT, "no such file")


def test_the_clock_of_the_court_changes_with_its_zone(desk, moment):
    before = desk.local(MOMENT).hour

    with desk.work() as session:
        session.scalars(select(Court)).one().time_zone = "America/New_York"

    assert desk.zone == "America/New_York"
    assert desk.local(MOMENT).hour == before + 2


def test_a_closed_desk_takes_no_more_work(desk):
    desk.close()

    for door in (desk.read, desk.work):
        with pytest.raises(InUse) as refused, door():
            pass
        assert refused.value.key == "record.closed"


def test_a_page_that_the_drive_does_not_give_is_no_fault_of_ours():
    with pytest.raises(NoSpace) as caught, sorted_failures():
        raise MemoryError

    assert caught.value.key == "space.gone"
