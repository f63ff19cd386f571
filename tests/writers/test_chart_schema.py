"""The order of a chart's elements, held against openpyxl's classes, which follow the schema.

Word refuses a chart whose elements stand in another order than ECMA-376 part 1, 21.2 has them.
"""

import pytest
from lxml import etree
from openpyxl.chart.axis import NumericAxis, Scaling, TextAxis
from openpyxl.chart.bar_chart import BarChart
from openpyxl.chart.bubble_chart import BubbleChart
from openpyxl.chart.chartspace import ChartContainer, ChartSpace
from openpyxl.chart.data_source import NumData, NumRef, StrData, StrRef
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import ManualLayout
from openpyxl.chart.legend import Legend, LegendEntry
from openpyxl.chart.line_chart import LineChart
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.pie_chart import DoughnutChart
from openpyxl.chart.radar_chart import RadarChart
from openpyxl.chart.scatter_chart import ScatterChart
from openpyxl.chart.series import attribute_mapping
from openpyxl.chart.shapes import GraphicalProperties

import planner
from planner.blocks import Chart
from planner.writers import native_chart as native
from tests.plans import sample

from .specimen import CHARTS
from .test_native_chart import MORE, C, made, root

NATIVE = [*(chart for chart in CHARTS if chart.kind in native.KINDS), *MORE]
CLASSES = {
    "chartSpace": ChartSpace, "chart": ChartContainer, "barChart": BarChart,
    "lineChart": LineChart, "bubbleChart": BubbleChart, "doughnutChart": DoughnutChart,
    "radarChart": RadarChart, "scatterChart": ScatterChart,
    "catAx": TextAxis, "valAx": NumericAxis, "scaling": Scaling,
    "dPt": DataPoint, "dLbls": DataLabelList, "manualLayout": ManualLayout, "legend": Legend,
    "legendEntry": LegendEntry, "marker": Marker, "strRef": StrRef, "strCache": StrData,
    "numRef": NumRef, "numCache": NumData, "spPr": GraphicalProperties,
}  # fmt: skip
AXES = ("catAx", "valAx")
GROUPS = ("barChart", "lineChart", "bubbleChart", "doughnutChart", "radarChart", "scatterChart")
SERIES = {
    "barChart": "bar", "lineChart": "line", "bubbleChart": "bubble", "doughnutChart": "pie",
    "radarChart": "radar", "scatterChart": "scatter",
}  # fmt: skip


def orders():
    """By its name: the children that an element may have, in their order."""
    found = {name: kind.__elements__ for name, kind in CLASSES.items()}
    # openpyxl keeps charts and axes in two lists, where axes may come in any order, and knows
    # no layout of a single label.
    found["plotArea"] = ("layout", *GROUPS, *AXES, "dTable", "spPr")
    found["dLbl"] = ("idx", "delete", "layout", "tx", *DataLabel.__elements__[1:])
    for group, kind in SERIES.items():
        found[f"{group}/ser"] = attribute_mapping[kind]
    return {name: (*order, "extLst") for name, order in found.items()}


ORDERS = orders()


def misplaced(chart_xml):
    """The elements of the chart's own kind that do not stand where the schema has them."""
    found = []
    for element in etree.fromstring(chart_xml).iter(f"{C}*"):
        name = etree.QName(element).localname
        parent = element.getparent()
        key = f"{etree.QName(parent).localname}/ser" if name == "ser" else name
        if key not in ORDERS or (name == "marker" and not len(element)):
            continue
        children = [etree.QName(child).localname for child in element]
        places = [ORDERS[key].index(child) for child in children if child in ORDERS[key]]
        unknown = [child for child in children if child not in ORDERS[key]]
        if places != sorted(places) or unknown:
            found.append((key, children))
    return found


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: f"{c.kind} {c.anchor}")
def test_elements_stand_in_the_order_of_the_schema(chart):
    assert not misplaced(made(chart).xml)


def test_so_they_do_in_every_chart_of_the_sample():
    document = planner.compose(sample(), "annual", "en")
    charts = [b for b in document.blocks if isinstance(b, Chart) and b.kind in native.KINDS]
    assert len(charts) >= 8
    for chart in charts:
        assert not misplaced(made(chart).xml), chart.anchor


def test_a_misplaced_element_is_seen():
    tree = root(NATIVE[0])
    series = next(tree.iter(f"{C}ser"))
    series.insert(0, series[-1])
    assert misplaced(etree.tostring(tree))
