"""Composing: a plan, a kind of document and a language become a tree of blocks."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Day
from typing import Any, cast

from planner import assets, paths
from planner.analysis.feeding import analysed
from planner.blocks import (
    Block,
    Cover,
    Document,
    Heading,
    NotesPlace,
    Paragraph,
    Picture,
    References,
    Span,
    Table,
    Text,
    Words,
    plain,
)
from planner.composing.citing import MARK, Citations
from planner.composing.environment import environment, names
from planner.composing.markdown import blocks as parsed
from planner.composing.naming import named
from planner.composing.outline import Outline, Section, outline
from planner.composing.pointing import CHAPTER, pointed
from planner.composing.publishing import published
from planner.composing.traced import Ink
from planner.exhibits.ground import Ground, picture_of
from planner.exhibits.rounding import voice_of
from planner.exhibits.voice import Voice
from planner.i18n import N_
from planner.model.plan import Plan
from planner.progress import Told, untold

BY_CONFIDENTIALITY = {
    "public": "",
    "internal": N_("Internal"),
    "confidential": N_("Confidential"),
    "strictly confidential": N_("Strictly confidential"),
}


def compose(
    plan: Plan, kind: str, language: str, subject: str | None = None, *, told: Told | None = None
) -> Document:
    """The document of a kind in a language.

    `subject` is the path of the member that a document is about, where the kind gives one
    document a member. `told` hears of each chapter before it is put together.

    Raises:
        BadValue: where there is no such kind.
    """
    del subject
    plan_of_document = outline(kind)
    plan = published(plan)
    voice = voice_of(plan, language)
    plan = named(plan, voice)
    ground = Ground(plan, analysed(plan), voice)
    notes = cast("NotesPlace", plan.meta.document.notes or "footnotes")
    citations = Citations(ground)
    blocks = citations.cited(_body(plan_of_document, ground, told or untold))
    blocks = (*blocks, *_ledger(citations, voice, listed=notes != "footnotes"))
    choices = plan.meta.document
    document = Document(
        kind=kind,
        language=language,
        title=plain(title_of(plan, voice)),
        author=plan.meta.author or "",
        cover=_cover(ground),
        blocks=blocks,
        words=_words(voice),
        date=day_of(plan).isoformat(),
        subject=voice.word(plan_of_document.title),
        footer=_footer(plan, voice),
        contents=len(blocks) >= _CONTENTS_FROM,
        contents_depth=2 if ground.deep else 1,
        page="Letter" if choices.page_size == "Letter" else "A4",
        notes=notes,
        brand=choices.brand or "",
    )
    return pointed(document, plan_of_document, voice)


_CONTENTS_FROM = 30
"""A document of fewer blocks is a few pages, which nobody needs a table of contents for."""

_ALONE_FROM = 4
"""A chapter of fewer blocks would leave most of a page of its own empty."""


def day_of(plan: Plan) -> Day:
    """The day that the document bears: the one chosen, else today or SOURCE_DATE_EPOCH."""
    if plan.meta.document.date is not None:
        return plan.meta.document.date
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()


def title_of(plan: Plan, voice: Voice) -> Text:
    """What the cover says; made of the firm and the year where no title is given."""
    if plan.meta.title:
        return (Span(plan.meta.title, ("meta.title",)),)
    firm = plan.business.company.name
    year = plan.meta.period[0][:4] if plan.meta.period else ""
    if firm and year:
        return voice.say(
            N_("{company}: marketing plan {year}"),
            company=Span(firm, ("business.company.name",)),
            year=Span(year, ("meta.period",)),
        )
    if firm:
        named = Span(firm, ("business.company.name",))
        return voice.say(N_("{company}: marketing plan"), company=named)
    return voice.say(N_("Marketing plan"))


def _body(plan_of_document: Outline, ground: Ground, told: Told) -> list[Block]:
    from jinja2 import FileSystemLoader

    folder = assets.template(plan_of_document.kind)
    sandbox = environment(FileSystemLoader(folder))
    choices = ground.plan.meta.document
    left_out = set(choices.leave_out or ())
    left_out |= {"appendices"} if choices.appendices is False else set()
    sections = [one for one in plan_of_document.sections if one.name not in left_out]
    found: list[Block] = []
    for number, section in enumerate(sections):
        told(ground.voice.word(section.title), number / len(sections))
        found += _chapter(sandbox, section, ground)
    told("", 1)
    return found


def _chapter(sandbox: Any, section: Section, ground: Ground) -> tuple[Block, ...]:
    ink = Ink(ground.plan, ground.voice)
    template = sandbox.get_template(section.template)
    source = str(template.render(names(ground, ink)))
    made = parsed(source, ink, section.name)
    if not made:
        return ()
    heading = Heading(
        ground.voice.say(section.title),
        1,
        CHAPTER + section.name,
        numbered=section.numbered,
        alone=section.alone and len(made) >= _ALONE_FROM,
        annex=section.compact,
    )
    if section.compact:
        made = tuple(replace(b, dense=True) if isinstance(b, Table) else b for b in made)
    if not section.numbered:
        made = tuple(replace(b, numbered=False) if isinstance(b, Heading) else b for b in made)
    return (heading, *_own_words(section.name, ground), *made)


def _own_words(section: str, ground: Ground) -> tuple[Paragraph, ...]:
    path = f"meta.document.sections[{section}].lead"
    if not paths.has(ground.plan, path):
        return ()
    words = ground.said(path)
    return (Paragraph(words, "lead"),) if words else ()


def _ledger(citations: Citations, voice: Voice, *, listed: bool) -> tuple[Block, ...]:
    """The sources, and what the marks behind statements mean."""
    references = citations.references()
    if not references:
        return ()
    said: list[Text] = []
    if listed:
        said.append(voice.say(N_("Numbers behind statements point here.")))
    if citations.marked:
        sentence = N_("{mark} marks what rests on no source yet: an assumption.")
        said.append(voice.say(sentence, mark=MARK))
    words = tuple(span for at, text in enumerate(said) for span in ((Span(" "),) * (at > 0) + text))
    return (References(references), *((Paragraph(words, "note"),) if words else ()))


def _cover(ground: Ground) -> Cover:
    plan, voice = ground.plan, ground.voice
    lines = [
        (voice.period(plan.meta.period, "meta.period"),) if plan.meta.period else (),
        ground.said("meta.client"),
        _reader(ground),
        _version(ground),
        (voice.date(day_of(plan), "meta.document.date", long=True),),
        ground.said("meta.author"),
        ground.said("business.company.website") if ground.deep else (),
    ]
    return Cover(
        title=title_of(plan, voice),
        subtitle=voice.say(N_("Strategic marketing plan")),
        firm=ground.said("business.company.name"),
        lines=tuple(line for line in lines if line),
        logo=_logo(ground),
    )


def _logo(ground: Ground) -> Picture | None:
    chosen = ground.plan.meta.document.logo
    if chosen is None:
        return None
    firm = ground.plan.business.company.name
    alt = ground.voice.say(N_("Logo of {company}"), company=firm) if firm else ()
    return picture_of(chosen, plain(alt) or chosen.name, "meta.document.logo")


FOR_READERS = {
    "owner": N_("For the owner"),
    "board": N_("For the board"),
    "client": N_("For the client"),
    "team": N_("For the team"),
    "lender": N_("For the lender"),
}


def _reader(ground: Ground) -> Text:
    chosen = ground.plan.meta.document.reader
    if chosen is None:
        return ()
    return (Span(ground.voice.word(FOR_READERS[chosen]), ("meta.document.reader",)),)


def _version(ground: Ground) -> Text:
    if ground.plan.meta.document.version_label:
        return ground.said("meta.document.version_label")
    if ground.plan.meta.status:
        word = ground.said("meta.status")
        return ground.voice.say(N_("Status: {status}"), status=word)
    return ()


def _footer(plan: Plan, voice: Voice) -> str:
    if plan.meta.document.footer:
        return plan.meta.document.footer
    return voice.word(BY_CONFIDENTIALITY[plan.meta.confidentiality or "confidential"])


def _words(voice: Voice) -> Words:
    return Words(
        contents=voice.word(N_("Contents")),
        table=voice.word(N_("Table")),
        figure=voice.word(N_("Figure")),
        page=voice.word(N_("Page")),
        of=voice.word(N_("of")),
        sources=voice.word(N_("Sources")),
        exhibits=voice.word(N_("Tables and figures")),
    )
