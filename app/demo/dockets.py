"""Court days of the invented people: sessions, who is on which docket, and what was ordered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from app.demo import court_days, material
from app.demo.course import Course
from app.demo.episodes import is_of_second_county
from app.demo.life import Life
from app.demo.sheaf import Sheaf
from models.choices import Appearance, HearingType, OrderStatus, Status
from models.hearing import CourtOrder, CourtSession, Hearing

SUBSTITUTE_BEFORE = timedelta(days=42)
APPEARANCES = (Appearance.APPEARED, Appearance.REMOTE, Appearance.EXCUSED, Appearance.FAILED)
APPEARANCE_WEIGHTS = (88, 7, 3, 2)
ORDER_NUMBERS, ORDER_WEIGHTS = (2, 3, 4), (58, 28, 14)
# How the orders of the last hearing stand, and those of earlier ones.
NOW = ((OrderStatus.DONE, OrderStatus.OPEN, OrderStatus.NOT_DONE), (58, 32, 10))
EARLIER = ((OrderStatus.DONE, OrderStatus.NOT_DONE, OrderStatus.LIFTED), (89, 8, 3))
NOTED_SHARE = 0.3
# The share of people whose next hearing is on the next court day, by phase.
NEXT_DAY_SHARE = {1: 1.0, 2: 1.0, 3: 0.9, 4: 0.5, 5: 0.4}
FIRST_HEARING_SHARE = 0.4  # of those who are referred

Standing = tuple[OrderStatus, date | None, str | None]  # how an order stands, since when, a note
STILL_OPEN: Standing = (OrderStatus.OPEN, None, None)


@dataclass
class Docket:
    """Every sitting of the court, and who stands on its docket."""

    next_day: date
    sessions: dict[tuple[date, bool], CourtSession] = field(default_factory=dict)
    called: dict[tuple[date, bool], list[Hearing]] = field(default_factory=dict)
    size: int = 0

    def session(self, sheaf: Sheaf, day: date, *, elsewhere: bool) -> CourtSession:
        if (day, elsewhere) not in self.sessions:
            self.sessions[day, elsewhere] = sheaf.add(self._sitting(day, elsewhere=elsewhere))
        return self.sessions[day, elsewhere]

    def _sitting(self, day: date, *, elsewhere: bool) -> CourtSession:
        data = material.read("court")
        substitute = day == self.next_day - SUBSTITUTE_BEFORE
        return CourtSession(
            held_on=day,
            starts_at=time.fromisoformat(data["second_starts_at" if elsewhere else "starts_at"]),
            place=data["second_place" if elsewhere else "place"],
            judge=data["substitute" if substitute else "judge"],
            substitute=substitute,
        )

    def number(self) -> None:
        """Number what has been called since the last time: graduations first, then as entered."""
        for key, hearings in sorted(self.called.items()):
            first = max((h.number for h in hearings if h.number), default=0) + 1
            new = [hearing for hearing in hearings if hearing.number is None]
            new.sort(key=lambda hearing: hearing.type is not HearingType.GRADUATION)
            for number, hearing in enumerate(new, first):
                hearing.number = number
            self.called[key] = hearings[-1:] if not new else [new[-1]]


def add(life: Life, docket: Docket) -> None:
    """Keep every hearing of the person with its orders, the newest last."""
    days = sorted(_days(life, docket.next_day))
    last = max((day for day in days if day <= life.as_of), default=None)
    for day in days:
        elsewhere = is_of_second_county(life.course) and court_days.sits_elsewhere(day)
        hearing = Hearing(type=_type(life.course, day, days[0]), appearance=_appearance(life, day))
        session = docket.session(life.sheaf, day, elsewhere=elsewhere)
        life.keep_in_episode(hearing, court_session_id=session)
        docket.called.setdefault((day, elsewhere), []).append(hearing)
        docket.size += 1
        if day <= life.as_of:
            _add_orders(life, hearing, day, is_last=day == last)


def _days(life: Life, next_day: date) -> Iterator[date]:
    """Yield court days, counted back from the next hearing or from the last one there was."""
    course = life.course
    if course.admitted is None:
        if course.status is Status.REFERRED and life.rng.random() < FIRST_HEARING_SHARE:
            yield next_day
        return
    day = court_days.last_by(course.until)
    if course.status is Status.ACTIVE:
        day = _next(life, next_day)
        yield day
        day = _earlier(course, day)
    while day >= max(course.admitted, course.wanted.first):
        yield day
        day = _earlier(course, day)


def _next(life: Life, next_day: date) -> date:
    named = life.course.named
    if named:
        return next_day + timedelta(days=named["next_in"])
    phase, _since = life.course.phase_on(life.as_of)
    if life.rng.random() < NEXT_DAY_SHARE[phase]:
        return next_day
    return next_day + life.rng.choice((1, 2)) * court_days.WEEK


def _earlier(course: Course, day: date) -> date:
    phase, since = course.phase_on(day)
    every = course.named.get("interval")
    return court_days.earlier(day, phase=phase, in_phase=day - since, every=every)


def _type(course: Course, day: date, first: date) -> HearingType:
    if course.admitted is None:
        return HearingType.ENTRY
    if day == course.until and course.status is Status.GRADUATED:
        return HearingType.GRADUATION
    if day == course.until and course.status is Status.DISCHARGED:
        return HearingType.TERMINATION
    if day == first and (day - course.admitted).days < 21:
        return HearingType.ENTRY
    moved = any(number > 1 and 0 <= (day - since).days < 7 for number, since in course.phases)
    return HearingType.PHASE if moved else HearingType.REVIEW


def _appearance(life: Life, day: date) -> Appearance | None:
    if day > life.as_of:
        return None
    course = life.course
    if day == court_days.last_by(course.until) and course.status is Status.ABSCONDED:
        return Appearance.FAILED
    return life.rng.choices(APPEARANCES, APPEARANCE_WEIGHTS)[0]


def _add_orders(life: Life, hearing: Hearing, day: date, *, is_last: bool) -> None:
    scripted = life.course.named.get("orders", ())
    if is_last and scripted:
        for words, due, status, after, note in scripted:
            when = min(day + timedelta(days=after), life.as_of)
            due_on = day + timedelta(days=due)
            _keep(life, hearing, words, due_on, (OrderStatus(status), when, note))
        return
    number = life.rng.choices(ORDER_NUMBERS, ORDER_WEIGHTS)[0]
    for words, *notes in life.rng.sample(material.read("phrases")["orders"], number):
        due_on = day + timedelta(days=life.rng.choice((6, 7, 10, 14)))
        status = life.rng.choices(*(NOW if is_last else EARLIER))[0]
        _keep(life, hearing, words, due_on, _standing(life, status, (day, due_on), notes))


def _standing(
    life: Life, status: OrderStatus, days: tuple[date, date], notes: list[list[str]]
) -> Standing:
    """Return how an order of one day stands that is due on another, with a note for some."""
    (day, due_on), (not_done, done) = days, notes
    if day == life.as_of or status is OrderStatus.OPEN:
        return STILL_OPEN
    if status is OrderStatus.NOT_DONE:
        late = due_on <= life.as_of
        return (status, due_on, life.rng.choice(not_done)) if late else STILL_OPEN
    since = min(day + timedelta(days=life.rng.randint(1, 6)), life.as_of)
    noted = status is OrderStatus.DONE and done and life.rng.random() < NOTED_SHARE
    return status, since, life.rng.choice(done) if noted else None


def _keep(
    life: Life,
    hearing: Hearing,
    words: str,
    due_on: date,
    standing: Standing,
) -> None:
    status, since, note = standing
    life.keep(
        CourtOrder(words=words, due_on=due_on, status=status, status_on=since, note=note),
        hearing_id=hearing,
    )
