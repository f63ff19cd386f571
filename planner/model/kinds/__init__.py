"""Kinds of answers: what a field accepts, how it is stored, and what is said when it does not fit.

A kind stands in a field's declaration. The plan file, the command line and the window all ask
the same kind, so a value is judged in one way everywhere.
"""

from planner.model.kinds.choices import Choice, ListOf, OpenChoice, YesNo
from planner.model.kinds.kind import BadValue, Kind, read_json, shorten
from planner.model.kinds.numbers import (
    LARGEST,
    Integer,
    Money,
    Number,
    Rating,
    ScaleRating,
    Share,
    Weight,
)
from planner.model.kinds.texts import Prose, Text, Url
from planner.model.kinds.times import Date, Month, Period, months_between, months_of

__all__ = [
    "LARGEST",
    "BadValue",
    "Choice",
    "Date",
    "Integer",
    "Kind",
    "ListOf",
    "Money",
    "Month",
    "Number",
    "OpenChoice",
    "Period",
    "Prose",
    "Rating",
    "ScaleRating",
    "Share",
    "Text",
    "Url",
    "Weight",
    "YesNo",
    "months_between",
    "months_of",
    "read_json",
    "shorten",
]
