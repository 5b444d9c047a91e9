"""The page that a day begins with: what is next, what waits, and who needs attention."""
