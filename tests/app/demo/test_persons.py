from datetime import date

from app.demo import persons
from models.choices import ContactKind, Ethnicity, Race
from models.person import ContactMethod, PersonRace
from tests.app.demo.conftest import AS_OF, MARI, kept


def add(live, slot: int):
    life = live(slot)
    persons.add(life)
    return life


def test_the_cast_has_the_names_of_the_pictures(live) -> None:
    mari = live(MARI).person

    assert (mari.preferred_name, mari.first_name, mari.last_name) == ("Mari", "Marisol", "Quintana")
    assert mari.folded_name.startswith("quintana mari")


def test_everybody_is_of_age_and_can_be_reached(live) -> None:
    for slot in range(60):
        life = add(live, slot)
        born = life.person.birth_date or AS_OF
        ways = {way.kind for way in kept(life, ContactMethod)}
        assert (AS_OF - born).days > 18 * 365.25
        assert born > date(1960, 1, 1)
        assert {ContactKind.PHONE, ContactKind.ADDRESS} <= ways


def test_every_phone_number_is_one_that_nobody_has(live) -> None:
    ways = [way for slot in range(60) for way in kept(add(live, slot), ContactMethod)]
    phones = [way.value for way in ways if way.kind is ContactKind.PHONE]

    assert all(len(phone) == 8 and phone.startswith("555-01") for phone in phones)


def test_no_message_is_left_where_the_address_is_confidential(live) -> None:
    ways = [way for slot in range(60) for way in kept(add(live, slot), ContactMethod)]
    confidential = [way for way in ways if way.confidential]

    assert confidential
    assert not any(way.may_leave_message for way in confidential)
    assert any(way.may_leave_message for way in ways)


def test_races_are_several_declined_or_not_yet_asked(live) -> None:
    races = [{row.race for row in kept(add(live, slot), PersonRace)} for slot in range(60)]

    assert set() in races
    assert {Race.DECLINED} in races
    assert any(len(named) > 1 for named in races)
    assert not any(Race.DECLINED in named and len(named) > 1 for named in races)


def test_ethnicity_is_asked_apart_and_may_be_declined_or_unknown(live) -> None:
    asked = {live(slot).person.ethnicity for slot in range(60)}

    assert asked == {None, *Ethnicity}


def test_some_people_need_an_interpreter_or_something_else_to_take_part(live) -> None:
    people = [live(slot).person for slot in range(60)]

    assert {"Spanish"} <= {person.interpreter for person in people}
    assert any(person.accommodations for person in people)


def test_what_was_not_asked_is_not_there(live) -> None:
    rosalind = add(live, 4)

    assert rosalind.person.first_name == "Rosalind"
    assert rosalind.person.ethnicity is None
    assert kept(rosalind, PersonRace) == []


def test_sixty_people_share_no_full_name(live) -> None:
    people = [live(slot).person for slot in range(60)]

    assert len({(person.last_name, person.first_name) for person in people}) == 60
