import io
import json
import time

import pytest

from app import facts, frames
from reports import drawing, progress_report
from tests.reports import certificate_examples, examples, plan_examples, proof_examples


def answers(*requests: object) -> list[bytes]:
    source, sink = io.BytesIO(), io.BytesIO()
    for request in requests:
        frames.write(source, json.dumps(request).encode())
    source.seek(0)

    drawing.serve(source, sink)

    sink.seek(0)
    found = []
    while (frame := frames.read(sink)) is not None:
        found.append(frame)
    return found


def test_every_kind_of_page_is_drawn():
    report, sheet = facts.canonical(examples.ordinary()), facts.canonical(examples.sheet())
    plan = facts.canonical(plan_examples.ordinary())
    certificate = facts.canonical(certificate_examples.ordinary())
    proof = facts.canonical(proof_examples.bare())

    found = answers(
        {"kind": "progress-report", "facts": report},
        {"kind": "progress-pack", "facts": [report, report]},
        {"kind": "recovery-sheet", "facts": sheet},
        {"kind": "treatment-plan", "facts": plan},
        {"kind": "certificate", "facts": certificate},
        {"kind": "proof", "facts": proof},
    )

    assert [json.loads(header)["pages"] for header in found[::2]] == [1, 2, 1, 1, 1, 1]
    assert all(pdf.startswith(b"%PDF-1.7") for pdf in found[1::2])


@pytest.mark.parametrize(
    "request_",
    [
        {"kind": "no such page", "facts": "Dani Marsh"},
        {"kind": "progress-report", "facts": "Dani Marsh"},
        {"kind": "progress-report", "facts": '{"name": "Dani Marsh"}'},
        {"kind": "progress-pack", "facts": []},
        ["Dani Marsh"],
    ],
)
def test_a_failure_is_a_type_and_a_line_and_never_a_value(request_):
    (header,) = answers(request_)

    answer = json.loads(header)
    assert answer["ok"] is False
    assert "Error at " in answer["error"]
    assert "Dani" not in answer["error"]


def test_a_report_is_drawn_fast_enough_in_a_warm_process():
    progress_report.drawn(examples.full())
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        progress_report.drawn(examples.full())
        taken.append(time.perf_counter() - started)

    assert min(taken) <= 0.150
