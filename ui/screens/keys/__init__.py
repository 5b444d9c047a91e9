"""Who holds a key to the record, changes of that, and new keys."""
