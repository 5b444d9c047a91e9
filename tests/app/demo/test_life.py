from datetime import date

from models.note import Note
from models.person import ContactMethod
from tests.app.demo.conftest import kept


def test_days_are_counted_back_from_the_day_of_the_sample(live) -> None:
    assert live(0).ago(3) == date(2026, 11, 20)


def test_rows_are_kept_one_level_under_what_they_hang_on(live) -> None:
    life = live(0)

    life.keep(ContactMethod(value="555-0100"))
    life.keep_in_episode(Note(words="Came by."))

    levels = [[type(row).__name__ for row, _owners in level] for level in life.sheaf._levels]
    assert levels == [["Person"], ["Episode", "ContactMethod"], ["Note"]]
    assert len(kept(life, Note)) == 1
