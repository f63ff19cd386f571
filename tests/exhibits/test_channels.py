"""Each channel's part and terms, on small plans."""

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, grid, planned, says, shows

ADS, SPOTS = "promotion.channels[ads]", "promotion.channels[spots]"


def two(*more, depth="thorough"):
    return planned(
        {
            "meta.currency": "EUR",
            "audience.journey[see]": {"name": "See"},
            "audience.journey[buy]": {"name": "Buy"},
            ADS: {"name": "Ads", "status": "run", "budget": "900"},
            SPOTS: {"name": "Spots", "status": "rejected"},
            **dict(more),
        },
        depth=depth,
    )


def test_parts_along_the_way_and_the_step_without_a_lead():
    plan = two((f"{ADS}.roles[buy].role", "main"), (f"{ADS}.roles[buy].action", "books"))
    assert grid(shows(plan, "channel-roles")) == [["Channel", "Buy"], ["Ads", "main"]]
    silent = paths.put(plan, f"{ADS}.roles[see].role", "supports")
    assert grid(shows(silent, "channel-actions"))[1:] == [["Ads", "Buy", "books"]]
    assert says(plan, "channel-holes") == "No channel leads at: See."
    led = paths.put(plan, f"{ADS}.roles[see].role", "main")
    assert says(led, "channel-holes") == ""


def test_a_rejected_channel_has_no_part():
    plan = two((f"{SPOTS}.roles[buy].role", "main"))
    assert shows(plan, "channel-roles") is None


def test_last_year_s_cost_of_a_customer():
    plan = two((f"{ADS}.last_year.spend", "3000"), (f"{ADS}.last_year.customers", 80))
    assert column(shows(plan, "channel-past"), "Cost of a customer") == ["38"]  # 37.5
    none = paths.put(plan, f"{ADS}.last_year.customers", 0)
    assert "Cost of a customer" not in grid(shows(none, "channel-past"))[0]
    for spend, said in (("0", "–"), ("640", "8"), ("300", "3.75")):
        other = paths.put(plan, f"{ADS}.last_year.spend", spend)
        assert column(shows(other, "channel-past"), "Cost of a customer") == [said]


def test_whom_the_channels_shut_out():
    plan = two(
        ("segments.exclusions[far]", {"name": "Too far", "areas": ["Turda", "Gherla"]}),
        (f"{ADS}.exclusions[far].applied", "2027-01-15"),
    )
    assert grid(shows(plan, "channel-exclusions"))[1] == ["Too far", "Ads (since 15 Jan 2027)"]
    both = paths.put(plan, f"{SPOTS}.status", "test")
    both = paths.put(both, f"{SPOTS}.exclusions[far].applied", "2027-01-15")
    assert grid(shows(both, "channel-exclusions"))[1] == [
        "Too far", "every channel in use (since 15 Jan 2027)",
    ]  # fmt: skip
    assert says(plan, "exclusions-open") == ""
    more = paths.put(plan, "segments.exclusions[cheap]", {"name": "Cheap", "areas": ["Dej"]})
    assert says(more, "exclusions-open") == "Not everyone we refuse is shut out yet of: Ads."


def test_permissions():
    plan = two((f"{ADS}.consent", "none"), (SPOTS, {"name": "Spots", "status": "run"}))
    plan = paths.put(plan, f"{SPOTS}.consent", "permit")
    plan = paths.put(plan, f"{SPOTS}.consent_how", "From the town hall")
    table = shows(plan, "channel-consent")
    assert grid(table)[1:] == [["Spots", "permit", "From the town hall"]]
    assert plain(table.source) == "No permission is needed for: Ads."
    told = shows(paths.put(plan, f"{ADS}.consent_how", "Nobody is named"), "channel-consent")
    assert column(told, "Channel") == ["Ads", "Spots"]
    assert plain(told.source) == ""


def test_money_that_stays():
    plan = two((f"{ADS}.pinned", True), (f"{ADS}.pin_reason", "The contract runs on."))
    (said,) = shows(plan, "channel-pins").items
    assert plain(said) == ("The money of “Ads” stays, whatever the sums say: The contract runs on.")
    assert shows(paths.put(plan, f"{ADS}.pinned", False), "channel-pins") is None


def test_spots_times_price():
    at = "promotion.placements"
    plan = two(
        (f"{at}[am]", {"name": "Mornings", "insertions": 20, "cost_per_insertion": "38"}),
        (f"{at}[pm]", {"name": "Evenings", "insertions": 10, "cost_per_insertion": "25.50"}),
    )
    assert column(shows(plan, "placements"), "Cost") == ["760", "255"]
    # 760 + 255
    assert says(plan, "placements").startswith("The placements cost €1,015 together")


def test_only_curves_with_figures_of_their_own_are_listed():
    plan = two((f"{ADS}.saturation.curve", "hill"))
    assert shows(plan, "channel-curves") is None
    plan = paths.put(plan, f"{ADS}.saturation.half_point", 1500)
    assert grid(shows(plan, "channel-curves"))[1:] == [["Ads", "hill", "1,500"]]


def test_what_is_for_the_full_depth_only():
    plan = two((f"{ADS}.saturation.half_point", 1500), depth="standard")
    assert shows(plan, "channel-curves") is None


def test_a_step_without_a_part_is_a_dash():
    none = two((f"{ADS}.roles[buy].role", "none"))
    assert grid(shows(none, "channel-roles"))[1] == ["Ads", "–"]
    only_words = two((f"{ADS}.roles[buy].action", "books"))
    assert shows(only_words, "channel-roles") is None


def test_channels_that_shut_a_group_out_together_stand_together():
    plan = two(
        ("segments.exclusions[far]", {"name": "Too far"}),
        ("promotion.channels[maps]", {"name": "Maps"}),
        ("promotion.channels[mail]", {"name": "Mail"}),
        (f"{ADS}.exclusions[far].applied", "2027-02-01"),
        ("promotion.channels[maps].exclusions[far].applied", "2027-01-15"),
        ("promotion.channels[mail].exclusions[far].applied", "2027-02-01"),
    )
    assert column(shows(plan, "channel-exclusions"), "Shut out of") == [
        "Maps (since 15 Jan 2027) and Ads and Mail (since 1 Feb 2027)"
    ]
