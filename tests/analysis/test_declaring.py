"""The register, and what a declaration demands."""

import importlib
import pkgutil

import pytest

from planner import analysis
from planner.analysis import declaring, funnel, returns
from planner.analysis.declaring import METHODS, Invalid, Method
from planner.analysis.rules import ranking, ranks, whole
from tests.analysis.asking import near


def test_every_method_has_its_home():
    for module in pkgutil.iter_modules(analysis.__path__, "planner.analysis."):
        importlib.import_module(module.name)
    assert set(declaring._FOUND) == set(METHODS)
    for name in METHODS:
        found = METHODS[name]
        assert isinstance(found, Method)
        assert (found.name, found.input.__module__) == (name, found.call.__module__)
        assert found.call.__doc__


def test_inputs_and_results_cannot_be_changed():
    for method in METHODS.values():
        assert method.input.__dataclass_params__.frozen
        assert "__slots__" in vars(method.input)


def test_a_function_refuses_what_calc_refuses():
    with pytest.raises(Invalid) as caught:
        returns.romi(returns.RomiInput(-1.0, 5.0, 0.5))
    assert caught.value.field == "spend"
    assert str(caught.value) == "spend: spend is −1; it must be 0 or more."
    channel = funnel.FunnelChannel("a", 1.0, 0.5, float("nan"), visits=3.0)
    with pytest.raises(Invalid) as caught:
        funnel.funnel(funnel.FunnelInput(0.5, (channel,)))
    assert caught.value.field == "channels[0].lead_to_customer"


def test_ranks_forgive_float_noise():
    scores = {"a": 0.1 + 0.2, "b": 0.3, "c": None, "d": 0.5}
    assert ranks(scores) == {"a": 2, "b": 2, "c": None, "d": 1}
    assert ranking(scores) == ("d", "a", "b")


def test_rounding_up_forgives_float_noise():
    assert (whole(3.0000000001), whole(2.9999999999), whole(3.001), whole(None)) == (3, 3, 4, None)
    assert whole(1e12 + 0.5) == near(1e12)
