"""One person: a head that never scrolls away, and one file a tab."""
