"""One page of the window a file; no screen reaches into another, they say where they want to go."""
