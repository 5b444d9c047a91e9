"""The sample court: invented people with plausible histories, the same each time it is made."""

from app.demo.filling import fill
from app.demo.making import DemoCourt, make_court
from app.demo.wanted import SampleMade, SampleWanted

__all__ = ["DemoCourt", "SampleMade", "SampleWanted", "fill", "make_court"]
