"""Tests the first step: the court's name, and the clock it lives by."""

import pytest
from PySide6.QtTest import QTest

from app import clock
from ui.screens.first_start.profile import ProfileStep


@pytest.fixture
def step(shown, monkeypatch):
    monkeypatch.setattr(clock, "machine_zone", lambda: "America/Denver")
    return shown(ProfileStep)


def test_the_clock_is_the_machines_until_somebody_says_otherwise(step):
    assert step.zone.currentText() == "Mountain time, America/Denver"
    assert step.zone.zone() == "America/Denver"


def test_what_is_typed_is_the_profile(step, answers):
    QTest.keyClicks(step.text("name"), " Juniper  County Treatment Court ")
    QTest.keyClicks(step.text("judge"), "Alma Reyes")

    step.go_on()

    assert step.told == ["settled"]
    assert answers.profile.name == "Juniper County Treatment Court"
    assert (answers.profile.judge, answers.profile.county) == ("Alma Reyes", "")


def test_a_court_without_a_name_is_told_beside_the_field(step):
    step.go_on()

    assert step.told == []
    assert step.rows["name"].mistake == "Write the name of the court."
    assert step.text("name").hasFocus()


def test_a_mistake_that_was_mended_is_told_no_more(step):
    step.go_on()
    step.text("name").setText("Court")

    step.go_on()

    assert step.rows["name"].mistake == ""


def test_a_zone_is_found_by_typing_and_any_zone_can_be_typed(step):
    step.text("name").setText("Court")
    step.zone.setEditText("America/Adak")
    step.go_on()
    assert step.answers.profile.time_zone == "America/Adak"

    step.zone.setEditText("Mars")
    step.go_on()
    assert "Mars is not a time zone" in step.rows["time_zone"].mistake

    step.zone.completer().setCompletionPrefix("pacif")
    found = step.zone.completer().currentCompletion()
    step.zone.setEditText(found.upper())
    assert step.zone.zone() == "America/Los_Angeles"


def test_a_machine_with_another_clock_keeps_its_own(shown, monkeypatch):
    monkeypatch.setattr(clock, "machine_zone", lambda: "America/Boise")

    assert shown(ProfileStep).zone.zone() == "America/Boise"


def test_a_row_of_the_profile_that_does_not_exist_is_our_mistake(step):
    with pytest.raises(TypeError):
        step.text("time_zone")
