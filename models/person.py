"""A person: identity, names and how to reach them; what happens to them hangs on their episodes."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_REUSED, Base, Identified, OfPerson, Received, described
from models.choices import ContactKind, Ethnicity, Race, Sex


class Person(Identified, Received, Base):
    """One person. Names keep any Unicode; the folded columns are for searching only."""

    __tablename__ = "person"
    __table_args__ = (Index(None, "folded_name", "id"), NEVER_REUSED)

    last_name: Mapped[str] = mapped_column(
        String(120), info=described("Last name", "As on the court’s papers.", sensitive=True)
    )
    first_name: Mapped[str] = mapped_column(
        String(120), info=described("First name", "As on the court’s papers.", sensitive=True)
    )
    middle_name: Mapped[str | None] = mapped_column(
        String(120), info=described("Middle name", sensitive=True)
    )
    preferred_name: Mapped[str | None] = mapped_column(
        String(120),
        info=described("Preferred name", "What this person wants to be called.", sensitive=True),
    )
    said_as: Mapped[str | None] = mapped_column(
        String(80), info=described("Name said as", "As in: een-YEE-go.", sensitive=True)
    )
    pronouns: Mapped[str | None] = mapped_column(
        String(40), info=described("Pronouns", sensitive=True)
    )
    birth_date: Mapped[date | None] = mapped_column(
        info=described("Birth date", sensitive=True, past=True)
    )
    sex: Mapped[Sex | None] = mapped_column(
        info=described("Sex", "As on the court’s papers.", sensitive=True)
    )
    gender_identity: Mapped[str | None] = mapped_column(
        String(60), info=described("Gender identity", "In their own words.", sensitive=True)
    )
    ethnicity: Mapped[Ethnicity | None] = mapped_column(
        info=described("Ethnicity", "Asked apart from race; declined is an answer.", sensitive=True)
    )
    interpreter: Mapped[str | None] = mapped_column(
        String(60), info=described("Interpreter", "The language, if one is needed.", sensitive=True)
    )
    accommodations: Mapped[str | None] = mapped_column(
        String(200), info=described("Accommodations", "What helps them take part.", sensitive=True)
    )
    folded_name: Mapped[str] = mapped_column(
        String(600), info=described("Name, folded for searching", sensitive=True)
    )
    sound: Mapped[str] = mapped_column(
        String(200), info=described("Sound of the name", sensitive=True)
    )


class PersonRace(Identified, OfPerson, Base):
    """One race that a person names; there may be several."""

    __tablename__ = "person_race"

    race: Mapped[Race] = mapped_column(info=described("Race", sensitive=True))


class ContactMethod(Identified, OfPerson, Received, Base):
    """A way to reach someone, and whether a message may be left there."""

    __tablename__ = "contact_method"

    kind: Mapped[ContactKind] = mapped_column(info=described("Kind", sensitive=True))
    value: Mapped[str] = mapped_column(
        String(300), info=described("Number or address", sensitive=True)
    )
    may_leave_message: Mapped[bool] = mapped_column(
        default=False, info=described("May we leave a message", sensitive=True)
    )
    confidential: Mapped[bool] = mapped_column(
        default=False,
        info=described("Confidential", "Never printed or read aloud.", sensitive=True),
    )
    safe_times: Mapped[str | None] = mapped_column(
        String(120), info=described("Safe times", sensitive=True)
    )
    ended_on: Mapped[date | None] = mapped_column(info=described("Until", sensitive=True))
