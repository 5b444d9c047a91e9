"""Every release of participant data: to whom, why, and exactly what, so it can be shown again."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, described
from models.choices import Purpose, Recipient


class Disclosure(Identified, Base):
    """One document that left the program; a list about many people has no single person."""

    __tablename__ = "disclosure"

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(info=described("Made at", sensitive=True))
    made_by: Mapped[str] = mapped_column(String(120), info=described("Made by"))
    recipient: Mapped[Recipient] = mapped_column(info=described("Recipient", sensitive=True))
    purpose: Mapped[Purpose] = mapped_column(info=described("Purpose", sensitive=True))
    document: Mapped[str] = mapped_column(String(60), info=described("Document", sensitive=True))
    hearing_on: Mapped[date | None] = mapped_column(info=described("Hearing", sensitive=True))
    facts: Mapped[str] = mapped_column(Text, info=described("Facts", sensitive=True, bulky=True))
    facts_sha256: Mapped[bytes] = mapped_column(
        LargeBinary(32), info=described("Hash of the facts")
    )
    page_sha256: Mapped[bytes] = mapped_column(LargeBinary(32), info=described("Hash of the page"))
    pages: Mapped[int] = mapped_column(info=described("Pages"))
    audit_mark: Mapped[str] = mapped_column(String(40), info=described("Audit mark"))
