"""A sample court with an order about one of its people, and pages that end in order."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication

from models.sealing import SealingKind, SealingOrder
from reports.lane import Lane
from tests.makers import add
from ui import tasks

NUMBER = "24-CR-0117"
PERSON = 3


def settle():
    for _ in range(14):
        tasks.settle()
        QCoreApplication.processEvents()


@pytest.fixture
def lane():
    made = Lane()
    yield made
    settle()
    made.close()


@pytest.fixture
def ordered(court):
    """Somebody whose file is to be expunged."""
    order = SealingOrder(
        person_id=PERSON,
        kind=SealingKind.EXPUNGE,
        number=NUMBER,
        ordered_on=date(2026, 11, 20),
        ordered_by="Hon. Vera Lucero",
    )
    add(court.desk, order)
    return PERSON


@pytest.fixture
def stand(qtbot):
    """Let a page stand on the screen with all that belongs to it."""

    def show(page):
        qtbot.addWidget(page)
        page.resize(1180, 640)
        page.show()
        page.activateWindow()
        settle()
        return page

    return show
