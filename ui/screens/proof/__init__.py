"""The page that says how the record is encrypted."""
