"""How a method is declared: bounds of its input, problems of its result, the register.

A method takes one frozen dataclass and returns one. The names of their fields are the names that
`calc` reads and prints, so input and result are declared once; a name that Python reserves bears
an underscore at its end.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Annotated, Any, TypeAlias, TypeVar, get_type_hints

from planner.i18n import N_

SLACK = 1e-9
"""Float noise up to this never moves a figure across a threshold."""


class Invalid(ValueError):
    """Input that a method cannot take.

    `field` is the path of what is wrong, `owner` the id of the item it belongs to; `template` is
    filled with `words` and with {name}, the field in words.
    """

    def __init__(self, field: str, template: str, /, **words: object) -> None:
        super().__init__(template)
        self.field = field
        self.owner: str | None = None
        self.template = template
        self.words = words

    def within(self, place: str, owner: object = None) -> Invalid:
        """The same problem seen from one level further out."""
        joint = "" if not self.field or self.field.startswith("[") else "."
        self.field = f"{place}{joint}{self.field}"
        if self.owner is None and isinstance(owner, str):
            self.owner = owner
        return self

    def __str__(self) -> str:
        return f"{self.field}: {self.template.format(**{'name': self.field, **self.words})}"


@dataclass(frozen=True, slots=True)
class Bound:
    """The range of a number, ends included unless `above` or `below` excludes one.

    `says` replaces the usual sentence; it may use {name}, {id}, {value}, {low} and {high}.
    """

    low: float = -math.inf
    high: float = math.inf
    above: bool = False
    below: bool = False
    says: str = ""

    def require(self, value: float) -> None:
        """Refuse a number outside the range.

        Raises:
            Invalid: where it is.
        """
        inside = self.low <= value <= self.high
        if (
            inside
            and not (self.above and value <= self.low)
            and not (self.below and value >= self.high)
        ):
            return
        raise Invalid(
            "",
            self.says or self._sentence(),
            value=plain(value),
            low=plain(self.low),
            high=plain(self.high),
        )

    def _sentence(self) -> str:
        if self.high == math.inf:
            if self.above:
                return N_("{name} is {value}; it must be above {low}.")
            return N_("{name} is {value}; it must be {low} or more.")
        if self.below:
            return N_("{name} is {value}; it must be from {low} to below {high}.")
        if self.above:
            return N_("{name} is {value}; it must be above {low} and at most {high}.")
        return N_("{name} is {value}; it must be from {low} to {high}.")


class Choice:
    """Marks a number that must be one of a few."""

    def __init__(self, *options: float) -> None:
        self.options = options

    def require(self, value: float) -> None:
        """Refuse another number.

        Raises:
            Invalid: where it is.
        """
        if value not in self.options:
            known = ", ".join(plain(option) for option in self.options)
            message = N_("{name} is {value}; it must be one of {known}.")
            raise Invalid("", message, value=plain(value), known=known)


@dataclass(frozen=True, slots=True)
class Filled:
    """Marks an array that must not be empty; `least` is the fewest items."""

    least: int = 1


@dataclass(frozen=True, slots=True)
class SameLength:
    """Marks an array with one value for each item of the input's field `of`."""

    of: str


@dataclass(frozen=True, slots=True)
class Among:
    """Marks ids that must be ids of the input's field `of`."""

    of: str


@dataclass(frozen=True, slots=True)
class Unique:
    """Marks an array whose texts must differ."""


@dataclass(frozen=True, slots=True)
class Square:
    """Marks rows of numbers that form a square matrix."""


@dataclass(frozen=True, slots=True)
class Month:
    """Marks a text that is a month such as 2027-03."""


Share: TypeAlias = Annotated[float, Bound(0, 1)]
Size: TypeAlias = Annotated[float, Bound(0)]
Positive: TypeAlias = Annotated[float, Bound(0, above=True)]
Count: TypeAlias = Annotated[int, Bound(0)]
Rating: TypeAlias = Annotated[float, Bound(1, 5)]
Ids: TypeAlias = Annotated[tuple[str, ...], Filled(), Unique()]


@dataclass(frozen=True, slots=True)
class Problem:
    """A warning beside a result: a code, and a message with the words that fill it."""

    code: str
    template: str
    words: Mapping[str, object] = field(default_factory=dict)


def undefined(template: str, **words: object) -> Problem:
    """The warning that goes with an undefined figure and says why it is."""
    return Problem("undefined", template, words)


def plain(value: float) -> str:
    """A number as it stands in a message, with a true minus sign."""
    return f"{value:.10g}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the register: its name, its input's type and the function itself."""

    name: str
    input: type
    call: Callable[[Any], Any]


Input = TypeVar("Input")
Result = TypeVar("Result")
_FOUND: dict[str, Method] = {}


def method(name: str) -> Callable[[Callable[[Input], Result]], Callable[[Input], Result]]:
    """Register a function as a method and let it see only input that keeps its declaration."""
    from planner.analysis.verifying import verify

    def register(call: Callable[[Input], Result]) -> Callable[[Input], Result]:
        hints = get_type_hints(call)
        kind = next(hint for argument, hint in hints.items() if argument != "return")

        @wraps(call)
        def checked(given: Input) -> Result:
            verify(given)
            return call(given)

        _FOUND[name] = Method(name, kind, checked)
        return checked

    return register


_HOMES: Mapping[str, tuple[str, ...]] = {
    "weighting": ("swing-weights", "roc-weights", "topsis"),
    "voting": ("borda", "dot-votes", "kendall-w"),
    "pairwise": ("ahp", "ahp-group", "ahp-hierarchy"),
    "matrices": ("competitive-profile", "segment-matrix"),
    "factors": ("ife-efe", "ie-cell", "qspm"),
    "situation": ("pestel", "tows", "five-forces"),
    "portfolio": ("bcg", "life-cycle", "abc"),
    "rivalry": ("concentration", "threat-watch", "strategy-canvas"),
    "mapping": ("pca-map", "ca-map", "mds-map"),
    "competition": ("technology-gap", "feature-parity"),
    "market": ("tam-sam-som", "size-bridge"),
    "funnel": ("funnel", "funnel-backward"),
    "channels": ("channel-metrics",),
    "returns": ("romi", "holdout-lift", "max-bids"),
    "unit_economics": ("break-even", "payback", "discount-uplift", "simple-clv"),
    "customers": ("cohorts",),
    "rfm": ("rfm",),
    "clustering": ("k-means",),
    "lifetime": ("bg-nbd", "bg-nbd-new", "gamma-gamma", "clv"),
    "lifetime_fit": ("bg-nbd-fit", "gamma-gamma-fit"),
    "goals": ("opportunity", "okr", "journey-coverage"),
    "allocation": ("allocate-budget",),
    "uncertainty": ("monte-carlo", "tornado", "scenarios"),
    "media": (
        "media-grp",
        "reach-frequency",
        "net-reach",
        "insertion-frequency",
        "adstock",
        "hill-saturation",
    ),
    "variance": ("contribution-bridge", "revenue-bridge", "funnel-bridge"),
    "tracking": ("monthly-report", "year-end-forecast"),
    "forecast": ("seasonal-naive", "forecast-accuracy", "bass"),
    "smoothing": ("ses", "holt", "holt-winters"),
    "sampling": ("ab-sample-size", "ab-duration", "survey-sample-size"),
    "intervals": ("wilson", "proportion-difference", "mean-interval", "nps"),
    "chain": ("integrated-plan",),
    "scheduling": ("critical-path", "working-days"),
    "budget": (
        "percent-of-sales",
        "objective-and-task",
        "competitive-parity",
        "share-of-voice",
        "phasing",
    ),
}
"""Which module holds which methods: a call loads its own family alone."""


class _Register(Mapping[str, Method]):
    """Methods by name, their modules loaded when they are first asked for."""

    def __init__(self) -> None:
        self._home = {name: home for home, names in _HOMES.items() for name in names}

    def __getitem__(self, name: str) -> Method:
        home = self._home[name]
        if name not in _FOUND:
            importlib.import_module(f"planner.analysis.{home}")
        return _FOUND[name]

    def __contains__(self, name: object) -> bool:
        return name in self._home

    def __iter__(self) -> Iterator[str]:
        return iter(self._home)

    def __len__(self) -> int:
        return len(self._home)


METHODS: Mapping[str, Method] = _Register()
"""Every method by the name that `calc` knows it by."""
