"""One document of a person: its pages as pictures, what it is, and the ways out of the record."""
