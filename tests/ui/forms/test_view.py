"""Tests a form on the page: answers out and in, mistakes beside their fields in reading order."""

from datetime import date

import pytest

from app.answers import Answers, Loaded
from models.note import Note
from models.person import ContactMethod, Person
from ui.forms.ask import Ask, Form, Group, Section
from ui.forms.view import FormView

TODAY = date(2026, 11, 23)
FORM = Form(
    "note",
    (
        Section("note", (Ask(Person.last_name), Ask(Note.words))),
        Section("note", (Group("contact", (Ask(ContactMethod.value),)),)),
    ),
    load=lambda *_: Loaded(),
    save=lambda *_: "",
)


@pytest.fixture
def view(qtbot, dressed):
    made = FormView(FORM, lambda: TODAY)
    qtbot.addWidget(made)
    for section in FORM.sections:
        made.add_section(section, Loaded())
    made.show()
    return made


def test_answers_come_back_as_typed(qtbot, view):
    told = Answers(
        {"person.last_name": " Peña", "note.words": "One."},
        {"contact": [{"contact_method.value": "555-0142"}]},
    )

    view.put(told)

    assert view.answers() == told
    with qtbot.waitSignal(view.edited):
        qtbot.keyClicks(
            view.groups["contact"].lines[0].fields["contact_method.value"].input.widget, "1"
        )


def test_the_first_mistake_has_the_focus_and_strangers_are_told_apart(qtbot, view):
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)

    left = view.tell(
        {
            "contact[0].contact_method.value": "This is needed.",
            "note.words": "This is needed too.",
            "contact[4].contact_method.value": "No such line.",
            "elsewhere": "Something else.",
        }
    )

    assert left == ["No such line.", "Something else."]
    assert view.rows["note.words"].input.widget.hasFocus()

    assert view.tell({}) == []
    assert view.rows["note.words"].input.widget.accessibleDescription() != "This is needed too."


def test_a_form_begins_with_its_first_question(qtbot, view):
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)

    view.focus_first()

    assert view.rows["person.last_name"].input.widget.hasFocus()
