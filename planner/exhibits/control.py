"""Risks, tripwires, what is still open, and what rests on no source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planner import paths
from planner.blocks import ListBlock, Span, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_
from planner.model.asking import DEPTHS
from planner.model.kinds import Rating
from planner.model.nodes import Declared, Node, declared

STEPS = (
    "business",
    "market",
    "competitors",
    "segments",
    "audience",
    "positioning",
    "technology",
    "promotion",
)


_TOP = 3
"""So many risks stand on the first page."""

_STOPS = 3
"""So many things that the plan stops stand there: the page is one page."""


@reading("control")
def control(ground: Ground) -> Text:
    """How many risks and tripwires there are, and which comes first."""
    dated = [a for a in ground.plan.evidence.assumptions if a.check_date is not None]
    left = sorted((a.check_date, a.id) for a in dated if a.status in (None, "open"))
    if left:
        first = f"evidence.assumptions[{left[0][1]}]"
        begun = len(left) < len(dated)
        return ground.say(
            N_("The next assumption to be checked, on {day}: {statement}")
            if begun
            else N_("The first assumption to be checked, on {day}: {statement}"),
            day=ground.said(f"{first}.check_date"),
            statement=ground.said(f"{first}.statement"),
        )
    worst = _ranked(ground)[:1]
    if not worst:
        return ()
    return ground.say(
        N_("What could hurt most: {risk}."), risk=ground.title(f"promotion.risks[{worst[0]}]")
    )


def _ranked(ground: Ground) -> list[str]:
    """Ids of risks, the largest likelihood times impact first; unrated ones last."""
    risks = [risk for risk in ground.plan.promotion.risks if risk.name]
    risks.sort(key=lambda risk: -((risk.likelihood or 0) * (risk.impact or 0)))
    return [risk.id for risk in risks]


@exhibit("top-risks")
def top_risks(ground: Ground) -> ListBlock | None:
    """The risks that weigh most, with the plan for when they happen and who watches."""
    items = []
    for identity in _ranked(ground)[:_TOP]:
        path = f"promotion.risks[{identity}]"
        item = ground.say(N_("Risk: {name}."), name=ground.title(path))
        # A deeper plan has a table of its risks; its first page must stay one page.
        if (plan_b := ground.said(f"{path}.plan_b")) and not ground.deep:
            item += (Span(" "), *ground.say(N_("If it happens: {plan_b}"), plan_b=plan_b))
        if owner := ground.said(f"{path}.owner"):
            item += (Span(" "), *ground.say(N_("{owner} watches it."), owner=owner))
        items.append(item)
    return ListBlock(tuple(items)) if items else None


@exhibit("stops")
def stops(ground: Ground) -> ListBlock | None:
    """What the plan stops doing."""
    items = []
    for result in ground.plan.business.last_year.results:
        if result.next == "stop" and result.name:
            path = f"business.last_year.results[{result.id}]"
            frees = ground.said(f"{path}.frees")
            name = ground.title(path)
            items.append(
                ground.say(N_("We stop: {name} (frees {money})."), name=name, money=frees)
                if frees
                else ground.say(N_("We stop: {name}."), name=name)
            )
    for option in ground.plan.positioning.strategies:
        if option.decision == "chosen" and option.stops:
            path = f"positioning.strategies[{option.id}]"
            items.append(
                ground.say(
                    N_("For “{strategy}” we stop: {what}."),
                    strategy=ground.title(path),
                    what=ground.said(f"{path}.stops"),
                )
            )
    return ListBlock(tuple(items[:_STOPS])) if items else None


@exhibit("risks")
def risks(ground: Ground) -> Table | None:
    """Risks by weight, with sign, answer and owner; not again what the first page says whole."""
    if not ground.deep and len(_ranked(ground)) <= _TOP:
        return None
    columns = (
        words(ground, N_("Risk"), 2),
        figures(ground, N_("Likely"), "1–5", 0.8),
        figures(ground, N_("Bad"), "1–5", 0.8),
        words(ground, N_("First sign"), 1.6),
        words(ground, N_("If it happens"), 2.4),
        words(ground, N_("Watches"), 1),
    )
    rows = []
    for identity in _ranked(ground):
        path = f"promotion.risks[{identity}]"
        names = ("name", "likelihood", "impact", "sign", "plan_b", "owner")
        cells = [ground.said(f"{path}.{name}") for name in names]
        rows.append(row(*(cells if ground.deep else (cells[0], (), (), (), cells[4], cells[5]))))
    return table("risks", ground.say(N_("What could go wrong, and what we do then")), columns, rows)


@exhibit("tripwires")
def tripwires(ground: Ground) -> Table | None:
    """Assumptions with the value at which they break, the day of the check and the plan B."""
    columns = (
        words(ground, N_("What must stay true"), 2.4),
        words(ground, N_("Breaks"), 1.2),
        words(ground, N_("Checked on"), 1.2),
        words(ground, N_("Plan B"), 2.2),
        figures(ground, N_("Frees"), ground.voice.unit()),
    )
    rows = []
    for assumption in ground.plan.evidence.assumptions:
        path = f"evidence.assumptions[{assumption.id}]"
        rows.append(
            row(
                ground.said(f"{path}.statement"),
                _breaks(ground, path),
                ground.said(f"{path}.check_date"),
                ground.said(f"{path}.plan_b"),
                amount(ground, assumption.money_freed, f"{path}.money_freed"),
            )
        )
    caption = ground.say(N_("Assumptions and the point at which they break"))
    return table("tripwires", caption, columns, rows)


def _breaks(ground: Ground, path: str) -> Text:
    assumption = paths.get(ground.plan, path)
    if assumption.threshold is None:
        return ()
    threshold = _in_unit(ground, assumption.value_path, assumption.threshold, f"{path}.threshold")
    if assumption.breaks_if is None:
        return threshold
    side = ground.said(f"{path}.breaks_if")
    return (*side, Span(" "), *threshold)


def _in_unit(ground: Ground, value_path: str | None, threshold: float, source: str) -> Text:
    """A threshold as the figure that it is held against is written."""
    if value_path and paths.has(ground.plan, value_path):
        for kpi in ground.plan.promotion.kpis:
            if value_path.startswith(f"promotion.kpis[{kpi.id}]."):
                return aim(ground, kpi.unit or "count", threshold, source)
        kind = paths.place(value_path).kind
        if isinstance(kind, Rating):
            return ground.say(
                N_("{rating} of {most}"),
                rating=ground.voice.number(threshold, source),
                most=ground.voice.number(kind.high, source),
            )
        if kind is not None:
            return ground.voice.figure_of(kind, threshold, source)
    return (ground.voice.number(threshold, source),)


@exhibit("open-questions")
def open_questions(ground: Ground) -> ListBlock | None:
    """What the plan does not answer yet, by step, at the chosen depth."""
    if ground.plan.meta.document.open_questions is False:
        return None
    shown = {"E": "E", "S": "ES", "T": "EST"}[DEPTHS[ground.plan.meta.depth or "essential"]]
    left_out = set(ground.plan.meta.document.leave_out or ())
    public = ground.plan.meta.confidentiality == "public"
    items = list(_about_the_plan(ground))
    for step in STEPS:
        if step in left_out:
            continue
        section = getattr(ground.plan, step)
        questions = _unanswered(section, shown, public=public)
        if not questions:
            continue
        title = ground.voice.word(declared(type(ground.plan))[step].label)
        if paths.is_empty(section):
            items.append(
                ground.say(
                    N_("{step} – nothing is answered yet. To begin with: {question}"),
                    step=(Span(title, bold=True),),
                    question=ground.voice.word(questions[0]),
                )
            )
            continue
        asked = " ".join(ground.voice.word(question) for question in questions)
        items.append((Span(title, bold=True), Span(" – "), Span(asked)))
    return ListBlock(tuple(items)) if items else None


def _about_the_plan(ground: Ground) -> Iterator[Text]:
    """The currency, where none is chosen: without it no amount says what it is worth."""
    fields = declared(type(ground.plan.meta))
    ask = fields["currency"].ask
    if ground.plan.meta.currency is None and ask is not None:
        title = ground.voice.word(declared(type(ground.plan))["meta"].label)
        yield Span(title, bold=True), Span(" – "), Span(ground.voice.word(ask.question))


def _unanswered(node: Node, shown: str, *, public: bool) -> list[str]:
    """Questions without answer; those that the public may not read the answer of are not asked."""
    found: list[str] = []
    for name, field in declared(type(node)).items():
        value = getattr(node, name)
        if field.depth not in shown and not field.group:
            continue
        if field.many is not None:
            if not value and not field.many.keyed_by and field.node is not None:
                found += _first_question(field.node, shown)
        elif field.is_field:
            ask = field.ask
            if ask is None or ask.default is not None or (public and ask.confidential):
                continue
            if paths.is_empty(value):
                found.append(ask.question)
        elif field.node is not None:
            found += _unanswered(value, shown, public=public)
    return found


def _first_question(node: type[Node], shown: str) -> list[str]:
    for field in declared(node).values():
        if field.ask is not None and field.ask.depth in shown:
            return [field.ask.question]
    return []


@exhibit("without-source")
def without_source(ground: Ground) -> Table | None:
    """Answers that a source is due for and that have none, counted by what they are."""
    about = {path for line in ground.plan.evidence.items for path in line.about or ()}
    counted: Counter[tuple[str, str]] = Counter()
    for answer in paths.answers(ground.plan):
        ask = answer.field.ask
        if ask is None or not ask.evidence or answer.path.startswith("evidence"):
            continue
        if about.isdisjoint(paths.outer_paths(answer.path)):
            counted[_place_of(answer.path, answer.field)] += 1
    if not counted:
        return None
    columns = (
        words(ground, N_("Part of the plan"), 2),
        words(ground, N_("Answers without a source"), 4),
    )
    by_part: dict[str, list[Text]] = {}
    for (part, label), count in counted.items():
        name = ground.voice.word(label)
        said: Text = (Span(name),)
        if count > 1:
            said = ground.say(
                N_("{name} ({count} times)"), name=name, count=ground.voice.number(count, part)
            )
        by_part.setdefault(part.partition(".")[0], []).append(said)
    plan_fields = declared(type(ground.plan))
    rows = [
        row(ground.voice.word(plan_fields[part].label), ground.voice.join(labels))
        for part, labels in by_part.items()
    ]
    caption = ground.say(N_("What rests on no source yet and must be read as assumption"))
    return table("without-source", caption, columns, rows)


def _place_of(path: str, field: Declared) -> tuple[str, str]:
    return paths.pattern(path).partition("[")[0], field.label
