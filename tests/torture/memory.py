"""R19: what is left of keys and people in the memory of every process of ours after a lock."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

SPAN = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (r\S+)")
MOST = 64 << 20  # read so much at a time


def found(pids: list[int], wanted: Mapping[str, bytes]) -> dict[str, list[int]]:
    """Return in which processes each of `wanted` stands, as it is, in hex or as wide text."""
    forms = {name: tuple(forms_of(value)) for name, value in wanted.items()}
    there: dict[str, list[int]] = {name: [] for name in wanted}
    for pid in pids:
        missing = set(wanted)
        for part in parts(pid):
            for name in sorted(missing):
                if any(form in part for form in forms[name]):
                    there[name].append(pid)
                    missing.discard(name)
    return there


def forms_of(value: bytes) -> Iterator[bytes]:
    yield value
    yield value.hex().encode()
    yield value.hex().upper().encode()
    with suppress(UnicodeDecodeError):
        text = value.decode()
        yield text.encode("utf-16-le")
        yield text.encode("utf-32-le")


def parts(pid: int) -> Iterator[bytes]:
    """Return all that a process can read of its own memory."""
    with suppress(ProcessLookupError, FileNotFoundError):  # it has ended
        maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace")
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for line in maps.splitlines():
                if (span := SPAN.match(line)) is None:
                    continue
                yield from _span(memory, int(span[1], 16), int(span[2], 16))


def _span(memory: object, begin: int, end: int) -> Iterator[bytes]:
    while begin < end:
        with suppress(OSError, ValueError):  # what the system keeps to itself, as [vvar]
            memory.seek(begin)  # type: ignore[attr-defined]
            yield memory.read(min(MOST, end - begin))  # type: ignore[attr-defined]
        begin += MOST
