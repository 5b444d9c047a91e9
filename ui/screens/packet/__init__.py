"""The packet of a court session: drawn page by page, seen, then printed or saved."""
