"""Made-up files as they come from outside: PDFs, pictures and texts, good ones and hostile ones."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from ui import references

references.keep_singletons()

SECRET = b"ZQcanary"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def pdf(pages: int = 1, words: str = "Letter of the court", box: str = "0 0 612 792") -> bytes:
    """Return a PDF whose pages hold one line each."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number in range(pages):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode(),
            stream(f"BT /F 24 Tf 72 700 Td ({words} {number + 1}) Tj ET".encode()),
        ]
    return assembled(objects)


def stream(content: bytes, entries: str = "") -> bytes:
    head = f"<</Length {len(content)}{entries}>>".encode()
    return head + b"stream\n" + content + b"\nendstream"


def assembled(objects: list[bytes], trailer: str = "") -> bytes:
    """Return objects as a PDF with its table of where they are."""
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        out
        + f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
        + f"trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def bomb(unpacked: int) -> bytes:
    """Return a small PDF with a page that unpacks to `unpacked` bytes."""
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            stream(zlib.compress(bytes(unpacked), 9), "/Filter/FlateDecode"),
        ]
    )


def circle() -> bytes:
    """Return a PDF whose list of pages is a page of itself."""
    return assembled(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>", b"null"]
    )


def locked() -> bytes:
    """Return a PDF that asks for a password."""
    code = "<" + "00" * 32 + ">"
    lock = f"<</Filter/Standard/V 1/R 2/O{code}/U{code}/P -4>>".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", lock]
    return assembled(objects, f"/Encrypt 3 0 R/ID[{code}{code}]")


def picture(wide: int, tall: int) -> QImage:
    """Return a picture whose upper left corner is red and whose rest is green."""
    made = QImage(wide, tall, QImage.Format.Format_RGB32)
    made.fill(QColor("green"))
    for x in range(wide // 2):
        for y in range(tall // 2):
            made.setPixelColor(x, y, QColor("red"))
    return made


def _saved(image: QImage, sort: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, sort)
    return bytes(buffer.data().data())


def jpeg(wide: int = 60, tall: int = 40, turned: int = 1) -> bytes:
    """Return a photograph that says where it was taken, and how it was held."""
    plain = _saved(picture(wide, tall), "JPEG")
    words = SECRET + b" 36.0672 N, 109.1881 W\0"
    entries = struct.pack("<HHII", 0x010E, 2, len(words), 38)
    entries += struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    directory = struct.pack("<H", 2) + entries + struct.pack("<I", 0)
    body = b"Exif\0\0II*\0" + struct.pack("<I", 8) + directory + words
    exif = b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    comment = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    return plain[:2] + exif + comment + plain[2:]


def png(wide: int = 60, tall: int = 40) -> bytes:
    """Return a picture with words beside it."""
    plain = _saved(picture(wide, tall), "PNG")
    head = len(PNG_HEAD) + 25
    return plain[:head] + chunk(b"tEXt", b"Comment\0" + SECRET) + plain[head:]


def chunk(name: bytes, content: bytes) -> bytes:
    code = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", code)


def vast_png(side: int = 100_000) -> bytes:
    """Return a small file that says it is a picture of `side` by `side` dots."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return PNG_HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
