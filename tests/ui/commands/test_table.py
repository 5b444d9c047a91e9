from ui.commands.table import COMMANDS

# The commands of the contract that exist so far.
WANTED = {
    *("new", "sample", "import", "list", "report", "check", "audit", "bench", "self-test"),
    *("backup", "verify", "restore", "passphrase", "recover", "replace-keys"),
}


def test_every_command_stands_in_the_table_once() -> None:
    names = [command.name for command in COMMANDS]

    assert sorted(names) == sorted(WANTED)


def test_every_command_can_answer_in_json() -> None:
    for command in COMMANDS:
        assert any("--json" in word.names for word in command.words), command.name
