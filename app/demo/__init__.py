"""The sample court: invented people with plausible histories, the same each time it is made."""
