"""Clusters that are in the data: k-means with measures of how real they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Among,
    Bound,
    Filled,
    Ids,
    Invalid,
    Problem,
    SameLength,
    method,
    undefined,
)
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
    Labels: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class KMeansInput:
    """Named columns, rows of numbers, and how to look for clusters in them."""

    columns: Ids
    rows: Annotated[tuple[Annotated[tuple[float, ...], SameLength("columns")], ...], Filled()]
    k_min: Annotated[int, Bound(2)] = 2
    k_max: Annotated[int, Bound(2)] | None = None
    standardise: bool = True
    log_columns: Annotated[tuple[str, ...], Among("columns")] = ()
    seed: Annotated[int, Bound(0, 2**63)] = 1


@dataclass(frozen=True, slots=True)
class Partition:
    """The best partition in k clusters and its measures; None where undefined."""

    k: int
    inertia: float
    silhouette: float
    calinski_harabasz: float | None
    davies_bouldin: float | None
    sizes: tuple[int, ...]
    labels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KMeans:
    """Partitions by k, the one with the highest silhouette, and the columns left out."""

    by_k: tuple[Partition, ...]
    best_k: int
    labels: tuple[int, ...]
    dropped: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


DEFAULT_K_MAX = 8
THOROUGH = 2000
"""Up to so many rows the search is long; above, it and the silhouette are cut."""
WEAK = 0.25
WORK = 8e8
"""Distances that a whole search may take: some seconds."""


@method("k-means")
def k_means(given: KMeansInput) -> KMeans:
    """Look for clusters by k-means, k by the mean silhouette (Rousseeuw 1987).

    Measures are taken on the data as clustered: standardised with the deviation of the
    population. Labels are numbered by first appearance.

    Raises:
        Invalid: where k_max is above the rows or below k_min, or a logarithm is of a negative.
    """
    count = len(given.rows)
    if given.k_max is not None and given.k_max > count:
        message = N_("k_max is {k}, more than the {count} rows.")
        raise Invalid("k_max", message, k=given.k_max, count=count)
    if given.k_max is not None and given.k_min > given.k_max:
        raise Invalid("k_min", N_("k_min must not be above k_max."))
    table, dropped, problems = _prepared(given)
    distinct = _distinct(table)
    most = min(given.k_max or min(DEFAULT_K_MAX, count - 1), distinct)
    if distinct < 2 or most < given.k_min:
        problems.append(_no_structure(distinct))
        return KMeans((), 1, (0,) * count, dropped, tuple(problems))
    if given.k_max is not None and distinct < given.k_max:
        message = N_("Only {distinct} rows differ: there are no more clusters than that.")
        problems.append(Problem("no-structure", message, {"distinct": distinct}))
    partitions = _partitions(table, range(given.k_min, most + 1), given.seed, problems)
    best = max(partitions, key=lambda one: (round(one.silhouette, 12), -one.k))
    if best.silhouette < WEAK - SLACK:
        message = N_("The clusters hardly stand apart (silhouette {value}): no real structure.")
        problems.append(Problem("weak-structure", message, {"value": f"{best.silhouette:.2f}"}))
    if any(one.calinski_harabasz is None for one in partitions):
        problems.append(
            undefined(N_("With no distance inside the clusters some measures have none."))
        )
    return KMeans(partitions, best.k, best.labels, dropped, tuple(problems))


def _no_structure(distinct: int) -> Problem:
    if distinct < 2:
        return Problem("no-structure", N_("All rows are equal: there are no clusters."))
    message = N_("{distinct} different rows are too few for the clusters asked for.")
    return Problem("no-structure", message, {"distinct": distinct})


def _prepared(given: KMeansInput) -> tuple[Array, tuple[str, ...], list[Problem]]:
    """The table as it is clustered, the columns left out, and why."""
    import numpy as np

    table = np.array(given.rows, dtype=float)
    for place, name in enumerate(given.columns):
        if name in given.log_columns:
            below = np.flatnonzero(table[:, place] < 0)
            if len(below):
                message = N_("A logarithm needs 0 or more; {column} has a negative here.")
                raise Invalid(f"rows[{below[0]}][{place}]", message, column=name)
            table[:, place] = np.log1p(table[:, place])
    spread = table.std(axis=0)
    used = spread > SLACK * np.maximum(np.abs(table).max(axis=0), 1e-300)
    dropped = tuple(name for name, there in zip(given.columns, used, strict=True) if not there)
    message = N_("{column} is the same in all rows: it is left out.")
    problems = [Problem("constant-column", message, {"column": name}) for name in dropped]
    table = table[:, used] - table[:, used].mean(axis=0)
    if given.standardise:
        table /= spread[used]
    return table, dropped, problems


def _distinct(table: Array) -> int:
    import numpy as np

    return len(np.unique(table, axis=0)) if table.shape[1] else 1


def _partitions(
    table: Array, counts: Sequence[int], seed: int, problems: list[Problem]
) -> tuple[Partition, ...]:
    import numpy as np

    from planner.analysis.lloyd import Search, centres_of

    rows = len(table)
    sample = np.arange(rows)
    whole = search = Search(table, seed)
    if rows > THOROUGH:
        message = N_("With {rows} rows the search was cut short; another seed may find better.")
        problems.append(Problem("search-cut", message, {"rows": rows}))
        chance = np.random.Generator(np.random.PCG64(seed))
        sample = np.sort(chance.choice(rows, THOROUGH, replace=False))
        search = Search(table[sample], seed)
    apart = _apart(table[sample])
    found = []
    for k in counts:
        best = search.best(k, WORK * k / sum(counts))
        if rows > THOROUGH:
            best = whole.finished(centres_of(table[sample], best[0], k)[0])
        found.append(_partition(table, best, (sample, apart)))
    return tuple(found)


def _apart(rows: Array) -> Array:
    """Distances of all pairs."""
    import numpy as np

    squares = (rows**2).sum(axis=1)
    products = squares[:, None] + squares - 2 * rows @ rows.T
    np.fill_diagonal(products, 0.0)
    distances: Array = np.sqrt(np.maximum(products, 0.0))
    return distances


def _partition(table: Array, best: tuple[Labels, float], seen: tuple[Labels, Array]) -> Partition:
    import numpy as np

    found, inertia = best
    _, first = np.unique(found, return_index=True)
    k = len(first)
    renamed = np.empty(int(found.max()) + 1, dtype=int)
    renamed[found[np.sort(first)]] = np.arange(len(first))
    labels = renamed[found]
    sample, apart = seen
    size = np.bincount(labels, minlength=k)
    centres = np.stack([table[labels == one].mean(axis=0) for one in range(k)])
    within = inertia / (len(table) - k) if len(table) > k else 0.0
    between = float((size * (centres**2).sum(axis=1)).sum()) / (k - 1)
    return Partition(
        k,
        inertia,
        _silhouette(apart, labels[sample], k),
        between / within if within > 0 else None,
        _davies_bouldin(table, labels, centres),
        tuple(sorted(int(one) for one in size)),
        tuple(int(label) for label in labels),
    )


def _silhouette(apart: Array, labels: Labels, k: int) -> float:
    """The mean of (b − a)/max(a, b); 0 for a row that is alone."""
    import numpy as np

    member = np.eye(k)[labels]
    size = member.sum(axis=0)
    sums = apart @ member
    own = sums[np.arange(len(labels)), labels] / np.maximum(size[labels] - 1, 1)
    others = np.where(size > 0, sums / np.maximum(size, 1), np.inf)
    others[np.arange(len(labels)), labels] = np.inf
    near = others.min(axis=1)
    width = np.maximum(own, near)
    valid = (size[labels] > 1) & (width > 0) & np.isfinite(near)
    scores = np.where(valid, (near - own) / np.where(valid, width, 1.0), 0.0)
    return float(scores.mean())


def _davies_bouldin(table: Array, labels: Labels, centres: Array) -> float | None:
    """The mean over clusters of the worst (s_i + s_j)/d_ij (Davies & Bouldin 1979)."""
    import numpy as np

    spread = np.array(
        [
            np.sqrt(((table[labels == one] - centre) ** 2).sum(axis=1)).mean()
            for one, centre in enumerate(centres)
        ]
    )
    distances = np.sqrt(((centres[:, None] - centres) ** 2).sum(axis=2))
    np.fill_diagonal(distances, np.inf)
    if not distances.min() > 0:
        return None
    return float(((spread[:, None] + spread) / distances).max(axis=1).mean())
