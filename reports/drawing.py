"""The far end of the carrying lane: reads facts, draws them, answers with a PDF.

It runs in a process of its own, opens no record and writes no file, and ends with its input.
"""

import json
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from app import facts, frames
from app.certificate_facts import CertificateFacts
from app.plan_facts import PlanPageFacts
from app.progress_facts import ProgressFacts
from app.proof_facts import ProofFacts
from app.sheet_facts import SheetFacts
from app.trail_extract import ExtractFacts
from reports import (
    certificate,
    progress_report,
    proof_page,
    protected,
    recovery_sheet,
    trail_extract,
    treatment_plan,
)
from reports.drawn import Drawn


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer every request until the input ends."""
    while (request := frames.read(source)) is not None:
        header, pdf = _answer(request)
        frames.write(sink, json.dumps(header).encode())
        if header["ok"]:
            frames.write(sink, pdf)


def _answer(request: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        asked = json.loads(request)
        drawn = KINDS[asked["kind"]](asked["facts"])
    except Exception as error:  # noqa: BLE001 - whatever went wrong is answered, and the lane lives on
        return {"ok": False, "error": _where(error)}, b""
    return {"ok": True, "pages": drawn.pages}, drawn.pdf


def _where(error: Exception) -> str:
    """Say what kind of error it is and on which line; its text may hold a name."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


def _progress_report(text: str) -> Drawn:
    return progress_report.drawn(facts.read(ProgressFacts, text))


def _progress_pack(texts: list[str]) -> Drawn:
    return progress_report.drawn_pack([facts.read(ProgressFacts, text) for text in texts])


def _recovery_sheet(text: str) -> Drawn:
    return recovery_sheet.drawn(facts.read(SheetFacts, text))


def _treatment_plan(text: str) -> Drawn:
    return treatment_plan.drawn(facts.read(PlanPageFacts, text))


def _certificate(text: str) -> Drawn:
    return certificate.drawn(facts.read(CertificateFacts, text))


def _trail_extract(text: str) -> Drawn:
    return trail_extract.drawn(facts.read(ExtractFacts, text))


def _proof(text: str) -> Drawn:
    return proof_page.drawn(facts.read(ProofFacts, text))


KINDS: Mapping[str, Callable[[Any], Drawn]] = {
    "progress-report": _progress_report,
    "progress-pack": _progress_pack,
    "recovery-sheet": _recovery_sheet,
    "trail-extract": _trail_extract,
    "treatment-plan": _treatment_plan,
    "certificate": _certificate,
    "proof": _proof,
    protected.KIND: protected.drawn,
}
