"""The process that opens documents from outside: no key, no record, no window."""
