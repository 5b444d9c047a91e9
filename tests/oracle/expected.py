"""All that one page must say, put together from its parts."""

from dataclasses import dataclass

from tests.oracle import cues, foot, head, marks, plan, since, strip
from tests.oracle.case import Case
from tests.oracle.claims import Claim, says
from tests.oracle.words import say

ORDER_FIELDS = ("participant-heard", "counsel-heard", "next-date", "at", "in-person", "remote")


@dataclass(frozen=True)
class Page:
    """The claims of a page, and its test strip, which is read from a drawing."""

    claims: list[Claim]
    strip: strip.Strip


def page(case: Case, pages: int) -> Page:
    readings = marks.readings(case)
    sums = since.sums(case, readings)
    drawn = strip.Strip(case, readings)
    claims = [
        *head.claims(case, pages),
        *cues.claims(case, sums, readings),
        *since.claims(case, sums.values()),
        *strip.claims(drawn, pages),
        *plan.order_claims(case),
        *plan.plan_claims(case),
        *_order_fields(),
        *foot.claims(case, pages),
        *head.headings(case, _sections(case), pages),
    ]
    return Page(claims, drawn)


def _sections(case: Case) -> list[str]:
    return [
        say("report.first"),
        say("report.words"),
        since.section(case),
        say("report.tests"),
        plan.order_section(case)[0],
        say("report.plan"),
        say("report.order"),
    ]


def _order_fields() -> list[Claim]:
    """Lines and boxes for the judge's pen; no fact stands in them."""
    fields = [*ORDER_FIELDS, "initials"]
    return [says("field of the order", say(f"report.order.{field}")) for field in fields]
