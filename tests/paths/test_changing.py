"""Putting, inserting, removing, moving: what changes, what is shared, what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import paths
from planner.model.kinds import BadValue
from planner.model.plan import Plan, from_json, to_json
from tests.nightly import NIGHTLY
from tests.plans import sample


def with_rivals() -> Plan:
    plan = paths.insert(Plan(), "competitors.success_factors", {"name": "Price"}).plan
    return paths.insert(plan, "competitors.items", {"name": "Acme"}).plan


def test_parse_and_show_are_inverse():
    for path in (
        "business.company.name",
        "business.offerings[gold].price",
        "competitors.items[acme].ratings[price].score",
        "promotion.channels[seo].months[2027-03].budget",
        "audience.personas[nino].devices[phone]",
    ):
        assert paths.show(paths.parse(path)) == path


@pytest.mark.parametrize(
    "bad",
    ["", "business..name", "business[", ".a", "a.[b]", "[a]", "a[b][c]", "business.Name", "a[b]c"],
)
def test_what_is_no_path_is_refused(bad):
    with pytest.raises(paths.BadPath):
        paths.parse(bad)


def test_put_shares_what_did_not_change():
    before = sample()
    after = paths.put(before, "business.company.name", "Other")
    assert after.business.company.name == "Other"
    assert after.market is before.market
    assert after.business.offerings is before.business.offerings
    assert before.business.company.name == "Moveo"


def test_equal_value_gives_the_same_plan():
    plan = sample()
    price = "business.offerings[sports-massage].price"
    assert paths.put(plan, "business.company.name", "Moveo") is plan
    assert paths.put(plan, price, "36.00") is plan
    assert paths.put(plan, "meta.period", ["2027-01", "2027-12"]) is plan


def test_money_is_exact_and_keeps_its_digits():
    plan = paths.insert(Plan(), "business.offerings", {"name": "Gold", "price": "0.10"}).plan
    plan = paths.put(plan, "business.offerings[gold].unit_cost", "1200.505")
    assert plan.business.offerings[0].price == Decimal("0.10")
    shown = to_json(plan)["business"]["offerings"][0]
    assert shown["price"] == "0.10"
    assert shown["unit_cost"] == "1200.505"


def test_a_new_name_makes_the_id_and_a_rename_keeps_it():
    made = paths.insert(Plan(), "business.offerings", {"name": "Școală de vară 2027!"})
    assert made.id == "scoala-de-vara-2027"
    renamed = paths.put(made.plan, f"business.offerings[{made.id}].name", "Other")
    assert renamed.business.offerings[0].id == made.id
    georgian = paths.insert(Plan(), "business.offerings", {"name": "ქართული"})
    assert georgian.id == "kartuli"
    nothing = paths.insert(Plan(), "business.offerings", {"name": "!!!"})
    assert nothing.id == "item-1"


def test_ids_stay_unique():
    plan = paths.insert(Plan(), "business.goals", {"name": "Grow"}).plan
    second = paths.insert(plan, "business.goals", {"name": "Grow"})
    assert second.id == "grow-2"


def test_own_is_no_rival():
    made = paths.insert(Plan(), "competitors.items", {"name": "Own"})
    assert made.id != "own"
    with pytest.raises(BadValue):
        paths.put(Plan(), "competitors.items[own]", {"name": "x"})


def test_a_keyed_member_comes_and_goes_with_its_answers():
    plan = with_rivals()
    path = "competitors.items[acme].ratings[price].score"
    rated = paths.put(plan, path, 3)
    assert paths.get(rated, path) == 3
    cleared = paths.put(rated, path, None)
    assert cleared.competitors.items[0].ratings == ()
    assert cleared == plan


def test_keys_are_checked():
    plan = with_rivals()
    with pytest.raises(BadValue):
        paths.put(plan, "competitors.items[acme].ratings[taste].score", 3)
    with pytest.raises(BadValue):
        paths.put(plan, "business.months[2027-13].revenue", 1)
    with pytest.raises(BadValue):
        paths.put(plan, "promotion.seasonality[13].weight", 1)


def test_removing_clears_what_names_it():
    plan = with_rivals()
    plan = paths.put(plan, "competitors.items[acme].ratings[price].score", 3)
    plan = paths.put(plan, "competitors.own.ratings[price].score", 2)
    about = ["competitors.items[acme].ratings[price].score", "competitors.items[acme].claim"]
    plan = paths.insert(plan, "evidence.items", {"source": "Calls", "about": about}).plan
    removed = paths.remove(plan, "competitors.success_factors[price]")
    assert removed.plan.competitors.items[0].ratings == ()
    assert removed.plan.competitors.own.ratings == ()
    assert removed.plan.evidence.items[0].about == ("competitors.items[acme].claim",)
    assert set(removed.cleared) == {
        "competitors.items[acme].ratings[price]",
        "competitors.own.ratings[price]",
        "evidence.items[calls].about",
    }
    gone = paths.remove(removed.plan, "competitors.items[acme]")
    assert gone.plan.evidence.items[0].about is None
    assert paths.dangling(gone.plan) == ()


MOST = None if NIGHTLY else 3
"""So many members of a collection are removed by day; all of them at night."""


def test_removing_any_member_of_the_sample_leaves_nothing_dangling():
    plan = sample()
    for collection in (
        "segments.items", "competitors.items", "audience.personas", "promotion.people",
        "promotion.channels", "business.goals", "business.offerings", "promotion.kpis",
        "positioning.swot", "positioning.strategies", "promotion.objectives", "evidence.items",
        "competitors.success_factors", "competitors.curve_factors", "promotion.budget_lines",
    ):  # fmt: skip
        for path, _ in paths.members(plan, collection)[:MOST]:
            assert paths.dangling(paths.remove(plan, path).plan) == (), path


def test_a_reference_must_lead_somewhere():
    plan = paths.insert(Plan(), "business.goals", {"name": "Grow"}).plan
    with pytest.raises(BadValue, match="nobody"):
        paths.put(plan, "business.goals[grow].owner", "nobody")


def test_estimates_rise():
    plan = paths.insert(Plan(), "promotion.channels", {"name": "Ads"}).plan
    path = "promotion.channels[ads].unit_cost"
    plan = paths.put(plan, f"{path}.base", "0.90")
    plan = paths.put(plan, f"{path}.low", "0.70")
    with pytest.raises(BadValue):
        paths.put(plan, f"{path}.high", "0.80")
    assert paths.get(plan, path).base == Decimal("0.90")


def test_moving_and_copying():
    plan = sample()
    moved = paths.move(plan, "segments.items[employers]", 0).plan
    assert [s.id for s in moved.segments.items][:2] == ["employers", "desk"]
    assert paths.move(plan, "segments.items[desk]", 0).plan is plan
    copied = paths.duplicate(plan, "audience.personas[andreea]")
    assert copied.id == "andreea-tester"
    twin = paths.get(copied.plan, f"audience.personas[{copied.id}]")
    assert twin.name == "Andreea, tester (2)"
    assert twin.pains == plan.audience.personas[0].pains
    assert [p.id for p in copied.plan.audience.personas][1] == copied.id


@given(st.permutations(range(len(sample().segments.items))))
def test_arranging_is_putting_the_same_members_in_another_order(order):
    plan, path = sample(), "segments.items"
    members = plan.segments.items
    put = paths.put(plan, path, [members[number] for number in order])
    arranged = paths.arrange(plan, path, order)
    assert arranged.plan == put
    assert all(a is members[n] for a, n in zip(arranged.plan.segments.items, order, strict=True))
    assert (arranged.plan is plan) == (put is plan)
    assert arranged.paths == (() if put is plan else (path,))


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("segments.items", [0]),
        ("segments.items", [*range(len(sample().segments.items)), 0]),
        ("segments.items", [*range(len(sample().segments.items) - 1), 0]),
        ("segments.items", [-1, *range(1, len(sample().segments.items))]),
        ("business.months", [*range(len(sample().business.months))]),
        ("segments.items[desk]", []),
        ("segments.items[nobody].strengths", []),
    ],
)
def test_an_order_names_every_member_once(path, order):
    with pytest.raises(BadValue):
        paths.arrange(sample(), path, order)


def numbered(count):
    rows = [{"id": f"w-{number}", "phrase": str(number)} for number in range(count)]
    return paths.put(sample(), WORDS, rows)


WORDS = "audience.personas[andreea].words"


@given(st.data())
def test_members_are_found_by_their_ids_after_any_change(data):
    plan = numbered(20)
    for _ in range(data.draw(st.integers(1, 6))):
        known = [member.id for member in paths.get(plan, WORDS)]
        one = data.draw(st.sampled_from(known))
        act = data.draw(st.sampled_from(("arrange", "put", "remove", "insert")))
        if act == "arrange":
            order = data.draw(st.permutations(range(len(known))))
            plan = paths.arrange(plan, WORDS, order).plan
        elif act == "put":
            plan = paths.put(plan, f"{WORDS}[{one}].phrase", data.draw(st.sampled_from("xyz")))
        elif act == "remove":
            plan = paths.remove(plan, f"{WORDS}[{one}]").plan
        else:
            plan = paths.insert(plan, WORDS, {"phrase": "new"}, 0).plan
        for member in paths.get(plan, WORDS):
            assert paths.get(plan, f"{WORDS}[{member.id}]") is member
        assert paths.has(plan, f"{WORDS}[{one}]") == (act != "remove")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("business.offering[x].price", "offerings"),
        ("business.company.nam", "name"),
        ("business.offerings.price", "pick a member"),
        ("business.company.name.first", "first"),
        ("meta.title[x]", "not a collection"),
        ("business.offerings[sports-massage].id", "never changed"),
    ],
)
def test_a_wrong_path_says_what_was_meant(path, hint):
    with pytest.raises(paths.BadPath, match=hint):
        paths.put(sample(), path, "x")


def test_unknown_fields_survive_edits():
    data = to_json(sample())
    data["business"]["offerings"][0]["colour"] = {"new": [1, 2.5, "x"]}
    data["horoscope"] = "good"
    plan = paths.put(from_json(data), "business.offerings[physiotherapy-session].price", "43")
    again = to_json(plan)
    assert again["business"]["offerings"][0]["colour"] == {"new": [1, 2.5, "x"]}
    assert again["horoscope"] == "good"
