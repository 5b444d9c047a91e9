"""Papers of one person, kept inside the record: what each is, and apart from that its bytes.

The bytes stand in a table of their own and outside the trail: the trail holds their digest, and
a list of papers never reads them.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, OfEpisode, OfPerson, Received, described


class DocumentKind(StrEnum):
    """What a paper is."""

    COURT_LETTER = "court-letter"
    LABORATORY_REPORT = "laboratory-report"
    AGREEMENT = "agreement"
    HANDBOOK = "handbook"
    WAIVER = "waiver"
    RIGHTS_ADVISEMENT = "rights-advisement"
    CONSENT_FORM = "consent-form"
    IDENTITY_PAPER = "identity-paper"
    OTHER = "other"


class Media(StrEnum):
    """What the bytes of a document are; found in them, never in the name of a file."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TEXT = "text"


class Document(OfEpisode, Identified, Received, Base):
    """One paper of a participant; what it is can be said after it was added."""

    __tablename__ = "document"

    kind: Mapped[DocumentKind | None] = mapped_column(info=described("Kind", sensitive=True))
    title: Mapped[str | None] = mapped_column(
        String(120), info=described("Title", "What you would look for it by.", sensitive=True)
    )
    dated_on: Mapped[date | None] = mapped_column(
        info=described("Date on the paper", sensitive=True, past=True)
    )
    version: Mapped[str | None] = mapped_column(
        String(40),
        info=described("Version", "Of an agreement, a handbook, a waiver.", sensitive=True),
    )
    file_name: Mapped[str] = mapped_column(
        String(120), info=described("Name of the file", sensitive=True)
    )
    media: Mapped[Media] = mapped_column(info=described("Sort of file", sensitive=True))
    pages: Mapped[int] = mapped_column(info=described("Pages", sensitive=True))
    size: Mapped[int] = mapped_column(info=described("Bytes", sensitive=True))
    sha256: Mapped[bytes] = mapped_column(
        LargeBinary(32), info=described("Hash of the bytes", sensitive=True)
    )
    added_at: Mapped[datetime] = mapped_column(info=described("Added at", sensitive=True))
    added_by: Mapped[str] = mapped_column(String(120), info=described("Added by", sensitive=True))


class DocumentContent(Identified, OfPerson, Base):
    """The bytes of one document; they go with it, by whatever way it goes."""

    __tablename__ = "document_content"
    audited = False

    document_id: Mapped[int] = mapped_column(
        ForeignKey("document.id", ondelete="CASCADE"), unique=True
    )
    body: Mapped[bytes] = mapped_column(
        LargeBinary, info=described("Bytes", sensitive=True, bulky=True)
    )
