"""Groups of buyers: what each brings, where it stands, and who is refused."""

from __future__ import annotations

from planner.analysis.feeding import economics, groups
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.runs import Missing
from planner.analysis.matrices import cuts
from planner.blocks import Axis, Chart, Point, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import amount, figures, money, row, table, words
from planner.i18n import N_


@reading("segments")
def segments_reading(ground: Ground) -> Text:
    """Whom we go after, and what they bring of all there is."""
    chosen = economics.targets(ground.plan)
    if not chosen:
        return ()
    named = ground.voice.join(ground.title(f"segments.items[{i}]") for i in chosen)
    said = ground.say(N_("We go after {targets}."), targets=named)
    known = economics.segments(ground.plan)
    earned = [f for f in known if f.contribution is not None]
    mine = [f.contribution for f in earned if f.path[15:-1] in chosen and f.contribution]
    everything = total(f.contribution for f in earned if f.contribution)
    if len(earned) < 2 or not mine or everything.value <= 0:
        return said
    share = total(mine) / everything
    return (
        *said,
        *ground.say(
            N_(" Today they bring {share} of what all groups leave after direct costs."),
            share=ground.voice.percent(round(share.value, 3), *share.sources),
        ),
    )


@exhibit("segments")
def segments(ground: Ground) -> Table | None:
    """Each group with its size, customers, sales, contribution and our decision."""
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Group"), 2.6),
        figures(ground, N_("Size")),
        figures(ground, N_("Ours")),
        figures(ground, N_("Order"), unit),
        figures(ground, N_("Orders a year")),
        figures(ground, N_("Sales a year"), unit, 1.3),
        figures(ground, N_("Contribution"), unit, 1.5),
        words(ground, N_("Decision"), 1.3),
    )
    rows = []
    known = economics.segments(ground.plan)
    for segment, earned in zip(ground.plan.segments.items, known, strict=True):
        path = earned.path
        rows.append(
            row(
                ground.cell(segment, path, "name"),
                ground.cell(segment, path, "size"),
                ground.cell(segment, path, "own_customers"),
                amount(ground, segment.order_value, f"{path}.order_value"),
                ground.cell(segment, path, "orders_per_year"),
                money(ground, earned.revenue),
                money(ground, earned.contribution),
                ground.cell(segment, path, "decision"),
            )
        )
    if len(rows) > 1 and all(f.revenue is not None for f in known):
        rows.append(
            row(
                ground.say(N_("Together")),
                (),
                _sum(ground, "own_customers"),
                (),
                (),
                money(ground, total(f.revenue for f in known if f.revenue)),
                money(ground, total(f.contribution for f in known if f.contribution)),
                (),
                total=True,
            )
        )
    return table(
        "segments", ground.say(N_("Groups, what they bring, and our decision")), columns, rows
    )


def _sum(ground: Ground, name: str) -> Text:
    parts = [
        figure_at(ground.plan, f"segments.items[{segment.id}].{name}")
        for segment in ground.plan.segments.items
    ]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return ()
    together = total(known)
    return (ground.voice.figure(together.value, *together.sources),)


@reading("segment-matrix")
def segment_matrix_reading(ground: Ground) -> Text:
    """Which groups the scores would choose, and where the decision departs from them."""
    found = ground.analysis.matrix
    if isinstance(found, Missing):
        return ()
    chosen = set(economics.targets(ground.plan))
    scored = set(found.result.targets)
    if chosen == scored:
        return ground.say(N_("The scores choose the same groups as we do."))
    extra = [i for i in economics.targets(ground.plan) if i not in scored]
    passed = [i for i in found.result.targets if i not in chosen]
    said: list[Span] = []
    if passed:
        said += ground.say(
            N_("By the scores {groups} would be worth going after as well; we do not."),
            groups=ground.voice.join(ground.title(f"segments.items[{i}]") for i in passed),
        )
    if extra:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("We go after {groups} against the scores, for the reason given below."),
            groups=ground.voice.join(ground.title(f"segments.items[{i}]") for i in extra),
        )
    return tuple(said)


@reading("segment-sensitivity")
def segment_sensitivity(ground: Ground) -> Text:
    """Whether a fifth more or less weight on one criterion would choose other groups."""
    if not ground.deep or isinstance(ground.analysis.matrix, Missing):
        return ()
    found = groups.hanging(ground.plan)
    if not found:
        return ground.say(
            N_("A fifth more or less weight on any one criterion chooses the same groups.")
        )
    moved = dict.fromkeys(i for one in found for i in (*one.entering, *one.leaving))
    return ground.say(
        N_(
            "A fifth more or less weight on {criteria} would change the choice: {groups} would come"
            " in or fall out."
        ),
        criteria=ground.voice.join(
            (ground.title(f"segments.criteria[{one.criterion}]") for one in found), last=N_("or")
        ),
        groups=ground.voice.join(
            (ground.title(f"segments.items[{i}]") for i in moved), last=N_("or")
        ),
    )


@exhibit("segment-matrix")
def segment_matrix(ground: Ground) -> Chart | None:
    """Groups by attractiveness and our strength; the bubble is what they bring."""
    found = ground.analysis.matrix
    if isinstance(found, Missing):
        return None
    worth = {f.path[15:-1]: f.revenue for f in economics.segments(ground.plan)}
    low, high = found.given.scale
    points = []
    for placed in found.result.segments:
        revenue = worth.get(placed.id)
        points.append(
            Point(
                plain(ground.title(f"segments.items[{placed.id}]")),
                placed.strength,
                placed.attractiveness,
                size=revenue.value if revenue else 0.0,
                own=placed.id in economics.targets(ground.plan),
                muted=placed.zone == "excluded",
                sources=tuple(p for p in found.paths if f"[{placed.id}]" in p),
            )
        )
    lines = cuts((low, high))
    return Chart(
        "segment-matrix",
        "matrix",
        ground.say(N_("How attractive each group is, and how strong we are there")),
        subtitle=ground.voice.word(N_("bubble: sales a year; filled in our colour: targets")),
        alt="; ".join(f"{p.label}: {p.y:.1f} / {p.x:.1f}" for p in points),
        points=tuple(points),
        x=Axis(ground.voice.word(N_("our strength")), low, high),
        y=Axis(ground.voice.word(N_("attractiveness")), low, high),
        cuts_x=lines,
        cuts_y=lines,
        zones=tuple(
            ground.voice.word(zone)
            for zone in (
                N_("selective"),
                N_("invest"),
                N_("invest"),
                N_("harvest or avoid"),
                N_("selective"),
                N_("invest"),
                N_("harvest or avoid"),
                N_("harvest or avoid"),
                N_("selective"),
            )
        ),
    )


def given_up(ground: Ground, path: str) -> Figure | None:
    """What refusing costs a year: requests × (value × margin − cost of serving one)."""
    asked = figure_at(ground.plan, f"{path}.requests_per_year")
    value = figure_at(ground.plan, f"{path}.value_each")
    margin = figure_at(ground.plan, f"{path}.margin")
    if asked is None or value is None or margin is None:
        return None
    cost = figure_at(ground.plan, f"{path}.cost_each") or Figure(0.0)
    return asked * (value * margin - cost)


@reading("refusals")
def refusals_reading(ground: Ground) -> Text:
    """Whom we refuse, and what it costs."""
    refused = [e for e in ground.plan.segments.exclusions if e.name]
    if not refused:
        return ()
    names = ground.voice.join(ground.title(f"segments.exclusions[{e.id}]") for e in refused)
    said = ground.say(N_("We turn away: {names}."), names=names)
    known = [given_up(ground, f"segments.exclusions[{e.id}]") for e in refused]
    sums = [figure for figure in known if figure is not None]
    if not sums:
        return said
    together = total(sums)
    if together.value <= 0:
        return (*said, *ground.say(N_(" That costs us nothing: serving them would lose money.")))
    return (
        *said,
        *ground.say(
            N_(
                " That costs us some {money} of contribution a year, and frees the hours that our"
                " targets need."
            ),
            money=ground.voice.money(round(together.value), *together.sources),
        ),
    )


@exhibit("refusals")
def refusals(ground: Ground) -> Table | None:
    """The rule for each refusal, and the money given up."""
    columns = (
        words(ground, N_("Refused"), 2),
        words(ground, N_("Reason"), 1.1),
        words(ground, N_("How to tell"), 2.6),
        figures(ground, N_("Ask a year")),
        figures(ground, N_("Given up a year"), ground.voice.unit(), 1.2),
    )
    rows = []
    for refused in ground.plan.segments.exclusions:
        path = f"segments.exclusions[{refused.id}]"
        rows.append(
            row(
                ground.cell(refused, path, "name"),
                ground.cell(refused, path, "kind"),
                ground.cell(refused, path, "rule"),
                ground.cell(refused, path, "requests_per_year"),
                money(ground, given_up(ground, path)),
            )
        )
    return table(
        "refusals", ground.say(N_("Whom we refuse, by which rule, at what cost")), columns, rows
    )
