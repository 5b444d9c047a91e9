"""The window and the commands: the only place that knows Qt, and the only one that talks to people."""
