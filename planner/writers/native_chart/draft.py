"""A native chart in the making: what every kind of it shares."""

from __future__ import annotations

from dataclasses import dataclass

from planner.drawing.brief import Brief
from planner.drawing.colours import HAIR, INK2, INK3, STRONG
from planner.drawing.measure import SIZE
from planner.writers.native_chart import shapes
from planner.writers.native_chart.codes import Codes
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import escaped

SMALL = 7.5
"""The size of an axis' numbers in points."""

_AXES = ("111111111", "222222222")
AXIS_IDS = "".join([f'<c:axId val="{axis}"/>' for axis in _AXES])


@dataclass(frozen=True, slots=True)
class Draft:
    """What to draw, and the look and language to draw it in; the font's name is escaped."""

    brief: Brief
    face: str

    @property
    def codes(self) -> Codes:
        """The formats of the chart's numbers."""
        return Codes(self.brief.chart.number_format, self.brief.language)

    def words(
        self, colour: str, *, size: float = SIZE, bold: bool = False, body: str = "<a:bodyPr/>"
    ) -> str:
        """The look of words in the chart's font."""
        return shapes.words(self.face, colour, size=size, bold=bold, body=body)


@dataclass(frozen=True, slots=True)
class Field:
    """The field of values between left, top, right and bottom on a chart of a size, in mm."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    height: float

    @property
    def layout(self) -> str:
        """The field's place in the chart."""
        box = (self.left, self.top, self.right, self.bottom)
        return layout(box, (self.width, self.height), inner=True)


@dataclass(frozen=True, slots=True)
class Setting:
    """A chart ready to be put together: its figures, its XML from the plot on, its height in mm."""

    sheet: Sheet
    plot: str
    height: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis: its least and greatest value where they are fixed, and its step."""

    step: float
    low: float | None = None
    high: float | None = None


def layout(
    box: tuple[float, float, float, float], size: tuple[float, float], *, inner: bool = False
) -> str:
    """A box's place in a chart of a size: left, top, right and bottom in mm."""
    left, top, right, bottom = box
    across, down = size
    shares = (left / across, top / down, (right - left) / across, (bottom - top) / down)
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    sizes = "".join(
        [f'<c:{name} val="{share:.5f}"/>' for name, share in zip("xywh", shares, strict=True)]
    )
    return f"<c:layout><c:manualLayout>{target}{modes}{sizes}</c:manualLayout></c:layout>"


def plot_area(field: Field, content: str) -> str:
    """The field with its groups of series and its axes."""
    return f"<c:plotArea>{field.layout}{content}{shapes.INVISIBLE}</c:plotArea>"


def category_axis(draft: Draft, *, lying: bool = False, step: int = 1, colour: str = INK2) -> str:
    """The axis of names, which is the zero line; `lying` has them from the top down at the left.

    Of many names only every `step`-th is shown.
    """
    order = "maxMin" if lying else "minMax"
    # Upright by force, names that are left out would be broken by programs that show them all.
    turn = "-60000000" if step > 1 and not lying else "0"
    skips = f'<c:tickLblSkip val="{step}"/><c:tickMarkSkip val="{step}"/>' if step > 1 else ""
    level = f'<a:bodyPr rot="{turn}" vert="horz"/>'
    return (
        f'<c:catAx><c:axId val="{_AXES[0]}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{shapes.area('<a:noFill/>', shapes.line(STRONG, 0.8))}"
        f"{draft.words(colour, body=level)}"
        f'<c:crossAx val="{_AXES[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>{skips}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(draft: Draft, scale: Scale, code: str, *, title: str = "") -> str:
    """The upright axis of values: light lines across the field, numbers, no line of its own."""
    return (
        f'<c:valAx><c:axId val="{_AXES[1]}"/>{_scaling(scale)}<c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr>'
        f'</c:majorGridlines>{title}<c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{shapes.INVISIBLE}'
        f"{draft.words(INK3, size=SMALL)}"
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{scale.step:.12g}"/></c:valAx>'
    )


def number_axis(
    draft: Draft, scale: Scale, code: str, *, lying: bool = False, title: str = ""
) -> str:
    """An axis of a field of points: lines across the field, numbers, and its edge."""
    own, other = _AXES if lying else (_AXES[1], _AXES[0])
    return (
        f'<c:valAx><c:axId val="{own}"/>{_scaling(scale)}<c:delete val="0"/>'
        f'<c:axPos val="{"b" if lying else "l"}"/>'
        f"<c:majorGridlines><c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr></c:majorGridlines>{title}"
        f'<c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{shapes.area('<a:noFill/>', shapes.line(STRONG, 0.8))}"
        f"{draft.words(INK3, size=SMALL)}"
        f'<c:crossAx val="{other}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{scale.step:.12g}"/></c:valAx>'
    )


def axis_title(
    draft: Draft,
    words: str,
    at: tuple[float, float],
    *,
    strong: bool = False,
    upright: bool = False,
) -> str:
    """An axis' title, its upper left corner at shares of the chart; nothing without words."""
    if not words:
        return ""
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{at[0]:.5f}"/><c:y val="{at[1]:.5f}"/></c:manualLayout></c:layout>'
    )
    size, colour = (SIZE, INK2) if strong else (SMALL, INK3)
    text = shapes.title(escaped(words), draft.face, colour, size=size, bold=strong, upright=upright)
    return f'<c:title>{text}{place}<c:overlay val="1"/></c:title>'


def web_axes(draft: Draft, scale: Scale, code: str, colours: tuple[str, str], size: float) -> str:
    """The rays of a radar with their names, and its rings with their numbers."""
    return (
        f'<c:catAx><c:axId val="{_AXES[0]}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines>'
        f"<c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr></c:majorGridlines>"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr>{draft.words(colours[0])}"
        f'<c:crossAx val="{_AXES[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_AXES[1]}"/>{_scaling(scale)}<c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr>'
        f'</c:majorGridlines><c:numFmt formatCode="{escaped(code)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{shapes.line(HAIR, 0.5)}</c:spPr>'
        f"{draft.words(colours[1], size=size)}"
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{scale.step:.12g}"/></c:valAx>'
    )


def hidden_axis(scale: Scale) -> str:
    """The axis of lying bars, which bear their values themselves."""
    return (
        f'<c:valAx><c:axId val="{_AXES[1]}"/>{_scaling(scale)}<c:delete val="1"/>'
        '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{_AXES[0]}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def legend(
    draft: Draft,
    place: str,
    box: str,
    *,
    left_out: tuple[int, ...] = (),
    own: dict[int, str] | None = None,
) -> str:
    """The key to the series, but for those left out; `place` is "t" or "r".

    The names of `own` are bold, each in its colour.
    """
    looks = {at: draft.words(colour, bold=True) for at, colour in (own or {}).items()}
    looks |= dict.fromkeys(left_out, '<c:delete val="1"/>')
    entries = "".join(
        [f'<c:legendEntry><c:idx val="{at}"/>{looks[at]}</c:legendEntry>' for at in sorted(looks)]
    )
    return (
        f'<c:legend><c:legendPos val="{place}"/>{entries}{box}<c:overlay val="0"/>'
        f"{shapes.INVISIBLE}{draft.words(INK2)}</c:legend>"
    )


def _scaling(scale: Scale) -> str:
    high = f'<c:max val="{scale.high:.12g}"/>' if scale.high is not None else ""
    low = f'<c:min val="{scale.low:.12g}"/>' if scale.low is not None else ""
    return f'<c:scaling><c:orientation val="minMax"/>{high}{low}</c:scaling>'
