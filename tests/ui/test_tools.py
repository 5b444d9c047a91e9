"""Tests what pages work with: the desk of the record, its backups, and letting both go."""

from app.settings import Settings
from reports.lane import Lane
from ui import tasks
from ui.machine import Machine
from ui.tools import Tools


def test_the_desk_and_the_backups_are_those_of_the_record(court, qapp):
    tools = Tools(court, Lane(), Machine(Settings(), remembers=False))

    assert tools.desk is court.desk
    assert tools.backups is tools.backups
    assert not tools.let_go()


def test_letting_go_says_whether_a_backup_was_called_off(court, stick_a, backups):
    tools = Tools(court, Lane(), Machine(Settings(), remembers=False))
    tools.backups.refresh()
    tasks.settle()
    tools.backups.back_up()

    assert tools.let_go()
    tasks.settle()
