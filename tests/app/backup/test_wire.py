"""What crosses the pipe comes out as what went in, troubles included."""

import json
from pathlib import Path

import pytest

from app.backup import wire
from app.backup.strays import Stray
from app.backup.writing import Carried, Load
from models.backup import Reread
from models.errors import Damaged, NoSpace

LOAD = Load(
    Path("stick"), "c.milebak", 9, bytes(16), "aa" * 16, 7, frozenset({2, 1}), "UTC", frozenset({5})
)
STRAY = Stray(5, "b.milebak", 4, Reread.DIRECT, b"start", b"sealed")


def test_a_load_arrives_as_it_was_sent():
    assert wire.load(json.loads(wire.of_load(LOAD))) == LOAD


@pytest.mark.parametrize("strays", [(), (STRAY, STRAY)])
def test_what_came_of_it_arrives_with_what_was_found(strays):
    carried = Carried(Path("stick/c.milebak"), Reread.DROPPED, (1, 2), strays)

    assert wire.carried(json.loads(json.dumps(wire.of_carried(carried)))) == carried


@pytest.mark.parametrize(
    "trouble",
    [NoSpace("backup.no-room", needed=3), Damaged("x.y", problem="hash", file="c.milebak")],
)
def test_a_trouble_is_raised_as_what_it_was(trouble):
    told = json.loads(json.dumps(wire.of_trouble(trouble)))

    with pytest.raises(type(trouble)) as raised:
        wire.carried(told)

    assert (raised.value.key, raised.value.facts) == (trouble.key, trouble.facts)
    assert getattr(raised.value, "problem", None) == getattr(trouble, "problem", None)


def test_a_fault_of_ours_is_told_by_its_type_alone():
    with pytest.raises(wire.CarryError, match=r"^ZeroDivisionError$"):
        wire.carried({"error": "ZeroDivisionError"})
