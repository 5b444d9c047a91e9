from app.demo.sheaf import Sheaf
from app.desk import Desk
from models.choices import SessionKind
from models.service import Provider, ServiceSession
from tests.app.demo.conftest import AS_OF


def test_rows_get_the_ids_of_their_owners_and_the_trail_sees_each(desk: Desk) -> None:
    sheaf = Sheaf()
    provider = sheaf.add(Provider(name="Cedar Bench Counseling"))
    held = sheaf.add(
        ServiceSession(kind=SessionKind.GROUP, title="Group", held_on=AS_OF), provider_id=provider
    )

    with desk.work() as session:
        sheaf.write(session)
        touched = set(session.info["stamp"].tables)

    assert held.provider_id == provider.id
    assert {"provider", "service_session"} <= touched


def test_an_owner_written_earlier_keeps_its_id(desk: Desk) -> None:
    first, second = Sheaf(), Sheaf()
    provider = first.add(Provider(name="Cedar Bench Counseling"))
    with desk.work() as session:
        first.write(session)
        held = second.add(
            ServiceSession(kind=SessionKind.GROUP, title="Group", held_on=AS_OF),
            provider_id=provider,
        )
        second.write(session)

    assert held.provider_id == provider.id
