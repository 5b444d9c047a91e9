"""Words that begin a line begin with a capital letter, wherever they were put together."""


def capital(words: str) -> str:
    """Return `words` with a capital first letter; the others stay as they are."""
    return words[:1].upper() + words[1:]
