"""`milepost <command>`: the same use cases as the window, without a window.

The contract is fixed: words, JSON, exit codes and the order of refusal.
"""

import sys
from pathlib import Path

from app import faults
from app.errors import sentence
from app.wording import say
from models.errors import Trouble
from ui.commands import output, table, words


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    output.prepare_streams()
    if arguments[0] in table.HIDDEN:
        return table.HIDDEN[arguments[0]](arguments[1:])
    as_json = "--json" in arguments
    try:
        wanted = words.parse(table.COMMANDS, arguments)
        return wanted.command.run(wanted)
    except Trouble as trouble:
        output.refuse(trouble.code, trouble.kind, sentence(trouble), as_json=as_json)
        return trouble.code
    except Exception as error:  # noqa: BLE001 - the edge: a fault of ours becomes a report
        report = _reported(error)
        output.refuse(1, "bug", say("fault.command", report=report), as_json=as_json)
        return 1


def _reported(error: Exception) -> Path | str:
    try:
        return faults.write(error)
    except OSError:
        print(faults.told(error, ""), file=sys.stderr)  # noqa: T201 - there is no other place
        return say("fault.above")
