"""Names the libraries in machine code that hide inside Python packages, which no scanner sees.

Kept by hand: whoever changes a pin looks here, and a test stops a compiled package with no row.
Versions were asked of the libraries themselves where they answer. `-` means that the library does
not tell; its version is then fixed by that of the package.
"""

from typing import NamedTuple


class Library(NamedTuple):
    """One C, C++ or Rust library and the package that carries it."""

    package: str
    name: str
    version: str = "-"


LIBRARIES = (
    Library("argon2-cffi-bindings", "argon2 (reference implementation)"),
    Library("cffi", "libffi"),
    Library("charset-normalizer", "own code compiled by mypyc, no library"),
    Library("cryptography", "OpenSSL", "4.0.3"),
    Library("cryptography", "own code in Rust (pyca/cryptography, rust-asn1)"),
    Library("jellyfish", "own code in Rust, no library"),
    Library("markupsafe", "own code in C, no library"),
    Library("pillow", "FreeType", "2.14.3"),
    Library("pillow", "FriBiDi", "1.0.8"),
    Library("pillow", "HarfBuzz", "14.5.0"),
    Library("pillow", "Little CMS", "2.19"),
    Library("pillow", "OpenJPEG", "2.5.4"),
    Library("pillow", "Raqm", "0.11.0"),
    Library("pillow", "libavif", "1.4.2"),
    Library("pillow", "libjpeg-turbo", "3.2.0"),
    Library("pillow", "libtiff", "4.7.2"),
    Library("pillow", "libwebp", "1.6.0"),
    Library("pillow", "zlib-ng", "2.3.3"),
    Library(
        "pyside6-essentials", "Qt (Core, Gui, Widgets, Svg, PrintSupport, DBus, Network)", "6.12.0"
    ),
    Library(
        "pyside6-essentials", "HarfBuzz, libpng, libjpeg-turbo, PCRE2, double-conversion in Qt"
    ),
    Library("pyside6-pdf", "Qt (Pdf, PdfWidgets)", "6.12.0"),
    Library("pyside6-pdf", "PDFium with its FreeType, libjpeg-turbo, Little CMS, OpenJPEG"),
    Library("shiboken6", "own code in C++, no library"),
    Library("sqlalchemy", "own code compiled by Cython, no library"),
    Library("sqlcipher3", "OpenSSL", "3.6.0"),
    Library("sqlcipher3", "SQLCipher community", "4.19.0"),
    Library("sqlcipher3", "SQLite", "3.53.4"),
)
