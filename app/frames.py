"""Frames on a pipe: four bytes of length, big-endian, then that many bytes."""

import struct
from typing import IO

MOST = 64 * 1024 * 1024  # a pack of a hundred reports is below 5 MB
LENGTH = struct.Struct(">I")


class FrameError(OSError):
    """The other end has gone, or sends what is no frame."""


def write(sink: IO[bytes], body: bytes) -> None:
    """Send `body` whole, also through a pipe that takes only a part at a time."""
    if len(body) > MOST:
        raise FrameError("more than a frame holds")
    left = memoryview(LENGTH.pack(len(body)) + body)
    while left:
        left = left[sink.write(left) :]
    sink.flush()


def read(source: IO[bytes]) -> bytes | None:
    """Return the next frame, or None where the other end closed between two frames."""
    head = _exactly(source, LENGTH.size)
    if not head:
        return None
    (length,) = LENGTH.unpack(head)
    if length > MOST:
        raise FrameError("more than a frame holds")
    body = _exactly(source, length)
    if len(body) < length:
        raise FrameError("cut off")
    return body


def _exactly(source: IO[bytes], length: int) -> bytes:
    """Return `length` bytes, or none at all where there are none; a part is an error."""
    parts: list[bytes] = []
    left = length
    while left:
        part = source.read(left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    if parts and left:
        raise FrameError("cut off")
    return b"".join(parts)
