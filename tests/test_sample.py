"""The shipped sample agrees with itself: every figure in its texts is recomputed from its fields.

`data/sample_figures.tsv` has a line a figure: the path of the text, the figure as written, what it
stands for (where it is written in words) and an expression over the plan's fields.
`data/sample_figures_alone.tsv` lists the figures that no other answer repeats, each with a reason.
"""

from __future__ import annotations

import ast
import csv
import datetime as dt
import math
import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planner import checks, paths
from planner.analysis.feeding import analysed
from planner.analysis.feeding.spending import by_month
from planner.model.plan import Plan
from tests.plans import sample

DATA = Path(__file__).parent / "data"
FIGURE = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?%?")
PLACE = re.compile(r"\{([^}]+)\}")
MONTHS = "January February March April May June July August September October November December"
DATED = re.compile(
    rf"\b(?:\d+(?: to |–))?\d+ (?:{MONTHS.replace(' ', '|')})\b|\b20[12]\d\b|\b\d+:\d\d\b"
)
"""Days, calendar years and times of day: no quantities."""
NAMED = re.compile(r"\.(file|sha256|document|kept_at|url)$|^segments\.order_data\.source$")
"""Names of files, papers and folders."""
WORDS = {"four": 4, "six": 6, "eight": 8, "nine": 9}


@dataclass(frozen=True)
class Row:
    """A figure of a text and what it has to be."""

    path: str
    written: str
    value: str
    expression: str

    @property
    def stands_for(self) -> float:
        """The figure as a number."""
        return float(self.value) if self.value else number(self.written)


def table(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


ROWS = [Row(*line) for line in table("sample_figures.tsv")]
ALONE = table("sample_figures_alone.tsv")


def text_at(plan: Plan, path: str) -> str:
    """The text of an answer, a list joined."""
    value = paths.get(plan, path)
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def figures(text: str) -> list[str]:
    return FIGURE.findall(text)


def number(figure: str) -> float:
    """A figure as a number; a percentage as a share."""
    return float(figure.rstrip("%").replace(",", "")) / (100 if figure.endswith("%") else 1)


def plain(value: Any) -> Any:
    """Money and estimates as numbers; dates stay."""
    if isinstance(value, dt.date):
        return value
    return float(value.base if hasattr(value, "base") else value)


def at(plan: Plan, path: str) -> Any:
    """The value at a path; those of all members that have one where the path has a star."""
    head, star, tail = path.partition("[*]")
    if not star:
        return plain(paths.get(plan, path))
    filled = [f"{head}[{member.id}]{tail}" for member in paths.get(plan, head)]
    values = [paths.get(plan, each) for each in filled if paths.has(plan, each)]
    return [plain(value) for value in values if value is not None]


class Figures:
    """The names that an expression may call, over one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.calls: dict[str, Callable[..., Any]] = {
            name: getattr(self, name) for name in vars(Figures) if not name.startswith("_")
        }
        self.calls |= {
            "sum": sum, "round": round, "min": min, "max": max,
            "ceil": math.ceil, "floor": math.floor,
        }  # fmt: skip

    def said(self, path: str, place: int) -> float:
        """A figure of another text, counted from 0."""
        return number(figures(text_at(self.plan, path))[place])

    def word(self, path: str, word: str) -> float:
        """A number that another text gives in words."""
        assert word in text_at(self.plan, path)
        return WORDS[word.lower()]

    def day(self, date: dt.date) -> int:
        return date.day

    def month(self, date: dt.date) -> int:
        return date.month

    def below(self, values: list[float], limits: list[float]) -> int:
        return sum(a < b for a, b in zip(values, limits, strict=True))

    def atleast(self, values: list[float], limit: float) -> int:
        return sum(value >= limit for value in values)

    def year(self, year: str, what: str) -> float:
        """The sum of a year's past months."""
        months = [m for m in self.plan.business.months if m.id.startswith(year)]
        return float(sum(getattr(m, what) for m in months))

    def total(self) -> float:
        """The whole budget, contingency included."""
        return float(analysed(self.plan).spending.total.value)

    def margin(self) -> float:
        """Contribution of a sale: the offers' margins by their shares of sales."""
        return sum(
            float(o.share_of_revenue) * (1 - float(o.unit_cost) / float(o.price))
            for o in self.plan.business.offerings
        )

    def worth(self) -> float:
        """What an average customer leaves in a year."""
        base = self.plan.business.baseline
        return float(base.revenue) * self.margin() / base.customers

    def won(self, channel: str = "") -> float:
        """Customers who would not have come anyway, of one channel or of all."""
        returns = analysed(self.plan).channel_returns
        return sum(each.customers.value for each in returns if channel in ("", each.id))

    def customers(self, channel: str) -> float:
        """All customers of a channel."""
        return self.won(channel) / (1 - at(self.plan, f"promotion.channels[{channel}].anyway"))

    def won_last_year(self, *channels: str) -> float:
        """Last year's customers of some channels who would not have come anyway."""
        return sum(
            at(self.plan, f"promotion.channels[{c}].last_year.customers")
            * (1 - at(self.plan, f"promotion.channels[{c}].anyway"))
            for c in channels
        )

    def left(self, scenario: str) -> float:
        """What a scenario leaves after the channels' cost."""
        return next(f.left.value for f in analysed(self.plan).futures if f.id == scenario)

    def cautious(self, channel: str) -> float:
        """A channel's contribution where all its estimates stand at their cautious ends."""
        return cautious(self.plan, channel)

    def months(self, channel: str, first: int, last: int) -> float:
        """A channel's money from one month of the year to another."""
        money = by_month(self.plan, paths.get(self.plan, f"promotion.channels[{channel}]"))
        return float(sum(v for month, v in money.items() if first <= int(month[5:]) <= last))

    def planned(self, until: str) -> float:
        """Money planned up to a month, contingency left out."""
        promotion = self.plan.promotion
        used = [c for c in promotion.channels if c.status in ("run", "test")]
        months = [by_month(self.plan, each) for each in (*used, *promotion.budget_lines)]
        return float(sum(v for each in months for month, v in each.items() if month <= until))

    def spent(self, until: str) -> float:
        """Money that the actuals show up to a month."""
        months = [m for m in self.plan.track.months if m.id <= until]
        media = sum(c.spend or 0 for m in months for c in m.channels)
        return float(media + sum(line.spent or 0 for m in months for line in m.budget_lines))

    def slots(self, month: str) -> float:
        """Treatment slots that a month's sales took."""
        sold = at_month(self.plan, month).products
        takes = {o.id: o.capacity_per_unit for o in self.plan.business.offerings}
        return float(sum(p.units * takes[p.id] for p in sold))


@cache
def cautious(plan: Plan, channel: str) -> float:
    path = f"promotion.channels[{channel}]"
    for field, end in (
        ("unit_cost", "high"), ("anyway", "high"), ("funnel.volume", "low"),
        ("funnel.visit_to_lead", "low"), ("funnel.lead_to_customer", "low"),
        ("funnel.orders", "low"),
    ):  # fmt: skip
        value = getattr(paths.get(plan, f"{path}.{field}"), end)
        if value is not None:
            plan = paths.put(plan, f"{path}.{field}.base", value)
    # An end that was left empty lies a quarter off the base, as everywhere in the program.
    order = paths.get(plan, f"{path}.funnel.average_order")
    if order.low is None:
        plan = paths.put(plan, f"{path}.funnel.average_order.base", order.base * 3 / 4)
    returns = analysed(plan).channel_returns
    return next(each.contribution.value for each in returns if each.id == channel)


def at_month(plan: Plan, month: str) -> Any:
    return next(m for m in plan.track.months if m.id == month)


OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip


def reckoned(plan: Plan, expression: str) -> Any:
    """The value of an expression: + - * /, numbers, `{paths}` and the calls of `Figures`."""
    places: list[str] = PLACE.findall(expression)
    names = iter(range(len(places)))
    tree = ast.parse(PLACE.sub(lambda _: f"place_{next(names)}", expression), mode="eval")
    calls = Figures(plan).calls

    def value(node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=int() | float() | str() as constant):
                return constant
            case ast.Name(id=name) if name.startswith("place_"):
                return at(plan, places[int(name[6:])])
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](value(left), value(right))
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return calls[name](*map(value, args))
        raise ValueError(expression)

    return value(tree.body)


def agrees(row: Row, plan: Plan) -> bool:
    """Is the figure what the fields say?"""
    found = reckoned(plan, row.expression)
    if isinstance(found, dt.date):
        day = f"{found.day} {MONTHS.split()[found.month - 1]}"
        return row.written in (day, f"{day} {found.year}")
    return math.isclose(row.stands_for, found, rel_tol=1e-9, abs_tol=1e-9)


def stands_there(row: Row, plan: Plan) -> bool:
    """Does the answer hold the figure, whole?"""
    if isinstance(paths.get(plan, row.path), str | tuple):
        text = text_at(plan, row.path)
        return bool(re.search(rf"(?<![\d,.]){re.escape(row.written)}(?!,?\d)", text))
    return math.isclose(row.stands_for, at(plan, row.path), rel_tol=1e-9)


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """All texts that the user wrote, with their paths."""
    for answer in paths.answers(plan):
        kind = type(answer.field.kind).__name__
        typed = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        if kind not in ("Text", "Prose", "ListOf") or NAMED.search(answer.path):
            continue
        if all(isinstance(each, str) for each in typed):
            yield answer.path, text_at(plan, answer.path)


def uncounted(plan: Plan) -> dict[str, list[str]]:
    """Figures of the texts that neither table holds."""
    promised = figures(text_at(plan, "positioning.usp.statement"))
    known: dict[str, list[str]] = {}
    for path, written in [*((r.path, r.written) for r in ROWS), *(line[:2] for line in ALONE)]:
        known.setdefault(path, []).extend(figures(written))
    left = {}
    for path, text in texts(plan):
        rest = re.sub(rf"\b{promised[0]}(?=[ -]hour|h\b)", "", DATED.sub("", text))
        missing = [f for f in figures(rest) if f not in known.get(path, [])]
        if missing:
            left[path] = missing
    return left


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.path}: {row.written}")
def test_a_figure_is_what_the_fields_say(row: Row) -> None:
    assert stands_there(row, sample()), text_at(sample(), row.path)
    assert agrees(row, sample()), reckoned(sample(), row.expression)


def test_no_figure_of_a_text_goes_unchecked() -> None:
    assert uncounted(sample()) == {}


def test_no_line_of_the_short_list_is_out_of_date() -> None:
    there = dict(texts(sample()))
    gone = [
        (path, figure)
        for path, written, reason in ALONE
        for figure in figures(written)
        if figure not in figures(there.get(path, "")) or not reason
    ]
    assert gone == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("business.baseline.revenue", "213000"),
        ("business.offerings[physiotherapy-session].price", "43"),
        ("business.capacity[treatment-slots].step_cost", "2200"),
        ("promotion.channels[search-ads].budget", "4900"),
        ("promotion.channels[search-ads].funnel.lead_to_customer.base", 0.36),
        ("promotion.channels[search-ads].stop_date", "2027-05-04"),
        ("promotion.forecast.overlap", 0.12),
        ("promotion.kpis[new-customers].months[2027-10].target", 64),
        ("competitors.items[fizioplus].prices[physiotherapy-session].price", "33"),
        ("track.months[2027-03].kpis[new-customers].actual", 36),
        ("evidence.items[trial].says", "31 of 34 first visits within 48 hours; median 1.6 days"),
    ],
)
def test_a_changed_field_is_noticed(path: str, value: object) -> None:
    plan = paths.put(sample(), path, value)
    assert [row for row in ROWS if not agrees(row, plan)]


def test_a_figure_nobody_checked_is_noticed() -> None:
    plan = paths.put(sample(), "promotion.budget.reason", "A customer leaves 151, or 167 a year.")
    assert uncounted(plan) == {"promotion.budget.reason": ["167"]}
    plan = paths.put(sample(), "positioning.usp.buyer_gets", "a slot within 72 hours")
    assert uncounted(plan) == {"positioning.usp.buyer_gets": ["72"]}


@pytest.mark.parametrize("code", ["__import__('os')", "(1).real", "[1][0]", "2 ** 9", "open('x')"])
def test_an_expression_is_only_arithmetic(code: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        reckoned(sample(), code)


def test_the_review_shows_only_what_was_left_on_purpose() -> None:
    assert [f.id for f in checks.findings(sample(), dt.date(2027, 4, 5))] == [
        "goal-beyond-market", "constraint-broken", "forecast-over-limits", "goal-beyond-capacity",
    ]  # fmt: skip


# What the fields say of each other.

PROMOTION = sample().promotion
HOLIDAYS = set(PROMOTION.calendar.holidays)


def works(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def days(first: dt.date, last: dt.date) -> list[dt.date]:
    """The working days from one to another, both included."""
    span = (first + dt.timedelta(n) for n in range((last - first).days + 1))
    return [day for day in span if works(day)]


def year_sum(year: str, what: str) -> float:
    return Figures(sample()).year(year, what)


def test_the_months_of_the_past_add_up_to_their_years() -> None:
    base = sample().business.baseline
    assert year_sum("2026", "revenue") == base.revenue
    assert year_sum("2026", "orders") == base.orders
    assert year_sum("2026", "new_customers") == base.new_customers
    assert year_sum("2026", "marketing_spend") == base.marketing_spend
    for year in sample().business.years:
        assert sales(year.id) == year.revenue
    assert sales("2026") == base.revenue


def sales(year: str) -> Any:
    """What all offers sold in a year."""
    offered = [each for offering in sample().business.offerings for each in offering.years]
    return sum(each.sales for each in offered if each.id == year)


def test_the_segments_hold_all_customers() -> None:
    own = sum(segment.own_customers for segment in sample().segments.items)
    assert own == sample().business.baseline.customers


def test_the_past_orders_count_each_customer_once() -> None:
    orders = sample().segments.order_data
    assert sum(group.customers for group in orders.clusters) == orders.customers
    known = float(sum(y.revenue for y in sample().business.years if y.id >= "2024"))
    nine = sum(float(m.revenue) for m in sample().business.months if "2026" < m.id < "2026-10")
    assert float(sum(group.revenue for group in orders.rfm)) == known + nine


def test_typed_months_add_up_to_the_budget() -> None:
    for channel in PROMOTION.channels:
        if channel.months:
            assert sum(m.budget for m in channel.months) == channel.budget, channel.id
    for line in PROMOTION.budget_lines:
        if line.months:
            assert sum(m.amount for m in line.months) == float(line.unit_cost) * line.quantity


def test_campaigns_take_no_more_than_their_months_hold() -> None:
    for campaign in PROMOTION.campaigns:
        for taken in campaign.channels:
            first, last = campaign.start.month, campaign.end.month
            there = Figures(sample()).months(taken.id, first, last)
            assert (taken.budget or 0) <= there, (campaign.id, taken.id)


def test_the_forecast_sells_the_goal_within_the_slots() -> None:
    sold = sum(p.units * float(p.price) for p in PROMOTION.forecast.products)
    assert sold == sample().business.goals[0].target
    takes = {o.id: o.capacity_per_unit for o in sample().business.offerings}
    slots = sum(p.units * takes[p.id] for p in PROMOTION.forecast.products)
    assert slots / 12 <= sample().business.capacity[0].per_month
    assert sum(month.weight for month in PROMOTION.seasonality) == pytest.approx(12)
    assert sum(scenario.probability for scenario in PROMOTION.scenarios) == pytest.approx(1)


def test_milestones_are_sums_of_the_months() -> None:
    revenue = next(kpi for kpi in PROMOTION.kpis if kpi.id == "revenue")
    for milestone in sample().business.goals[0].milestones:
        assert milestone.value == sum(m.target for m in revenue.months if m.id <= milestone.id)


@pytest.mark.parametrize("task", PROMOTION.tasks, ids=lambda task: task.id)
def test_a_task_ends_when_its_working_days_do(task: Any) -> None:
    by_id = {each.id: each for each in PROMOTION.tasks}
    assert works(task.due)
    assert len(days(task.start, task.due)) == task.days or not task.days
    for before in task.after or ():
        assert by_id[before].due < task.start or not task.days
        assert by_id[before].due <= task.due


def test_what_comes_falls_on_working_days() -> None:
    future = [
        (answer.path, answer.value)
        for answer in paths.answers(sample())
        if isinstance(answer.value, dt.date) and not answer.path.startswith("promotion.calendar")
    ]
    assert [path for path, day in future if day > dt.date(2027, 4, 5) and not works(day)] == []


def test_the_hours_of_the_tasks_fit_the_people() -> None:
    load: dict[tuple[str, str], float] = {}
    for task in PROMOTION.tasks:
        spread = days(task.start, task.due) or [task.due]
        for day in spread:
            key = (task.owner, f"{day:%Y-%m}")
            load[key] = load.get(key, 0) + (task.hours or 0) / len(spread)
    people = {person.id: person for person in PROMOTION.people}
    for (owner, month), hours in load.items():
        special = {each.id: each.hours for each in people[owner].months}
        assert hours <= special.get(month, people[owner].hours) + 1e-9, (owner, month)


@pytest.mark.parametrize("month", [m for m in sample().track.months if m.products], ids=str)
def test_the_actuals_of_a_month_agree(month: Any) -> None:
    actual = {kpi.id: kpi.actual for kpi in month.kpis}
    sold = {product.id: product for product in month.products}
    takings = {key: p.units * float(p.price) for key, p in sold.items()}
    assert sum(takings.values()) == pytest.approx(actual["revenue"], abs=0.005)
    assert actual["new-customers"] / actual["enquiries"] == pytest.approx(
        actual["booked-share"], abs=0.0005
    )
    both = ("physiotherapy-session", "sports-massage")
    price = sum(takings[key] for key in both) / sum(sold[key].units for key in both)
    assert price == pytest.approx(actual["average-price"], abs=0.005)
    search = next(channel for channel in month.channels if channel.id == "search-ads")
    fees = {line.id: line.spent for line in month.budget_lines}
    cost = float(search.spend + fees["clickwise-fee"] + fees["call-tracking"]) / search.customers
    assert cost == pytest.approx(actual["search-cost"], abs=0.005)
    assert sum(c.customers for c in month.channels if c.id != "email") <= actual["new-customers"]


def test_experiments_saw_no_more_people_than_came() -> None:
    visits = {
        (month.id, channel.id): channel.visits
        for month in sample().track.months
        for channel in month.channels
    }
    seen = {e.id: e.results for e in PROMOTION.experiments if e.results}
    price = sum(result.people for result in seen["price-on-page"])
    assert price == visits["2027-02", "search-ads"] + visits["2027-03", "search-ads"]
    assert sum(r.buyers for r in seen["letter-date"]) <= visits["2027-03", "email"]


def test_everybody_gave_ten_dots() -> None:
    plan = sample()
    for section in (plan.competitors, plan.segments, plan.positioning):
        assert [sum(d.dots or 0 for d in each.dots) for each in section.opinions] == [10, 10, 10]


def test_nothing_is_published_or_looked_at_on_a_day_off() -> None:
    assert [piece.id for piece in PROMOTION.content if not works(piece.date)] == []
    seen = [o for rival in sample().competitors.items for o in rival.watch.observations]
    assert [o.id for o in seen if not works(o.date)] == []
