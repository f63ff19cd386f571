"""Each channel's part: at which step of the buyer's way, on which terms, with whom shut out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.feeding.running import is_running
from planner.blocks import ListBlock, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.members import Members, Shown, bare, named, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

_WHOLE_COST = 10
"""From here on the cost of a customer is said without cents."""


def _name(ground: Ground, channel: Any, path: str) -> Text:
    del path
    return channel_name(ground, channel.id)


def _running(ground: Ground) -> list[tuple[str, Any]]:
    return [
        (path, channel)
        for path, channel in ground.members("promotion.channels")
        if is_running(channel) and (channel.kind or channel.name)
    ]


@exhibit("channel-roles")
def channel_roles(ground: Ground) -> Table | None:
    """What each channel does at each step of the buyer's way."""
    stages = [
        stage
        for stage in ground.plan.audience.journey
        if any(role.id == stage.id for _, c in _running(ground) for role in c.roles)
    ]
    columns = [words(ground, N_("Channel"), 1.6), words(ground, N_("Reaches"), 1.6)]
    columns += [
        words(ground, plain(ground.title(f"audience.journey[{stage.id}]")), 1.3) for stage in stages
    ]
    rows = []
    for path, channel in _running(ground):
        roles = {role.id: role for role in channel.roles}
        cells = [_role(ground, roles.get(stage.id), path) for stage in stages]
        if any(map(plain, cells)):
            reached = ground.said(f"{path}.segments")
            rows.append(row(_name(ground, channel, path), reached, *cells))
    caption = ground.say(N_("What each channel does along the buyer’s way"))
    return table("channel-roles", caption, columns, rows, wide=len(stages) > 6)


def _role(ground: Ground, role: Any, path: str) -> Text:
    if role is None:
        return ()
    at = f"{path}.roles[{role.id}]"
    return (Span("–", (f"{at}.role",)),) if role.role == "none" else ground.said(f"{at}.role")


@exhibit("channel-actions")
def channel_actions(ground: Ground) -> Table | None:
    """What happens in each channel at each step."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Channel"), lambda g, _, p: named(g, p.partition(".roles[")[0]), 1.8),
        Shown(N_("Step"), lambda g, role, _: g.title(f"audience.journey[{role.id}]"), 1),
        Shown(N_("What happens there"), "action", 3.4),
    )
    roles = ground.members("promotion.channels[*].roles")
    members = [(path, role) for path, role in roles if role.action]
    caption = ground.say(N_("What happens in each channel, step by step"))
    return table_of(ground, "channel-actions", caption, members, shown)


@reading("channel-holes")
def channel_holes(ground: Ground) -> Text:
    """Steps of the buyer's way at which no channel has the main part."""
    running = [channel for _, channel in _running(ground) if channel.roles]
    if not running:
        return ()
    led = {role.id for channel in running for role in channel.roles if role.role == "main"}
    named_steps = [stage for stage in ground.plan.audience.journey if stage.name]
    holes = [stage for stage in named_steps if stage.id not in led]
    if not holes or len(holes) == len(named_steps):
        return ()
    steps = ground.voice.join(ground.title(f"audience.journey[{stage.id}]") for stage in holes)
    return ground.say(N_("No channel leads at: {steps}."), steps=steps)


@exhibit("channel-limits")
def channel_limits(ground: Ground) -> Table | None:
    """By what each channel is judged, and when it is stopped."""
    shown = (
        Shown(N_("Channel"), _name, 1.6),
        Shown(N_("Judged by"), "kpi", 1.6),
        Shown(N_("Most a customer may cost"), "stop_cost", 1.2, "money"),
        Shown(N_("Judged on"), "stop_date", 1.1),
        Shown(N_("Weeks to prepare"), "lead_weeks", 0.9, "figure"),
        Shown(N_("Made by"), "contractor", 1.3),
        Shown(N_("Carries out"), "strategies", 1.4, thorough=True),
    )
    caption = ground.say(N_("When a channel is stopped, and what it needs before it starts"))
    return table_of(ground, "channel-limits", caption, _running(ground), shown)


@exhibit("channel-consent")
def channel_consent(ground: Ground) -> Table | None:
    """Which permission each channel needs and how we get it."""
    members = [
        (path, channel)
        for path, channel in _running(ground)
        if channel.consent_how or channel.consent not in (None, "none")
    ]
    free = [pair for pair in _running(ground) if pair[1].consent == "none" and pair not in members]
    shown = (
        Shown(N_("Channel"), _name, 1.6),
        Shown(N_("Needs"), "consent", 1.2),
        Shown(N_("How we get it"), "consent_how", 3.4),
    )
    caption = ground.say(N_("What buyers must agree to, and how we ask them"))
    source = _needs_none(ground, free)
    return table_of(ground, "channel-consent", caption, members, shown, source=source)


def _needs_none(ground: Ground, free: Members) -> Text:
    names = [
        tuple(Span(s.text, (*s.sources, f"{path}.consent")) for s in channel_name(ground, c.id))
        for path, c in free
    ]
    if not names:
        return ()
    return ground.say(
        N_("No permission is needed for: {channels}."), channels=ground.voice.join(names)
    )


@exhibit("channel-exclusions")
def channel_exclusions(ground: Ground) -> Table | None:
    """Which refused groups are shut out of which channels, since when."""
    columns = (
        words(ground, N_("Refused"), 1.6),
        words(ground, N_("Shut out of"), 4),
    )
    marks: dict[str, dict[Any, list[str]]] = {}
    for refused, channel, day in _applied(ground):
        marks.setdefault(refused, {}).setdefault(day, []).append(channel)
    rows = [
        row(
            ground.title(f"segments.exclusions[{refused}]"),
            ground.voice.join(
                _since(ground, refused, day, channels) for day, channels in sorted(days.items())
            ),
        )
        for refused, days in marks.items()
    ]
    caption = ground.say(N_("Whom the channels shut out, and since when"))
    return table("channel-exclusions", caption, columns, rows)


def _since(ground: Ground, refused: str, day: Any, channels: list[str]) -> Text:
    marks = (f"promotion.channels[{c}].exclusions[{refused}].applied" for c in channels)
    since = ground.voice.date(day, *marks)
    if 1 < len(channels) == len(_running(ground)):
        return ground.say(N_("every channel in use (since {day})"), day=since)
    return ground.say(
        N_("{channels} (since {day})"),
        channels=ground.voice.join(channel_name(ground, channel) for channel in channels),
        day=since,
    )


def _applied(ground: Ground) -> Iterator[tuple[str, str, Any]]:
    for refused in ground.plan.segments.exclusions:
        for _, channel in _running(ground):
            for mark in channel.exclusions:
                if mark.id == refused.id and mark.applied:
                    yield refused.id, channel.id, mark.applied


@reading("exclusions-open")
def exclusions_open(ground: Ground) -> Text:
    """Paid channels in which a refused group is not shut out yet."""
    done = {(refused, channel) for refused, channel, _ in _applied(ground)}
    refused = [
        one.id
        for one in ground.plan.segments.exclusions
        if one.negative_keywords or one.areas or one.audiences
    ]
    lacking = [
        channel_name(ground, channel.id)
        for _, channel in _running(ground)
        if channel.budget and any((one, channel.id) not in done for one in refused)
    ]
    if not done or not lacking:
        return ()
    return ground.say(
        N_("Not everyone we refuse is shut out yet of: {channels}."),
        channels=ground.voice.join(lacking),
    )


@exhibit("channel-past")
def channel_past(ground: Ground) -> Table | None:
    """What each channel cost and brought last year."""
    shown = (
        Shown(N_("Channel"), _name, 2),
        Shown(N_("Cost"), "last_year.spend", 1, "money"),
        Shown(N_("Seen"), "last_year.views", 1, "figure", thorough=True),
        Shown(N_("Visits"), "last_year.visits", 1, "figure", thorough=True),
        Shown(N_("Enquiries"), "last_year.leads", 1, "figure", thorough=True),
        Shown(N_("Customers"), "last_year.customers", 1, "figure"),
        Shown(N_("Sales"), "last_year.revenue", 1, "money"),
        Shown(N_("Cost of a customer"), _past_cost, 1.1, "money"),
    )
    caption = ground.say(N_("What the channels cost and brought last year"))
    source = ground.say(N_("What was booked on each channel itself; shared fees are not in it."))
    members = ground.members("promotion.channels")
    return table_of(ground, "channel-past", caption, members, shown, source=source)


def _past_cost(ground: Ground, channel: Any, path: str) -> Text:
    past = channel.last_year
    if past.spend is None or not past.customers:
        return ()
    cost = float(past.spend) / past.customers
    sources = (f"{path}.last_year.spend", f"{path}.last_year.customers")
    if not cost:
        return (Span("–", sources),)
    whole = cost >= _WHOLE_COST or cost == int(cost)
    return (ground.voice.figure(cost, *sources, decimals=0 if whole else 2),)


@exhibit("channel-funnels")
def channel_funnels(ground: Ground) -> Table | None:
    """From what each channel's arithmetic starts, and the parts that are not in the funnel."""
    shown = (
        Shown(N_("Channel"), _name, 1.8),
        Shown(N_("People enter by"), "funnel.entry", 1),
        Shown(N_("A month"), "funnel.volume", 1.4, "figure"),
        Shown(N_("Months until it works"), "funnel.ramp_months", 0.9, "figure"),
        Shown(N_("First purchase"), "funnel.offering", 1.4, once=True),
        Shown(N_("Spent at a purchase"), "funnel.average_order", 1.4, "figure", once=True),
        Shown(N_("Purchases"), "funnel.orders", 1.2, "figure"),
        Shown(N_("Given away"), "commission", 1, "figure"),
        Shown(N_("Carried into the next month"), "funnel.carry_over", 0.9, "figure", thorough=True),
    )
    caption = ground.say(N_("What the arithmetic of each channel starts from"))
    return table_of(
        ground, "channel-funnels", caption, _running(ground), shown, wide=ground.thorough
    )


@exhibit("channel-split")
def channel_split(ground: Ground) -> Table | None:
    """How the money was split: bounds, what doubling would bring, and how it is spread."""
    shown = (
        Shown(N_("Channel"), _name, 1.8),
        Shown(N_("Money"), "budget", 1, "money"),
        Shown(N_("Least"), "bounds.low", 0.9, "money", thorough=True),
        Shown(N_("Most"), "bounds.high", 0.9, "money", thorough=True),
        Shown(N_("Twice the money brings"), "saturation.doubling", 1.3),
        Shown(N_("Curve"), "saturation.curve", 1.1, thorough=True),
        Shown(N_("Spread"), "phasing", 1),
        Shown(N_("Paid"), "paid", 1.1, thorough=True),
    )
    caption = ground.say(N_("How the channels’ money was set"))
    paid = [pair for pair in _running(ground) if pair[1].budget]
    return table_of(ground, "channel-split", caption, paid, shown)


@exhibit("channel-pins")
def channel_pins(ground: Ground) -> ListBlock | None:
    """Channels whose money stays whatever the sums say."""
    items = []
    for path, channel in _running(ground):
        if not channel.pinned:
            continue
        name = named(ground, path, f"{path}.pinned")
        reason = ground.said(f"{path}.pin_reason")
        items.append(
            ground.say(
                N_("The money of “{channel}” stays, whatever the sums say: {why}."),
                channel=name,
                why=bare(reason),
            )
            if reason
            else ground.say(
                N_("The money of “{channel}” stays, whatever the sums say."), channel=name
            )
        )
    return ListBlock(tuple(items)) if items else None


@exhibit("channel-curves")
def channel_curves(ground: Ground) -> Table | None:
    """The figures of curves that were set by hand for a channel's money."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Channel"), _name, 2),
        Shown(N_("Curve"), "saturation.curve", 1.2),
        Shown(N_("Height"), "saturation.scale", 1, "figure"),
        Shown(N_("Half of it at"), "saturation.half_point", 1, "figure", ground.voice.unit()),
        Shown(N_("Steepness"), "saturation.shape", 1, "figure"),
    )
    typed = [
        (path, channel)
        for path, channel in _running(ground)
        if any(getattr(channel.saturation, n) is not None for n in ("scale", "half_point", "shape"))
    ]
    caption = ground.say(N_("Curves by which a channel’s money wears off, set by hand"))
    return table_of(ground, "channel-curves", caption, typed, shown)


@exhibit("placements")
def placements(ground: Ground) -> Table | None:
    """The media plan: where spots run, how many see them, what they cost."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Placement"), "name", 1.8),
        Shown(N_("Channel"), "channel", 1.1),
        Shown(N_("Campaign"), "campaign", 1.2),
        Shown(N_("Meant for"), "segment", 1.1),
        Shown(N_("Month"), "month", 1),
        Shown(N_("Could see it"), "universe", 0.9, "figure"),
        Shown(N_("One spot reaches"), "rating_points", 0.8, "figure", "%"),
        Shown(N_("Spots"), "insertions", 0.7, "figure"),
        Shown(N_("Price of one"), "cost_per_insertion", 0.8, "money"),
        Shown(N_("Cost"), _placement_cost, 0.8, "money"),
        Shown(N_("Reached once"), "reach", 0.8, "figure"),
        Shown(N_("Times each"), "frequency", 0.7, "figure"),
    )
    members = ground.members("promotion.placements")
    caption = ground.say(N_("Placements booked or planned"))
    return table_of(ground, "placements", caption, members, shown, wide=True)


def _placement_cost(ground: Ground, placed: Any, path: str) -> Text:
    if placed.insertions is None or placed.cost_per_insertion is None:
        return ()
    cost = placed.insertions * placed.cost_per_insertion
    sources = (f"{path}.insertions", f"{path}.cost_per_insertion")
    return (ground.voice.figure(cost, *sources),)


@reading("placements")
def placements_reading(ground: Ground) -> Text:
    """What all placements together cost."""
    placed = [
        (path, one)
        for path, one in ground.members("promotion.placements")
        if one.insertions and one.cost_per_insertion
    ]
    if not ground.thorough or len(placed) < 2:
        return ()
    cost = sum(one.insertions * one.cost_per_insertion for _, one in placed)
    sources = [f"{p}.{part}" for p, _ in placed for part in ("insertions", "cost_per_insertion")]
    return ground.say(
        N_("The placements cost {money} together; it comes out of the channels’ money."),
        money=ground.voice.money(cost, *sources),
    )
