"""Finds canaries in any file, however they are packed: a raw search finds none of most of these."""

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

DEPTH = 4


def hits(folder: Path, canaries: list[str]) -> dict[str, set[str]]:
    """Return which canaries stand in which files below `folder`."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (there := hits_in(path.read_bytes(), canaries)):
            found[str(path.relative_to(folder))] = there
    return found


def hits_in(data: bytes, canaries: list[str]) -> set[str]:
    return {canary for canary in canaries for view in _views(data, DEPTH) if _holds(view, canary)}


def _holds(data: bytes, canary: str) -> bool:
    plain = canary.encode()
    forms = [plain, canary.encode("utf-16-le"), canary.encode("utf-16-be")]
    forms += [plain.hex().encode(), plain.hex().upper().encode()]
    forms += [_inner_base64(plain, shift) for shift in range(3)]
    return any(form in data for form in forms)


def _inner_base64(plain: bytes, shift: int) -> bytes:
    """Return the part of the base64 of `plain` that does not depend on what stands around it."""
    text = base64.b64encode(bytes(shift) + plain)
    start = 0 if shift == 0 else 4
    return text[start : len(text) - len(text) % 4 - 4]


def _views(data: bytes, depth: int) -> Iterator[bytes]:
    yield data
    if depth:
        for inner in _unpacked(data):
            yield from _views(inner, depth - 1)


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    if data[:4] == b"%PDF":
        yield from _streams(data)
        yield from _texts(data)


def _streams(data: bytes) -> Iterator[bytes]:
    """Yield every stream of a PDF, inflated and freed of ASCII85 where it is so packed."""
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        body = match.group(1)
        for form in (body, _ascii85(body)):
            try:
                yield zlib.decompress(form)
            except zlib.error:
                continue


def _ascii85(body: bytes) -> bytes:
    try:
        return base64.a85decode(body, adobe=body.endswith(b"~>"))
    except ValueError:
        return b""


def _texts(data: bytes) -> Iterator[bytes]:
    """Yield the words of a PDF: an embedded font writes them as numbers of glyphs."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return  # nobody reads its words without the passphrase
    for page in reader.pages:
        yield page.extract_text().encode()
