"""Loading, saving, reviewing and composing grow with the plan, not faster: ratios in one run."""

from __future__ import annotations

import time
from copy import deepcopy

import pytest

import planner
from planner import paths, storage
from planner.model.nodes import declared
from planner.model.plan import Plan, from_json, to_json
from tests.plans import sample

YARDSTICKS = {
    "competitors.success_factors", "competitors.curve_factors", "competitors.features",
    "segments.criteria", "audience.journey", "promotion.people", "meta.participants",
    "promotion.scenarios",
}  # fmt: skip
"""What others are measured by, shared among or reckoned anew in stays as it is: n by n are n²."""

STEPS = (1, 10, 100)
SLACK = 1.6
"""Ten times the members may take so many times ten as long: caches, garbage and noise."""


def enlarged(times: int) -> Plan:
    """The sample at thorough depth with its collections so many times as long."""
    data = to_json(paths.put(sample(), "meta.depth", "thorough"))
    for section, field in declared(Plan).items():
        for name, inner in declared(field.node).items():
            members = data[section][name]
            if inner.many is None or inner.many.keyed_by or not members:
                continue
            if f"{section}.{name}" in YARDSTICKS:
                continue
            data[section][name] = members + [
                _copied(member, number) for number in range(1, times) for member in members
            ]
    return from_json(data)


def _copied(member: dict, number: int) -> dict:
    copy = deepcopy(member)
    copy["id"] = f"{member['id'][:30]}-{number}"
    return copy


@pytest.fixture(scope="module")
def plans():
    return {times: enlarged(times) for times in STEPS}


def taken(call) -> float:
    """The processor's time: what else the machine does is of no account."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def load(plan, folder):
    file = folder / "plan.mktplan"
    file.unlink(missing_ok=True)
    storage.write_new(plan, file)
    return lambda: planner.load(file)


def save(plan, folder):
    return lambda: planner.save(plan, folder / f"{id(plan)}.mktplan")


def review(plan, folder):
    def fresh() -> None:
        planner.review(plan.model_copy())

    return fresh


def compose(plan, folder):
    return lambda: planner.compose(plan.model_copy(), "annual", "en")


@pytest.mark.parametrize("work", [load, save, review, compose])
def test_ten_times_the_plan_takes_about_ten_times_as_long(work, plans, tmp_path):
    times = [taken(work(plans[n], tmp_path)) for n in STEPS]
    seconds = ", ".join(f"{n} times {t:.3f} s" for n, t in zip(STEPS, times, strict=True))
    print(f"{work.__name__}: {seconds}")  # noqa: T201  the figure is the point
    assert times[2] / times[1] < 10 * SLACK
