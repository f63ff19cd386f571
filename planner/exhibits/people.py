"""The people in detail: what weighs on them, where and in which words to meet them, their way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from planner import paths
from planner.analysis.feeding.runs import Run
from planner.blocks import Axis, Chart, Column, Illustration, Point, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, picture_of, reading
from planner.exhibits.members import Shown, sentences, table_of
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

_OPPORTUNITIES = {
    "extreme": N_("a great opening"),
    "opportunity": N_("an opening"),
    "none": N_("served well enough"),
}


@reading("person")
def person(ground: Ground) -> Text:
    """How to sort real people by the portrait, whom they trust, when they answer, how they pay."""
    who, path = paths.get(ground.plan, ground.subject), ground.subject
    said: list[Text] = []
    for name, message, wanted in (
        ("sorting_question", N_("The question that tells them apart: {value}"), True),
        ("demographics", N_("What age, sex or schooling changes: {value}"), ground.thorough),
        ("trusts", N_("They trust {value}."), True),
        ("reachable_when", N_("They answer {value}."), True),
        ("expected_price", N_("They expect to pay {value}."), True),
    ):
        if wanted and getattr(who, name):
            said.append(ground.say(message, value=ground.said(f"{path}.{name}")))
    if who.payment_days is not None:
        days = ground.said(f"{path}.payment_days")
        said.append(
            ground.say(N_("They pay at once ({days} days)."), days=days)
            if who.payment_days == 0
            else ground.say(N_("They pay after {days} days."), days=days)
        )
    return sentences(said)


@exhibit("drawing")
def drawing(ground: Ground) -> Illustration | None:
    """The drawing that stands for a person."""
    who = paths.get(ground.plan, ground.subject)
    if not ground.thorough or who.image is None:
        return None
    alt = ground.say(N_("Drawing of {name}"), name=ground.title(ground.subject))
    return Illustration(picture_of(who.image, plain(alt), f"{ground.subject}.image"))


@exhibit("pains-gains")
def pains_gains(ground: Ground) -> Table | None:
    """What hurts and what would delight, by how much it matters."""
    columns = (
        words(ground, N_("What hurts or would delight"), 3.4),
        words(ground, N_("Is"), 0.9),
        figures(ground, N_("Matters"), "1–5", 0.8),
    )
    rows = []
    for collection, word in (("pains", N_("a pain")), ("gains", N_("a gain"))):
        members = ground.members(f"{ground.subject}.{collection}")
        rated = [(p, m) for p, m in members if getattr(m, "importance", None) is not None]
        for path, _ in sorted(rated, key=lambda pair: -pair[1].importance):
            kind = (Span(ground.voice.word(word), (path,)),)
            rows.append(row(ground.title(path), kind, ground.said(f"{path}.importance")))
    caption = ground.say(N_("What matters to {name}"), name=ground.title(ground.subject))
    return table(f"pains-gains-{_id(ground)}", caption, columns, rows)


@exhibit("places")
def places(ground: Ground) -> Table | None:
    """Where to meet them, doing what, with how much of their attention."""
    shown = (
        Shown(N_("Where to meet"), "name", 2.2),
        Shown(N_("Is"), "kind", 1.1),
        Shown(N_("They come to"), "used_for", 2),
        Shown(N_("Attention"), "attention", 0.8, "figure", "1–5"),
        Shown(N_("Address"), "url", 1.6, thorough=True),
    )
    caption = ground.say(N_("Where {name} can be met"), name=ground.title(ground.subject))
    found = ground.members(f"{ground.subject}.places")
    return table_of(ground, f"places-{_id(ground)}", caption, found, shown)


@exhibit("vocabulary")
def vocabulary(ground: Ground) -> Table | None:
    """The words they use, after what, and how often they are searched."""
    shown = (
        Shown(N_("Words they use"), "phrase", 2.4),
        Shown(N_("Language"), "language", 1),
        Shown(N_("They are after"), "intent", 1),
        Shown(N_("Searches a month"), "monthly_searches", 0.9, "figure"),
    )
    caption = ground.say(N_("In the words of {name}"), name=ground.title(ground.subject))
    found = ground.members(f"{ground.subject}.words")
    return table_of(ground, f"vocabulary-{_id(ground)}", caption, found, shown)


def _opportunities(ground: Ground) -> Run | None:
    runs = (run for run in ground.analysis.opportunities if isinstance(run, Run))
    return next((run for run in runs if run.subject == ground.subject), None)


@exhibit("outcomes-map")
def outcomes_map(ground: Ground) -> Chart | None:
    """How much each wish matters and how well it is served, openings in the accent."""
    found = _opportunities(ground)
    if not ground.thorough or found is None or len(found.result.outcomes) < 4:
        return None
    points = []
    for outcome in found.result.outcomes:
        path = f"{ground.subject}.outcomes[{outcome.id}]"
        read = tuple(source for source in found.paths if source.startswith(f"{path}."))
        name = plain(ground.title(path))
        opened = outcome.class_ != "none"
        points.append(
            Point(name, outcome.importance, outcome.satisfaction, own=opened, sources=read)
        )
    widest = max(found.result.outcomes, key=lambda outcome: outcome.score)
    caption = ground.say(
        N_("{outcome}: the widest opening"),
        outcome=ground.title(f"{ground.subject}.outcomes[{widest.id}]"),
    )
    return Chart(
        f"outcomes-map-{_id(ground)}",
        "scatter",
        caption,
        ground.voice.word(N_("Every wish, 0 to 10; in colour: openings")),
        alt="; ".join(f"{p.label}: {p.x:.3g} / {p.y:.3g}" for p in points),
        points=tuple(points),
        x=Axis(ground.voice.word(N_("how much it matters")), 0, 10),
        y=Axis(ground.voice.word(N_("how well it is served today")), 0, 10),
    )


@exhibit("outcomes")
def outcomes(ground: Ground) -> Table | None:
    """What they measure success by, how much it matters and how well it is served today."""
    if not ground.thorough:
        return None
    found = _opportunities(ground)
    scored = {o.id: o for o in found.result.outcomes} if found else {}
    columns = (
        words(ground, N_("They want"), 3),
        figures(ground, N_("Matters"), "0–10"),
        figures(ground, N_("Served today"), "0–10"),
        figures(ground, N_("Opening"), "0–20"),
        words(ground, N_("So it is"), 1.5),
    )
    rows = []
    for path, outcome in ground.members(f"{ground.subject}.outcomes"):
        score = scored.get(outcome.id)
        if score is None or found is None:
            continue
        read = tuple(source for source in found.paths if source.startswith(f"{path}."))
        cells = [
            (ground.voice.figure(value, *read, decimals=1),)
            for value in (score.importance, score.satisfaction, score.score)
        ]
        rows.append(
            row(
                ground.title(path),
                *cells,
                (Span(ground.voice.word(_OPPORTUNITIES[score.class_]), read),),
            )
        )
    caption = ground.say(
        N_("What {name} wants and does not get"), name=ground.title(ground.subject)
    )
    return table(f"outcomes-{_id(ground)}", caption, columns, rows)


def _id(ground: Ground) -> str:
    return ground.subject[ground.subject.rindex("[") + 1 : -1]


@exhibit("journey")
def journey(ground: Ground) -> Table | None:
    """The way from first need to recommendation as a strip: a column for each step."""
    key = _id(ground)
    stages = [s for s in ground.plan.audience.journey if any(c.id == key for c in s.cells)]
    columns = [words(ground, N_("At this step"), 1)]
    columns += [
        Column(plain(ground.title(f"audience.journey[{s.id}]")), weight=1.6) for s in stages
    ]
    rows = []
    for label, name in (
        (N_("Passed when"), "passed_when"),
        (N_("They ask"), "question"),
        (N_("They meet us by"), "touchpoint"),
        (N_("We give them"), "content"),
        (N_("It"), "content_status"),
        (N_("Shows in"), "measure"),
        (N_("Drop out"), "loss"),
    ):
        inside = "" if name == "passed_when" else f".cells[{key}]"
        cells = [ground.said(f"audience.journey[{s.id}]{inside}.{name}") for s in stages]
        if any(cells):
            rows.append(row(ground.voice.word(label), *cells))
    caption = ground.say(N_("The way of {name}, step by step"), name=ground.title(ground.subject))
    made = table(f"journey-{key}", caption, columns, rows)
    return replace(made, dense=True) if made else None


@reading("journey-loss")
def journey_loss(ground: Ground) -> Text:
    """Where most of them are lost, and what is still missing on their way."""
    key = _id(ground)
    cells = [
        (f"audience.journey[{stage.id}]", cell)
        for stage in ground.plan.audience.journey
        for cell in stage.cells
        if cell.id == key
    ]
    said: list[Text] = []
    lost = [(path, cell) for path, cell in cells if cell.loss]
    if lost:
        path, _ = max(lost, key=lambda pair: pair[1].loss or 0)
        said.append(
            ground.say(
                N_("Most are lost at “{step}”: {share} drop out."),
                step=ground.title(path),
                share=ground.said(f"{path}.cells[{key}].loss"),
            )
        )
    missing = [path for path, cell in cells if cell.content_status == "make"]
    if missing:
        said.append(
            ground.say(
                N_("Still to be made: what we give them at {steps}."),
                steps=ground.voice.join(
                    tuple(
                        Span(s.text, (*s.sources, f"{path}.cells[{key}].content_status"))
                        for s in ground.title(path)
                    )
                    for path in missing
                ),
            )
        )
    return sentences(said)


@exhibit("studies")
def studies(ground: Ground) -> Table | None:
    """What was done to learn about them, how many were asked and answered."""

    def asked(name: str) -> Any:
        def tell(ground: Ground, study: Any, path: str) -> Text:
            known = [
                (getattr(s, name), f"{path}.samples[{s.id}].{name}")
                for s in study.samples
                if getattr(s, name) is not None
            ]
            if not known:
                return ()
            together = sum(value for value, _ in known)
            return (ground.voice.figure(together, *(source for _, source in known)),)

        return tell

    def precision(ground: Ground, study: Any, path: str) -> Text:
        if study.wanted_margin is None:
            return ()
        said = ground.say(N_("± {margin}"), margin=ground.said(f"{path}.wanted_margin"))
        if study.confidence is None:
            return said
        sure = ground.said(f"{path}.confidence")
        return (*said, *ground.say(N_(" at {sure}"), sure=sure))

    shown = (
        Shown(N_("What we did"), "name", 2),
        Shown(N_("As"), "kind", 1),
        Shown(N_("To settle"), "question", 2, thorough=True),
        Shown(N_("How exact"), precision, 1, thorough=True),
        Shown(N_("Answers expected"), "expected_response", 0.9, "figure", thorough=True),
        Shown(N_("Asked"), asked("invited"), 0.7, "figure"),
        Shown(N_("Answered"), asked("answered"), 0.8, "figure"),
    )
    caption = ground.say(N_("What we did to learn about them"))
    return table_of(ground, "studies", caption, ground.members("audience.studies"), shown)


@exhibit("findings")
def findings(ground: Ground) -> Table | None:
    """What was learnt, how many said so, and between which bounds the share lies."""
    sure = {run.subject: run for run in ground.analysis.findings}
    columns = (
        words(ground, N_("What we learnt"), 3.4),
        figures(ground, N_("Said so")),
        figures(ground, N_("Asked")),
        figures(ground, N_("Share")),
        words(ground, N_("Lies between"), 1.4),
    )
    rows = []
    for path, _ in ground.members("audience.studies[*].findings"):
        run = sure.get(path)
        share: Iterable[Span] = ()
        bounds: Text = ()
        if run is not None and run.result.proportion is not None:
            share = (ground.voice.percent(round(run.result.proportion, 2), *run.paths),)
            bounds = ground.say(
                N_("{low} and {high}"),
                low=ground.voice.percent(round(run.result.low, 2), *run.paths),
                high=ground.voice.percent(round(run.result.high, 2), *run.paths),
            )
        counts = (ground.said(f"{path}.said_so"), ground.said(f"{path}.asked"))
        rows.append(row(ground.title(path), *counts, tuple(share), bounds))
    caption = ground.say(N_("What we learnt, and how sure it is"))
    return table("findings", caption, columns, rows)


@reading("recommendation")
def recommendation(ground: Ground) -> Text:
    """Whether those asked would recommend us, with the margin of error."""
    if not ground.thorough:
        return ()
    return sentences(
        ground.say(
            N_(
                "In “{study}” the net recommendation is {score} points, give or take {margin}"
                " ({sure} sure)."
            ),
            study=ground.title(run.subject),
            score=ground.voice.number(round(run.result.nps_points), *run.paths),
            margin=ground.voice.number(round(run.result.margin_of_error_points), *run.paths),
            sure=ground.voice.percent(run.given.confidence, *run.paths),
        )
        for run in ground.analysis.recommendations
        if run.result.nps_points is not None and run.subject.startswith("audience.studies")
    )
