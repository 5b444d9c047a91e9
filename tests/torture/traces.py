"""What a process asked of the system about the files of one folder, in order, read from strace."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app import paths

CALLS = (
    "open,openat,creat,write,pwrite64,pwritev,writev,ftruncate,truncate,fallocate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat,link,linkat"
)
NOT_READ = {"pwritev", "writev", "truncate", "fallocate", "creat", "link", "linkat"}
CALL = re.compile(rb"^\d+ +(\w+)\((.*)\) += (\d+)")  # only what succeeded
FILE = re.compile(rb"(\d+)<([^>]*)>")
TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')
# What no power cut keeps, or what no program reads.
NOT_KEPT = ("-shm", ".lock")


@dataclass(frozen=True)
class Op:
    """One thing that was done: to which file, where, and with which bytes."""

    kind: str  # make, write, cut, sync, sync-folder, rename, unlink, told
    name: str = ""
    at: int = 0
    data: bytes = b""
    other: str = ""


def trace(words: list[str], folder: Path, kept: Path) -> list[Op]:
    """Run a module of ours under strace, which writes to `kept`; return what it did in `folder`."""
    strace = ["strace", "-f", "-y", "-xx", "-s", str(1 << 20), "-o", str(kept)]
    command = [*strace, "-e", f"trace={CALLS}", sys.executable, "-m", *words]
    subprocess.run(command, cwd=paths.program_root(), stdout=subprocess.PIPE, check=True)
    ops = list(Reader(folder).ops(kept))
    kept.unlink()
    return ops


class Reader:
    """Reads the lines of a trace, and remembers how far each file was written."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder.resolve())
        self._reached: dict[bytes, int] = {}
        self._there = {part.name for part in folder.iterdir()}

    def ops(self, kept: Path) -> Iterator[Op]:
        with kept.open("rb") as lines:
            for line in lines:
                if b"unfinished ..." in line:
                    raise ValueError("two threads wrote at once, and their order is not known")
                if found := CALL.match(line):
                    yield from self._op(found[1].decode(), found[2], found[3])

    def _op(self, call: str, words: bytes, result: bytes) -> Iterator[Op]:
        if call.startswith(("open", "rename", "unlink")):
            yield from self._of_names(call, words, result)
        elif file := FILE.match(words):
            name = self._name(file[2])
            if file[1] == b"1" and call == "write":
                yield Op("told", data=_bytes(words))
            elif call == "fsync" and _text(file[2]) == self._folder:
                yield Op("sync-folder")
            elif name:
                yield self._of_file(call, name, words, file[1])

    def _of_names(self, call: str, words: bytes, result: bytes) -> Iterator[Op]:
        names = [self._name(text) for text in TEXT.findall(words)]
        if not names or not names[0]:
            return
        if call.startswith("rename"):
            yield Op("rename", names[0], other=names[1])
        elif call.startswith("unlink"):
            yield Op("unlink", names[0])
        else:
            self._reached[result] = 0
            if b"O_CREAT" in words:
                yield Op("make", names[0])
            if b"O_TRUNC" in words:
                yield Op("cut", names[0])

    def _of_file(self, call: str, name: str, words: bytes, number: bytes) -> Op:
        if call in NOT_READ:
            raise ValueError("a call that is not read yet", call)
        if call == "ftruncate":
            return Op("cut", name, at=int(words.rpartition(b",")[2]))
        if call == "pwrite64":
            return Op("write", name, int(words.rpartition(b",")[2]), _bytes(words))
        if call == "write":
            at = self._reached[number]
            self._reached[number] = at + len(_bytes(words))
            return Op("write", name, at, _bytes(words))
        return Op("sync", name)

    def _name(self, path: bytes) -> str:
        """Return the name of a file in the folder, nothing for any other."""
        folder, _slash, name = _text(path).rpartition("/")
        return name if folder == self._folder and not name.endswith(NOT_KEPT) else ""


def _bytes(words: bytes) -> bytes:
    text = TEXT.search(words)
    return bytes.fromhex(text[1].replace(b"\\x", b"").decode()) if text else b""


def _text(path: bytes) -> str:
    plain = path.replace(b"\\x", b"")
    try:
        return bytes.fromhex(plain.decode()).decode()
    except ValueError:  # a pipe, or a name that is printed as it is
        return path.decode(errors="replace")
