"""The window and the commands: the only place that knows Qt and that talks to people."""
