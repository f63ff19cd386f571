"""An input as a dataclass and as JSON gives the same result."""

import pytest

from planner.analysis.allocation import AllocationInput, CurvedChannel
from planner.analysis.competition import RivalLevels, TechnologyGapInput
from planner.analysis.curves import LogCurve
from planner.analysis.declaring import METHODS, Invalid
from planner.analysis.market import BottomUp, MarketSizeInput, TopDown
from planner.analysis.matrices import CompetitiveProfileInput, Profile
from planner.calc import compute, input_of, output_of

INPUTS = {
    "tam-sam-som": MarketSizeInput(
        TopDown((50000.0, 0.3), (0.25,), ()), BottomUp((10.0,), (0.5, 0.5))
    ),
    "competitive-profile": CompetitiveProfileInput(
        (1.0, 2.0), (Profile("a", (1.0, None)), Profile("b", (2.0, 4.0)))
    ),
    "technology-gap": TechnologyGapInput(
        ("app",), (5.0,), (1.0,), (RivalLevels("a", (4.0,)), RivalLevels("b", (2.0,)))
    ),
}


@pytest.mark.parametrize("method", INPUTS)
def test_both_ways_in(method):
    given = INPUTS[method]
    assert compute(method, input_of(given)) == output_of(METHODS[method].call(given))


def test_a_missing_rating_stays_in_the_input():
    assert input_of(INPUTS["competitive-profile"])["competitors"][0]["ratings"] == [1.0, None]


def test_a_null_that_says_something_stays_in_the_input():
    channel = CurvedChannel("a", LogCurve("log", 300.0, 10.0))
    given = AllocationInput((channel,), None)
    assert input_of(given)["budget"] is None
    assert "max" not in input_of(given)["channels"][0]
    split = METHODS["allocate-budget"].call(given)
    assert compute("allocate-budget", input_of(given)) == output_of(split)


def test_a_dataclass_is_judged_like_json():
    with pytest.raises(Invalid) as caught:
        METHODS["tam-sam-som"].call(MarketSizeInput(TopDown((1.0,), (2.0,), ())))
    assert caught.value.field == "top_down.sam[0]"
