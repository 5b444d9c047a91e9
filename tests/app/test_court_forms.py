"""Tests the court's own forms: profile, team and providers; who has left stays in what was."""

from datetime import date

import pytest

from app import court, court_forms
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from models.court import TeamMember
from models.service import Provider
from tests.conftest import COURT, ZONE

TODAY = date(2026, 11, 23)


def keep(desk, use_case, single=None, groups=None):
    with desk.work() as session:
        return use_case(session, Subject(), Answers(single or {}, groups or {}), TODAY)


def test_the_profile_is_filled_in_and_a_new_name_asks_why(desk):
    keep(desk, court_forms.keep_court, {"court.judge": "Helen Marchetti"})

    with pytest.raises(Invalid) as refused:
        keep(desk, court_forms.keep_court, {"court.name": "Juniper Drug Court"})

    assert set(refused.value.mistakes) == {REASON}
    with desk.read() as session:
        loaded = court_forms.court_opened(session, Subject(), TODAY)
        assert court.facts(session).judge == "Helen Marchetti"
    assert loaded.answers.single["court.name"] == COURT
    assert ZONE in [option.value for option in loaded.lookups["zones"]]


def test_a_clock_that_nobody_knows_is_refused(desk):
    with pytest.raises(Invalid) as refused:
        keep(desk, court_forms.keep_court, {"court.time_zone": "Mars/Olympus", REASON: "x"})

    assert set(refused.value.mistakes) == {"court.time_zone"}


@pytest.mark.parametrize(
    ("use_case", "opened", "group", "line", "table"),
    [
        (
            court_forms.keep_team,
            court_forms.team_opened,
            "member",
            {"team_member.name": "Paul Rennick", "team_member.role": "defense"},
            TeamMember,
        ),
        (
            court_forms.keep_providers,
            court_forms.providers_opened,
            "provider",
            {"provider.name": "Cedar Bench Counseling"},
            Provider,
        ),
    ],
)
def test_who_is_taken_out_has_left_and_stays_on_file(desk, use_case, opened, group, line, table):
    keep(desk, use_case, groups={group: [line]})
    with desk.read() as session:
        [shown] = opened(session, Subject(), TODAY).answers.groups[group]

    keep(desk, use_case, groups={group: []})

    assert {key: shown[key] for key in line} == line
    with desk.read() as session:
        assert opened(session, Subject(), TODAY).answers.groups[group] == []
        assert [row.ended_on for row in session.query(table)] == [TODAY]


def test_a_member_without_a_role_is_refused(desk):
    with pytest.raises(Invalid) as refused:
        keep(desk, court_forms.keep_team, groups={"member": [{"team_member.name": "Ann Ode"}]})

    assert set(refused.value.mistakes) == {"member[0].team_member.role"}


def test_a_list_that_was_not_asked_sends_nobody_away(desk):
    judge = {"team_member.name": "Helen Marchetti", "team_member.role": "judge"}
    keep(desk, court_forms.keep_team, groups={"member": [judge]})

    keep(desk, court_forms.keep_team)

    with desk.read() as session:
        assert [row.name for row in court_forms.team_of(session)] == ["Helen Marchetti"]
