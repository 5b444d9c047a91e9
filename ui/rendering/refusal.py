"""Why a document is not opened, by the key of the sentence; the process lives on to say it."""


class RefusedError(Exception):
    """A document that cannot be shown; the text is the key of the sentence that says why."""
