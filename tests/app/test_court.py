"""Tests the court's profile: read, judged, and set right."""

from dataclasses import replace

import pytest

from app import court
from app.court import ZONES, Profile
from app.vault.creation import Made
from models.errors import BadInput
from tests.conftest import COURT, ZONE

JUNIPER = Profile(COURT, ZONE, "Juniper", "Judge Alma Reyes", "Courtroom 2", "555-0142")


def test_the_court_of_a_record_is_the_one_it_was_made_for(desk, made: Made) -> None:
    with desk.read() as session:
        facts = court.facts(session)

    assert (facts.name, facts.time_zone) == (COURT, ZONE)
    assert facts.record_id == made.record_id.hex()


def test_the_clock_of_the_court_is_known_before_there_is_a_desk(opened) -> None:
    assert court.time_zone(opened.engine) == ZONE


def test_what_the_court_says_of_itself_is_kept(desk):
    with desk.work() as session:
        court.save_profile(session, JUNIPER)

    with desk.read() as session:
        facts = court.facts(session)
    kept = (facts.county, facts.judge, facts.place, facts.phone)
    assert kept == ("Juniper", "Judge Alma Reyes", "Courtroom 2", "555-0142")


def test_an_empty_line_is_nothing_on_file(desk):
    with desk.work() as session:
        court.save_profile(session, replace(JUNIPER, judge=""))

    with desk.read() as session:
        assert court.facts(session).judge is None


@pytest.mark.parametrize(
    ("field", "text", "key"),
    [
        ("name", " ", "profile.no-name"),
        ("name", "C" * 121, "profile.too-long"),
        ("county", "C" * 61, "profile.too-long"),
        ("judge", "Alma\x07", "profile.characters"),
        ("time_zone", "Juniper", "record.zone"),
        ("time_zone", "/etc", "record.zone"),
        ("time_zone", "Z" * 61, "profile.too-long"),
    ],
)
def test_what_cannot_be_kept_is_told_by_field_and_refused(desk, field, text, key):
    profile = replace(JUNIPER, **{field: text})

    found = court.mistakes(profile)

    assert {name: mistake.key for name, mistake in found.items()} == {field: key}
    with pytest.raises(BadInput) as caught, desk.work() as session:
        court.save_profile(session, profile)
    assert caught.value.key == key


def test_every_zone_that_is_offered_is_one():
    for _key, zone in ZONES:
        assert court.mistakes(Profile("Court", zone)) == {}
