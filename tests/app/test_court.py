from app import court
from app.vault.creation import Made
from tests.conftest import COURT, ZONE


def test_the_court_of_a_record_is_the_one_it_was_made_for(desk, made: Made) -> None:
    with desk.read() as session:
        facts = court.facts(session)

    assert (facts.name, facts.time_zone) == (COURT, ZONE)
    assert facts.record_id == made.record_id.hex()


def test_the_clock_of_the_court_is_known_before_there_is_a_desk(opened) -> None:
    assert court.time_zone(opened.engine) == ZONE
