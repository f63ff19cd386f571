"""Promotion plan: objectives, channels, campaigns, work, money, measuring, risks."""

from __future__ import annotations

from planner.i18n import N_
from wizards.budget.board import BUDGET
from wizards.budget.resplit import take_over
from wizards.forms.cards import Topic
from wizards.pictures.movers import on_days, on_grades
from wizards.raci.view import RACI
from wizards.results.outcome import Act, Movable, Outcome

TOPICS = (
    Topic(
        N_("Measures"),
        ("promotion.kpis",),
        N_("What you count to know whether it works, with where it stands now."),
    ),
    Topic(
        N_("Objectives"),
        ("promotion.objectives",),
        N_("At most three for communication, each with its measure."),
        outcome=Outcome(
            ("kpi-tree",),
            N_("The picture appears once an objective or a measure is named."),
        ),
    ),
    Topic(
        N_("Channels"),
        ("promotion.channels",),
        N_("Where you meet your buyers, what a contact costs and brings. Rejected ones too."),
        outcome=Outcome(
            (":funnel", "funnel-chart", ":way-back", ":return", "return", ":return-losing")
        ),
    ),
    Topic(
        N_("Campaigns"),
        ("promotion.campaigns",),
        hide=("raci.part",),
        of_member=Outcome(
            (
                ":campaign",
                ":campaign-offer",
                "campaign-channels",
                "brief",
                "deliverables",
                ":brief-limits",
            )
        ),
    ),
    Topic(N_("People"), ("promotion.people",), N_("Those who do the work.")),
    Topic(N_("Contractors"), ("promotion.contractors",)),
    Topic(
        N_("Tasks"),
        ("promotion.tasks", "promotion.calendar"),
        hide=("raci.part",),
        outcome=Outcome(
            (":longest-chain", "schedule", ":schedule-early", "capacity"),
            N_("The calendar appears once a campaign or a task has its dates."),
            movable=Movable(
                "schedule",
                on_days,
                N_(
                    "Drag a bar, or one of its ends. By keys: choose it with the arrows, press"
                    " Space, then Left and Right; Shift moves the end, Ctrl a week."
                ),
            ),
        ),
    ),
    Topic(
        N_("Who does what"),
        hint=N_(
            "R does it, A answers for it, C is asked, I is told. One alone answers for each task"
            " and campaign."
        ),
        special=RACI,
    ),
    Topic(
        N_("Money"),
        ("promotion.budget_lines", "promotion.budget"),
        N_("What the channels cost stands with them; here is everything else."),
        outcome=Outcome((":budget", "budget-months-chart", ":break-even")),
    ),
    Topic(
        N_("Budget, month by month"),
        hint=N_("What you type stands in ink; what is phased from the sum is lighter and slanted."),
        special=BUDGET,
        outcome=Outcome(
            (":best-split", "best-split", "response-curves", "channel-pins", ":carry-over"),
            act=Act(
                "take_split",
                N_("Take over the split that brings most"),
                "best-split",
                take_over,
            ),
        ),
    ),
    Topic(
        N_("Forecast"),
        ("promotion.forecast", "promotion.seasonality", "promotion.scenarios"),
        outcome=Outcome(
            (":result", ":scenarios", "scenarios", "tornado", ":simulation", "outcomes-bars")
        ),
    ),
    Topic(
        N_("Risks"),
        ("promotion.risks",),
        N_("What could go wrong, how you would notice, and what you do then."),
        outcome=Outcome(
            ("risk-matrix", ":risk-money"),
            N_("The matrix appears once three risks have both grades."),
            movable=Movable(
                "risk-matrix",
                on_grades,
                N_("Drag a risk, or choose it with the arrows and press Space to move it."),
            ),
        ),
    ),
    Topic(N_("Measuring"), ("promotion.measurement",)),
    Topic(N_("Tests"), ("promotion.experiments",)),
    Topic(N_("Content calendar"), ("promotion.content",)),
    Topic(N_("Media placements"), ("promotion.placements",)),
)
