"""Every row of the torture, in the order of the list of what is tested."""

from tests.torture import (
    backups,
    chain,
    copies,
    deeds,
    drafting,
    drills,
    faulty_calls,
    full_works,
    fuzz,
    key_files,
    leaks,
    locks,
    messages,
    power_cuts,
    pulled,
    put_back,
    records,
    releases,
    rivals,
    sheets,
    upgrades,
    writers,
)

FOUND = (
    writers, power_cuts, deeds, upgrades, backups, records, key_files, put_back, full_works,
    faulty_calls, pulled, messages, sheets, drills, releases, rivals, copies, leaks, fuzz, chain,
    locks, drafting,
)  # fmt: skip
ROWS = tuple(row for module in FOUND for row in module.ROWS)
