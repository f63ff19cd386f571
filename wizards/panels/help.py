"""The help of a field: the question, why it is asked, what kind of answer, the sample's."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model import catalogue
from planner.model.kinds import Kind, ListOf, Number
from planner.model.nodes import Declared
from planner.model.plan import Plan
from wizards.forms.units import kind_of
from wizards.forms.wording import shown
from wizards.speaking import say

_KINDS = {
    "text": N_("A few words on one line."),
    "prose": N_("One to a few sentences, printed as you type them."),
    "url": N_("A web address."),
    "money": N_("An amount in the plan’s currency."),
    "share": N_("A percentage."),
    "number": N_("A number."),
    "integer": N_("A whole number."),
    "weight": N_("Points; only their ratio counts."),
    "rating": N_("A grade from {low} to {high}."),
    "date": N_("A day, written as year-month-day."),
    "month": N_("A month, written as year-month."),
    "period": N_("A first and a last month."),
    "yesno": N_("Yes or no."),
    "choice": N_("One of the words offered."),
    "ref": N_("One of your own entries, by name."),
    "refs": N_("Some of your own entries, by name."),
    "path": N_("A place of this plan."),
    "paths": N_("Places of this plan."),
    "image": N_("A PNG or SVG picture of up to 2 MB."),
}


_BY_KIND = {"kind", "status", "kpi", "budget", "lead_weeks", "consent", "consent_how", "anyway"}
"""Fields of a channel beside which the catalogue of kinds has something to say."""


def help_lines(path: str, sample: Plan | None, plan: Plan) -> tuple[tuple[str, str], ...]:
    """The lines of help for a path, each with its role in the stylesheet."""
    place = paths.place(path)
    ask = place.field.ask
    if ask is None:
        return ()
    kind = paths.estimate_kind(place.field) if place.field.is_estimate else kind_of(plan, path)
    lines = [("question", say(ask.question)), ("secondary", say(ask.why))]
    if kind is not None:
        lines.append(("hint", kind_words(kind)))
    example = sample_answer(path, sample) or say(ask.example)
    if example and example != "–":
        lines += [("eyebrow", say(N_("In the sample plan"))), ("secondary", example)]
    if ask.evidence:
        lines.append(
            ("hint", say(N_("Give a source if you can; without one it prints as an assumption.")))
        )
    if ask.confidential:
        lines.append(("hint", say(N_("Left out of contractors’ briefs and redacted copies."))))
    lines += _of_the_catalogue(path, plan)
    return tuple((role, text) for role, text in lines if text)


def _of_the_catalogue(path: str, plan: Plan) -> tuple[tuple[str, str], ...]:
    """What is known of a channel's kind: use, measure, permissions, house figures."""
    channel, _, field = path.partition("].")
    if not channel.startswith("promotion.channels[") or field.partition(".")[0] not in _BY_KIND:
        return ()
    chosen = paths.get(plan, f"{channel}].kind") if paths.has(plan, f"{channel}].kind") else None
    known = catalogue.CHANNEL_KINDS.get(chosen or "")
    if known is None:
        return ()
    house = say(
        N_("House figures: up to {weeks} weeks to prepare; less than {floor} euro teaches little"),
        weeks=known.house.lead_weeks,
        floor=f"{known.house.test_floor:,}",
    )
    if known.house.anyway is not None:
        share = f"{known.house.anyway:.0%}"
        house += say(N_("; {share} of its buyers would have come anyway"), share=share)
    return (
        ("eyebrow", say(known.title)),
        ("secondary", say(N_("What it is for: {use}."), use=say(known.use))),
        ("secondary", say(N_("Usually judged by: {measure}."), measure=say(known.kpi))),
        ("secondary", say(N_("Permissions: {what}."), what=say(known.consent_note))),
        ("hint", f"{house}."),
    )


def kind_words(kind: Kind) -> str:
    """What kind of answer is expected, in a sentence."""
    if isinstance(kind, ListOf):
        return say(N_("Several answers."))
    words = _KINDS.get(kind.word, "")
    if kind.word == "rating" and isinstance(kind, Number):
        return say(words, low=f"{kind.low:g}", high=f"{kind.high:g}")
    return say(words)


def sample_answer(path: str, sample: Plan | None) -> str:
    """How the sample answers the question of a path, first answer first."""
    if sample is None:
        return ""
    pattern = paths.pattern(path)
    if "[*]" not in pattern:
        return answer_text(sample, pattern)
    collection, _, rest = pattern.rpartition("[*]")
    for member, _ in paths.members(sample, collection):
        text = answer_text(sample, f"{member}{rest}")
        if text:
            return text
    return ""


def answer_text(plan: Plan, path: str) -> str:
    """What a plan answers at a path, with its unit; empty where it does not."""
    value = paths.get(plan, path)
    if paths.is_empty(value):
        return ""
    place = paths.place(path)
    if place.part:
        return _with_unit(place.kind, shown(place.kind, value, plan, path), plan)
    return told(plan, path, place.field, value)


def told(plan: Plan, path: str, field: Declared, value: Any) -> str:
    """The answer to the field at a path in words, with its unit."""
    if field.is_estimate:
        kind: Kind | None = paths.estimate_kind(field)
        parts = (value.low, value.base, value.high)
        text = " – ".join(shown(kind, part, plan, path) for part in parts if part is not None)
    else:
        # What any other kind is counted in, no answer elsewhere decides.
        kind = kind_of(plan, path) if type(field.kind) is Number else field.kind
        text = shown(kind, value, plan, path)
    return _with_unit(kind, text, plan)


def _with_unit(kind: Kind | None, text: str, plan: Plan) -> str:
    word = kind.word if kind is not None else ""
    unit = {"share": "%", "money": plan.meta.currency or ""}.get(word, "")
    return f"{text} {unit}".strip() if text else ""
