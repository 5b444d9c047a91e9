"""The way from a backup to a record that is back, on a bare computer too."""
