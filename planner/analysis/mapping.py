"""Maps of brands in two dimensions: from ratings, from counts, from dissimilarities.

An axis may always be turned round; here it points to where its largest loading is positive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Ids,
    Invalid,
    Problem,
    SameLength,
    Size,
    Square,
    method,
    undefined,
)
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

Point: TypeAlias = tuple[float, float]
LOW_FIT = 0.60
"""Below this share of what the data hold, two axes show too little."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """Something on the map."""

    id: str
    coordinates: Point


@dataclass(frozen=True, slots=True)
class RatedBrand:
    """A brand's ratings, one an attribute; None is not known."""

    id: str
    ratings: Annotated[tuple[float | None, ...], SameLength("attributes")]


@dataclass(frozen=True, slots=True)
class PcaInput:
    """Attributes, and at least three brands rated by them."""

    attributes: Ids
    brands: Annotated[tuple[RatedBrand, ...], Filled(3)]


@dataclass(frozen=True, slots=True)
class LoadedAttribute:
    """An attribute's loadings on the two axes; None where it was dropped."""

    id: str
    loadings: Point | None


@dataclass(frozen=True, slots=True)
class PcaMap:
    """Eigenvalues of the correlation matrix, what each axis explains, attributes and brands."""

    eigenvalues: tuple[float, ...]
    explained: tuple[float, ...]
    attributes: tuple[LoadedAttribute, ...]
    brands: tuple[Mapped, ...]
    warnings: tuple[Problem, ...] = ()


@method("pca-map")
def pca_map(given: PcaInput) -> PcaMap:
    """Map brands by principal components of standardised ratings (deviations of samples).

    Brands lie at U·S of the singular value decomposition, attributes at V.
    """
    import numpy as np

    table, warnings = _filled(given)
    spread = table.std(axis=0, ddof=1)
    level = np.abs(table).max(axis=0)
    used = spread > SLACK * np.maximum(level, 1e-300)
    for index, name in enumerate(given.attributes):
        if not used[index]:
            message = N_("All brands are equal by {attribute}: it is left out.")
            warnings.append(Problem("constant-attribute", message, {"attribute": name}))
    if not used.any():
        return _no_map(given, warnings)
    standard = (table[:, used] - table[:, used].mean(axis=0)) / spread[used]
    left, sizes, right = np.linalg.svd(standard, full_matrices=False)
    signs = _signs(right.T)
    eigenvalues = np.zeros(int(used.sum()))
    eigenvalues[: len(sizes)] = sizes**2 / (len(table) - 1)
    eigenvalues[eigenvalues < SLACK**2] = 0.0
    explained = eigenvalues / eigenvalues.sum()
    warnings += _fit_warning(float(explained[:2].sum()))
    loadings = iter(_points(right.T * signs))
    brands = _points(left * sizes * signs)
    return PcaMap(
        _floats(eigenvalues),
        _floats(explained),
        tuple(
            LoadedAttribute(name, next(loadings) if used[index] else None)
            for index, name in enumerate(given.attributes)
        ),
        tuple(Mapped(b.id, point) for b, point in zip(given.brands, brands, strict=True)),
        tuple(warnings),
    )


def _filled(given: PcaInput) -> tuple[Array, list[Problem]]:
    """The ratings with gaps filled by the attribute's mean, and what was filled."""
    import numpy as np

    warnings = []
    table = np.array([[np.nan if r is None else r for r in b.ratings] for b in given.brands])
    for index, name in enumerate(given.attributes):
        column = table[:, index]
        gaps = np.isnan(column)
        if not gaps.any():
            continue
        if gaps.all():
            path = f"brands[0].ratings[{index}]"
            raise Invalid(path, N_("No brand is rated by {attribute}."), attribute=name)
        column[gaps] = column[~gaps].mean()
        missing = ", ".join(b.id for b, gap in zip(given.brands, gaps, strict=True) if gap)
        message = N_("{brands}: not rated by {attribute}; the mean of the others stands in.")
        words = {"brands": missing, "attribute": name}
        warnings.append(Problem("missing-rating", message, words))
    return table, warnings


def _no_map(given: PcaInput, warnings: list[Problem]) -> PcaMap:
    warnings.append(undefined(N_("All brands are equal by everything: there is no map.")))
    return PcaMap(
        (),
        (),
        tuple(LoadedAttribute(name, None) for name in given.attributes),
        tuple(Mapped(brand.id, (0.0, 0.0)) for brand in given.brands),
        tuple(warnings),
    )


def _signs(loadings: Array) -> Array:
    """One sign an axis, so that its largest loading becomes positive."""
    import numpy as np

    largest = np.abs(loadings).argmax(axis=0)
    values = loadings[largest, np.arange(loadings.shape[1])]
    return np.where(values < 0, -1.0, 1.0)


def _points(table: Array) -> list[Point]:
    rows = [[*map(float, row[:2]), 0.0, 0.0] for row in table]
    return [(row[0], row[1]) for row in rows]


def _floats(values: Array) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _fit_warning(fit: float) -> list[Problem]:
    if fit >= LOW_FIT - SLACK:
        return []
    message = N_("Two axes show {fit} % of the differences only; read the map with care.")
    return [Problem("low-fit", message, {"fit": f"{fit * 100:.0f}"})]


@dataclass(frozen=True, slots=True)
class CountedRow:
    """How often each column's word was named for this row."""

    id: str
    counts: Annotated[tuple[Size, ...], SameLength("columns")]


@dataclass(frozen=True, slots=True)
class CaInput:
    """A table of counts."""

    columns: Ids
    rows: Annotated[tuple[CountedRow, ...], Filled()]


@dataclass(frozen=True, slots=True)
class MappedLine:
    """A row or column on the map; None where it had nothing in it."""

    id: str
    coordinates: Point | None


@dataclass(frozen=True, slots=True)
class CaMap:
    """Inertias of the axes, their total and chi-square, and principal coordinates."""

    inertias: tuple[float, ...]
    explained: tuple[float, ...]
    total_inertia: float
    chi_square: float
    rows: tuple[MappedLine, ...]
    columns: tuple[MappedLine, ...]
    warnings: tuple[Problem, ...] = ()


@method("ca-map")
def ca_map(given: CaInput) -> CaMap:
    """Map a table of counts by correspondence analysis (Greenacre 1984).

    Raises:
        Invalid: where every count is 0.
    """
    import numpy as np

    counts = np.array([row.counts for row in given.rows])
    total = float(counts.sum())
    if total <= 0:
        raise Invalid("rows", N_("Every count is 0: there is nothing to map."))
    rows, columns = counts.sum(axis=1) > 0, counts.sum(axis=0) > 0
    shares = counts[np.ix_(rows, columns)] / total
    row_mass, column_mass = shares.sum(axis=1), shares.sum(axis=0)
    expected = np.outer(row_mass, column_mass)
    left, sizes, right = np.linalg.svd((shares - expected) / np.sqrt(expected), full_matrices=False)
    axes = min(shares.shape) - 1
    inertias = sizes[:axes] ** 2
    inertias[inertias < SLACK**2] = 0.0
    overall = float(inertias.sum())
    explained = inertias / overall if overall > 0 else inertias
    warnings = _empty_lines(given, rows, columns)
    if overall > 0:
        warnings += _fit_warning(float(explained[:2].sum()))
    by_row = (left * sizes / np.sqrt(row_mass)[:, None])[:, :axes]
    by_column = (right.T * sizes / np.sqrt(column_mass)[:, None])[:, :axes]
    signs = _signs(by_column) if axes else 1.0
    return CaMap(
        _floats(inertias),
        _floats(explained),
        overall,
        overall * total,
        _lines([row.id for row in given.rows], rows, by_row * signs),
        _lines(given.columns, columns, by_column * signs),
        tuple(warnings),
    )


def _lines(names: Sequence[str], used: Array, table: Array) -> tuple[MappedLine, ...]:
    points = iter(_points(table))
    return tuple(
        MappedLine(name, next(points) if there else None)
        for name, there in zip(names, used, strict=True)
    )


def _empty_lines(given: CaInput, rows: Array, columns: Array) -> list[Problem]:
    names = [row.id for row, there in zip(given.rows, rows, strict=True) if not there]
    names += [name for name, there in zip(given.columns, columns, strict=True) if not there]
    message = N_("{name} has no counts at all: it is left out.")
    return [Problem("empty-line", message, {"name": name}) for name in names]


@dataclass(frozen=True, slots=True)
class MdsInput:
    """How unlike each pair of items is."""

    items: Ids
    dissimilarities: Annotated[
        tuple[tuple[Size, ...], ...], Filled(), Square(), SameLength("items")
    ]


@dataclass(frozen=True, slots=True)
class MdsMap:
    """All eigenvalues, the share of them that two axes show, and the items."""

    eigenvalues: tuple[float, ...]
    fit: float | None
    items: tuple[Mapped, ...]
    warnings: tuple[Problem, ...] = ()


@method("mds-map")
def mds_map(given: MdsInput) -> MdsMap:
    """Map dissimilarities by classical scaling: B = −½ J D² J (Torgerson 1952).

    fit = the two largest eigenvalues, as far as positive, over the sum of all sizes.

    Raises:
        Invalid: where the matrix is not symmetric or its diagonal not 0.
    """
    import numpy as np

    for i, row in enumerate(given.dissimilarities):
        for j, value in enumerate(row[: i + 1]):
            mirror = given.dissimilarities[j][i]
            wrong = value > SLACK if i == j else abs(value - mirror) > 1e-6 * max(value, mirror, 1)
            if wrong:
                message = N_("This must equal its mirror image, and be 0 for an item with itself.")
                raise Invalid(f"dissimilarities[{i}][{j}]", message)
    squares = np.array(given.dissimilarities) ** 2
    size = len(squares)
    centring = np.eye(size) - 1 / size
    values, vectors = np.linalg.eigh(-0.5 * centring @ squares @ centring)
    values, vectors = values[::-1], vectors[:, ::-1]
    values[np.abs(values) < SLACK * max(1.0, float(np.abs(values).max())) * 1e-3] = 0.0
    table = vectors[:, :2] * np.sqrt(np.maximum(values[:2], 0.0))
    points = _points(table * _signs(table))
    whole = float(np.abs(values).sum())
    fit = float(np.maximum(values[:2], 0.0).sum()) / whole if whole > 0 else None
    if fit is None:
        warnings = [undefined(N_("All items are alike: there is nothing to map."))]
    else:
        warnings = _fit_warning(fit)
    items = tuple(Mapped(name, point) for name, point in zip(given.items, points, strict=True))
    return MdsMap(_floats(values), fit, items, tuple(warnings))
