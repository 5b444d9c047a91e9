"""Tests cases and charges: added, corrected with a reason, found again by the new number."""

from datetime import date

import pytest

from app import cases, listing
from app.acting import act, take_back
from app.answers import REASON, Answers, Subject
from app.errors import Invalid
from app.listing import Wanted
from tests.makers import make_participant

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(desk):
    return make_participant(desk, case_number="2026-CR-0001")


def opened(desk, ids):
    with desk.read() as session:
        return cases.opened(session, Subject(ids.person), TODAY).answers.groups


def correct(desk, ids, groups, reason=""):
    with desk.work() as session:
        return cases.correct(session, Subject(ids.person), Answers({REASON: reason}, groups), TODAY)


def test_a_second_case_and_charges_of_both_are_added_without_a_reason(desk, ada):
    first = opened(desk, ada)
    more = {
        "case": [*first["case"], {"court_case.number": "2026-CR-0002"}],
        "charge": [
            {"charge.description": "Forgery"},
            {"charge.description": "Theft", "court_case.number": " 2026-CR-0002 "},
        ],
    }

    correct(desk, ada, more)

    again = opened(desk, ada)
    assert [line["court_case.number"] for line in again["case"]] == ["2026-CR-0001", "2026-CR-0002"]
    assert [(c["charge.description"], c["court_case.number"]) for c in again["charge"]] == [
        ("Forgery", "2026-CR-0001"),
        ("Theft", "2026-CR-0002"),
    ]


def test_a_number_that_changes_asks_why_and_is_searched_by_its_new_form(desk, ada):
    [line] = opened(desk, ada)["case"]
    groups = {"case": [line | {"court_case.number": "2026-CR-7777"}]}

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, groups)
    correct(desk, ada, groups, "court paper")

    assert set(refused.value.mistakes) == {REASON}
    with desk.read() as session:
        assert [row.case_number for row in listing.page(session, Wanted("7777"))] == [
            "2026-CR-7777"
        ]


def test_an_episode_keeps_at_least_one_case(desk, ada):
    with pytest.raises(Invalid) as refused:
        correct(desk, ada, {"case": []}, "gone")

    assert "case[0].court_case.number" in refused.value.mistakes
    assert len(opened(desk, ada)["case"]) == 1


def test_a_charge_of_no_case_here_is_refused(desk, ada):
    groups = {
        "case": opened(desk, ada)["case"],
        "charge": [{"charge.description": "Theft", "court_case.number": "other"}],
    }

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, groups)

    assert set(refused.value.mistakes) == {"charge[0].court_case.number"}


def test_a_charge_is_corrected_and_taken_away_with_a_reason(desk, ada):
    correct(desk, ada, {"case": opened(desk, ada)["case"],
                        "charge": [{"charge.description": "Theft"}]})  # fmt: skip
    groups = opened(desk, ada)

    correct(desk, ada, {"case": groups["case"], "charge": []}, "dismissed")

    assert opened(desk, ada)["charge"] == []


@pytest.fixture
def two_cases(desk, ada):
    """Two cases with a charge each, as the form shows them."""
    groups = {
        "case": [*opened(desk, ada)["case"], {"court_case.number": "2026-CR-0002"}],
        "charge": [
            {"charge.description": "Theft"},
            {"charge.description": "Forgery", "court_case.number": "2026-CR-0002"},
        ],
    }
    correct(desk, ada, groups)
    return opened(desk, ada)


def of_case(desk, ids):
    return {c["charge.description"]: c["court_case.number"] for c in opened(desk, ids)["charge"]}


def test_a_case_goes_with_its_charges_and_comes_back_with_them(desk, ada, two_cases):
    first, _second = two_cases["case"]
    kept = {"case": [first], "charge": two_cases["charge"][:1]}

    done = act(
        desk,
        lambda session: cases.correct(
            session, Subject(ada.person), Answers({REASON: "dismissed"}, kept), TODAY
        ),
    )

    assert opened(desk, ada) == kept
    take_back(desk, done)
    assert opened(desk, ada) == two_cases


def test_a_charge_moves_to_another_case_with_a_reason(desk, ada, two_cases):
    two_cases["charge"][1]["court_case.number"] = "2026-cr-0001"

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, two_cases)
    correct(desk, ada, two_cases, "court paper")

    assert set(refused.value.mistakes) == {REASON}
    assert of_case(desk, ada) == {"Theft": "2026-CR-0001", "Forgery": "2026-CR-0001"}


def test_charges_follow_a_case_whose_number_is_corrected(desk, ada, two_cases):
    two_cases["case"][1]["court_case.number"] = "2026-CR-7777"

    correct(desk, ada, two_cases, "court paper")

    assert of_case(desk, ada) == {"Theft": "2026-CR-0001", "Forgery": "2026-CR-7777"}


def test_a_charge_cannot_stay_with_a_case_that_goes(desk, ada, two_cases):
    groups = {"case": two_cases["case"][:1], "charge": two_cases["charge"]}

    with pytest.raises(Invalid) as refused:
        correct(desk, ada, groups, "dismissed")

    assert set(refused.value.mistakes) == {"charge[1].court_case.number"}
    assert opened(desk, ada) == two_cases
