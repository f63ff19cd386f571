"""How far those who took part agree, on votes reckoned by hand."""

from planner.blocks import plain
from tests.exhibits.setting import planned, rows, says, shows

ROOM = {
    "meta.participants[ap]": {"name": "AP"},
    "meta.participants[io]": {"name": "IO"},
    "competitors.success_factors[wait]": {"name": "Waiting time"},
    "competitors.success_factors[price]": {"name": "Price"},
    "competitors.items[fizio]": {"name": "FizioPlus"},
}


def test_the_spread_is_shown_beside_the_mean_and_no_name():
    plan = planned(
        {
            **ROOM,
            "competitors.opinions[ap].points[wait].points": 100,
            "competitors.opinions[io].points[wait].points": 60,
            "competitors.opinions[ap].points[price].points": 50,
            "competitors.opinions[io].points[price].points": 50,
        }
    )
    assert plain(shows(plan, "competitors-agreement").caption) == (
        "How far we agree on what decides for buyers: mean, least and most"
    )
    table = rows(plan, "competitors-agreement")
    assert table[1:] == [["Waiting time", "80 (60 to 100)"], ["Price", "50"]]


def test_scores_two_steps_apart_are_named():
    scores = "competitors.opinions[{}].scores[fizio].ratings[price].score"
    plan = planned({**ROOM, scores.format("ap"): 4, scores.format("io"): 2})
    assert says(plan, "competitors-weighting") == (
        "Scores given blind lie two steps or more apart in 1 place: Price of FizioPlus."
    )
    alike = planned({**ROOM, scores.format("ap"): 4, scores.format("io"): 3})
    assert says(alike, "competitors-weighting") == (
        "Scores given blind lie no more than one step apart."
    )


def test_how_the_weights_were_found_is_said():
    plan = planned({**ROOM, "competitors.weighting": "dots"})
    assert says(plan, "competitors-weighting") == "The weights follow the dots that each placed."
