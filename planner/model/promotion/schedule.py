"""Tasks and days off."""

from datetime import date as Day
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Integer, ListOf, Number, Text
from planner.model.nodes import Member, Node
from planner.model.references import Ref, Refs


class TaskPart(Member):
    """Who does what: a member of `promotion.tasks[*].raci`, keyed by person."""

    part: Annotated[
        str | None,
        Choice(
            (
                "responsible",
                "consulted",
                "informed",
            )
        ),
        Ask(
            label=N_("Part"),
            depth="S",
            question=N_("Who else?"),
            why=N_("Hours against people is the capacity check."),
            example=N_("ana-pop: consulted"),
        ),
    ] = None


class Task(Member):
    """Task of `promotion.tasks`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What has to be done?"),
            why=N_("Monday’s list comes from here."),
            example=N_("Put up booking page"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("By whom?"),
            why=N_("Monday’s list comes from here."),
            example=N_("ioana"),
        ),
    ] = None
    start: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Start"),
            depth="S",
            question=N_("Start?"),
            why=N_("Monday’s list comes from here."),
            example=N_("2027-01-11"),
        ),
    ] = None
    days: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Days"),
            depth="S",
            question=N_("How many working days?"),
            why=N_("Monday’s list comes from here."),
            example=N_("5"),
            unit=N_("working days"),
            default="milestone)",
        ),
    ] = None
    due: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Due"),
            depth="E",
            question=N_("Done by?"),
            why=N_("Monday’s list comes from here."),
            example=N_("2027-01-18"),
        ),
    ] = None
    after: Annotated[
        tuple[str, ...] | None,
        Refs(to="promotion.tasks"),
        Ask(
            label=N_("After"),
            depth="S",
            question=N_("What must be ready first?"),
            why=N_("The longest chain of these sets your launch day."),
            example=N_("price-list"),
        ),
    ] = None
    campaign: Annotated[
        str | None,
        Ref(to="promotion.campaigns"),
        Ask(
            label=N_("Campaign"),
            depth="S",
            question=N_("Part of which campaign?"),
            why=N_("The longest chain of these sets your launch day."),
            example=N_("neck-free"),
        ),
    ] = None
    channel: Annotated[
        str | None,
        Ref(to="promotion.channels"),
        Ask(
            label=N_("Channel"),
            depth="S",
            question=N_("Channel?"),
            why=N_("The longest chain of these sets your launch day."),
        ),
    ] = None
    technology: Annotated[
        str | None,
        Ref(to="technology.items"),
        Ask(
            label=N_("Technology"),
            depth="S",
            question=N_("Technology?"),
            why=N_("The longest chain of these sets your launch day."),
            example=N_("online-booking"),
        ),
    ] = None
    objective: Annotated[
        str | None,
        Ref(to="promotion.objectives"),
        Ask(
            label=N_("Objective"),
            depth="T",
            question=N_("Objective?"),
            why=N_("The longest chain of these sets your launch day."),
        ),
    ] = None
    hours: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Hours"),
            depth="S",
            question=N_("Hours of work?"),
            why=N_("Hours against people is the capacity check."),
            example=N_("12"),
            unit=N_("hours"),
        ),
    ] = None
    days_low: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Days low"),
            depth="T",
            question=N_("Shortest?"),
            why=N_("Hours against people is the capacity check."),
            example=N_("4"),
            unit=N_("working days"),
        ),
    ] = None
    days_high: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Days high"),
            depth="T",
            question=N_("Longest?"),
            why=N_("Hours against people is the capacity check."),
            example=N_("9"),
            unit=N_("working days"),
        ),
    ] = None
    raci: Annotated[
        tuple[TaskPart, ...],
        Many(label=N_("Who does what"), one=N_("part"), keyed_by="promotion.people", depth="S"),
    ] = ()
    status: Annotated[
        str | None,
        Choice(
            (
                "to do",
                "doing",
                "done",
                "blocked",
                "dropped",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="S",
            question=N_("Where does it stand?"),
            why=N_("Hours against people is the capacity check."),
            example=N_("to do"),
            default="to do",
        ),
    ] = None
    finished: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Finished"),
            depth="T",
            question=N_("Finished on?"),
            why=N_("Hours against people is the capacity check."),
        ),
    ] = None


class CalendarClosure(Member):
    """Closure of `promotion.calendar.closures`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("When are you closed or overloaded?"),
            why=N_("A campaign that lands in your holidays pays for missed calls."),
            example=N_("August leave"),
        ),
    ] = None
    start: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Start"),
            depth="S",
            question=N_("From?"),
            why=N_("A campaign that lands in your holidays pays for missed calls."),
            example=N_("2027-08-09"),
        ),
    ] = None
    end: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("End"),
            depth="S",
            question=N_("To?"),
            why=N_("A campaign that lands in your holidays pays for missed calls."),
            example=N_("2027-08-20"),
        ),
    ] = None


class Calendar(Node):
    """Days off (`promotion.calendar`)."""

    weekend: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "Mon",
                    "Tue",
                    "Wed",
                    "Thu",
                    "Fri",
                    "Sat",
                    "Sun",
                )
            )
        ),
        Ask(
            label=N_("Weekend"),
            depth="T",
            question=N_("Days off each week?"),
            why=N_("A campaign that lands in your holidays pays for missed calls."),
            example=N_("Sat, Sun"),
            default=("Sat", "Sun"),
        ),
    ] = None
    holidays: Annotated[
        tuple[Day, ...] | None,
        ListOf(Date()),
        Ask(
            label=N_("Holidays"),
            depth="T",
            question=N_("Public holidays?"),
            why=N_("A campaign that lands in your holidays pays for missed calls."),
            example=N_("2027-05-03"),
        ),
    ] = None
    closures: Annotated[
        tuple[CalendarClosure, ...],
        Many(label=N_("Closures"), one=N_("closure"), title="name", depth="S"),
    ] = ()
