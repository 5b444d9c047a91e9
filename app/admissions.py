"""How a referral came and how it ended: the decision, its day and reason, and the first phase."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import answers, episodes, people, phases, team
from app.answers import Answers, Loaded, Reading, Subject, key_of
from app.wording import say
from models.choices import Decision, Status
from models.episode import Episode, StatusPeriod
from models.phase import PhasePeriod

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


@dataclass(frozen=True)
class Days:
    """What an episode's periods hang on: the referral, the decision, and the day it holds from."""

    referred_on: date | None
    decision: Decision | None
    since: date | None

    @classmethod
    def of(cls, episode: Episode) -> "Days":
        decided = episode.decision not in {None, Decision.ADMITTED}
        since = episode.decided_on if decided else episode.admitted_on
        return cls(episode.referred_on, episode.decision, since)


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

    An admission begins the first phase on its day. What an earlier decision began moves with a
    day that is corrected, and goes with a decision that is.

    Raises:
        Invalid: with a sentence for each answer that cannot be taken.
    """
    episode = episodes.current(session, subject.person_id)
    before = Days.of(episode)
    reading = Reading(told, today)
    corrects = answers.change(reading, episode, *ASKED)
    _check(reading, episode)
    _refuse_if_gone_on(session, reading, episode, before)
    answers.ask_why(reading, corrects=corrects)
    reading.finish()
    _follow(session, episode, before)
    return say("admission.saved", name=episodes.name_of(session, subject.person_id))


def _check(reading: Reading, episode: Episode) -> None:
    if episode.decision is Decision.ADMITTED and episode.admitted_on is None:
        reading.refuse(key_of(Episode.admitted_on), say("admission.day"))
    if episode.decision is not None and episode.decided_on is None:
        reading.refuse(key_of(Episode.decided_on), say("admission.decided"))
    if episode.decision is Decision.NOT_ADMITTED and not episode.decision_reason:
        reading.refuse(key_of(Episode.decision_reason), say("admission.reason"))
    if episode.decided_on and episode.referred_on and episode.decided_on < episode.referred_on:
        reading.refuse(key_of(Episode.decided_on), say("admission.before-referral"))
    refused = episode.decision not in {None, Decision.ADMITTED}
    if refused and episode.admitted_on is not None:
        reading.refuse(key_of(Episode.admitted_on), say("admission.no-day"))
    if episode.admitted_on and episode.referred_on and episode.admitted_on < episode.referred_on:
        reading.refuse(key_of(Episode.admitted_on), say("admission.before-referral"))


def _refuse_if_gone_on(session: Session, reading: Reading, episode: Episode, before: Days) -> None:
    """Refuse to take an admission from under the phases that followed it."""
    if before.since is None or before.decision not in {None, Decision.ADMITTED}:
        return
    now = Days.of(episode)
    later = select(func.min(PhasePeriod.started_on)).where(
        PhasePeriod.episode_id == episode.id, PhasePeriod.number > FIRST_PHASE, PhasePeriod.dated
    )
    went_on = session.scalar(later)
    if went_on is None:
        return
    if now.decision not in {before.decision, Decision.ADMITTED}:
        reading.refuse(key_of(Episode.decision), say("admission.went-on"))
    elif now.since is not None and now.since > went_on:
        reading.refuse(key_of(Episode.admitted_on), say("admission.after-phase"))


def _follow(session: Session, episode: Episode, before: Days) -> None:
    """Let what began with a referral or a decision begin, move or go with it."""
    now = Days.of(episode)
    # Somebody imported as active, and admitted on paper later, goes on as they were.
    stays = now.decision is before.decision or (
        before.decision is None and now.decision is Decision.ADMITTED
    )
    for row in _begun_by(session, episode, before):
        if not stays:
            session.delete(row)
        elif now.since is not None:
            row.started_on = now.since
    for status in _statuses(session, episode, Status.REFERRED, before.referred_on):
        status.started_on = now.referred_on or before.referred_on
    session.flush()
    if now.decision is not None and now.decision is not before.decision:
        _begin(session, episode)


def _begun_by(session: Session, episode: Episode, days: Days) -> list[StatusPeriod | PhasePeriod]:
    """Return the periods that began on the day of a decision; of an import, of its admission."""
    if days.since is None:
        return []
    decision = days.decision or Decision.ADMITTED
    found: list[StatusPeriod | PhasePeriod] = []
    found += _statuses(session, episode, STATUS[decision], days.since)
    if decision is Decision.ADMITTED:
        found += session.scalars(
            select(PhasePeriod).where(
                PhasePeriod.episode_id == episode.id,
                PhasePeriod.number == FIRST_PHASE,
                PhasePeriod.started_on == days.since,
            )
        )
    return found


def _statuses(
    session: Session, episode: Episode, status: Status, since: date | None
) -> list[StatusPeriod]:
    query = select(StatusPeriod).where(
        StatusPeriod.episode_id == episode.id,
        StatusPeriod.status == status,
        StatusPeriod.started_on == since,
    )
    return list(session.scalars(query)) if since is not None else []


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
