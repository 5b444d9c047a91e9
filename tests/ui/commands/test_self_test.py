from ui.commands import self_test


def test_a_whole_program_passes_every_step(call) -> None:
    answer = call("self-test", "--json")

    assert answer.code == 0, answer.told
    assert answer.shown["ok"] is True
    assert [step["name"] for step in answer.shown["steps"]] == [
        name for name, _step in self_test.STEPS
    ]


def test_a_step_that_fails_ends_the_trial_and_is_named(call, monkeypatch) -> None:
    def broken(_trial: self_test.Trial) -> str:
        raise OSError("a file is missing")

    monkeypatch.setattr(
        self_test, "STEPS", (self_test.STEPS[0], ("create", broken), self_test.STEPS[2])
    )

    answer = call("self-test", "--json")

    assert answer.code == 1
    assert [(step["name"], step["ok"]) for step in answer.shown["steps"]] == [
        ("versions", True),
        ("create", False),
    ]
