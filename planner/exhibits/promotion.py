"""How the plan is carried out: channels, campaigns, calendar, tasks and people."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from planner.analysis.feeding import economics
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.workload import OVER
from planner.blocks import Chart, Span, Span2D, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_


@reading("promotion")
def promotion(ground: Ground) -> Text:
    """How many channels carry the plan and which takes most of the money."""
    running = [c for c in ground.plan.promotion.channels if is_running(c) and c.kind]
    paid = [c for c in running if c.budget]
    if not running:
        return ()
    count = ground.voice.number(len(running), "promotion.channels")
    if not paid:
        return ground.say(N_("Channels in use: {count}."), count=count)
    largest = max(paid, key=lambda c: c.budget or 0)
    return ground.say(
        N_("Channels in use: {count}; most of the money, {money}, goes to {channel}."),
        count=count,
        money=ground.said(f"promotion.channels[{largest.id}].budget"),
        channel=channel_name(ground, largest.id),
    )


@exhibit("channels")
def channels(ground: Ground) -> Table | None:
    """The channels in use: for whom, how paid, with how much money, and who runs them."""
    columns = (
        words(ground, N_("Channel"), 2),
        words(ground, N_("For whom"), 1.8),
        words(ground, N_("Use"), 0.8),
        words(ground, N_("Paid"), 1.4),
        figures(ground, N_("Money"), ground.voice.unit()),
        figures(ground, N_("Become enquiries")),
        figures(ground, N_("Become customers")),
        figures(ground, N_("Would come anyway")),
        words(ground, N_("Why"), 2.4),
        words(ground, N_("Runs it"), 1),
    )
    rows = []
    for channel in ground.plan.promotion.channels:
        if not is_running(channel) or not (channel.kind or channel.name):
            continue
        path = f"promotion.channels[{channel.id}]"
        rows.append(
            row(
                channel_name(ground, channel.id),
                _for_whom(ground, channel, path) if ground.deep else (),
                ground.cell(channel, path, "status"),
                _paid(ground, channel, path),
                amount(ground, channel.budget, f"{path}.budget"),
                *_rates(ground, path),
                ground.cell(channel, path, "reason") if ground.deep else (),
                ground.cell(channel, path, "owner") if ground.deep else (),
            )
        )
    return table("channels", ground.say(N_("Channels, their part and their money")), columns, rows)


def _paid(ground: Ground, channel: Any, path: str) -> Text:
    model, price = ground.cell(channel, path, "cost_model"), _base(ground, f"{path}.unit_cost")
    return (*price, Span(" "), *model) if model and price else model or price


def _rates(ground: Ground, path: str) -> tuple[Text, ...]:
    """The rates of a channel, where no table of its own shows them."""
    if ground.deep:
        return (), (), ()
    entry = ground.said(f"{path}.funnel.entry")
    first = "response" if plain(entry) == "contacts" else "visit_to_lead"
    return (
        _base(ground, f"{path}.funnel.{first}"),
        _base(ground, f"{path}.funnel.lead_to_customer"),
        _base(ground, f"{path}.anyway"),
    )


def _base(ground: Ground, path: str) -> Text:
    """An estimate's likely figure."""
    return ground.said(f"{path}.base")


def _for_whom(ground: Ground, channel: Any, path: str) -> Text:
    typed = ground.cell(channel, path, "personas") or ground.cell(channel, path, "segments")
    if typed:
        return typed
    named = economics.targets(ground.plan)
    return ground.voice.join(ground.title(f"segments.items[{identity}]") for identity in named)


@reading("rejected-why")
def rejected_why(ground: Ground) -> Text:
    """The channels left aside, each with its reason, in running text."""
    said: list[Span] = []
    for channel in ground.plan.promotion.channels:
        if is_running(channel):
            continue
        path = f"promotion.channels[{channel.id}]"
        said += (Span(" "),) if said else ()
        reason = ground.cell(channel, path, "reason")
        name = channel_name(ground, channel.id)
        said += (
            ground.say(N_("{channel} – {reason}"), channel=name, reason=reason)
            if reason
            else ground.say(N_("{channel}."), channel=name)
        )
    return (*ground.say(N_("Left aside on purpose:")), Span(" "), *said) if said else ()


@exhibit("channels-rejected")
def channels_rejected(ground: Ground) -> Table | None:
    """Channels that were weighed and left aside, with the reason."""
    columns = (
        words(ground, N_("Channel"), 1.6),
        words(ground, N_("Decision"), 1),
        words(ground, N_("Why"), 4),
        words(ground, N_("Looked at again"), 1.2),
    )
    rows = []
    for channel in ground.plan.promotion.channels:
        if is_running(channel):
            continue
        path = f"promotion.channels[{channel.id}]"
        rows.append(
            row(
                channel_name(ground, channel.id),
                ground.cell(channel, path, "status"),
                ground.cell(channel, path, "reason"),
                ground.cell(channel, path, "revisit") if ground.thorough else (),
            )
        )
    return table("channels-rejected", ground.say(N_("Channels we do not use now")), columns, rows)


@exhibit("campaigns")
def campaigns(ground: Ground) -> Table | None:
    """Campaigns with their offer, dates, objective and owner."""
    columns = (
        words(ground, N_("Campaign"), 1.6),
        words(ground, N_("Offer"), 2.4),
        words(ground, N_("From"), 1.1),
        words(ground, N_("To"), 1.1),
        words(ground, N_("Channels"), 1.6),
        words(ground, N_("Serves"), 1.6),
        words(ground, N_("Leads"), 0.9),
    )
    rows = []
    for campaign in ground.plan.promotion.campaigns:
        path = f"promotion.campaigns[{campaign.id}]"
        rows.append(
            row(
                ground.cell(campaign, path, "name"),
                ground.said(f"{path}.offer.what"),
                ground.cell(campaign, path, "start"),
                ground.cell(campaign, path, "end"),
                ground.voice.join(channel_name(ground, c.id) for c in campaign.channels)
                if ground.deep
                else (),
                ground.cell(campaign, path, "objective") if ground.deep else (),
                ground.cell(campaign, path, "owner"),
            )
        )
    return table("campaigns", ground.say(N_("Campaigns")), columns, rows)


@reading("organisation")
def organisation(ground: Ground) -> Text:
    """What has to be done first, or next where some of it is done."""
    due = [task for task in ground.plan.promotion.tasks if task.due and task.name]
    left = sorted((task.due, task.id) for task in due if task.status not in OVER)
    if not left:
        return ()
    first = f"promotion.tasks[{left[0][1]}]"
    begun = len(left) < len(due)
    return ground.say(
        N_("Next on the list, by {day}: {task}.")
        if begun
        else N_("First on the list, by {day}: {task}."),
        day=ground.said(f"{first}.due"),
        task=ground.title(first),
    )


@exhibit("tasks")
def tasks(ground: Ground) -> Table | None:
    """What has to be done, by whom, by when."""
    columns = (
        words(ground, N_("Task"), 3),
        words(ground, N_("Who"), 1.2),
        words(ground, N_("Done by"), 1.4),
        words(ground, N_("After"), 2),
        figures(ground, N_("Hours")),
    )
    rows = []
    far = Day.max
    for task in sorted(ground.plan.promotion.tasks, key=lambda t: t.due or far):
        path = f"promotion.tasks[{task.id}]"
        names = ("name", "owner", "due", "after", "hours")
        cells = [ground.cell(task, path, name) for name in names]
        rows.append(row(*(cells if ground.deep else (*cells[:3], (), ()))))
    return table("tasks", ground.say(N_("What has to be done, and by when")), columns, rows)


@exhibit("people")
def people(ground: Ground) -> Table | None:
    """Who works on it."""
    columns = (
        words(ground, N_("Who"), 1.5),
        words(ground, N_("Does"), 3),
        words(ground, N_("From"), 1.2),
        figures(ground, N_("Hours a month")),
    )
    rows = []
    for person in ground.plan.promotion.people:
        path = f"promotion.people[{person.id}]"
        names = ("name", "role", "kind", "hours")
        rows.append(row(*(ground.cell(person, path, name) for name in names)))
    made = table("people", ground.say(N_("Who works on it")), columns, rows)
    return made or _names_only(ground)


def _names_only(ground: Ground) -> Table | None:
    named = [p for p in ground.plan.promotion.people if p.name]
    if not named:
        return None
    columns = (words(ground, N_("Who"), 2), words(ground, N_("Answers for"), 4))
    rows = [row(ground.title(f"promotion.people[{p.id}]"), _duties(ground, p.id)) for p in named]
    return table("people", ground.say(N_("Who answers for what")), columns, rows)


def _duties(ground: Ground, person: str) -> Text:
    plan = ground.plan
    owned = [f"business.goals[{g.id}]" for g in plan.business.goals if g.owner == person]
    owned += [f"promotion.campaigns[{c.id}]" for c in plan.promotion.campaigns if c.owner == person]
    owned += [f"promotion.tasks[{t.id}]" for t in plan.promotion.tasks if t.owner == person]
    said: list[Span] = []
    for path in owned:
        said += (Span("; "),) if said else ()
        said += ground.title(path)
    return tuple(said)


@exhibit("contractors")
def contractors(ground: Ground) -> Table | None:
    """Who is hired for what, and how far it has come."""
    columns = (
        words(ground, N_("Contractor"), 1.6),
        words(ground, N_("What sort"), 1),
        words(ground, N_("For what"), 2.4),
        words(ground, N_("How far"), 1),
        words(ground, N_("Why this one"), 2.4),
    )
    rows = []
    for firm in ground.plan.promotion.contractors:
        path = f"promotion.contractors[{firm.id}]"
        names = ("name", "kind", "work", "status", "chosen_because")
        rows.append(row(*(ground.cell(firm, path, name) for name in names)))
    return table("contractors", ground.say(N_("Contractors")), columns, rows)


@exhibit("calendar")
def calendar(ground: Ground) -> Chart | None:
    """Campaigns and what is still to be done along the months."""
    bars = []
    for campaign in ground.plan.promotion.campaigns:
        path = f"promotion.campaigns[{campaign.id}]"
        if campaign.start and campaign.end and campaign.end >= campaign.start:
            bars.append(
                Span2D(
                    plain(ground.title(path)),
                    campaign.start.toordinal(),
                    campaign.end.toordinal(),
                    group=ground.voice.word(N_("Campaigns")),
                    own=True,
                    sources=(f"{path}.start", f"{path}.end"),
                )
            )
    for task in ground.plan.promotion.tasks:
        path = f"promotion.tasks[{task.id}]"
        if task.due and task.name and task.status != "done":
            start = task.start if task.start and task.start <= task.due else task.due
            bars.append(
                Span2D(
                    plain(ground.title(path)),
                    start.toordinal(),
                    task.due.toordinal(),
                    group=ground.voice.word(N_("Tasks")),
                    sources=(f"{path}.due",),
                )
            )
    if len(bars) < 2:
        return None
    bars.sort(key=lambda bar: (not bar.own, bar.start))
    said = "; ".join(
        f"{bar.label}: {ground.voice.date(Day.fromordinal(bar.start)).text} – "
        f"{ground.voice.date(Day.fromordinal(bar.end)).text}"
        for bar in bars
    )
    return Chart(
        "calendar",
        "gantt",
        ground.say(N_("What happens when")),
        alt=said,
        bars=tuple(bars),
    )
