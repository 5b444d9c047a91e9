"""The vault: keys, key file, recovery sheet, and a record's life from create to close.

The only part of the program, besides the trail, that touches cryptography.
"""
