"""Prescribed medicines: treatment, never held against anyone; tests are read by them."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, groups, medicines
from app.answers import Answers, GroupRow, Loaded, Option, Reading, Subject
from app.wording import say
from models.choices import Source
from models.drug_test import Prescription

ASKED = (Prescription.medicine, Prescription.formulation, Prescription.prescriber,
         Prescription.started_on, Prescription.ended_on, Prescription.verified_by,
         Prescription.verified_on)  # fmt: skip


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    episode = episodes.current(session, subject.person_id)
    rows = of_episode(session, episode.id)
    return Loaded(
        Answers({}, {"prescription": groups.shown(rows, *ASKED)}),
        lookups={"medicines": [Option(name, name) for name in medicines.known()]},
        about=episodes.name_of(session, subject.person_id),
    )


def correct(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring the prescriptions to what was answered; every test that they cover is read again."""
    episode = episodes.current(session, subject.person_id)
    reading = Reading(told, today)

    def make(values: dict[str, Any], _line: GroupRow) -> Prescription:
        return Prescription(
            person_id=episode.person_id, episode_id=episode.id, source=Source.FORM, **values
        )

    groups.refuse_backwards(reading, "prescription", Prescription.started_on, Prescription.ended_on)
    before = of_episode(session, episode.id)
    corrects = groups.write(session, reading, "prescription", before, make, *ASKED)
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    return say("prescription.saved", name=episodes.name_of(session, subject.person_id))


def of_episode(session: Session, episode_id: int) -> list[Prescription]:
    query = select(Prescription).where(Prescription.episode_id == episode_id)
    return list(session.scalars(query.order_by(Prescription.started_on, Prescription.id)))
