"""Kills the window with kill -9 while somebody types, and looks at what the record still holds.

`python -m tests.journeys.kills 10` does it ten times at random moments and prints what was lost.
"""

import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from app import drafts, search
from app.answers import Subject
from app.vault import check
from app.vault.record import open_record
from tests.journeys import homes
from tests.journeys.screen import Screen

FIELD = "person.last_name"
LETTERS = "abcdefghij klmnop qrstuvwxyz "
BETWEEN = (0.03, 0.16)  # seconds from one letter to the next, as people type
KILLED_AFTER = (0.3, 7.0)  # seconds of typing


@dataclass(frozen=True)
class Lost:
    """One kill: what was typed, what of it was kept, and how long ago the first loss was typed."""

    typed: str
    kept: str
    seconds: float
    saved_is_there: bool
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{len(self.typed):3} letters typed, {len(self.typed) - len(self.kept):2} lost, the "
            f"oldest {self.seconds:.2f} s old; saved before: "
            f"{'there' if self.saved_is_there else 'GONE'}; check: {self.problems or 'good'}"
        )


def kill_once(
    screen: Screen, record: Path, number: int, chosen: random.Random, pause: float = 0.0
) -> Lost:
    """Save one referral, type another, and be killed so many seconds after the last key."""
    homes.unlock(screen)
    saved = f"Kept{'abcdefghijklmnopqrstuvwxyz'[number]}"
    refer(screen, saved)
    open_referral(screen)
    typed, sent = type_for(screen, chosen.uniform(*KILLED_AFTER), chosen)
    time.sleep(pause)
    killed = time.monotonic()
    screen.kill()
    kept, there = look(record, saved)
    # A draft of an earlier round is none of this one.
    kept = kept if typed.startswith(kept) else ""
    lost_at = sent[len(kept)] if len(kept) < len(sent) else killed
    found = check.check(record, homes.SECRET).problems
    return Lost(typed, kept, killed - lost_at, there, tuple(each.kind for each in found))


def refer(screen: Screen, last_name: str) -> None:
    open_referral(screen)
    screen.type(last_name)
    screen.to("First name")
    screen.type("Lena")
    screen.to("Case number, Case 1")
    screen.type(f"2026-CR-{last_name}")
    screen.key("ctrl+s")
    screen.settled(page="person", saved=lambda now: last_name in now)


def open_referral(screen: Screen) -> None:
    screen.key("ctrl+n")
    screen.settled(page="form", focus="Last name")


def type_for(screen: Screen, seconds: float, chosen: random.Random) -> tuple[str, list[float]]:
    """Type letter by letter, and return the text with the moment of each letter."""
    typed, sent = "", []
    end = time.monotonic() + seconds
    while time.monotonic() < end and len(typed) < 100:
        letter = chosen.choice(LETTERS) if typed else "R"
        sent.append(time.monotonic())
        screen.type(letter)
        typed += letter
        time.sleep(chosen.uniform(*BETWEEN))
    return typed, sent


def look(record: Path, saved: str) -> tuple[str, bool]:
    """Return what the draft holds, and whether what was saved before is there."""
    opened = open_record(record, homes.SECRET)
    try:
        with opened.desk.read() as session:
            draft = drafts.find(session, "referral", Subject())
            there = [each.listed for each in search.people(session, saved)]
    finally:
        opened.close()
    kept = draft.answers.single[FIELD] if draft is not None else ""
    return kept, any(saved in each for each in there)


def main(count: int) -> int:
    home = Path(tempfile.mkdtemp(prefix="milepost-kills-"))
    seed = time.time_ns() % 10_000
    chosen = random.Random(seed)  # noqa: S311 - moments, no secret
    record = homes.with_new_record(home)
    say = sys.stdout.write
    say(f"seed {seed}\n")
    bad = 0
    with Screen(home) as screen:
        for number in range(count):
            lost = kill_once(screen, record, number, chosen)
            bad += lost.seconds > 2 or not lost.saved_is_there or bool(lost.problems)
            say(f"{number + 1:2}: {lost}\n")
            sys.stdout.flush()
    shutil.rmtree(home)
    return bad


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
