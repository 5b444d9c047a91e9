from app.demo import notes
from models.choices import NoteKind
from models.note import Note
from tests.app.demo.conftest import kept


def add(live, slot: int):
    life = live(slot)
    notes.add(life)
    return life


def test_there_are_notes_of_every_kind(court) -> None:
    kinds = {row.kind for row in court.rows("SELECT kind FROM note")}

    assert kinds == set(NoteKind)


def test_days_in_words_move_with_the_day_of_the_sample(live) -> None:
    jolene = add(live, 1)

    (concern,) = [note for note in kept(jolene, Note) if note.kind is NoteKind.CONCERN]

    assert concern.words == "No-show on Nov 20; a return to use was told on Nov 21."


def test_words_written_for_somebody_are_their_newest(live) -> None:
    jolene = add(live, 1)

    said = [note for note in kept(jolene, Note) if note.kind is NoteKind.OWN_WORDS]

    assert (
        max(said, key=lambda note: note.written_on).words == "I would rather you hear it from me."
    )


def test_no_place_for_a_day_is_left_open(court) -> None:
    assert court.rows("SELECT id FROM note WHERE words LIKE '%{%'") == []


def test_who_was_never_admitted_has_the_contact_of_the_referral(live) -> None:
    lives = [add(live, slot) for slot in range(60)]
    waiting = [life for life in lives if life.course.admitted is None]

    assert waiting
    assert all([note.kind for note in kept(life, Note)] == [NoteKind.CONTACT] for life in waiting)


def test_a_worded_concern_never_hides_a_return_to_use(live) -> None:
    lives = [add(live, slot) for slot in range(300)]
    used = [life for life in lives if any(day > life.ago(30) for day in life.course.uses)]

    found = [life for life in used if NoteKind.CONCERN in {n.kind for n in kept(life, Note)}]

    assert len(used) > 20
    assert all(life.course.named for life in found)
