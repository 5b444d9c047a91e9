"""Every list of choices, in the words that the command-line contract fixes."""

from enum import StrEnum


class Sex(StrEnum):
    """As on the court's papers."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Race(StrEnum):
    """Asked apart from ethnicity; `declined` is a final answer, unknown is a to-do."""

    AMERICAN_INDIAN = "american-indian-or-alaska-native"
    ASIAN = "asian"
    BLACK = "black-or-african-american"
    PACIFIC_ISLANDER = "native-hawaiian-or-pacific-islander"
    WHITE = "white"
    OTHER = "other"
    DECLINED = "declined"


class Ethnicity(StrEnum):
    """Asked apart from race; `declined` is a final answer."""

    HISPANIC = "hispanic-or-latino"
    NOT_HISPANIC = "not-hispanic-or-latino"
    DECLINED = "declined"


class Status(StrEnum):
    """Where an episode stands."""

    REFERRED = "referred"
    SCREENING = "screening"
    ACTIVE = "active"
    ABSCONDED = "absconded"
    SUSPENDED = "suspended"
    GRADUATED = "graduated"
    DISCHARGED = "discharged"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    DIED = "died"
    NOT_ADMITTED = "not-admitted"


class ContactKind(StrEnum):
    """A way to reach someone."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


class LegalTrackKind(StrEnum):
    """On what legal footing someone takes part."""

    PRE_PLEA = "pre-plea"
    POST_PLEA = "post-plea"
    PROBATION = "probation"
    DEFERRED = "deferred"


class ConditionKind(StrEnum):
    """What a court order outside the program asks."""

    CONDITION = "condition"
    NO_CONTACT = "no-contact"
    PROTECTION = "protection"
    RESTITUTION = "restitution"


class CustodyReason(StrEnum):
    """Why someone is in custody."""

    SANCTION = "sanction"
    WARRANT = "warrant"
    NEW_CHARGE = "new-charge"
    WAITING_FOR_BED = "waiting-for-bed"


class ReferralRoute(StrEnum):
    """How a referral reaches the court."""

    PRETRIAL = "pretrial"
    PLEA = "plea"
    PROBATION = "probation"
    PROBATION_VIOLATION = "probation-violation"
    RE_ENTRY = "re-entry"


class Decision(StrEnum):
    """How a referral ended."""

    ADMITTED = "admitted"
    NOT_ADMITTED = "not-admitted"
    PARTICIPANT_DECLINED = "participant-declined"


class ProblemStatus(StrEnum):
    """Where a problem of the plan stands."""

    ACTIVE = "active"
    MAINTENANCE = "maintenance"
    REFERRED = "referred"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    DECLINED = "declined"


class ObjectiveStatus(StrEnum):
    """Where an objective of the plan stands."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    MET = "met"
    PARTLY_MET = "partly-met"
    REVISED = "revised"
    DISCONTINUED = "discontinued"


class SessionKind(StrEnum):
    """What kind of session was scheduled."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    FAMILY = "family"
    PSYCHIATRIC = "psychiatric"
    PEER = "peer"
    APPOINTMENT = "appointment"
    MEETING = "meeting"


class AttendanceOutcome(StrEnum):
    """Whether someone was there."""

    ATTENDED = "attended"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"
    MEDICAL = "medical"


class Specimen(StrEnum):
    """What was collected."""

    URINE = "urine"
    ORAL_FLUID = "oral-fluid"
    BREATH = "breath"
    HAIR = "hair"
    SWEAT_PATCH = "sweat-patch"
    BLOOD = "blood"
    MONITOR = "monitor"


class Outcome(StrEnum):
    """What became of one day's call; each is kept apart from the others."""

    TESTED = "tested"
    NO_SHOW = "no-show"
    EXCUSED = "excused"
    REFUSED = "refused"
    UNABLE = "unable"
    TAMPERED = "tampered"
    REJECTED = "rejected"


class Validity(StrEnum):
    """What a specimen is good for, by the published rules."""

    ACCEPTABLE = "acceptable"
    DILUTE = "dilute"
    SUBSTITUTED = "substituted"
    ADULTERATED = "adulterated"
    INVALID = "invalid"
    NOT_DETERMINED = "not-determined"


class TestResult(StrEnum):
    """The result for one substance."""

    __test__ = False  # a name that pytest would otherwise collect

    NEGATIVE = "negative"
    PRESUMPTIVE = "presumptive"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not-confirmed"
    NOT_TESTED = "not-tested"


class Reading(StrEnum):
    """How a result is read with the prescriptions in force that day, by what is known now."""

    NEGATIVE = "negative"
    EXPECTED = "expected"
    EXPLAINED = "explained-not-confirmed"
    UNEXPECTED = "unexpected"
    DISPUTED = "disputed"
    CONTINUING = "continuing-excretion-possible"
    PENDING = "pending"


class Answer(StrEnum):
    """What the participant says to a presumptive result."""

    ADMITTED = "admitted"
    DISPUTED = "disputed"


class Verification(StrEnum):
    """How a prescription was verified (rules on medicines)."""

    BOTTLE_SEEN = "bottle-seen"
    PRESCRIBER = "prescriber"
    CLINIC_LETTER = "clinic-letter"
    SELF_REPORT = "self-report"


class HearingType(StrEnum):
    """What a hearing is for."""

    ENTRY = "entry"
    REVIEW = "review"
    PHASE = "phase"
    GRADUATION = "graduation"
    JAIL_SANCTION = "jail-sanction"
    TERMINATION = "termination"
    SPECIAL = "special"


class Appearance(StrEnum):
    """Whether someone appeared; None before the hearing."""

    APPEARED = "appeared"
    REMOTE = "remote"
    EXCUSED = "excused"
    FAILED = "failed"


class OrderStatus(StrEnum):
    """Whether an order was done."""

    OPEN = "open"
    DONE = "done"
    NOT_DONE = "not-done"
    LIFTED = "lifted"


class NoteKind(StrEnum):
    """What a note is for."""

    CONTACT = "contact"
    CASE = "case"
    OWN_WORDS = "own-words"
    STRENGTH = "strength"
    CONCERN = "concern"


class Source(StrEnum):
    """Where an entry comes from."""

    FORM = "form"
    PHONE = "phone"
    SELF_REPORT = "self-report"
    DOCUMENT = "document"
    IMPORT = "import"


class Recipient(StrEnum):
    """Who receives a document; the treatment team is one, "team" is none."""

    JUDGE = "judge"
    DEFENSE = "defense"
    PROSECUTOR = "prosecutor"
    PROBATION = "probation"
    PROVIDER = "provider"
    TREATMENT_TEAM = "treatment-team"
    CHILD_WELFARE = "child-welfare"
    GRANT = "grant"
    OPEN_COURT = "open-court"
    PARTICIPANT = "participant"
    INTERNAL = "internal"


class Purpose(StrEnum):
    """Why participant data leaves the program."""

    HEARING = "hearing"
    TREATMENT = "treatment"
    LIST = "list"
    TRAIL = "trail"
    SAMPLE = "sample"
    COPY = "copy"
