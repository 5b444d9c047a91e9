"""Small drives in files, mounted where nobody else sees them: exFAT as on sticks, and others."""

import os
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 5.0  # seconds in which a drive is mounted
SIZE = 32 << 20
MAKERS = {
    "exfat": ("mkfs.exfat",),
    "ext4": ("mkfs.ext4", "-q", "-F"),
}


@dataclass
class Stick:
    """A drive in a file; an exFAT one stands on a daemon that can be killed, as it is pulled."""

    folder: Path
    system: str
    size: int = SIZE
    device: str = ""
    daemon: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def root(self) -> Path:
        return self.folder / "drive"

    @property
    def image(self) -> Path:
        return self.folder / "image"

    def renew(self) -> None:
        """Make the drive anew, empty, and mount it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.root.mkdir(exist_ok=True)
        self.let_go()
        self.image.unlink(missing_ok=True)
        if self.system in MAKERS:
            with self.image.open("wb") as file:
                file.truncate(self.size)
            _call(*MAKERS[self.system], self.image)
        self.mount()

    def mount(self) -> None:
        if self.system == "tmpfs":
            _call("mount", "-t", "tmpfs", "-o", f"size={self.size}", "tmpfs", self.root)
        elif self.system == "ext4":
            _call("mount", "-o", "loop", self.image, self.root)
        else:
            self._start_daemon()
        self._wait()

    def _start_daemon(self, losetup: tuple[str, ...] = (), words: tuple[str, ...] = ()) -> None:
        self.device = _call("losetup", *losetup, "-f", "--show", self.image).strip()
        quiet = subprocess.DEVNULL
        self.daemon = subprocess.Popen(
            ["mount.exfat-fuse", "-d", *words, self.device, str(self.root)],
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
        )

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while not os.path.ismount(self.root):
            if time.monotonic() > until:
                raise TimeoutError(self.system)
            time.sleep(0.005)

    def make_read_only(self) -> None:
        if self.system == "exfat":  # this daemon cannot be asked to change
            self.let_go()
            self._start_daemon(("-r",), ("-o", "ro"))
            self._wait()
        else:
            _call("mount", "-o", "remount,ro", self.root)

    def put_in_again(self) -> None:
        """Mount the drive once more after it was pulled, or after its daemon went by itself."""
        self.let_go()
        self.mount()

    def let_go(self) -> None:
        """Let a drive go in whatever state it is; only what was mounted here."""
        with suppress(subprocess.CalledProcessError):
            _call("umount", self.root)
        if self.daemon is not None:
            with suppress(subprocess.TimeoutExpired):
                self.daemon.wait(PATIENCE)
            self.daemon.kill()
            self.daemon.wait()
            self.daemon = None
        if self.device:
            with suppress(subprocess.CalledProcessError):
                _call("losetup", "-d", self.device)
            self.device = ""


def _call(*words: object) -> str:
    done = subprocess.run(
        [str(word) for word in words], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout
