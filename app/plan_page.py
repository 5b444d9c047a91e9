"""Making one printed plan: facts read, the page drawn elsewhere, the release written down.

The page is for the participant and the treatment team, who may see what a court page never holds.
"""

from app import clock, court, plan_tree, release, situation
from app.desk import Desk
from app.facts import canonical
from app.plan_facts import PlanPageFacts
from app.release import Draw, Release, Released
from models.choices import Purpose, Recipient
from models.errors import NoSuchThing

DOCUMENT = "treatment-plan"


def facts(desk: Desk, person_id: int, recipient: Recipient) -> PlanPageFacts:
    """Return what the newest version says, prepared now by the holder at the desk.

    Raises:
        NoSuchThing: no such participant, no plan, or no such page for the recipient.
    """
    release.refuse_unknown_page(recipient, DOCUMENT)
    today = desk.today()
    with desk.read() as session:
        now = situation.of(session.connection(), person_id, as_of=today, on=today)
        found = plan_tree.of_person(session, person_id)
        if found is None:
            raise NoSuchThing("plan.none-to-print")
        return PlanPageFacts(
            recipient=recipient,
            court=court.facts(session).name,
            name=now.name,
            pronouns=now.pronouns,
            case_number=now.case_number,
            phase=now.phase,
            plan=found.plan,
            prepared_by=desk.holder,
            prepared_at=clock.local_now(desk.zone).replace(second=0, microsecond=0),
            data_as_of=today,
            audit_mark=release.mark_before(session),
        )


def released(desk: Desk, person_id: int, told: PlanPageFacts, draw: Draw) -> Released:
    """Draw the plan and write its disclosure down; the bytes may then leave."""
    what = Release(
        document=DOCUMENT,
        recipient=told.recipient,
        purpose=Purpose.TREATMENT,
        facts=canonical(told),
        person_id=person_id,
    )
    return release.release(desk, what, draw, audit_mark=told.audit_mark)
