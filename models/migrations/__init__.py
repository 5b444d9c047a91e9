"""Numbered steps from the first record to today's; each one idea, none ever changed."""
