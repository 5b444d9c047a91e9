"""Backups: the last good one, the sticks and folders, the list, and the proof."""
