"""What a treatment court does: use cases, rules and read models, with no window and no printer."""

__version__ = "0.1.0"
