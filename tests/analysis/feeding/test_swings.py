"""The tornado of all channels, against the channel's funnel run again with the moved answer."""

import pytest

from planner import paths
from planner.analysis.feeding import Missing, analysed
from planner.analysis.feeding.channels import funnel
from planner.analysis.feeding.ranges import CHANNELS, ends
from planner.analysis.feeding.swings import BASE
from tests.analysis.feeding.answers import CHANNEL, advertising, only, plan_of
from tests.plans import sample

COMMISSION = (
    (f"{CHANNEL}.cost_model", "share of revenue"),
    (f"{CHANNEL}.commission.base", 0.1),
    (f"{CHANNEL}.commission.high", 0.2),
    (f"{CHANNEL}.funnel.volume.base", 80),
    (f"{CHANNEL}.funnel.volume.low", 60),
)
PLANS = {
    "sample": sample(),
    "per click": plan_of(*advertising()),
    "commission": plan_of(*advertising(*COMMISSION)),
}


def left(plan, channel):
    """What a channel leaves after its cost, its funnel run as it stands in the plan."""
    found = funnel(plan, next(c for c in plan.promotion.channels if c.id == channel))
    assert not isinstance(found, Missing)
    return found.romi.result.incremental_contribution - found.result.spend


@pytest.mark.parametrize("name", PLANS)
def test_each_end_is_what_the_funnel_gives(name):
    plan = PLANS[name]
    run = only(plan, "tornado", CHANNELS)
    inputs = [one for one in run.given.inputs if one.id != BASE]
    assert inputs
    for one in inputs:
        channel = one.id.split("[")[1].split("]")[0]
        three = ends(paths.get(plan, one.id), one.id.rpartition(".")[2])
        now = left(plan, channel)
        for value, change in ((three[0], one.low), (three[2], one.high)):
            typed = str(value) if one.id.endswith(("unit_cost", "average_order")) else value
            # the other ends stay where they are, so that only the base moves
            moved = paths.put(paths.put(plan, f"{one.id}.low", None), f"{one.id}.high", None)
            moved = paths.put(moved, f"{one.id}.base", typed)
            assert left(moved, channel) - now == pytest.approx(change, rel=1e-6, abs=1e-6), one.id


def test_the_base_is_the_result():
    plan = PLANS["sample"]
    channels = [found.id for found in analysed(plan).reckoned]
    base = only(plan, "tornado", CHANNELS).result.base
    assert base == pytest.approx(sum(left(plan, channel) for channel in channels))
