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
    step.own.click()
    step.typed.setText(typed)
    step.again.setText(again)


def go_on(step):
    step.go_on()
    tasks.settle()


def test_five_words_are_offered_and_typed_back(step, answers):
    words = step.words.text()
    step.back.setText(f"{words}")

    go_on(step)

    assert step.told == ["settled"]
    assert (answers.holder, answers.passphrase) == ("Ruth Amsel", words)
    assert set(words.split()) <= set(listed())


def test_other_words_are_made_on_demand_and_read_aloud(step):
    before = step.words.text()
    step.back.setText("half")

    step.another.click()

    assert step.words.text() != before
    assert step.back.text() == ""
    assert step.words.text() in step.words.accessibleName()
    assert step.words.text() in step.another.accessibleDescription()


def test_words_that_differ_from_those_shown_lead_nowhere(step):
    step.back.setText("five other words")

    go_on(step)

    assert step.told == []
    assert "not the five words" in step.rows["back"].mistake


@pytest.mark.parametrize("name", ["", "  ", "R" * 121])
def test_a_key_has_a_holder(step, name):
    step.holder.setText(name)

    go_on(step)

    assert step.told == []
    assert "Write your name" in step.rows["holder"].mistake
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
    assert "not the same" in step.rows["again"].mistake


@pytest.mark.parametrize(
    ("typed", "told"),
    [("short", "at least 15"), ("passwordpassword", "easy to guess"), ("a\x07" * 10, "control")],
)
def test_a_weak_passphrase_is_refused_beside_the_first(step, typed, told):
    choose_own(step, typed, typed)

    go_on(step)

    assert step.told == []
    assert told in step.rows["typed"].mistake
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
    step.own.click()
    step.typed.setText("something before")

    step.typed.setText(typed)
    tasks.settle()

    assert step.strength.text().startswith(told)


def test_only_one_way_is_shown_at_a_time(step):
    assert step.back.isVisible()
    assert not step.typed.isVisible()

    step.own.click()
    assert not step.back.isVisible()
    assert step.typed.isVisible()


def test_a_fault_of_ours_in_the_estimate_is_no_mistake_of_the_person(step, monkeypatch, faults):
    def broken(_typed):
        raise ZeroDivisionError

    monkeypatch.setattr(passphrase, "refuse_weak", broken)
    choose_own(step)

    go_on(step)

    assert step.rows["typed"].mistake == ""
    assert step.told == []
    assert len(faults) == 1


def test_what_cannot_be_typed_is_never_the_same(step):
    step.back.setText("a\x07")

    go_on(step)

    assert step.told == []
