"""What the tests of the first start share."""

from tests.ui.stepping import answers, documents, faults, printed, shown

__all__ = ["answers", "documents", "faults", "printed", "shown"]
