"""What this computer is set to that changes every page: the look, and names or initials."""

from app import names, settings
from app.settings import Settings
from ui import theme


def is_changed(kept: Settings) -> bool:
    """Put on the look that is wished and tell names as is wished; whether either was another."""
    look, were = theme.change(kept.theme), names.are_initials()
    tell_names(kept)
    return look or were != names.are_initials()


def tell_names(kept: Settings) -> None:
    names.show_initials(on=kept.names == settings.INITIALS)
