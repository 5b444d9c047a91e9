"""Who the invented people are: names, races and ethnicity, what they need, how to reach them."""

from datetime import date, timedelta
from random import Random
from typing import Any

from app import people
from app.demo import material
from app.demo.course import Course
from app.demo.life import Life
from models.choices import ContactKind, Ethnicity, Race, Sex, Source
from models.person import ContactMethod, Person, PersonRace

SEXES = (Sex.MALE, Sex.FEMALE, Sex.OTHER, Sex.UNKNOWN)
SEX_WEIGHTS = (60, 37, 2, 1)
PRONOUNS = {Sex.MALE: "he/him", Sex.FEMALE: "she/her", Sex.OTHER: "they/them", Sex.UNKNOWN: None}
# None: not asked yet, which is a to-do; declined is an answer.
ETHNICITIES = (Ethnicity.HISPANIC, Ethnicity.NOT_HISPANIC, Ethnicity.DECLINED, None)
ETHNICITY_WEIGHTS = (38, 50, 6, 6)
RACES: tuple[tuple[Race, ...], ...] = (
    (Race.WHITE,),
    (Race.AMERICAN_INDIAN,),
    (Race.BLACK,),
    (Race.ASIAN,),
    (Race.PACIFIC_ISLANDER,),
    (Race.OTHER,),
    (Race.AMERICAN_INDIAN, Race.WHITE),
    (Race.DECLINED,),
    (),
)
RACE_WEIGHTS = (42, 27, 4, 2, 1, 6, 6, 7, 5)
INTERPRETER_SHARE = 0.5  # of the families that speak another language at home
ACCOMMODATION_SHARE = 0.08
SAFE_TIMES = ("after 5 PM", "mornings", "weekdays before 3 PM")


def person(course: Course) -> Person:
    """Return the person of a course, not yet kept."""
    rng, named = course.rng, course.named
    sex = Sex(named["sex"]) if named else rng.choices(SEXES, SEX_WEIGHTS)[0]
    identity = _cast_names(named) if named else _names(course, sex)
    made = Person(
        **identity,
        sex=sex,
        pronouns=named.get("pronouns") or (PRONOUNS[sex] if rng.random() < 0.7 else None),
        birth_date=_birth_date(course.wanted.as_of, rng),
        ethnicity=None
        if named.get("not_asked")
        else rng.choices(ETHNICITIES, ETHNICITY_WEIGHTS)[0],
        interpreter=named.get("interpreter") or _interpreter(identity["last_name"], rng),
        accommodations=_accommodations(rng),
        source=Source.FORM,
        received_on=course.referred,
    )
    people.fold(made)
    return made


def add(life: Life) -> None:
    """Keep what hangs on the person: races, and ways to reach them."""
    rng = life.rng
    if not life.course.named.get("not_asked"):
        for race in rng.choices(RACES, RACE_WEIGHTS)[0]:
            life.keep(PersonRace(race=race))
    confidential = bool(life.course.named.get("confidential")) or rng.random() < 0.06
    _contact(life, ContactKind.PHONE, f"555-01{rng.randrange(100):02}", confidential=confidential)
    names = material.read("names")
    street = f"{rng.randint(2, 980)} {rng.choice(names['streets'])}, {rng.choice(names['towns'])}"
    _contact(life, ContactKind.ADDRESS, street, confidential=confidential)
    if rng.random() < 0.3:
        email = f"{life.person.folded_name.split()[0]}.{rng.randint(10, 99)}@example.org"
        _contact(life, ContactKind.EMAIL, email, confidential=False)


def _contact(life: Life, kind: ContactKind, value: str, *, confidential: bool) -> None:
    rng = life.rng
    life.keep(
        ContactMethod(
            kind=kind,
            value=value,
            may_leave_message=not confidential and rng.random() < 0.6,
            confidential=confidential,
            safe_times=rng.choice(SAFE_TIMES) if rng.random() < 0.2 else None,
            source=Source.FORM,
            received_on=life.course.referred,
        )
    )


def _cast_names(named: dict[str, Any]) -> dict[str, str | None]:
    return {
        "last_name": named["last"],
        "first_name": named["first"],
        "middle_name": named.get("middle"),
        "preferred_name": named.get("preferred"),
        "said_as": named.get("said"),
    }


def _names(course: Course, sex: Sex) -> dict[str, str | None]:
    names, rng = material.read("names"), course.rng
    given = (
        "female" if sex is Sex.FEMALE or (sex is not Sex.MALE and rng.random() < 0.5) else "male"
    )
    # Steps that share no factor with the lengths, so that small courts repeat no last name.
    last = names["last"][(course.slot * 37 + course.wanted.seed * 11) % len(names["last"])]
    return {
        "last_name": last,
        "first_name": rng.choice(names[given]),
        "middle_name": rng.choice(names["middle"]) if rng.random() < 0.4 else None,
        "preferred_name": rng.choice(names["preferred"]) if rng.random() < 0.12 else None,
    }


def _birth_date(as_of: date, rng: Random) -> date:
    return as_of - timedelta(days=rng.randint(19 * 366, 58 * 365))


def _interpreter(last_name: str | None, rng: Random) -> str | None:
    spoken: dict[str, list[str]] = material.read("names")["interpreters"]
    language = next((each for each, families in spoken.items() if last_name in families), None)
    return language if rng.random() < INTERPRETER_SHARE else None


def _accommodations(rng: Random) -> str | None:
    choices: list[str] = material.read("court")["accommodations"]
    return rng.choice(choices) if rng.random() < ACCOMMODATION_SHARE else None
