"""Tests the second step: a name, and a passphrase that is typed twice and hard to guess."""

import pytest

from app.vault import passphrase
from app.vault.word_list import listed
from ui import tasks
from ui.steps.key import KeyStep

OWN = "mesa lantern copper violin"


@pytest.fixture
def step(shown):
    made = shown(KeyStep)
    made.holder.setText("Ruth Amsel")
    return made


def choose_own(step, typed=OWN, again=OWN):
    step.new.own.click()
    step.new.typed.setText(typed)
    step.new.again.setText(again)


def go_on(step):
    step.go_on()
    tasks.settle()


def test_five_words_are_offered_and_typed_back(step, answers):
    words = step.new.words.text()
    step.new.back.setText(f"{words}")

    go_on(step)

    assert step.told == ["settled"]
    assert (answers.holder, answers.passphrase) == ("Ruth Amsel", words)
    assert set(words.split()) <= set(listed())


def test_other_words_are_made_on_demand_and_read_aloud(step):
    before = step.new.words.text()
    step.new.back.setText("half")

    step.new.another.click()

    assert step.new.words.text() != before
    assert step.new.back.text() == ""
    assert step.new.words.text() in step.new.words.accessibleName()
    assert step.new.words.text() in step.new.another.accessibleDescription()


def test_words_that_differ_from_those_shown_lead_nowhere(step):
    step.new.back.setText("five other words")

    go_on(step)

    assert step.told == []
    assert "not the five words" in step.new.rows["back"].mistake


@pytest.mark.parametrize("name", ["", "  ", "R" * 121])
def test_a_key_has_a_holder(step, name):
    step.holder.setText(name)

    go_on(step)

    assert step.told == []
    assert "Write your name" in step.row.mistake
    assert step.holder.hasFocus()


def test_a_passphrase_of_ones_own_is_typed_twice(step, answers):
    choose_own(step)

    go_on(step)

    assert step.told == ["settled"]
    assert answers.passphrase == OWN


def test_two_that_differ_are_told_beside_the_second(step):
    choose_own(step, again="mesa lantern")

    go_on(step)

    assert step.told == []
    assert "not the same" in step.new.rows["again"].mistake


@pytest.mark.parametrize(
    ("typed", "told"),
    [("short", "at least 15"), ("passwordpassword", "easy to guess"), ("a\x07" * 10, "control")],
)
def test_a_weak_passphrase_is_refused_beside_the_first(step, typed, told):
    choose_own(step, typed, typed)

    go_on(step)

    assert step.told == []
    assert told in step.new.rows["typed"].mistake
    assert step.problem.text() == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mesa", "Still too short."),
        ("passwordpassword", "Easy to guess"),
        (OWN, "Very good"),
        ("", "Nothing is typed yet."),
        ("a\x07" * 10, "Easy to guess"),
    ],
)
def test_the_strength_is_said_in_words_while_somebody_types(step, typed, told):
    step.new.own.click()
    step.new.typed.setText("something before")

    step.new.typed.setText(typed)
    tasks.settle()

    assert step.new.strength.text().startswith(told)


def test_only_one_way_is_shown_at_a_time(step):
    assert step.new.back.isVisible()
    assert not step.new.typed.isVisible()

    step.new.own.click()
    assert not step.new.back.isVisible()
    assert step.new.typed.isVisible()


def test_a_fault_of_ours_in_the_estimate_is_no_mistake_of_the_person(step, monkeypatch, faults):
    def broken(_typed):
        raise ZeroDivisionError

    monkeypatch.setattr(passphrase, "refuse_weak", broken)
    choose_own(step)

    go_on(step)

    assert step.new.rows["typed"].mistake == ""
    assert step.told == []
    assert len(faults) == 1


def test_what_cannot_be_typed_is_never_the_same(step):
    step.new.back.setText("a\x07")

    go_on(step)

    assert step.told == []
