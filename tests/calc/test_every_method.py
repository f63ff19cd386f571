"""What holds for every method: sound results, both ways in, and errors that name a field."""

import copy
import json
import math
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.analysis.declaring import METHODS
from planner.analysis.shapes import Shape, slots_of
from planner.calc import InvalidInput, compute, input_of, output_of
from planner.calc.reading import read
from tests.calc.examples import EXAMPLES
from tests.nightly import NIGHTLY

WRONG = ["x", "", None, True, [], {}, [[]], math.nan, math.inf, -math.inf, -1, 0, 1e300, 0.5, "a\0"]


def test_every_method_has_an_example():
    assert set(EXAMPLES) == set(METHODS)


@pytest.mark.parametrize("method", EXAMPLES)
def test_an_example_is_computed(method):
    result = compute(method, EXAMPLES[method])
    assert json.loads(json.dumps(result, allow_nan=False)) == result
    assert isinstance(result["warnings"], list)
    assert all(
        set(w) == {"code", "message"} and "{" not in w["message"] for w in result["warnings"]
    )
    if holds_none(result):
        assert result["warnings"] or method in MEANT


MEANT = {
    # null means “not applicable” there, without a warning
    "competitive-profile",
    "ahp",
    "ahp-group",
    "bcg",
    "borda",
    "channel-metrics",
    "contribution-bridge",
    "feature-parity",
    "funnel",
    "pca-map",
}


def holds_none(value):
    if isinstance(value, dict):
        return any(holds_none(item) for item in value.values())
    if isinstance(value, list):
        return any(holds_none(item) for item in value)
    return value is None


@pytest.mark.parametrize("method", EXAMPLES)
def test_a_dataclass_gives_what_json_gives(method):
    given_ = read(METHODS[method].input, EXAMPLES[method])
    plain = input_of(given_)
    assert read(METHODS[method].input, json.loads(json.dumps(plain))) == given_
    assert (
        compute(method, plain)
        == output_of(METHODS[method].call(given_))
        == compute(method, EXAMPLES[method])
    )


def paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


def changed(value, path, change):
    value = copy.deepcopy(value)
    if not path:
        return change(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = change(inner[path[-1]])
    return value


def without(value, path):
    value = copy.deepcopy(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return value


def declared(field, method):
    """Whether a path follows the declaration."""
    if field == "input":
        return True
    steps = re.findall(r"[^.\[\]]+|\[\d+\]", field)
    shape = Shape("object", holds=METHODS[method].input)
    for step in steps:
        shape = inside(shape, step)
        if shape is None:
            return False
        if shape == "any":
            return True
    return True


def inside(shape, step):
    if shape.kind in ("array", "fixed") and step.startswith("["):
        return shape.parts[min(int(step[1:-1]), len(shape.parts) - 1)]
    if shape.kind == "table":
        return "any"
    kinds = list(shape.holds.values()) if shape.kind == "union" else [shape.holds]
    if shape.kind in ("object", "union"):
        for kind in kinds:
            for slot in slots_of(kind):
                if slot.shown == step:
                    return slot.shape
    return None


def judged(method, data):
    """Nothing but a sound result or a refusal that names a field."""
    refusal = None
    try:
        result = compute(method, data)
    except InvalidInput as error:
        refusal = error
    if refusal is None:
        assert json.loads(json.dumps(result, allow_nan=False)) == result
        return
    keys = {str(path[-1]) for path in paths(data) if path}
    assert declared(refusal.field, method) or refusal.field.endswith(tuple(keys)), refusal.field
    assert refusal.message.endswith("."), refusal.message


@pytest.mark.parametrize("method", EXAMPLES)
def test_each_place_takes_only_what_belongs_there(method):
    example = EXAMPLES[method]
    fitted = method.endswith("-fit")
    for path in paths(example):
        for wrong in WRONG[: 4 if NIGHTLY else 2] if fitted else WRONG:
            judged(method, changed(example, path, lambda _, w=wrong: w))
        if path:
            judged(method, without(example, path))


@pytest.mark.parametrize("method", EXAMPLES)
def test_unknown_fields_are_named(method):
    example = EXAMPLES[method]
    places = [p for p in paths(example) if isinstance(at(example, p), dict) and "dots" not in p]
    for path in places:
        data = changed(example, path, lambda value: {**value, "surprise": 1})
        with pytest.raises(InvalidInput) as caught:
            compute(method, data)
        assert caught.value.field.split(".")[-1] == "surprise"


def at(value, path):
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize("method", EXAMPLES)
def test_required_fields_are_missed(method):
    for slot in slots_of(METHODS[method].input):
        if slot.required:
            with pytest.raises(InvalidInput) as caught:
                compute(method, without(EXAMPLES[method], (slot.shown,)))
            assert caught.value.field == slot.shown


@pytest.mark.parametrize("method", EXAMPLES)
def test_ids_stand_once(method):
    example = EXAMPLES[method]
    for path in paths(example):
        items = at(example, path)
        if isinstance(items, list) and items and isinstance(items[0], dict) and "id" in items[0]:
            data = changed(example, path, lambda value: [*value, value[0]])
            with pytest.raises(InvalidInput) as caught:
                compute(method, data)
            assert caught.value.field == f"{path[0]}[{len(items)}].id"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.data())
def test_anything_at_all_is_answered(data):
    method = data.draw(st.sampled_from(sorted(EXAMPLES)))
    example = EXAMPLES[method]
    path = data.draw(st.sampled_from(list(paths(example))))
    judged(method, changed(example, path, lambda _: data.draw(JSON)))
