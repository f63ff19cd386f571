"""What is read is what was saved, whatever it was."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner import storage
from planner.model import keys
from planner.model.nodes import declared
from planner.model.plan import Plan, from_json
from tests.nightly import NIGHTLY

from .foreign import plan_file

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(-(10**15) + 1, 10**15 - 1) | st.floats(
    -1e15, 1e15, exclude_min=True, exclude_max=True
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBER | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
UNKNOWN = st.dictionaries(TEXT.map("future {}".format), JSON, max_size=4)
NAMES = st.text(max_size=80).map(lambda text: text if text.isprintable() else None)
PRICES = st.none() | st.decimals(0, 10**9, places=2).map(str)


@st.composite
def plans(draw):
    """JSON of plans: known answers here and there, unknown fields beside them."""
    offerings = [
        {"id": f"o{n}", "name": draw(NAMES), "price": draw(PRICES)} | draw(UNKNOWN)
        for n in range(draw(st.integers(0, 3)))
    ]
    return {
        "meta": {"title": draw(NAMES), "currency": draw(st.sampled_from([None, "EUR", "JPY"]))},
        "business": {"offerings": offerings} | draw(UNKNOWN),
    } | draw(UNKNOWN)


@settings(
    max_examples=5000 if NIGHTLY else 80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plans())
def test_read_after_save(tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "round-trip.mktplan"
    file.unlink(missing_ok=True)
    plan = from_json(data)
    known = storage.write_new(plan, file)
    first = file.read_bytes()
    loaded = storage.read(file)
    assert loaded.plan == plan
    assert loaded.known == known
    assert loaded.problems == ()
    storage.save(loaded.plan, file, known)
    assert file.read_bytes() == first
    body = json.loads(first.partition(b"\n")[2])
    for name, value in data.items():
        if name.startswith("future"):
            assert body[name] == value


def key_of(keyed_by):
    match keyed_by:
        case "month":
            return "2027-01"
        case "year":
            return "2027"
        case "season" | "force" | "section":
            return keys.fixed(keyed_by)[0]
        case "group":
            return "control"
        case _:
            return "one"


def filled(node):
    """JSON with one member in every collection, so that every node of the model is there."""
    values = {}
    for name, field in declared(node).items():
        if field.is_collection:
            values[name] = [{"id": key_of(field.many.keyed_by)} | filled(field.node)]
        elif field.node is not None:
            values[name] = filled(field.node)
    return values


def with_unknown(values, count):
    """The JSON with an unknown field in every object."""
    if isinstance(values, list):
        return [with_unknown(value, count) for value in values]
    if not isinstance(values, dict):
        return values
    count.append(len(count))
    mine = {"from_the_future": {"number": len(count), "list": [None, 0.25, {"ა": "Ё\u2028"}]}}
    return {name: with_unknown(value, count) for name, value in values.items()} | mine


@pytest.mark.parametrize("header", [{}, {"schema": 3, "app": "9.9", "colour": "red"}])
def test_a_file_of_the_future_keeps_its_unknown_fields_at_every_level(file, header):
    count = []
    future = with_unknown(filled(Plan), count)
    assert len(count) > 150  # as many nodes as the questionnaire has groups and collections
    file.write_bytes(plan_file(future, **header))
    loaded = storage.read(file)
    storage.save(loaded.plan, file, loaded.known)
    line, _, body = file.read_bytes().partition(b"\n")
    assert header.items() - {("app", "9.9")} <= json.loads(line).items()

    def unknown(values, path=""):
        if isinstance(values, list):
            return {
                k: v for n, x in enumerate(values) for k, v in unknown(x, f"{path}[{n}]").items()
            }
        if not isinstance(values, dict):
            return {}
        found = {path: json.dumps(values["from_the_future"])}
        for name, value in values.items():
            if name != "from_the_future":
                found |= unknown(value, f"{path}.{name}")
        return found

    assert unknown(json.loads(body)) == unknown(future)
