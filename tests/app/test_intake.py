"""Tests what intake has put on file, as somebody reads it, with honest gaps."""

from datetime import date

from app import intake
from app.answers import Answers, Subject
from models.choices import Race, Verification
from models.drug_test import Prescription
from models.episode import Charge
from models.person import ContactMethod, PersonRace
from tests.makers import add, make_participant

TODAY = date(2026, 11, 23)


def parts(desk, ids):
    with desk.read() as session:
        return {part.form: part for part in intake.of_person(session, ids.person, TODAY)}


def test_what_is_not_on_file_is_an_empty_value(desk):
    ada = make_participant(desk, "Begaye", "Ada", case_number="2026-CR-0001")

    found = parts(desk, ada)

    identity = dict(found["identity"].lines)
    assert (identity["Last name"], identity["Preferred name"], identity["Race"]) == (
        "Begaye", "", "",
    )  # fmt: skip
    assert dict(found["admission"].lines)["Referred on"] == "01/05/2026"
    assert found["case"].listed == ("2026-CR-0001",)
    assert found["legal"].lines == found["legal"].listed == found["prescription"].listed == ()


def test_each_part_lists_what_it_has(desk):
    from app import cases, legal

    ada = make_participant(desk)
    of = {"person_id": ada.person, "episode_id": ada.episode}
    add(desk, PersonRace(person_id=ada.person, race=Race.WHITE))
    for kind, value, facts in (
        ("phone", "555-0142", {"may_leave_message": True, "safe_times": "after 5 PM"}),
        ("phone", "555-0143", {}),
        ("address", "12 Alder Street", {"confidential": True}),
    ):
        add(desk, ContactMethod(person_id=ada.person, kind=kind, value=value, **facts))
    for ended_on in (None, date(2026, 6, 1)):
        since, seen = date(2026, 3, 4), Verification.BOTTLE_SEEN
        row = Prescription(medicine="methadone", started_on=since, verified_by=seen, **of)
        row.ended_on = ended_on
        add(desk, row)
    with desk.work() as session:
        [case] = cases.of_episode(session, ada.episode)
        session.add(Charge(person_id=ada.person, court_case_id=case.id, description="Forgery"))
        told = Answers(
            {"legal_track.kind": "probation"},
            {
                "condition": [
                    {"court_condition.kind": "condition", "court_condition.words": "Curfew"}
                ]
            },
        )
        legal.correct(session, Subject(ada.person), told, TODAY)

    found = parts(desk, ada)

    assert dict(found["identity"].lines)["Race"] == "White"
    assert found["contact"].listed == (
        "Phone: 555-0142, may leave a message, after 5 PM",
        "Phone: 555-0143, do not leave a message",
        "Address: 12 Alder Street, confidential",
    )
    assert found["prescription"].listed == (
        "methadone, since 03/04/2026, bottle seen",
        "methadone, 03/04/2026 to 06/01/2026, bottle seen",
    )
    assert found["case"].listed[1] == "Charge: Forgery"
    assert dict(found["legal"].lines)["Legal track"] == "Probation"
    assert found["legal"].listed == ("Condition: Curfew",)
