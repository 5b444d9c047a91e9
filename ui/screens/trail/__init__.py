"""The trail of the whole record: read, narrowed, verified, printed and saved."""
