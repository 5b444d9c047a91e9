"""Notes about the invented people: contacts, working notes, and words for the page."""

from datetime import date

from app.court_words import short_date
from app.demo import material
from app.demo.life import Life
from models.choices import NoteKind, Source
from models.note import Note

# Every how many days a note of each kind is written, and whether it is read out in court.
EVERY = {NoteKind.CONTACT: 32, NoteKind.CASE: 21, NoteKind.OWN_WORDS: 34}
STRENGTH_SHARE = 0.5
CONCERN_SHARE = 0.25
TREATED_SHARE = 0.15
LONGEST_AGO = 12


def add(life: Life) -> None:
    """Keep the notes of the time that is told, and the newest words for the page."""
    if life.course.admitted is None:
        _keep(life, NoteKind.CONTACT, life.course.referred, _words(life, NoteKind.CONTACT))
        return
    told = list(life.course.days())
    written = {kind: life.ago(ago) for kind, ago, _words in life.course.named.get("notes", ())}
    for kind, every in EVERY.items():
        offset = life.rng.randrange(every)
        for day in told[offset::every]:
            if day < written.get(kind, life.as_of):
                _keep(life, kind, day, _words(life, kind))
    if life.course.until == life.as_of:
        _add_for_page(life)


def _add_for_page(life: Life) -> None:
    scripted = life.course.named.get("notes", ())
    for kind, ago, words in scripted:
        _keep(life, NoteKind(kind), life.ago(ago), _dated(life, words))
    before = life.ago(30)
    if not scripted:
        for kind, share in ((NoteKind.STRENGTH, STRENGTH_SHARE), (NoteKind.CONCERN, CONCERN_SHARE)):
            # Worded concerns come before computed ones, and must not hide a return to use.
            hides = kind is NoteKind.CONCERN and max(life.course.uses, default=before) > before
            if life.rng.random() < share and not hides:
                _keep(life, kind, life.ago(life.rng.randint(0, 2)), _words(life, kind))


def _words(life: Life, kind: NoteKind) -> str:
    phrases = material.read("phrases")
    treated = kind is NoteKind.CASE and life.course.regimen is not None
    part = "case_treated" if treated and life.rng.random() < TREATED_SHARE else kind.value
    return _dated(life, life.rng.choice(phrases[part]))


def _dated(life: Life, words: str) -> str:
    """Fill in days: `{d3}` is the day three days before the as-of date."""
    days = {f"d{ago}": short_date(life.ago(ago)) for ago in range(LONGEST_AGO)}
    return words.format_map(days)


def _keep(life: Life, kind: NoteKind, day: date, words: str) -> None:
    life.keep_in_episode(
        Note(
            kind=kind,
            written_on=day,
            words=words,
            source=Source.PHONE if kind is NoteKind.CONTACT else Source.FORM,
            received_on=day,
        )
    )
