"""The import of a spreadsheet: its columns named, its rows looked at, and then all or none kept."""
