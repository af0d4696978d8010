"""The panel of jobs in a real QGIS on a real (virtual) screen, with a real broker and a real worker."""

from __future__ import annotations

from pathlib import Path

from desk import Desk, Profile, guide_picture
from fleet import Fleet
from test_desktop import LAYER, plan_for


def test_jobs(desk: Desk, profile: Profile, fleet: Fleet, scene: Path) -> None:
    facts = desk.drive("jobs", profile, plan_for(fleet, steps=8, seed=31), 900, [scene])["facts"]
    guide_picture("jobs", "jobs")
    assert not facts["shown_at_first"], "it is opened by the user"
    (done, cancelled) = facts["rows"]
    assert done[1] == "Done" and cancelled[1] == "Called off" and done[0] == cancelled[0]
    assert done[0].startswith(f"{LAYER}: ") and done[4] == "interactive" and int(done[2]) > 1
    assert len(facts["layers"]) == 2 and all("SIMULATED" in name for name in facts["layers"])

    # QGIS was closed with the panel open.
    facts = desk.drive("jobs_again", profile, plan_for(fleet), 300, [scene])["facts"]
    assert facts["shown_at_first"]
    assert [row[:5] for row in facts["rows"]] == [done[:5], [*cancelled[:3], "", *cancelled[4:5]]]
