"""The search for the best k-means partition: a population of partitions that is bred and refined.

Two partitions are joined by matching their centres, one centre is moved to another point, a few
of Lloyd's steps follow (after HG-means: Gribel & Vidal, Pattern Recognition 2019). All children
are worked on side by side as one array.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
    Labels: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]

POPULATION, STEPS = 12, 8
"""Partitions that are kept, and Lloyd's steps for each child."""
MOVES = 2000
"""Steps that one partition may take in the end."""
FOUND_AGAIN = 3
"""The search ends when so many populations, each bred from nothing, end in the same best one."""


class Search:
    """Rows to be parted, and the chance that the search draws from."""

    def __init__(self, rows: Array, seed: int) -> None:
        import numpy as np

        self._rows = rows
        self._turned = np.ascontiguousarray(rows.T)
        self._squares = (rows**2).sum(axis=1)
        self._chance = np.random.Generator(np.random.PCG64(seed))
        self._work = 0.0

    def best(self, count: int, work: float) -> tuple[Labels, float]:
        """Labels of the best partition found, and its sum of squared distances.

        `work` is how many distances from rows to centres may be worked out.
        """
        best, agreed = self._bred(count), 1
        spent = self._work
        while agreed < FOUND_AGAIN and self._work + spent < work:
            other = self._bred(count)
            if other[1] < best[1] * (1 - 1e-9):
                best, agreed = other, 1
            elif other[1] <= best[1] * (1 + 1e-9):
                agreed += 1
        self._work = 0.0
        return best

    def _bred(self, count: int) -> tuple[Labels, float]:
        """The best partition that a population from nothing ends in."""
        import numpy as np

        centres = np.stack([self._spread_out(count) for _ in range(POPULATION)])
        centres, away = self._refined(centres)
        inertia = away.sum(axis=1)
        idle = hits = 0
        while idle < 4 + count and hits < 2 * POPULATION:
            children, further = self._refined(self._children(centres, inertia, away))
            before = float(inertia.min())
            sums = further.sum(axis=1)
            centres, inertia, away = _survivors((centres, inertia, away), (children, sums, further))
            gained = inertia[0] < before * (1 - 1e-9)
            idle = 0 if gained else idle + 1
            hits = int((sums <= inertia[0] * (1 + 1e-9)).sum()) + (0 if gained else hits)
        finished = [self.finished(one) for one in centres[:4]]
        return min(finished, key=lambda pair: pair[1])

    def _refined(self, centres: Array) -> tuple[Array, Array]:
        """Some of Lloyd's steps, fewer for those that no longer move."""
        import numpy as np

        away = np.empty((len(centres), len(self._rows)))
        active = np.arange(len(centres))
        sums = np.full(len(centres), np.inf)
        for _ in range(STEPS):
            centres[active], away[active] = self._step(centres[active])
            before, sums[active] = sums[active], away[active].sum(axis=1)
            active = active[sums[active] < before * (1 - 1e-9)]
            if not len(active):
                break
        return centres, away

    def _children(self, centres: Array, inertia: Array, away: Array) -> Array:
        """A child for each place of the population: two parents joined, one centre moved."""
        import numpy as np

        found = []
        for _ in range(POPULATION):
            first, second = (self._parent(inertia) for _ in range(2))
            child = _joined(centres[first], centres[second], self._chance)
            far = self._chance.random() < 0.5
            point = _drawn(away[first], self._chance) if far else self._any_row()
            child[self._chance.integers(len(child))] = self._rows[point]
            found.append(child)
        return np.stack(found)

    def _parent(self, inertia: Array) -> int:
        """The better of two that are drawn."""
        one, other = self._chance.integers(0, len(inertia), 2)
        return int(one if inertia[one] <= inertia[other] else other)

    def _any_row(self) -> int:
        return int(self._chance.integers(len(self._rows)))

    def _spread_out(self, count: int) -> Array:
        """Centres drawn far from each other (k-means++, Arthur & Vassilvitskii 2007)."""
        import numpy as np

        chosen = [self._any_row()]
        away = ((self._rows - self._rows[chosen[0]]) ** 2).sum(axis=1)
        while len(chosen) < count:
            chosen.append(_drawn(away, self._chance))
            away = np.minimum(away, ((self._rows - self._rows[chosen[-1]]) ** 2).sum(axis=1))
        return self._rows[chosen]

    def _step(self, centres: Array) -> tuple[Array, Array]:
        """Centres moved to the means of their rows, and squared distances before the move."""
        import numpy as np

        chains, count, width = centres.shape
        labels, nearest = self._nearest(centres)
        self._work += labels.size * count
        flat = (labels + np.arange(chains)[:, None] * count).ravel()
        size = np.bincount(flat, minlength=chains * count)
        sums = np.stack(
            [
                np.bincount(flat, weights=np.tile(one, chains), minlength=chains * count)
                for one in self._turned
            ],
            axis=1,
        )
        moved = sums / np.maximum(size, 1)[:, None]
        empty = np.flatnonzero(size == 0)
        moved[empty] = self._rows[self._chance.integers(0, len(self._rows), len(empty))]
        return moved.reshape(chains, count, width), nearest

    def _nearest(self, centres: Array) -> tuple[Labels, Array]:
        """The nearest centre of each row in each chain, and the squared distance to it."""
        import numpy as np

        chains, count, width = centres.shape
        flat = centres.reshape(chains * count, width)
        products = (flat * -2) @ self._turned
        products += (flat**2).sum(axis=1)[:, None]
        by_chain = products.reshape(chains, count, len(self._rows))
        nearest = by_chain[:, 0].copy()
        labels = np.zeros(nearest.shape, dtype=np.int64)
        for place in range(1, count):
            closer = by_chain[:, place] < nearest
            labels[closer] = place
            np.minimum(nearest, by_chain[:, place], out=nearest)
        nearest += self._squares
        return labels, np.maximum(nearest, 0.0, out=nearest)

    def finished(self, centres: Array) -> tuple[Labels, float]:
        """One chain led to where neither a step of Lloyd's nor moving one row gains."""
        import numpy as np

        rows = self._rows
        labels: Labels = ((rows[:, None, :] - centres) ** 2).sum(axis=2).argmin(axis=1)
        for _ in range(MOVES):
            centres, size = centres_of(rows, labels, len(centres))
            distances = ((rows[:, None, :] - centres) ** 2).sum(axis=2)
            own = distances[np.arange(len(rows)), labels]
            # what moving one row would change, by Hartigan (1975)
            leave = own * size[labels] / np.maximum(size[labels] - 1, 1)
            enter = distances * (size / (size + 1))
            enter[np.arange(len(rows)), labels] = np.inf
            gain = np.where(size[labels] > 1, leave - enter.min(axis=1), 0.0)
            row = int(gain.argmax())
            if gain[row] <= 1e-12 * (1e-300 + float(own.sum())):
                break
            nearest = distances.argmin(axis=1)
            moved = nearest != labels
            if moved.any() and len(np.unique(nearest)) == len(centres):
                labels = nearest
            else:
                labels = labels.copy()
                labels[row] = int(enter[row].argmin())
        return labels, float(own.sum())


def _joined(first: Array, second: Array, chance: np.random.Generator) -> Array:
    """One of each pair of matched centres, by the toss of a coin."""
    import numpy as np

    apart = ((first[:, None] - second) ** 2).sum(axis=2)
    child = first.copy()
    for place in chance.permutation(len(first)):
        match = int(apart[place].argmin())
        apart[:, match] = np.inf
        if chance.random() < 0.5:
            child[place] = second[match]
    return child


Generation: TypeAlias = "tuple[Array, Array, Array]"


def _survivors(old: Generation, new: Generation) -> Generation:
    """The best of both, each partition once, in order."""
    import numpy as np

    centres, inertia, away = (np.concatenate(pair) for pair in zip(old, new, strict=True))
    order = np.argsort(inertia, kind="stable")
    steps = np.diff(inertia[order], prepend=-np.inf)
    distinct = order[steps > 1e-9 * inertia[order]]
    kept = np.concatenate([distinct, np.setdiff1d(order, distinct)])[:POPULATION]
    return centres[kept], inertia[kept], away[kept]


def _drawn(weights: Array, chance: np.random.Generator) -> int:
    """An index drawn in proportion to its weight; any, where all are 0."""
    import numpy as np

    summed = np.cumsum(weights)
    if summed[-1] <= 0:
        return int(chance.integers(len(weights)))
    place = np.searchsorted(summed, chance.random() * summed[-1], side="right")
    return int(min(place, len(weights) - 1))


def centres_of(rows: Array, labels: Labels, count: int) -> tuple[Array, Array]:
    """The mean of each cluster's rows, and how many there are."""
    import numpy as np

    size = np.bincount(labels, minlength=count).astype(float)
    sums = np.stack(
        [np.bincount(labels, weights=column, minlength=count) for column in rows.T], axis=1
    )
    return sums / np.maximum(size, 1)[:, None], size
