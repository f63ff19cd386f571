"""Past orders: settings in words, means of computed groups."""

from tests.exhibits.setting import column, planned, says, shows

SETTINGS = "segments.order_analysis"


def test_scores_and_columns_are_said_in_words():
    plan = planned(
        {
            f"{SETTINGS}.segment_by": "RF",
            f"{SETTINGS}.cluster_columns": ["recency", "frequency"],
            f"{SETTINGS}.log_columns": ["monetary"],
            f"{SETTINGS}.cluster_limit": 6,
        }
    )
    assert says(plan, "order-settings") == (
        "Groups by how lately and how often they bought (score RF). Computed groups use: days"
        " since the last order and number of orders. Taken as logarithms, being very uneven:"
        " money spent. At most 6 computed groups were tried."
    )


def test_means_of_computed_groups_have_as_many_decimals_in_every_row():
    at = "segments.order_data.clusters"
    plan = planned(
        {
            f"{at}[a]": {"name": "Regulars", "frequency": 38, "monetary": "1418"},
            f"{at}[b]": {"name": "Once", "frequency": 9.92, "monetary": "416.62"},
        }
    )
    assert column(shows(plan, "clusters"), "Orders each") == ["38.0", "9.9"]
    assert column(shows(plan, "clusters"), "Spent each") == ["1,418", "417"]
