"""Tries that no machine code inside a package goes unnamed, and that named versions are true."""

import sqlcipher3
from PIL import features
from PySide6.QtCore import qVersion

from installer.c_libraries import LIBRARIES
from installer.components import canonical, holds_compiled_code, runtime_distributions


def version(package: str, name: str) -> str:
    return next(row.version for row in LIBRARIES if (row.package, row.name) == (package, name))


def test_every_package_with_machine_code_has_its_rows():
    compiled = {
        canonical(each.name) for each in runtime_distributions() if holds_compiled_code(each)
    }

    assert {row.package for row in LIBRARIES} == compiled


def test_the_versions_of_the_encrypted_engine_are_the_ones_it_gives():
    with sqlcipher3.connect(":memory:") as connection:
        answer = connection.execute("PRAGMA cipher_version").fetchone()[0]

    assert sqlcipher3.sqlite_version == version("sqlcipher3", "SQLite")
    assert answer.split()[0] == version("sqlcipher3", "SQLCipher community")


def test_the_versions_of_the_picture_libraries_are_the_ones_they_give():
    assert features.version("freetype2") == version("pillow", "FreeType")
    assert features.version("harfbuzz") == version("pillow", "HarfBuzz")
    assert features.version("libtiff") == version("pillow", "libtiff")


def test_the_version_of_qt_is_the_one_it_gives():
    assert qVersion() == version("pyside6-pdf", "Qt (Pdf, PdfWidgets)")
