"""Tests the scan itself: people are found in every kind of packing."""

import base64
import gzip
import zipfile
from pathlib import Path

import pytest

from app.people import Identity, Passage, enroll
from app.vault import comparison
from tests import leak_scan
from tests.test_leaks import CANARIES


@pytest.fixture
def plain(tmp_path: Path) -> bytes:
    """The same person in a database that is not encrypted."""
    target = tmp_path / "plain.db"
    desk = comparison.plain_desk(target, "UTC")
    with desk.work() as session:
        enroll(
            session,
            [(Identity(CANARIES[0], "Ada", preferred_name=CANARIES[1]), Passage(CANARIES[2]))],
        )
    desk.close()
    return target.read_bytes()


def test_the_scan_finds_people_in_every_kind_of_packing(plain: bytes, tmp_path: Path) -> None:
    control = tmp_path / "control"
    control.mkdir()
    text = ", ".join(CANARIES)
    (control / "plain.db").write_bytes(plain)
    (control / "a.gz").write_bytes(gzip.compress(plain))
    (control / "utf16.txt").write_text(text, encoding="utf-16")
    (control / "hex.txt").write_text(text.encode().hex(), encoding="ascii")
    (control / "base64.txt").write_bytes(base64.b64encode(b"x" + text.encode()))
    with zipfile.ZipFile(control / "b.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inner.gz", gzip.compress(text.encode()))

    found = leak_scan.hits(control, CANARIES)

    assert set(found) == {path.name for path in control.iterdir()}
    assert all(canaries == set(CANARIES) for canaries in found.values())
