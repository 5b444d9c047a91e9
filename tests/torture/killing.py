"""Kills a child of a warmed process while it does something, and tells how far it came.

Every other child is killed at a random moment of the usual time, the rest at a random change of a
file or call of a function: most of the time passes where nothing is decided.
"""

import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from tests.torture.keys import Killer
from tests.torture.row import Case, Outcome

FAR = 10**9  # a moment that never comes
GOLDEN = 0.618034
BEYOND = 1.1  # of the usual time, so that some children come to their end


@dataclass(frozen=True)
class Deed:
    """What is done and killed, and how what is left is looked at."""

    ready: Callable[[], object]  # lays the folder out anew
    begin: Callable[[], object]  # in the child, before it can be killed
    act: Callable[[object], object]  # given what `begin` returned
    look: Callable[[], tuple[str, list[str]]]  # which state there is, and what is wrong
    kinds: tuple[str, ...] = ("time", "files", "time", "calls")
    victim: Callable[[int], int] = lambda child: child  # who is killed
    since: float | None = None  # spread evenly over the moments from this part of all on

    def spread(self, number: int) -> float:
        """Return a part of all moments; whatever the number, they lie nowhere far apart."""
        since = self.since or 0.0
        return since + (1 - since) * (number * GOLDEN % 1)


@dataclass(frozen=True)
class Ended:
    """How a child ended, after how long, and after how many moments if they were counted."""

    how: str
    seconds: float
    moments: int


def case_of(deed: Deed) -> Case:
    """Return the cases of killing a deed, once it is known how long it usually takes."""
    usual = {kind: _to_the_end(deed, kind) for kind in set(deed.kinds)}

    def case(number: int, chance: Random) -> Outcome:
        deed.ready()
        kind = deed.kinds[number % len(deed.kinds)]
        if kind == "time":
            ended = forked(deed, after=chance.uniform(0, usual[kind].seconds * BEYOND))
        else:
            part = chance.random() if deed.since is None else deed.spread(number)
            ended = forked(deed, kind, at=round(usual[kind].moments * part))
        state, wrong = deed.look()
        wrong += ["the deed failed"] if ended.how == "failed" else []
        moment = f"{kind} {ended.moments or round(ended.seconds, 3)}"
        return Outcome(f"{ended.how}, {state}", tuple(f"{moment}: {each}" for each in wrong))

    return case


def _to_the_end(deed: Deed, kind: str) -> Ended:
    deed.ready()
    ended = forked(deed, kind)
    if ended.how != "done":
        raise AssertionError("the deed itself must come to its end")
    return ended


def forked(deed: Deed, kind: str = "time", at: int = FAR, after: float | None = None) -> Ended:
    """Do it in a child, which is killed at the moment `at` of a kind or `after` so many seconds."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(deed, kind, at, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        if pipe.read(1) != b"b":
            raise ChildProcessError("the child never began")
        started = time.monotonic()
        if after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):
                os.kill(deed.victim(child), signal.SIGKILL)
        counted = pipe.read()
        _child, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    how = "killed" if os.WIFSIGNALED(status) else "failed" if status else "done"
    return Ended(how, seconds, int(counted or 0))


def _be_the_child(deed: Deed, kind: str, at: int, writing: int) -> None:
    try:
        begun = deed.begin()
        killer = Killer(at, deed.victim(os.getpid()))
        os.write(writing, b"b")
        if kind == "files":
            killer.at_files()
        elif kind == "calls":
            killer.at_calls()
        deed.act(begun)
        os.write(writing, str(FAR - killer.left).encode() if at == FAR else b"")
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must not go on as two
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
