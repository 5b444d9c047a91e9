"""The episodes of the invented people: referral, status, phases, cases, law, custody, medicine."""

from datetime import date, timedelta

from app import names
from app.demo import material
from app.demo.course import Course
from app.demo.life import Life
from app.demo.sheaf import Sheaf
from models.choices import (
    ConditionKind,
    CustodyReason,
    Decision,
    LegalTrackKind,
    ReferralRoute,
    Source,
    Status,
    Verification,
)
from models.drug_test import Prescription
from models.episode import (
    Charge,
    CourtCase,
    CourtCondition,
    CustodyPeriod,
    Episode,
    LegalTrack,
    StatusPeriod,
)
from models.person import Person
from models.phase import PhasePeriod

# The person in every such slot was here before: the second admission is a second episode.
HERE_BEFORE = 57
FIRST_NUMBER = 410  # above the case numbers of the cast
DENTIST_DAYS = 5


def episode(course: Course) -> Episode:
    """Return the episode of a course, not yet kept."""
    data, rng = material.read("court"), course.rng
    made = Episode(
        track=rng.choice(data["tracks"]),
        referred_on=course.referred,
        referral_route=rng.choice(list(ReferralRoute)),
        referred_by=rng.choice(data["referrers"]),
        arrested_on=course.referred - timedelta(days=rng.randint(6, 80)),
        admitted_on=course.admitted,
        attorney=course.named.get("attorney") or rng.choice(data["attorneys"]),
        source=Source.FORM,
        received_on=course.referred,
    )
    if course.admitted is not None:
        made.decision, made.decided_on = Decision.ADMITTED, course.admitted
    elif course.status is Status.NOT_ADMITTED:
        declined = rng.random() < 0.25
        made.decision = Decision.PARTICIPANT_DECLINED if declined else Decision.NOT_ADMITTED
        made.decided_on = course.referred + timedelta(days=rng.randint(7, 35))
        reasons = data["not_admitted_reasons"]
        made.decision_reason = data["declined_reason"] if declined else rng.choice(reasons)
    return made


def add(life: Life, phase_set: int | None) -> None:
    """Keep what hangs on the episode."""
    _add_statuses(life)
    for number, since in life.course.phases:
        life.keep_in_episode(
            PhasePeriod(phase_set_id=phase_set, number=number, started_on=since, dated=True)
        )
    _add_case(life)
    _add_legal(life)
    for first, last in life.course.custody:
        _add_custody(life, first, last)
    _add_prescriptions(life)


def add_earlier(sheaf: Sheaf, course: Course, person: Person) -> None:
    """Keep an earlier episode of somebody who was here before and left without finishing."""
    referred = course.referred - timedelta(days=course.rng.randint(500, 700))
    admitted = referred + timedelta(days=30)
    left = admitted + timedelta(days=course.rng.randint(60, 200))
    earlier = sheaf.add(
        Episode(
            track="drug",
            referred_on=referred,
            decision=Decision.ADMITTED,
            decided_on=admitted,
            admitted_on=admitted,
            source=Source.DOCUMENT,
            received_on=referred,
        ),
        person_id=person,
    )
    before = Life(course, sheaf, person, earlier)
    for status, since in (
        (Status.REFERRED, referred),
        (Status.ACTIVE, admitted),
        (Status.WITHDRAWN, left),
    ):
        before.keep_in_episode(StatusPeriod(status=status, started_on=since))
    number = _case_number(course, referred.year, 1)
    before.keep_in_episode(_case(number, material.read("court")["county"], 1))


def is_here_again(course: Course) -> bool:
    return course.slot % len(material.read("court")["statuses"]) == HERE_BEFORE


def _add_statuses(life: Life) -> None:
    for status, since in _statuses(life):
        life.keep_in_episode(StatusPeriod(status=status, started_on=since, dated=True))


def _statuses(life: Life) -> list[tuple[Status, date]]:
    course = life.course
    found = [(Status.REFERRED, course.referred)]
    if course.status is Status.REFERRED:
        return found
    screened = min(course.referred + timedelta(days=life.rng.randint(1, 6)), course.until)
    found.append((Status.SCREENING, screened))
    if course.admitted is not None:
        found.append((Status.ACTIVE, course.admitted))
    if course.status not in {Status.SCREENING, Status.ACTIVE}:
        found.append((course.status, life.episode.decided_on or course.until))
        if course.admitted is not None:
            found[-1] = (course.status, course.until)
    return found


def _case_number(course: Course, year: int, step: int = 0) -> str:
    return f"{year}-CR-{FIRST_NUMBER + 3 * course.slot + step:04}"


def _case(number: str, county: str, position: int) -> CourtCase:
    return CourtCase(
        position=position, number=number, folded_number=names.folded_number(number), county=county
    )


def _add_case(life: Life) -> None:
    data, rng, course = material.read("court"), life.rng, life.course
    arrested = life.episode.arrested_on or course.referred
    number = _cast_number(life) if course.named else _case_number(course, arrested.year)
    county = data["second_county"] if is_of_second_county(course) else data["county"]
    case = life.keep_in_episode(_case(number, county, 1))
    for description, offense_class in rng.sample(data["charges"], rng.choice((1, 1, 2))):
        life.keep(
            Charge(
                description=description,
                offense_class=offense_class,
                disposition="Plea entered" if course.admitted else None,
                disposed_on=course.admitted,
            ),
            court_case_id=case,
        )
    if rng.random() < 0.12:
        life.keep_in_episode(_case(_case_number(course, arrested.year, 2), county, 2))


def _cast_number(life: Life) -> str:
    """Return the case number of the pictures, moved by as many years as the sample court is."""
    written = date.fromisoformat(material.read("court")["written_for"])
    year, _dash, rest = str(life.course.named["case"]).partition("-")
    return f"{int(year) + life.as_of.year - written.year}-{rest}"


def is_of_second_county(course: Course) -> bool:
    """Whether the case comes from the other county in which the court sits now and then."""
    return not course.named and course.slot % 11 == 5


def _add_legal(life: Life) -> None:
    data, rng, course = material.read("court"), life.rng, life.course
    if course.admitted is None:
        return
    life.keep_in_episode(
        LegalTrack(
            kind=rng.choice(list(LegalTrackKind)),
            completion_brings=rng.choice(data["completion"]),
            termination_brings=rng.choice(data["termination"]),
            suspended_term=rng.choice(data["terms"]),
            custody_credit_days=rng.randint(0, 60),
            authority_ends_on=course.admitted + timedelta(days=rng.randint(540, 1090)),
        )
    )
    for kind, words in rng.sample(data["conditions"], rng.choice((0, 0, 1, 1, 2))):
        life.keep_in_episode(
            CourtCondition(kind=ConditionKind(kind), words=words, started_on=course.admitted)
        )


def _add_custody(life: Life, first: date, last: date) -> None:
    life.keep_in_episode(
        CustodyPeriod(
            reason=life.rng.choice(list(CustodyReason)),
            place=material.read("court")["jail"],
            started_on=first,
            ended_on=None if last > life.as_of else last,
            source=Source.PHONE,
            received_on=first,
        )
    )


def _add_prescriptions(life: Life) -> None:
    course = life.course
    if course.admitted is None:
        return
    if course.regimen is not None:
        started = course.admitted + timedelta(days=life.rng.randint(-40, 3))
        _add_prescription(life, course.regimen, started, None)
    if course.named.get("dentist"):
        started = life.ago(course.named["dentist"])
        _add_prescription(life, "dentist", started, started + timedelta(days=DENTIST_DAYS - 1))


def _add_prescription(life: Life, regimen: str, started: date, ended: date | None) -> None:
    row = material.read("treatment")["regimens"][regimen]
    verified_by = life.rng.choice(list(Verification))
    known = verified_by is not Verification.SELF_REPORT
    life.keep_in_episode(
        Prescription(
            medicine=row["medicine"],
            formulation=row["formulation"],
            prescriber=row["prescriber"],
            started_on=started,
            ended_on=ended,
            verified_by=verified_by,
            verified_on=max(started, life.course.referred) if known else None,
            source=Source.DOCUMENT if known else Source.SELF_REPORT,
            received_on=max(started, life.course.referred),
        )
    )
