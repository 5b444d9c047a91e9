"""The write-ahead log after a crash: one flipped bit in it silently loses every save behind it.

SQLite stops at the first frame whose checksum does not fit and says nothing. So the frames are
walked before the first connection; no key is needed for that.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from app.vault import own_file

HEADER = struct.Struct(">IIIIIIII")
FRAME = struct.Struct(">IIIIII")
MAGIC = {0x377F0682: "<", 0x377F0683: ">"}  # how the checksummed words are laid


@dataclass(frozen=True)
class Walk:
    """What a walk found: saves that will be read, and whether later ones are there and lost."""

    commits: int
    lost: bool


def log_of(record: Path) -> Path:
    return record.with_name(record.name + "-wal")


def walk(log: Path) -> Walk:
    """Walk the frames of `log`; a missing or empty log is fine and holds nothing."""
    data = b""
    if log.exists():
        with own_file.opened(log) as file:
            data = file.read()
    if len(data) < HEADER.size:
        return Walk(0, lost=False)
    magic, _version, page, _seq, salt1, salt2, sum1, sum2 = HEADER.unpack_from(data)
    order = MAGIC.get(magic)
    if order is None or not 512 <= page <= 65536 or _sums(order, data[:24], (0, 0)) != (sum1, sum2):
        return Walk(0, lost=any(data[HEADER.size :]))
    return _walk_frames(data, order, page, (salt1, salt2), (sum1, sum2))


def _walk_frames(
    data: bytes, order: str, page: int, salts: tuple[int, int], sums: tuple[int, int]
) -> Walk:
    commits = 0
    for at in range(HEADER.size, len(data) - FRAME.size - page + 1, FRAME.size + page):
        _number, commit, salt1, salt2, sum1, sum2 = FRAME.unpack_from(data, at)
        body = data[at + FRAME.size : at + FRAME.size + page]
        sums = _sums(order, data[at : at + 8] + body, sums)
        if (salt1, salt2) != salts or sums != (sum1, sum2):
            return Walk(commits, _has_commit(data, at + FRAME.size, salts))
        commits += commit > 0
    return Walk(commits, lost=False)


def _has_commit(data: bytes, start: int, salts: tuple[int, int]) -> bool:
    """Whether there is a commit with today's salts from `start` on, wherever it lies.

    It was written after the broken frame, and SQLite will not read it. The broken frame itself may
    be a save that power cut short.
    """
    sign = struct.pack(">II", *salts)
    at = data.find(sign, start)
    while at >= 0 and not any(data[at - 4 : at]):  # before the salts stands the size at a commit
        at = data.find(sign, at + 1)
    return at >= 0


def _sums(order: str, data: bytes, start: tuple[int, int]) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return first, second
