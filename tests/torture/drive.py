"""A drive that loses power: what was synced stays, of all else none, some or torn parts remain.

Names come into being, change and go in their order, as file systems with a journal keep them; the
bytes that stand behind the names do not.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from tests.torture.traces import Op

SECTOR = 512


class Cut(StrEnum):
    """What the drive does with all that was not synced when the power goes."""

    DROPPED = "all dropped"
    SUBSET = "some writes dropped"
    TORN = "writes torn per 512 bytes"


@dataclass
class Body:
    """The bytes behind a name: those that are safe, and what was asked since."""

    safe: bytearray = field(default_factory=bytearray)
    asked: list[Op] = field(default_factory=list)

    def sync(self) -> None:
        for op in self.asked:
            _do(self.safe, op)
        self.asked.clear()

    def after(self, cut: Cut, chance: Random) -> bytes:
        left = bytearray(self.safe)
        part = chance.choice((0.1, 0.5, 0.9))
        for op in self.asked:
            if cut is Cut.SUBSET and chance.random() < part:
                _do(left, op)
            elif cut is Cut.TORN:
                _do_torn(left, op, chance, part)
        return bytes(left)


class Drive:
    """The files of one folder, as a program sees them and as they are safe."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.seen = {name: Body(bytearray(data)) for name, data in files.items()}
        self._safe = dict(self.seen)
        self._asked: list[tuple[Op, Body]] = []
        self.told: list[str] = []

    def do(self, op: Op) -> None:
        match op.kind:
            case "told":
                self.told += op.data.decode().splitlines()
            case "sync":
                self.seen[op.name].sync()
            case "sync-folder":
                for asked in self._asked:
                    _rename(self._safe, *asked)
                self._asked.clear()
            case "write" | "cut":
                self.seen[op.name].asked.append(op)
            case "make" if op.name in self.seen:
                pass
            case _:
                body = Body() if op.kind == "make" else self.seen[op.name]
                self._asked.append((op, body))
                _rename(self.seen, op, body)

    def after(self, cut: Cut, chance: Random) -> dict[str, bytes]:
        """Return the files that are there once the power is back."""
        names = dict(self._safe)
        reached = 0 if cut is Cut.DROPPED else chance.randint(0, len(self._asked))
        for asked in self._asked[:reached]:
            _rename(names, *asked)
        return {name: body.after(cut, chance) for name, body in names.items()}


def _rename(names: dict[str, Body], op: Op, body: Body) -> None:
    if op.kind == "make":
        names[op.name] = body
        return
    names.pop(op.name, None)
    if op.kind == "rename":
        names[op.other] = body


def _do(data: bytearray, op: Op) -> None:
    if op.kind == "write":
        _lay(data, op.at, op.data)
    elif op.at < len(data):
        del data[op.at :]
    else:
        data.extend(bytes(op.at - len(data)))


def _do_torn(data: bytearray, op: Op, chance: Random, part: float) -> None:
    if op.kind == "cut":
        if chance.random() < part:
            _do(data, op)
        return
    end = op.at + len(op.data)
    at = op.at
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        if chance.random() < part:
            _lay(data, at, op.data[at - op.at : until - op.at])
        at = until


def _lay(data: bytearray, at: int, new: bytes) -> None:
    if at > len(data):
        data.extend(bytes(at - len(data)))
    data[at : at + len(new)] = new
