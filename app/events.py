"""What the desk announces after a commit: which tables changed, and nothing of what is in them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Changed:
    """The tables that one user action has changed."""

    tables: frozenset[str]


Listener = Callable[[Changed], None]
