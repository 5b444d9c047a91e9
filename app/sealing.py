"""An order to seal, expunge or destroy a person's file: entered, corrected, and waiting.

It belongs to the person: with the file it goes, its number too, so that nothing leads back.
"""

import unicodedata
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, choice_words, court, episodes, typed
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.sealing import SealingOrder

ASKED = (
    SealingOrder.kind,
    SealingOrder.number,
    SealingOrder.ordered_on,
    SealingOrder.ordered_by,
    SealingOrder.received_on,
)


def opened(session: Session, subject: Subject, today: date) -> Loaded:
    """Return what the form opens with: the order that waits, or an empty one."""
    about = episodes.name_of(session, subject.person_id)
    order = waiting(session, subject.person_id)
    if order is None:
        empty = {
            key_of(SealingOrder.ordered_by): court.facts(session).judge or "",
            key_of(SealingOrder.received_on): typed.shown(today),
        }
        return Loaded(Answers(empty), about=about)
    rows = {SealingOrder.__tablename__: order.id}
    return Loaded(Answers(answers.shown(order, *ASKED)), about=about, rows=rows)


def enter(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Enter an order about a whole file, or correct the one that waits.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    reading = Reading(told, today)
    name = episodes.name_of(session, subject.person_id)
    order = waiting(session, subject.person_id)
    if order is None:
        values = reading.values(*ASKED)
        reading.finish()
        order = SealingOrder(person_id=subject.person_id, **values)
        session.add(order)
    else:
        answers.ask_why(reading, corrects=answers.change(reading, order, *ASKED))
        reading.finish()
    return say("sealing.saved", name=name, kind=choice_words.words(order.kind).lower())


def waiting(session: Session, person_id: int | None) -> SealingOrder | None:
    """Return the order about a person's file that was not carried out yet; the newest one."""
    query = select(SealingOrder).where(SealingOrder.person_id == person_id)
    return session.scalars(query.order_by(SealingOrder.id.desc()).limit(1)).one_or_none()


def waiting_words(session: Session, person_id: int) -> str:
    """Return what an order that waits says; nothing where there is none."""
    order = waiting(session, person_id)
    if order is None:
        return ""
    kind, day = choice_words.words(order.kind), typed.shown(order.ordered_on)
    return say("sealing.waits", kind=kind, day=day)


def is_number(order: SealingOrder, told: str) -> bool:
    """Whether somebody has typed the number of the order; spaces and capitals do not matter."""
    return _bare(told) == _bare(order.number) != ""


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
