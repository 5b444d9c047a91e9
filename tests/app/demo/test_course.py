from datetime import date, timedelta

import pytest

from app.demo import material
from app.demo.course import course
from app.demo.wanted import SampleWanted
from models.choices import Status

AS_OF = date(2026, 11, 23)
WANTED = SampleWanted(AS_OF)
ALL = [course(WANTED, slot) for slot in range(60)]


def test_the_cast_of_the_pictures_takes_part_on_its_own_day_of_its_own_phase() -> None:
    told = {lived.named["last"]: lived for lived in ALL if lived.named}

    for row in material.read("cast"):
        number, since = told[row["last"]].phase_on(AS_OF)
        assert (number, (AS_OF - since).days + 1) == (row["phase"], row["day"])


def test_the_cast_belongs_to_the_first_sixty_only() -> None:
    assert not any(course(WANTED, slot).named for slot in range(60, 120))


def test_the_last_known_use_of_the_cast_is_as_many_days_ago_as_told() -> None:
    told = [lived for lived in ALL if lived.named]

    for lived in told:
        days = (AS_OF - max(lived.uses, default=AS_OF)).days
        earliest = (AS_OF - (lived.admitted or AS_OF)).days
        assert days == lived.named["last_use"] or lived.named["last_use"] > earliest


def test_phases_follow_each_other_with_at_least_their_minimum() -> None:
    minimum = {1: 60, 2: 90, 3: 90, 4: 90}

    for lived in ALL:
        for (number, since), (following, then) in zip(lived.phases, lived.phases[1:], strict=False):
            assert following == number + 1
            assert (then - since).days >= minimum[number]


def test_nobody_graduates_soon_after_a_return_to_use() -> None:
    graduated = [lived for lived in ALL if lived.status is Status.GRADUATED]

    assert len(graduated) == 8
    for lived in graduated:
        assert all(day < lived.until - timedelta(days=119) for day in lived.uses)


def test_returns_to_use_happen_and_are_told_on_days_of_taking_part() -> None:
    used = [lived for lived in ALL if lived.uses]

    assert len(used) > 20
    assert all(lived.uses <= set(lived.days()) for lived in used)


def test_days_in_custody_are_no_days_of_taking_part() -> None:
    held = [lived for lived in ALL if lived.custody]

    assert held
    for lived in held:
        assert not any(lived.in_custody(day) for day in lived.days())


@pytest.mark.parametrize("status", [Status.REFERRED, Status.SCREENING, Status.NOT_ADMITTED])
def test_who_was_never_admitted_has_no_days_of_taking_part(status: Status) -> None:
    found = [lived for lived in ALL if lived.status is status]

    assert found
    assert all(lived.admitted is None and not list(lived.days()) for lived in found)


def test_nobodys_story_depends_on_how_many_others_there_are() -> None:
    alone = course(SampleWanted(AS_OF, participants=1), 0)

    assert alone.phases == ALL[0].phases
    assert alone.uses == ALL[0].uses


def test_another_day_moves_every_date() -> None:
    later = course(SampleWanted(AS_OF + timedelta(days=7)), 0)

    assert later.phase_on(later.until)[1] == ALL[0].phases[-1][1] + timedelta(days=7)
