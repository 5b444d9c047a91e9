"""Papers of a participant: added, described, corrected, removed, copied out through the gate."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app import acting, answers, choice_words, clock, episodes, release, typed
from app.acting import Done
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.desk import Desk
from app.document_bounds import MEGABYTE
from app.document_files import Given
from app.errors import Invalid
from app.facts import canonical
from app.release import Page, Release, Released
from app.showing import Looked
from app.typed import Mistyped
from app.wording import say
from models.choices import Purpose, Recipient, Source
from models.document import Document, DocumentContent, DocumentKind, Media
from models.errors import Damaged, NoSuchThing

ASKED = (
    Document.kind,
    Document.title,
    Document.dated_on,
    Document.version,
    Document.received_on,
)
# What somebody agreed to or was told is of a day and a version: the next one may say otherwise.
VERSIONED = frozenset(
    {
        DocumentKind.AGREEMENT,
        DocumentKind.HANDBOOK,
        DocumentKind.WAIVER,
        DocumentKind.RIGHTS_ADVISEMENT,
    }
)
COPY = "document-copy"
REASON = "reason"
# From here on a record is slow to back up.
MANY_BYTES = 500 * MEGABYTE


@dataclass(frozen=True)
class DocumentFacts:
    """One document as the screen shows it, without its bytes."""

    id: int
    person_id: int
    kind: DocumentKind | None
    title: str | None
    dated_on: date | None
    version: str | None
    received_on: date | None
    file_name: str
    media: Media
    pages: int
    size: int
    added_at: datetime
    added_by: str
    person: str = ""  # what they are called, where one document is shown alone

    @property
    def name(self) -> str:
        """What it is called: its title, or the name of its file until it has one."""
        return self.title or self.file_name


@dataclass(frozen=True)
class Papers:
    """The documents of a person, the newest first, and the bytes of all in the record."""

    of_person: tuple[DocumentFacts, ...]
    bytes_in_record: int

    @property
    def are_many(self) -> bool:
        """Whether the record has grown so large by documents that somebody should know."""
        return self.bytes_in_record >= MANY_BYTES


@dataclass(frozen=True)
class Copy:
    """The bytes of a document, as what leaves through the gate."""

    pdf: bytes  # what the gate calls a page; the bytes are those of the document
    pages: int


def of_person(session: Session, person_id: int) -> Papers:
    rows = session.execute(_facts().where(Document.person_id == person_id).order_by(*_newest()))
    total = session.scalar(select(func.coalesce(func.sum(Document.size), 0)))
    return Papers(tuple(DocumentFacts(*row) for row in rows), int(total or 0))


def one(session: Session, person_id: int, document_id: int) -> DocumentFacts:
    """Return what one document is.

    Raises:
        NoSuchThing: it is gone, or is somebody else's.
    """
    query = _facts().where(Document.id == document_id, Document.person_id == person_id)
    row = session.execute(query).one_or_none()
    if row is None:
        raise NoSuchThing("document.gone")
    return replace(DocumentFacts(*row), person=episodes.name_of(session, person_id))


def content(session: Session, document_id: int) -> bytes:
    """Return the bytes of a document.

    Raises:
        NoSuchThing: it is gone.
        Damaged: the bytes are not those that were added.
    """
    query = select(DocumentContent.body, Document.sha256).join(
        Document, Document.id == DocumentContent.document_id
    )
    row = session.execute(query.where(Document.id == document_id)).one_or_none()
    if row is None:
        raise NoSuchThing("document.gone")
    if hashlib.sha256(row.body).digest() != row.sha256:
        raise Damaged("document.damaged", problem="hash")
    return bytes(row.body)


def add(desk: Desk, person_id: int, given: Given, looked: Looked) -> tuple[int, Done]:
    """Keep a document that was looked at; return its number, and what was done."""
    rows: list[Document] = []

    def work(session: Session) -> str:
        episode = episodes.current(session, person_id)
        row = Document(
            person_id=person_id,
            episode_id=episode.id,
            source=Source.DOCUMENT,
            received_on=desk.today(),
            file_name=given.name,
            media=given.media,
            pages=looked.pages,
            size=len(looked.body),
            sha256=hashlib.sha256(looked.body).digest(),
            added_at=clock.now(),
            added_by=desk.holder,
        )
        session.add(row)
        session.flush()
        kept = DocumentContent(person_id=person_id, document_id=row.id, body=looked.body)
        session.add(kept)
        session.flush()
        session.expunge(kept)  # twenty megabytes that nothing asks for again
        rows.append(row)
        return say("document.added", name=episodes.name_of(session, person_id), title=given.name)

    done = acting.act(desk, work)
    return rows[0].id, done


def take_back(desk: Desk, done: Done) -> Callable[[], Done]:
    """Return the call that takes an added document out again; its bytes go with it."""
    return lambda: acting.take_back(desk, done)


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    """Return what the form of a document opens with."""
    about = episodes.name_of(session, subject.person_id)
    row = episodes.row_of(session, Document, subject)
    rows = {Document.__tablename__: row.id}
    return Loaded(Answers(answers.shown(row, *ASKED)), about=about, rows=rows)


def describe(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Say what a document is, or correct that, and return what was saved.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    row = episodes.row_of(session, Document, subject)
    corrects = answers.change(reading, row, *ASKED)
    answers.ask_why(reading, corrects=corrects)
    if row.kind in VERSIONED:
        for each in (Document.dated_on, Document.version):
            if getattr(row, each.key) is None:
                reading.refuse(key_of(each), say("document.versioned"))
    reading.finish()
    name = episodes.name_of(session, subject.person_id)
    return say("document.described", name=name, title=row.title or row.file_name)


def kind_words(kind: DocumentKind | None) -> str:
    """Return what a document is; that nobody has said so yet, where that is so."""
    return say("document.kind.unknown") if kind is None else choice_words.words(kind)


def remove(desk: Desk, facts: DocumentFacts, reason: str) -> Done:
    """Remove a document with its bytes; the trail keeps what it was, its digest, and why.

    Raises:
        Invalid: no reason, or one that cannot be taken.
        NoSuchThing: it is gone.
    """
    if not reason.strip():
        raise Invalid({REASON: say("typed.reason")})
    try:
        typed.check_reason(reason)
    except Mistyped as mistyped:
        raise Invalid({REASON: str(mistyped)}) from None

    def work(session: Session) -> str:
        row = session.get(Document, facts.id)
        if row is None:
            raise NoSuchThing("document.gone")
        name = episodes.name_of(session, row.person_id)
        session.delete(row)  # the database lets the bytes go with it
        return say("document.removed", name=name, title=facts.name)

    return acting.act(desk, work, reason=reason.strip(), about=facts.person_id)


def copied(desk: Desk, facts: DocumentFacts, recipient: Recipient) -> Released:
    """Write down that a copy leaves, and only then hand its bytes out."""
    with desk.read() as session:
        body = content(session, facts.id)
        mark = release.mark_before(session)
    told = {
        "document": facts.id,
        "kind": facts.kind,
        "title": facts.name,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    what = Release(COPY, recipient, Purpose.COPY, canonical(told), facts.person_id)

    def draw(_document: str, _facts: str) -> Page:
        return Copy(body, facts.pages)

    return release.release(desk, what, draw, audit_mark=mark)


def _facts() -> Select[Any]:
    return select(*(getattr(Document, each.name) for each in fields(DocumentFacts)[:-1]))


def _newest() -> tuple[Any, ...]:
    day = func.coalesce(Document.dated_on, Document.received_on)
    return day.desc(), Document.id.desc()
