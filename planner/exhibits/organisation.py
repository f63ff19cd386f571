"""Who does what: parts taken in tasks and campaigns, hours against work, contractors' papers."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from planner.analysis.feeding import total, workload
from planner.blocks import Column, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, stated, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

_PARTS = {
    "responsible": N_("does it"),
    "consulted": N_("is asked"),
    "informed": N_("is told"),
}


@exhibit("raci")
def raci(ground: Ground) -> Table | None:
    """Who answers, does, is asked and is told, work by work."""
    works = [pair for pair in ground.members("promotion.tasks") if pair[1].raci]
    if ground.thorough:
        works += [pair for pair in ground.members("promotion.campaigns") if pair[1].raci]
    if not works:
        return None
    taking = {part.id for _, work in works for part in work.raci}
    taking |= {work.owner for _, work in works if work.owner}
    people = [p for p in ground.plan.promotion.people if p.id in taking]
    columns = [words(ground, N_("Work"), 2.4)]
    columns += [Column(plain(ground.title(f"promotion.people[{p.id}]"))) for p in people]
    rows = []
    for path, work in works:
        parts = {part.id: part for part in work.raci}
        cells = [_part(ground, work, path, person.id, parts.get(person.id)) for person in people]
        rows.append(row(ground.title(path), *cells))
    caption = ground.say(N_("Who answers, who does it, who is asked, who is told"))
    return table("raci", caption, columns, rows, wide=len(people) > 5)


def _part(ground: Ground, work: Any, path: str, person: str, part: Any) -> Text:
    said: list[Text] = []
    if work.owner == person:
        said.append((Span(ground.voice.word(N_("answers")), (f"{path}.owner",)),))
    if part is not None and part.part:
        said.append(stated(ground, _PARTS[part.part], f"{path}.raci[{person}].part"))
    return ground.voice.join(said)


@exhibit("capacity")
def capacity(ground: Ground) -> Table | None:
    """Hours that people have, hours that tasks take, and the month that is fullest."""
    work = workload.work(ground.plan)

    def fullest(ground: Ground, person: Any, path: str) -> Text:
        del path
        months = work.get(person.id)
        if not months:
            return ()
        month, needed = max(months.items(), key=lambda item: item[1].value)
        return ground.say(
            N_("{hours} in {month}"),
            hours=ground.voice.number(round(needed.value), *needed.sources),
            month=ground.voice.month(month, *needed.sources),
        )

    def taken(ground: Ground, person: Any, path: str) -> Text:
        del path
        months = work.get(person.id)
        if not months:
            return ()
        needed = total(months.values())
        return (ground.voice.figure(round(needed.value), *needed.sources),)

    shown = (
        Shown(N_("Who"), "name", 1.4),
        Shown(N_("From"), _firm, 1.3),
        Shown(N_("Hours a month"), "hours", 0.9, "figure"),
        Shown(N_("Other hours in"), _other_months, 1.6, thorough=True),
        Shown(N_("Cost of an hour"), "hourly_cost", 0.9, "money", thorough=True),
        Shown(N_("Open tasks take"), taken, 0.9, "figure"),
        Shown(N_("Fullest month"), fullest, 1.4),
    )
    members = ground.members("promotion.people")
    caption = ground.say(N_("Hours that people have, and hours that the open tasks take"))
    return table_of(ground, "capacity", caption, members, shown)


def _firm(ground: Ground, person: Any, path: str) -> Text:
    del person
    return ground.said(f"{path}.contractor")


def _other_months(ground: Ground, person: Any, path: str) -> Text:
    return ground.voice.join(
        ground.say(
            N_("{month}: {hours}"),
            month=ground.voice.month(month.id, at),
            hours=ground.voice.number(month.hours, at),
        )
        for month in person.months
        if month.hours is not None and (at := f"{path}.months[{month.id}].hours")
    )


@reading("capacity-people")
def capacity_people(ground: Ground) -> Text:
    """Who has more work in a month than hours."""
    plan = ground.plan
    lacking = workload.overloads(plan)
    if not lacking:
        known = any(
            workload.hours(plan, person, month) is not None
            for person, months in workload.work(plan).items()
            for month in months
        )
        return ground.say(N_("The hours fit the people in every month.")) if known else ()
    worst = lacking[0]
    return ground.say(
        N_(
            "The hours do not fit: in {month} the tasks of {who} take {needed} hours, and there"
            " are {has}."
        ),
        month=ground.voice.month(worst.month, *worst.needed.sources),
        who=ground.title(f"promotion.people[{worst.person}]"),
        needed=ground.voice.number(round(worst.needed.value), *worst.needed.sources),
        has=ground.voice.number(worst.has.value, *worst.has.sources),
    )


@exhibit("closures")
def closures(ground: Ground) -> Table | None:
    """Days on which we are closed or overloaded."""
    shown = (
        Shown(N_("Closed or overloaded"), "name", 2),
        Shown(N_("From"), "start", 1),
        Shown(N_("To"), "end", 1),
    )
    members = ground.members("promotion.calendar.closures")
    caption = ground.say(N_("When nothing can be promised"))
    return table_of(ground, "closures", caption, members, shown)


@reading("days-off")
def days_off(ground: Ground) -> Text:
    """The week's days off and the public holidays that the calendar skips."""
    weekend = ground.said("promotion.calendar.weekend")
    holidays = ground.said("promotion.calendar.holidays")
    if not ground.thorough or not (weekend or holidays):
        return ()
    if weekend and holidays:
        return ground.say(
            N_("Nobody works on {weekend}, nor on these holidays: {holidays}."),
            weekend=weekend,
            holidays=holidays,
        )
    if weekend:
        return ground.say(N_("Nobody works on {weekend}."), weekend=weekend)
    return ground.say(N_("Nobody works on these holidays: {holidays}."), holidays=holidays)


@exhibit("task-details")
def task_details(ground: Ground) -> Table | None:
    """What each task belongs to, how long it takes and where it stands."""

    def part_of(ground: Ground, task: Any, path: str) -> Text:
        del task
        names = ["campaign", "channel", "technology"] + (["objective"] if ground.thorough else [])
        return ground.voice.join(said for n in names if (said := ground.said(f"{path}.{n}")))

    def span(ground: Ground, task: Any, path: str) -> Text:
        low, high = ground.said(f"{path}.days_low"), ground.said(f"{path}.days_high")
        known = None not in (task.days_low, task.days_high)
        if not ground.thorough or not known or task.days_low == task.days_high == task.days:
            return ()
        return ground.say(N_("{low} to {high}"), low=low, high=high)

    shown = (
        Shown(N_("Task"), "name", 2.4),
        Shown(N_("Part of"), part_of, 2.4),
        Shown(N_("Starts"), "start", 1.1),
        Shown(N_("Working days"), "days", 0.8, "figure"),
        Shown(N_("At least, at most"), span, 0.9, "figure"),
        Shown(N_("State"), "status", 0.8),
        Shown(N_("Done on"), "finished", 1.1, thorough=True),
    )
    found = ground.members("promotion.tasks")
    members = sorted(found, key=lambda pair: pair[1].due or Day.max)
    caption = ground.say(N_("What each task belongs to, and how long it takes"))
    return table_of(ground, "task-details", caption, members, shown)


@exhibit("contracts")
def contracts(ground: Ground) -> Table | None:
    """Contracts: from when to when, what they are worth, whose the accounts and works are."""
    shown = (
        Shown(N_("With"), lambda g, _, p: g.title(p.partition(".contracts[")[0]), 1.4),
        Shown(N_("Contract"), "name", 1.3),
        Shown(N_("Signed"), "signed", 1, thorough=True),
        Shown(N_("From"), "start", 1),
        Shown(N_("To"), "end", 1),
        Shown(N_("Days’ notice"), "notice_days", 0.7, "figure"),
        Shown(N_("Worth"), "value", 0.9, "money"),
        Shown(N_("Paid"), "terms", 1.2, thorough=True),
        Shown(N_("Ad accounts"), "accounts", 0.9),
        Shown(N_("Texts and pictures"), "rights", 0.9, thorough=True),
        Shown(N_("Data agreement"), "data_agreement", 1),
        Shown(N_("Kept at"), "kept_at", 1, thorough=True),
    )
    members = ground.members("promotion.contractors[*].contracts")
    caption = ground.say(N_("Contracts, and what they say of accounts and data"))
    return table_of(ground, "contracts", caption, members, shown, wide=ground.thorough)


@exhibit("offers")
def offers(ground: Ground) -> Table | None:
    """Who else offered, at what price, better and worse in what."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Beside"), lambda g, _, p: g.title(p.partition(".offers[")[0]), 1.4),
        Shown(N_("Also offered"), "name", 1.4),
        Shown(N_("Price"), "price", 0.9, "money"),
        Shown(N_("Better in"), "strengths", 1.8),
        Shown(N_("Worse in"), "weaknesses", 1.8),
    )
    members = ground.members("promotion.contractors[*].offers")
    caption = ground.say(N_("Offers that were weighed beside those we took"))
    return table_of(ground, "offers", caption, members, shown)


@exhibit("contractor-notes")
def contractor_notes(ground: Ground) -> Table | None:
    """Whom to reach at each contractor, and how their work was."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Contractor"), "name", 1.4),
        Shown(N_("Contact"), "contact", 1.8),
        Shown(N_("How their work was"), "note", 3),
    )
    members = ground.members("promotion.contractors")
    caption = ground.say(N_("Contractors: contact and experience"))
    return table_of(ground, "contractor-notes", caption, members, shown)
