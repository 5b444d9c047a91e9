"""Tests what quick search offers: people, places for the first of them, and commands that fit."""

import pytest

from app.search import Found
from models.choices import Status
from ui import actions, finding
from ui.finding import Command, command
from ui.screens.person.tabs import TABS

MARI = Found(7, "Quintana", "Maria", "Mari", "2025-CR-0143", Status.ACTIVE, 3)
KEANE = Found(9, "Keane", "Wade", None, None, Status.REFERRED, None, sounds_alike=True)
COMMANDS = [Command("Quick entry", "keyboard", print), command(actions.LOCK, print)]


@pytest.fixture
def gone():
    return []


@pytest.fixture
def offered(gone):
    def make(words, people=(MARI, KEANE)):
        groups = finding.groups(words, people, COMMANDS, lambda *to: gone.append(to))
        return {group.heading: group.offers for group in groups}

    return make


def test_people_are_told_with_case_number_and_standing(offered):
    mari, keane = offered("qui")["People"]

    assert (mari.words, mari.aside, mari.quiet) == (
        "Quintana, Mari",
        "2025-CR-0143",
        "Phase 3, active",
    )
    assert mari.marks == ((0, 3),)
    assert (keane.aside, keane.quiet) == ("", "Referred; sounds alike")


def test_a_person_without_a_status_is_told_honestly(offered):
    nobody = Found(1, "Nez", "Ann", None, None, None, None)

    assert offered("nez", [nobody])["People"][0].quiet == "Not on file"


def test_places_are_those_of_the_first_person(offered, gone):
    report = offered("qui")["Go to, for Mari Quintana"][0]

    report.call()
    offered("qui")["People"][1].call()

    assert report.keys == "Ctrl+P"
    assert gone == [("report", 7), ("person", 9)]


def test_the_tabs_of_the_first_person_follow_with_their_keys(offered, gone):
    _report, first, *_others = offered("quintana")["Go to, for Mari Quintana"]

    first.call()

    assert (first.words, first.keys) == ("Overview", "Ctrl+1")
    assert gone == [("person", (7, "overview"))]


def test_places_leave_room_for_people_and_commands(offered):
    alone = offered("quintana", [MARI])["Go to, for Mari Quintana"]
    many = offered("e", [MARI] * 8)["Go to, for Mari Quintana"]

    assert len(alone) == len(TABS) + 1
    assert len(many) < len(alone)
    assert len(offered("", [MARI] * 40)["Go to, for Mari Quintana"]) == finding.FEWEST


def test_commands_are_those_whose_words_fit(offered):
    assert [each.words for each in offered("qui")["Commands"]] == ["Quick entry"]
    assert [each.keys for each in offered("lock")["Commands"]] == ["Ctrl+L"]
    assert len(offered("")["Commands"]) == 2


@pytest.mark.parametrize(
    ("words", "fitting"), [("e", ["Quick entry"]), ("oc", []), ("ock", ["Lock"]), ("l", ["Lock"])]
)
def test_one_or_two_letters_are_the_beginning_of_a_word(offered, words, fitting):
    assert [each.words for each in offered(words, []).get("Commands", ())] == fitting


def test_a_phase_is_told_only_of_those_who_are_in_it(offered):
    done = Found(1, "Nez", "Ann", None, None, Status.GRADUATED, 5)

    assert offered("nez", [done])["People"][0].quiet == "Graduated"


def test_groups_with_nothing_in_them_are_left_out(offered):
    assert list(offered("", [])) == ["Commands"]
    assert offered("xyzzyx", []) == {}


def test_people_are_looked_for_in_the_record(court_desk):
    assert [each.listed for each in finding.find(court_desk, "quintana")] == ["Quintana, Mari"]
