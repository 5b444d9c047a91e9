"""Tests what forms offer of the people around a court."""

from datetime import date

from app import team
from models.court import TeamMember, TeamRole
from models.service import Provider


def test_people_are_offered_by_what_they_do_while_they_are_here(desk):
    with desk.work() as session:
        session.add_all(
            [
                TeamMember(name="Helen Marchetti", role=TeamRole.JUDGE),
                TeamMember(name="Paul Rennick", role=TeamRole.DEFENSE),
                TeamMember(name="Gone", role=TeamRole.JUDGE, ended_on=date(2026, 1, 1)),
                Provider(name="Cedar Bench Counseling"),
                Provider(name="Closed", ended_on=date(2026, 1, 1)),
            ]
        )

    with desk.read() as session:
        found = team.lookups(session)

    words = {name: [option.words for option in options] for name, options in found.items()}
    assert words == {
        "team": ["Helen Marchetti", "Paul Rennick"],
        "judges": ["Helen Marchetti"],
        "attorneys": ["Paul Rennick"],
        "providers": ["Cedar Bench Counseling"],
    }
    assert found["providers"][0].value.isdecimal()
