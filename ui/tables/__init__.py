"""Tables: rows from a callable, 200 at a time, and the one view that everyone uses."""
