"""Backups: made, checked, thinned out, proved and restored; each one a single file."""
