"""Reads the spreadsheets a court already has; knows files and words, and nothing of the record."""
