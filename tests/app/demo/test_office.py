"""Tests the sample court's own people: a team to choose from, and no profile written over."""

from app.demo import office
from models.court import Court, TeamMember, TeamRole


def test_there_is_a_team_of_every_usual_role(desk):
    with desk.work() as session:
        office.fill(session)

    with desk.read() as session:
        roles = {member.role for member in session.query(TeamMember)}
        row = session.query(Court).one()
    assert {TeamRole.JUDGE, TeamRole.DEFENSE, TeamRole.PROSECUTOR, TeamRole.PROBATION} <= roles
    assert (row.judge, row.place) == ("Judge Helen Marchetti", "Courtroom 2")


def test_a_profile_on_file_stays_as_it_is(desk):
    with desk.work() as session:
        session.query(Court).one().judge = "Judge Ann Ode"
    with desk.work() as session:
        office.fill(session)

    with desk.read() as session:
        assert session.query(Court).one().judge == "Judge Ann Ode"
