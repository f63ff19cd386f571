"""Examples: METHODS 5.10 and 5.13."""

import math

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_index_of_the_pages():
    result = compute("seasonal-naive", {"y": [80, 120, 90, 130], "period": 2})
    assert result["index"] == near([0.8095, 1.1905], 1e-4)
    assert result["forecast"] == [90, 130]
    assert result["year_on_year"] == near([0.125, 10 / 120])


def test_whole_years_only():
    # the fifth value begins a third year: the index does not see it, the forecast does
    result = compute("seasonal-naive", {"y": [80, 120, 90, 130, 500], "period": 2, "horizon": 3})
    assert result["index"] == near([170 / 210, 250 / 210])
    assert result["forecast"] == [130, 500, 130]


def test_short_series_say_so():
    result = compute("seasonal-naive", {"y": [5], "period": 3})
    assert (result["forecast"], result["index"]) == ([5, 5, 5], None)
    assert codes(result) == ["too-short"]
    one_year = compute("seasonal-naive", {"y": [5, 7], "period": 2})
    assert (one_year["year_on_year"], codes(one_year)) == (None, [])
    assert refused("seasonal-naive", {"y": [], "period": 2}) == "y"


def test_accuracy_by_hand():
    data = {"actual": [10, 20, 40], "forecast": [12, 18, 36], "training": [1, 3, 2, 6]}
    result = compute("forecast-accuracy", data)
    # errors −2, 2 and 4; steps of the training 2, 1 and 4
    assert result["me"] == near(4 / 3)
    assert result["mae"] == near(8 / 3)
    assert result["rmse"] == near(math.sqrt(8))
    assert result["wape"] == near(8 / 70)
    assert result["mape"] == near((0.2 + 0.1 + 0.1) / 3)
    assert result["mase"] == near((8 / 3) / (7 / 3))


def test_accuracy_of_zeros():
    result = compute(
        "forecast-accuracy", {"actual": [0, 0], "forecast": [1, 0], "training": [2, 2]}
    )
    assert (result["wape"], result["mape"], result["mase"]) == (None, None, None)
    assert codes(result) == ["undefined"] * 3
    some = compute("forecast-accuracy", {"actual": [0, 4], "forecast": [1, 4]})
    assert (some["wape"], some["mape"]) == (near(0.25), None)
    assert refused("forecast-accuracy", {"actual": [1], "forecast": [1, 2]}) == "forecast"


def test_bass_of_the_pages():
    result = compute("bass", {"p": 0.03, "q": 0.38, "m": 1000, "periods": 3})
    assert result["cumulative"] == near([35.758, 85.056, 150.5], 1e-5)
    assert result["peak_time"] == near(6.193, 1e-4)
    first = compute("bass", {"p": 0.4, "q": 0.1, "m": 1, "periods": 1})
    assert (first["peak_time"], codes(first)) == (0, ["no-peak"])
