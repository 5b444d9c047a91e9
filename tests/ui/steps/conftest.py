"""What the tests of steps share."""

from tests.ui.stepping import answers, documents, faults, printed, shown

__all__ = ["answers", "documents", "faults", "printed", "shown"]
