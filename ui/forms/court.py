"""The forms of the court itself: its profile, its team, its providers."""

from app import court_forms
from models.court import Court, TeamMember
from models.service import Provider
from ui.forms.ask import Ask, Form, Group, Section

COURT = Form(
    "court",
    (
        Section(
            "profile",
            (
                Ask(Court.name),
                Ask(Court.county),
                Ask(Court.judge),
                Ask(Court.place),
                Ask(Court.phone),
                Ask(Court.time_zone, lookup="zones"),
            ),
        ),
    ),
    load=court_forms.court_opened,
    save=court_forms.keep_court,
    corrects=True,
)
TEAM = Form(
    "team",
    (
        Section(
            "team",
            (
                Group(
                    "member",
                    (
                        Ask(TeamMember.name),
                        Ask(TeamMember.role),
                        Ask(TeamMember.agency),
                        Ask(TeamMember.phone),
                        Ask(TeamMember.email),
                    ),
                ),
            ),
        ),
    ),
    load=court_forms.team_opened,
    save=court_forms.keep_team,
    corrects=True,
)
PROVIDERS = Form(
    "providers",
    (
        Section(
            "providers",
            (Group("provider", (Ask(Provider.name), Ask(Provider.phone), Ask(Provider.fax))),),
        ),
    ),
    load=court_forms.providers_opened,
    save=court_forms.keep_providers,
    corrects=True,
)
OF_COURT = (COURT, TEAM, PROVIDERS)
