import pytest

from ui.commands import benchmarks


def test_the_bench_measures_the_window_the_record_and_a_report(
    call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks, "SIZES", (5,))
    monkeypatch.setattr(benchmarks, "SAMPLE", (10, 2))

    answer = call("bench", "--json")

    assert answer.code == 0, answer.told
    (window,) = answer.shown["windows"]
    assert window["people"] == 5
    assert window["start_to_unlock"] > 0
    assert window["keystroke_p95_ms"] >= window["keystroke_median_ms"] > 0
    assert answer.shown["encrypted_to_plain"] > 0
    assert answer.shown["backup"]["backup_s"] > answer.shown["backup"]["bare_copy_s"]
    assert answer.shown["report_ms"]["most"] >= answer.shown["report_ms"]["median"] > 0


def test_without_json_the_figures_are_laid_out_for_people(
    call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks, "SIZES", ())
    monkeypatch.setattr(benchmarks, "SAMPLE", (10, 2))

    answer = call("bench")

    assert '\n  "report_ms"' in answer.shown
