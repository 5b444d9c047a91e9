import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_near_end_of_the_lane_loads_no_drawing_library():
    program = "import sys, reports.lane, reports.drawn; print('reportlab' in sys.modules)"

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "False"
