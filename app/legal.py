"""The legal footing of an episode: what completion and termination bring, conditions, orders."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, groups
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.episode import CourtCondition, LegalTrack

TRACK = (LegalTrack.kind, LegalTrack.completion_brings, LegalTrack.termination_brings,
         LegalTrack.suspended_term, LegalTrack.custody_credit_days,
         LegalTrack.authority_ends_on)  # fmt: skip
CONDITION = (CourtCondition.kind, CourtCondition.words, CourtCondition.started_on,
             CourtCondition.ended_on)  # fmt: skip


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    episode = episodes.current(session, subject.person_id)
    track = track_of(session, episode.id)
    conditions = groups.shown(conditions_of(session, episode.id), *CONDITION)
    return Loaded(
        Answers(answers.shown(track, *TRACK) if track else {}, {"condition": conditions}),
        about=episodes.name_of(session, subject.person_id),
        rows={LegalTrack.__tablename__: track.id} if track else {},
    )


def correct(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring legal track and conditions to what was answered, and say what was saved."""
    episode = episodes.current(session, subject.person_id)
    reading = Reading(told, today)
    of = {"person_id": episode.person_id, "episode_id": episode.id}
    track = track_of(session, episode.id)
    corrects = False
    if track is None and _says_track(reading):
        values = reading.values(*TRACK)
        if not reading.mistakes:
            session.add(LegalTrack(**of, **values))
    elif track is not None:
        corrects = answers.change(reading, track, *TRACK)
    groups.refuse_backwards(
        reading, "condition", CourtCondition.started_on, CourtCondition.ended_on
    )
    before = conditions_of(session, episode.id)
    replaced = groups.write(
        session,
        reading,
        "condition",
        before,
        lambda values, _line: CourtCondition(**of, **values),
        *CONDITION,
    )
    answers.ask_why(reading, corrects=corrects or replaced)
    reading.finish()
    return say("legal.saved", name=episodes.name_of(session, subject.person_id))


def _says_track(reading: Reading) -> bool:
    """Whether anything was said of the track; an order to stay away is often known before it."""
    return any(reading.answers.single.get(key_of(each), "").strip() for each in TRACK)


def track_of(session: Session, episode_id: int) -> LegalTrack | None:
    query = select(LegalTrack).where(LegalTrack.episode_id == episode_id)
    return session.scalars(query.order_by(LegalTrack.id.desc()).limit(1)).one_or_none()


def conditions_of(session: Session, episode_id: int) -> list[CourtCondition]:
    query = select(CourtCondition).where(CourtCondition.episode_id == episode_id)
    return list(session.scalars(query.order_by(CourtCondition.id)))
