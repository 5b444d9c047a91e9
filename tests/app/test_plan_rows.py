"""Tests which rows of a plan forms may change: those of the newest version and of no other."""

from datetime import date

import pytest

from app import plan_rows
from models.errors import BadInput
from models.plan import Objective, Problem
from tests.makers import make_episode, make_participant, make_plan, objective


def test_the_newest_version_of_the_newest_episode_is_the_one_to_change(desk):
    ada = make_participant(desk)
    make_plan(desk, ada, version=2)
    make_plan(desk, ada, version=1)

    with desk.read() as session:
        assert plan_rows.current(session, ada.person).version == 2
    make_episode(desk, ada)
    with desk.read() as session:
        assert plan_rows.current(session, ada.person) is None


def test_versions_count_on(desk):
    ada = make_participant(desk)

    with desk.work() as session:
        versions = [
            plan_rows.begin(session, ada.person, {"started_on": date(2026, 11, 23)}).version
            for _ in range(2)
        ]

    assert versions == [1, 2]


def test_only_what_is_earlier_is_refused(desk):
    ada = make_participant(desk)
    make_plan(desk, ada, objective("Old"), version=1)
    make_plan(desk, ada, objective("New"), version=2)

    with desk.read() as session:
        old, new = (
            plan_rows.problem_of(session, session.get_one(Objective, each)) for each in (1, 2)
        )
        plan_rows.refuse_earlier(session, new)
        with pytest.raises(BadInput):
            plan_rows.refuse_earlier(session, old)


def test_an_earlier_episode_is_earlier_too(desk):
    ada = make_participant(desk)
    make_plan(desk, ada)
    make_episode(desk, ada)

    with desk.read() as session, pytest.raises(BadInput):
        plan_rows.refuse_earlier(session, session.get_one(Problem, 1))
