"""Trees: boxes in columns from left to right, lines from each to what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.blocks import TreeNode
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import INK, INK3, SERIES, STRONG, TINT, WHITE, on_fill
from planner.drawing.measure import LINE
from planner.drawing.shapes import Touch
from planner.drawing.wording import fitted, wrapped

_GAP = 9.0
_BETWEEN = 2.2
_HEAD = 7.0
_INDENT = 4.0
_INSIDE = 1.6
_EDGE = 1.1
_NARROWEST = 20.0
_RIM = 0.3
_LINES = 3
_NOTE = 7.0
"""Distances in mm; the size of a note's words in points."""


@dataclass(slots=True)
class _Box:
    """A node with its words and place; `top` is set once its column is placed.

    What hangs on it in its own column lies a `step` further to the right.
    """

    node: TreeNode
    left: float
    width: float
    step: float
    lines: tuple[str, ...]
    note: tuple[str, ...]
    top: float = 0.0

    @property
    def height(self) -> float:
        return 2 * _EDGE + LINE * (len(self.lines) + len(self.note))

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def tree(brief: Brief) -> Canvas:
    """Columns with their names, boxes beside what they belong to, and what is missing in words."""
    nodes = grown(brief)
    used = sorted({node.column for node in nodes.values()})
    boxes = _boxes(brief, nodes, used)
    columns = {c: [at for at, box in boxes.items() if box.node.column == c] for c in used}
    tall = {c: _stacked(boxes[at] for at in places) for c, places in columns.items()}
    spine = max(used, key=lambda c: tall[c])
    bottom = _HEAD + tall[spine]
    _place(boxes, columns[spine], set(), bottom)
    placed = set(columns[spine])
    left = [c for c in reversed(used) if c < spine]
    for c in (*left, *(c for c in used if c > spine)):
        _place(boxes, columns[c], placed, bottom)
        placed |= set(columns[c])
    canvas = Canvas(brief.width, bottom + 0.6)
    for c, places in columns.items():
        name = fitted(brief.chart.categories[c], brief.width / len(used) - 2, size=7.5)
        start = min(boxes[at].left for at in places)
        canvas.text((start, 2.6), name, colour=INK3, size=7.5)
    _draw_lines(canvas, brief, boxes, columns)
    for box in boxes.values():
        _draw_box(canvas, brief, box, first=box.node.column == used[0] and len(used) > 1)
    return canvas


def grown(brief: Brief) -> dict[int, TreeNode]:
    """The nodes that lie in a column, by their places."""
    count = len(brief.chart.categories)
    return {at: node for at, node in enumerate(brief.chart.nodes) if 0 <= node.column < count}


def _boxes(brief: Brief, nodes: dict[int, TreeNode], used: list[int]) -> dict[int, _Box]:
    levels = {at: _level(nodes, at) for at in nodes}
    deepest = {c: max(levels[at] for at in nodes if nodes[at].column == c) for c in used}
    room = brief.width - _GAP * (len(used) - 1) - 2 * _RIM
    parts = {c: 1.0 + 0.12 * min(deepest[c], 4) for c in used}
    whole = sum(parts.values())
    found: dict[int, _Box] = {}
    left = _RIM
    for c in used:
        width = room * parts[c] / whole
        step = min(_INDENT, max(width - _NARROWEST, 0.0) / max(deepest[c], 1))
        for at, node in nodes.items():
            if node.column == c:
                indent = levels[at] * step
                inner = width - indent - 2 * _INSIDE
                lines = wrapped(node.label, inner, _LINES, bold=c == used[0]) or ("",)
                note = wrapped(node.note, inner, 2, bold=True) if node.note else ()
                found[at] = _Box(node, left + indent, width - indent, step, lines, note)
        left += width + _GAP
    return found


def _level(nodes: dict[int, TreeNode], at: int) -> int:
    """How many boxes of its own column a node hangs on, one after the other."""
    seen = {at}
    level = 0
    while (above := _above(nodes, at)) is not None and above not in seen:
        seen.add(above)
        at, level = above, level + 1
    return level


def _above(nodes: dict[int, TreeNode], at: int) -> int | None:
    here = nodes[at]
    return next((a for a in here.above if a in nodes and nodes[a].column == here.column), None)


def _stacked(boxes: Iterable[_Box]) -> float:
    """How high boxes are one below the other."""
    return sum(box.height + _BETWEEN for box in boxes)


def _place(boxes: dict[int, _Box], places: list[int], placed: set[int], bottom: float) -> None:
    """Put a column's boxes beside those placed before that they belong to, none on another."""
    wanted = {at: _beside(boxes, at, placed) for at in places}
    order = sorted(places, key=lambda at: wanted[at]) if placed else places
    y = _HEAD
    for at in order:
        box = boxes[at]
        box.top = max(y, min(wanted[at] - box.height / 2, bottom)) if placed else y
        y = box.top + box.height + _BETWEEN
    limit = bottom
    for at in reversed(order):
        box = boxes[at]
        box.top = min(box.top, limit - box.height)
        limit = box.top - _BETWEEN


def _beside(boxes: dict[int, _Box], at: int, placed: set[int]) -> float:
    """The middle of the placed boxes that one hangs on or that hang on it; far down without any."""
    node = boxes[at].node
    joined = {a for a in (*node.above, *node.beside) if a in placed}
    joined |= {o for o in placed if at in (*boxes[o].node.above, *boxes[o].node.beside)}
    if not joined:
        return float("inf")
    return sum(boxes[a].middle for a in joined) / len(joined)


def _draw_lines(
    canvas: Canvas, brief: Brief, boxes: dict[int, _Box], columns: dict[int, list[int]]
) -> None:
    """Strong lines to what hangs on a box, thin ones to what leans on it."""
    ends = {c: max(boxes[a].left + boxes[a].width for a in p) for c, p in columns.items()}
    lanes = {
        at: ends[c] + _GAP * (n + 1) / (len(places) + 1)
        for c, places in columns.items()
        for n, at in enumerate(sorted(places, key=lambda a: boxes[a].top))
    }
    for weak in (True, False):
        colour, stroke = (STRONG, 0.6) if weak else (brief.accent, 1.0)
        for box in boxes.values():
            for above in box.node.beside if weak else box.node.above:
                other = boxes.get(above)
                if other is None or other is box:
                    continue
                if other.node.column == box.node.column:
                    x = other.left + other.step / 2
                    points = [(x, other.middle), (x, box.middle), (box.left, box.middle)]
                    canvas.line(points, STRONG, 0.8)
                elif other.node.column < box.node.column:
                    x, start = lanes[above], other.left + other.width
                    points = [(start, other.middle), (x, other.middle), (x, box.middle)]
                    canvas.line([*points, (box.left, box.middle)], colour, stroke)


def _draw_box(canvas: Canvas, brief: Brief, box: _Box, *, first: bool) -> None:
    lacks = SERIES[1]
    fill = brief.accent if first else WHITE if box.note else TINT
    rim = lacks if box.note else brief.accent if first else STRONG
    canvas.rect((box.left, box.top, box.width, box.height), fill, rim=rim)
    y = box.top + _EDGE + LINE / 2
    ink = on_fill(fill) if first else INK
    for line in box.lines:
        canvas.text((box.left + _INSIDE, y), line, colour=ink, bold=first)
        y += LINE
    colour = on_fill(fill) if first else brief.ink(lacks)
    for line in box.note:
        canvas.text((box.left + _INSIDE, y), line, colour=colour, bold=True, size=_NOTE)
        y += LINE
    middle = (box.left + box.width / 2, box.middle)
    radius = box.height / 2
    half = max(box.width / 2 - radius, 0.0)
    canvas.touch(Touch(box.node.label, box.node.sources, middle, radius, half))
