"""Fills, lines and the look of words in DrawingML (ECMA-376, part 1, chapters 20.1 and 21.1)."""

from __future__ import annotations

_POINT = 12700
"""English metric units in a point."""

_UNFILLED = "<a:noFill/>"
NO_LINE = f"<a:ln>{_UNFILLED}</a:ln>"
INVISIBLE = f"<c:spPr>{_UNFILLED}{NO_LINE}</c:spPr>"

PATTERNS = ("", "wdUpDiag", "wdDnDiag", "narHorz", "diagCross", "narVert")
"""Word's patterns in the order of the hatches of drawn charts."""

SYMBOLS = ("circle", "square", "triangle", "diamond", "x", "plus")
"""Word's markers in the order of the marks of drawn charts."""


def solid(colour: str) -> str:
    """A fill of one colour, given as #RRGGBB."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def hatched(pattern: str, fore: str, back: str) -> str:
    """A fill with a pattern of PATTERNS on a ground; plain where the pattern is empty."""
    if not pattern:
        return solid(back)
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{fore[1:]}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{back[1:]}"/></a:bgClr></a:pattFill>'
    )


def line(colour: str, stroke: float) -> str:
    """A line of a width in points."""
    return f'<a:ln w="{round(stroke * _POINT)}" cap="flat">{solid(colour)}<a:round/></a:ln>'


def area(fill: str, rim: str = NO_LINE) -> str:
    """A shape's fill and outline."""
    return f"<c:spPr>{fill}{rim}</c:spPr>"


def words(
    face: str, colour: str, *, size: float, bold: bool = False, body: str = "<a:bodyPr/>"
) -> str:
    """The look of words, `size` in points; the font is named for every script."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{_run('defRPr', face, colour, size, bold=bold)}"
        '</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def title(
    text: str, face: str, colour: str, *, size: float, bold: bool = False, upright: bool = False
) -> str:
    """Words of their own, already escaped; `upright` ones run upwards."""
    turn = "-5400000" if upright else "0"
    look = _run("rPr", face, colour, size, bold=bold)
    return (
        f'<c:tx><c:rich><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/><a:p>'
        f"<a:pPr>{_run('defRPr', face, colour, size, bold=bold)}</a:pPr>"
        f"<a:r>{look}<a:t>{text}</a:t></a:r></a:p></c:rich></c:tx>"
    )


def _run(tag: str, face: str, colour: str, size: float, *, bold: bool) -> str:
    fonts = "".join([f'<a:{script} typeface="{face}"/>' for script in ("latin", "ea", "cs")])
    return (
        f'<a:{tag} sz="{round(size * 100)}" b="{int(bold)}" i="0">{solid(colour)}{fonts}</a:{tag}>'
    )
