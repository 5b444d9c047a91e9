"""How a referral came and how it ended: the decision, its day and reason, and the first phase."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import answers, episodes, people, phases, team
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.choices import Decision, Status
from models.episode import Episode, StatusPeriod

REFERRAL = (Episode.referred_on, Episode.referral_route, Episode.referred_by, Episode.arrested_on,
            Episode.attorney)  # fmt: skip
DECISION = (Episode.decision, Episode.decided_on, Episode.decision_reason, Episode.admitted_on)
ASKED = (*REFERRAL, *DECISION)
FIRST_PHASE = 1

# A decision gives the episode a status from the day on which it was made.
STATUS = {
    Decision.ADMITTED: Status.ACTIVE,
    Decision.NOT_ADMITTED: Status.NOT_ADMITTED,
    Decision.PARTICIPANT_DECLINED: Status.WITHDRAWN,
}


def opened(session: Session, subject: Subject, _today: date) -> Loaded:
    episode = episodes.current(session, subject.person_id)
    return Loaded(
        Answers(answers.shown(episode, *ASKED)),
        lookups=team.lookups(session),
        about=episodes.name_of(session, subject.person_id),
        rows={Episode.__tablename__: episode.id},
    )


def decide(session: Session, subject: Subject, told: Answers, today: date) -> str:
    """Bring referral and decision to what was answered; a new decision changes the status.

    An admission begins the first phase on its day.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    episode = episodes.current(session, subject.person_id)
    before = episode.decision
    reading = Reading(told, today)
    corrects = answers.change(reading, episode, *ASKED)
    _check(reading, episode)
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    if episode.decision is not None and episode.decision is not before:
        _begin(session, episode)
    return say("admission.saved", name=episodes.name_of(session, subject.person_id))


def _check(reading: Reading, episode: Episode) -> None:
    if episode.decision is Decision.ADMITTED and episode.admitted_on is None:
        reading.refuse(key_of(Episode.admitted_on), say("admission.day"))
    if episode.decision is not None and episode.decided_on is None:
        reading.refuse(key_of(Episode.decided_on), say("admission.decided"))
    if episode.decision is Decision.NOT_ADMITTED and not episode.decision_reason:
        reading.refuse(key_of(Episode.decision_reason), say("admission.reason"))
    if episode.admitted_on and episode.referred_on and episode.admitted_on < episode.referred_on:
        reading.refuse(key_of(Episode.admitted_on), say("admission.before-referral"))


def _begin(session: Session, episode: Episode) -> None:
    """Begin the status of a decision on its day, and with an admission the first phase."""
    decision = Decision(str(episode.decision))
    since = episode.admitted_on if decision is Decision.ADMITTED else episode.decided_on
    now = session.scalars(
        select(StatusPeriod.status)
        .where(StatusPeriod.episode_id == episode.id)
        .order_by(StatusPeriod.started_on.desc(), StatusPeriod.id.desc())
        .limit(1)
    ).one_or_none()
    if now is STATUS[decision]:
        return
    people.set_status(session, episode, STATUS[decision], since=since)
    if decision is Decision.ADMITTED:
        phase_set = phases.current_set(session)
        people.set_phase(session, episode, FIRST_PHASE, since=since, phase_set=phase_set)
