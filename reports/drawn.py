"""A finished document, in a module that costs nothing to import."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """The bytes of a PDF and how many pages it has."""

    pdf: bytes
    pages: int
