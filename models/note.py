"""Notes, and drafts of what is typed and not yet saved."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_REUSED, Base, Identified, OfEpisode, Received, described
from models.choices import NoteKind


class Note(OfEpisode, Identified, Received, Base):
    """A working note, a contact, or words for the page; a court can still order it shown."""

    __tablename__ = "note"

    kind: Mapped[NoteKind] = mapped_column(info=described("Kind", sensitive=True))
    written_on: Mapped[date] = mapped_column(info=described("Date", sensitive=True, past=True))
    words: Mapped[str] = mapped_column(Text(20000), info=described("Note", sensitive=True))


class Draft(Identified, Base):
    """What was typed into a form and not saved; wiped on save, and no part of the trail."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("form", "subject"), NEVER_REUSED)
    audited = False

    form: Mapped[str] = mapped_column(String(60), info=described("Form"))
    subject: Mapped[str] = mapped_column(String(60), info=described("Subject"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    words: Mapped[str] = mapped_column(Text, info=described("Typed so far", sensitive=True))
    saved_at: Mapped[datetime] = mapped_column(info=described("Saved at"))
