"""Orders about a whole file: carried out, certified, and listed without names."""
