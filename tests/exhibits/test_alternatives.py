"""Rivals in detail, on figures reckoned by hand."""

from tests.exhibits.setting import planned, rows, says

RIVALS = {
    "business.company.name": "Moveo",
    "competitors.items[fizio]": {"name": "FizioPlus"},
    "competitors.items[app]": {"name": "RehabNow"},
}


def features(plan_answers=None):
    levels = {"booking": ("no", "yes", "yes"), "late": ("yes", "no", "no")}
    answers = dict(RIVALS)
    for name, (own, fizio, app) in levels.items():
        answers |= {
            f"competitors.features[{name}]": {"name": name.capitalize()},
            f"competitors.own.features[{name}].level": own,
            f"competitors.items[fizio].features[{name}].level": fizio,
            f"competitors.items[app].features[{name}].level": app,
        }
    answers["competitors.features[booking].weight"] = 3
    return planned(answers | (plan_answers or {}))


def test_what_all_have_and_we_lack_is_missing_here():
    table = rows(features(), "features")
    assert table[1] == ["Booking", "3", "no", "yes", "yes", "missing here"]
    assert table[2] == ["Late", "", "yes", "no", "no", "sets us apart"]


def test_coverage_is_weighed():
    # Weights 3 and 1: we cover 1/4, each of the others 3/4.
    said = says(features(), "features")
    assert "we cover 25%; the best of the others, FizioPlus, 75%" in said


def test_threat_is_the_product_of_three_ratings():
    plan = planned(
        {
            **RIVALS,
            # 4 x 4 x 4 / 125 = 0.512: weekly; 2 x 3 x 5 / 125 = 0.24: monthly
            **{f"competitors.items[fizio].{p}": 4 for p in ("overlap", "capability", "momentum")},
            "competitors.items[app].overlap": 2,
            "competitors.items[app].capability": 3,
            "competitors.items[app].momentum": 5,
        }
    )
    assert says(plan, "threats").startswith("The greatest threat is FizioPlus: 0.51 of 1")
    assert [line[4] for line in rows(plan, "threats")[1:]] == ["0.51", "0.24"]
    assert [line[1] for line in rows(plan, "watch")[1:]] == ["weekly", "monthly"]


def test_a_cadence_that_was_set_goes_before_the_computed_one():
    plan = planned({**RIVALS, "competitors.items[app].watch.cadence": "quarterly"})
    assert rows(plan, "watch")[1:] == [["RehabNow", "quarterly"]]


def test_the_sort_of_a_place_is_said_where_its_name_does_not():
    at = "competitors.items[app].watch.sources"
    plan = planned(
        {
            **RIVALS,
            f"{at}[news]": {"name": "Newsletter", "kind": "newsletter"},
            f"{at}[street]": {"name": "Our own street", "kind": "visit"},
        }
    )
    assert rows(plan, "watch")[1] == ["RehabNow", "Newsletter and Our own street (visit)"]


def test_prices_stand_beside_ours():
    plan = planned(
        {
            **RIVALS,
            "business.offerings[session]": {"name": "Session"},
            "business.offerings[session].price": "42",
            "competitors.items[fizio].prices[session].price": "34.50",
        }
    )
    assert rows(plan, "prices") == [
        ["Offer", "Ours EUR", "FizioPlus EUR"],
        ["Session", "42", "34.50"],
    ]


def test_shares_of_search_and_voice_are_of_those_known():
    plan = planned(
        {
            **RIVALS,
            "competitors.own.brand_searches": 260,
            "competitors.items[fizio].brand_searches": 900,
            "business.baseline.marketing_spend": "11400",
            "competitors.items[fizio].marketing_spend": "60000",
        }
    )
    # 260 / 1,160 = 22.4 %; 11,400 / 71,400 = 16 %
    table = rows(plan, "known")
    assert table[1] == ["Moveo", "260", "22.4%", "11,400", "16%"]
    assert len(table) == 3


def test_observations_come_in_order_of_their_days():
    seen = "competitors.items[fizio].watch.observations"
    plan = planned(
        {
            **RIVALS,
            f"{seen}[b]": {"what": "Seventh site", "date": "2026-11-02"},
            f"{seen}[a]": {"what": "Hiring", "date": "2026-09-30"},
        }
    )
    assert [line[2] for line in rows(plan, "observations")[1:]] == ["Hiring", "Seventh site"]
