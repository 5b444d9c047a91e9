"""The form of one hearing: when, how it went, what was ordered, and the next date."""

from app import hearing_forms
from models.hearing import CourtOrder, CourtSession, Hearing
from ui.forms.ask import Ask, Form, Group, Section, Special
from ui.forms.inputs import DayInput

HEARING = Form(
    "hearing",
    (
        Section(
            "when",
            (
                Ask(CourtSession.held_on),
                Ask(CourtSession.starts_at),
                Ask(Hearing.type),
            ),
        ),
        Section("how", (Ask(Hearing.appearance), Ask(Hearing.said))),
        Section(
            "orders",
            (
                Group(
                    "order",
                    (
                        Ask(CourtOrder.words),
                        Ask(CourtOrder.due_on),
                        Ask(CourtOrder.status),
                        Ask(CourtOrder.status_on),
                    ),
                ),
                Special(hearing_forms.NEXT, DayInput),
            ),
        ),
    ),
    load=hearing_forms.opened,
    save=hearing_forms.record,
    corrects=True,
)
