"""The real window with a keeper of drafts that rests ten seconds: what is typed must be lost."""

import sys

from tests.journeys import window
from ui.forms import keeper

if __name__ == "__main__":
    keeper.REST = 10_000
    sys.exit(window.main())
