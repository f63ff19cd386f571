"""The numbers that stand at a chart's shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.drawing.colours import HAIR
from planner.writers.native_chart.codes import Codes
from planner.writers.native_chart.draft import Draft
from planner.writers.native_chart.shapes import line
from planner.writers.native_chart.wording import escaped

_LEADERS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_OFFICE_2013 = "http://schemas.microsoft.com/office/drawing/2012/chart"
"""Where Office keeps the lines to labels that were moved (MS-ODRAWXML, showLeaderLines)."""

UNWRAPPED = '<a:bodyPr rot="0" vert="horz" wrap="none" anchor="ctr"/>'


@dataclass(frozen=True, slots=True)
class Label:
    """How the numbers of a series look; `place` is Word's: outEnd, ctr, t, r.

    With `named` the series' name stands before the number. `strong` are the places of values in
    bold, `shifts` move labels from their usual place, by shares of the chart's width and height;
    `led` leads a line from a moved label to its value. `meant` are the numbers that values stand
    for where they are parts of them.
    """

    place: str
    colour: str
    bold: bool = False
    named: bool = False
    strong: tuple[int, ...] = ()
    shifts: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    led: bool = False
    meant: Mapping[int, float] = field(default_factory=dict)


def labels(
    draft: Draft,
    codes: Codes,
    values: Sequence[float | None],
    look: Label,
    shown: frozenset[int] | None = None,
) -> str:
    """The labels of a series' values: of the `shown` places, None shows them all."""
    known = {at: v for at, v in enumerate(values) if v is not None}
    if shown is not None and not shown & set(known):
        return f"<c:dLbls>{_flags(look, on=False)}</c:dLbls>"
    seen = [v for at, v in known.items() if shown is None or at in shown]
    usual = codes.usual(seen)
    rounded = not any(codes.split(v) for v in seen)
    parts = []
    for at, value in known.items():
        if shown is not None and at not in shown:
            parts.append(f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>')
            continue
        code = codes.exact(value, look.meant.get(at)) if rounded else codes.plain(value)
        bold = look.bold or at in look.strong
        if code != usual or at in look.shifts or bold != look.bold:
            inner = _shifted(look.shifts.get(at)) + _look(draft, look, code, bold=bold)
            parts.append(f'<c:dLbl><c:idx val="{at}"/>{inner}</c:dLbl>')
    rest = _look(draft, look, usual, bold=look.bold)
    return f"<c:dLbls>{''.join(parts)}{rest}{_leaders(look)}</c:dLbls>"


def _look(draft: Draft, look: Label, code: str, *, bold: bool) -> str:
    return (
        f'<c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{draft.words(look.colour, bold=bold, body=UNWRAPPED)}"
        f'<c:dLblPos val="{look.place}"/>{_flags(look, on=True)}'
    )


def _leaders(look: Label) -> str:
    """Lines from labels that were moved to their values, or word that there are none."""
    if not look.shifts:
        return ""
    lines = (
        f"<c15:leaderLines><c:spPr>{line(HAIR, 0.5)}</c:spPr></c15:leaderLines>" if look.led else ""
    )
    return (
        f'<c:extLst><c:ext uri="{_LEADERS}" xmlns:c15="{_OFFICE_2013}">'
        f'<c15:showLeaderLines val="{int(look.led)}"/>{lines}</c:ext></c:extLst>'
    )


def _flags(look: Label, *, on: bool) -> str:
    separator = "<c:separator> </c:separator>" if look.named and on else ""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(on)}"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{int(on and look.named)}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )


def _shifted(shift: tuple[float, float] | None) -> str:
    if shift is None:
        return ""
    return (
        f'<c:layout><c:manualLayout><c:x val="{shift[0]:.5f}"/><c:y val="{shift[1]:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )
