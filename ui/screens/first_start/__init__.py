"""The way from a new computer to a court's first record, one step a page."""
