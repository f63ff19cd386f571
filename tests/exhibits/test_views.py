"""Charts beside the tables: their figures are the answers, or follow from them by hand."""

import pytest

import planner
from planner import paths
from planner.blocks import Chart, plain
from planner.model.plan import Plan
from tests.plans import sample


@pytest.fixture(scope="module")
def charts():
    blocks = planner.compose(sample(), "annual", "en").blocks
    return {block.anchor: block for block in blocks if isinstance(block, Chart)}


def test_the_ring_of_sales_has_each_offer_s_part_of_the_year_s_sales(charts):
    plan, chart = sample(), charts["sales-shares"]
    sold = float(plan.business.baseline.revenue)
    expected = [sold * offer.share_of_revenue for offer in plan.business.offerings]
    assert list(chart.series[0].values) == pytest.approx(expected)
    most = max(plan.business.offerings, key=lambda offer: offer.share_of_revenue)
    assert plain(chart.caption).startswith(f"{most.name} brings {most.share_of_revenue:.1%}")


def test_offers_lie_at_our_share_over_the_largest_rival_s(charts):
    plan, chart = sample(), charts["portfolio-map"]
    offers = {offer.name: offer for offer in plan.business.offerings}
    for point in chart.points:
        offer = offers[point.label]
        assert point.x == pytest.approx(offer.own_share / offer.largest_rival_share)
        growth = plan.market.growth if offer.market_growth is None else offer.market_growth
        assert point.y == pytest.approx(growth * 100)
        assert point.size == pytest.approx(
            float(plan.business.baseline.revenue) * offer.share_of_revenue
        )
    # Henderson 1970: who has more than the largest rival leads.
    leaders = [point.label for point in chart.points if point.x >= 1]
    assert plain(chart.caption) == f"We lead with: {' and '.join(leaders)}"


def test_the_radar_shows_our_ratings_and_those_of_two_rivals(charts):
    plan, chart = sample(), charts["profile-radar"]
    assert [series.own for series in chart.series] == [True, False, False]
    given = {rival.name: rival.ratings for rival in plan.competitors.items}
    given[plan.business.company.name] = plan.competitors.own.ratings
    names = {factor.id: factor.name for factor in plan.competitors.success_factors}
    for series in chart.series:
        scores = {names[rating.id]: rating.score for rating in given[series.name]}
        assert dict(zip(chart.categories, series.values, strict=True)) == {
            name: scores.get(name) for name in chart.categories
        }
    assert (chart.y.low, chart.y.high) == (0, 4)


def test_every_wish_lies_where_it_was_scored(charts):
    # Ulwick 2005: opportunity = importance + max(importance − satisfaction, 0).
    chart = charts["outcomes-map-andreea"]
    scores = {point.label: point.x + max(point.x - point.y, 0) for point in chart.points}
    widest = max(scores, key=scores.get)
    assert plain(chart.caption) == f"{widest}: the widest opening"
    assert next(point for point in chart.points if point.label == widest).own


@pytest.mark.parametrize("depth", ["essential", "standard"])
def test_only_the_full_depth_has_them(depth):
    plan = paths.put(sample(), "meta.depth", depth)
    for shown in (plan, Plan()):
        document = planner.compose(shown, "annual", "en")
        kinds = {block.kind for block in document.blocks if isinstance(block, Chart)}
        assert not kinds & {"doughnut", "radar", "scatter", "bubble"}


def test_every_mark_on_them_knows_its_answers(charts):
    plan = sample()
    for anchor in ("sales-shares", "portfolio-map", "profile-radar", "outcomes-map-andreea"):
        chart = charts[anchor]
        marks = (*chart.points, *chart.series)
        assert all(mark.sources for mark in marks)
        for path in {path for mark in marks for path in mark.sources}:
            assert paths.get(plan, path) is not None
