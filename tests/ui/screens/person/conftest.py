"""What the tests of a person's tabs share: a tab that stands there with what it has read."""

import pytest

from ui import tasks


@pytest.fixture
def open_tab(qtbot):
    """Open a kind of tab of somebody, as large as a window leaves room for."""

    def make(kind, desk, person_id):
        tab = kind(desk, person_id)
        qtbot.addWidget(tab)
        tab.resize(1180, 640)
        tab.show()
        with qtbot.waitSignal(tab.shown):
            tasks.settle()
        return tab

    return make
