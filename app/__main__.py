"""The one door in: the window, or a command."""

import sys


def main(arguments: list[str]) -> int:
    """Open the window for no word and `demo`, else run the command; return the exit code."""
    if not arguments or arguments[0] == "demo":
        from ui import launch  # noqa: PLC0415 - a command needs no Qt

        return launch.main(arguments)
    if arguments[0] == "_measure":
        from ui import measure  # noqa: PLC0415 - the child in which `bench` times the window

        return measure.main(arguments[1:])
    from ui import commands  # noqa: PLC0415 - the window needs no commands

    return commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
