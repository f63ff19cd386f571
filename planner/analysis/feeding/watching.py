"""Feeding the methods that tell whom to watch and where rivals have what we lack."""

from __future__ import annotations

from planner.analysis.competition import FeatureParityInput, RivalFeatures
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.rivalry import ThreatWatchInput, WatchedRival
from planner.model.plan import Plan

LEVELS = {"no": 0.0, "partly": 0.5, "yes": 1.0}
DAYS_BETWEEN_LOOKS = {"weekly": 7, "monthly": 31, "quarterly": 92}
_PARTS = ("overlap", "capability", "momentum")


def threats(plan: Plan) -> Run | Missing:
    """How much of a threat each rival is that was rated on all three counts."""
    rated = [
        rival
        for rival in plan.competitors.items
        if all(getattr(rival, part) is not None for part in _PARTS)
    ]
    if not rated:
        lacking = tuple(f"competitors.items[*].{part}" for part in _PARTS)
        return Missing("threat-watch", lacking)
    given = ThreatWatchInput(
        tuple(WatchedRival(r.id, *(float(getattr(r, part) or 0) for part in _PARTS)) for r in rated)
    )
    read = tuple(f"competitors.items[{r.id}].{part}" for r in rated for part in _PARTS)
    return fed("threat-watch", "competitors", given, read)


def features(plan: Plan) -> Run | Missing:
    """Parity on the features that were judged for us and for every rival compared."""
    competitors = plan.competitors
    own = {level.id: level.level for level in competitors.own.features if level.level}
    rivals = {
        rival.id: {level.id: level.level for level in rival.features if level.level}
        for rival in competitors.items
    }
    compared = {name: levels for name, levels in rivals.items() if levels}
    judged = [
        feature
        for feature in competitors.features
        if feature.id in own and all(feature.id in levels for levels in compared.values())
    ]
    if not judged or not compared:
        lacking = ("competitors.own.features", "competitors.items[*].features")
        return Missing("feature-parity", lacking)
    names = tuple(feature.id for feature in judged)
    given = FeatureParityInput(
        names,
        tuple(1.0 if feature.weight is None else float(feature.weight) for feature in judged),
        tuple(LEVELS[own[name]] for name in names),
        tuple(
            RivalFeatures(rival, tuple(LEVELS[levels[name]] for name in names))
            for rival, levels in compared.items()
        ),
    )
    read = [f"competitors.features[{f.id}].weight" for f in judged if f.weight is not None]
    read += [f"competitors.own.features[{name}].level" for name in names]
    read += [
        f"competitors.items[{rival}].features[{name}].level" for rival in compared for name in names
    ]
    return fed("feature-parity", "competitors", given, tuple(read))
