"""The one door for change: a plan being edited, its history, and who hears of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan

MOST_STEPS = 1000
"""How many steps back are kept; older ones are forgotten, the plan is not."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history. `label` is a text to be translated where it is shown."""

    before: Plan
    after: Plan
    label: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, who did it, and in which step.

    `paths` are the places that differ; empty stands for "anything" (undo to another plan).
    `origin` is what the changer passed, so that it can ignore its own echo; None for undo, redo,
    opening and recovering. `step` is the step's label.
    """

    plan: Plan
    before: Plan
    paths: tuple[str, ...]
    origin: object = None
    step: str = ""


Listener = Callable[[Changed], None]


class Session:
    """A plan being edited; only the session assigns the plan.

    Attributes:
        plan: the plan as it stands.
        saved: the plan as it was last saved or opened; None where it never was.
    """

    def __init__(self, plan: Plan | None = None, *, saved: bool = True) -> None:
        self._plan = plan if plan is not None else Plan()
        self._saved: Plan | None = self._plan if saved else None
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._merging = ""
        self._listeners: list[Listener] = []
        self._batch: _Batch | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self._plan

    @property
    def saved(self) -> Plan | None:
        """The plan as it was last saved or opened."""
        return self._saved

    @property
    def is_dirty(self) -> bool:
        """Whether the plan is not the saved one."""
        return self._plan is not self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step to do again."""
        return bool(self._future)

    @property
    def undo_label(self) -> str:
        """What undo would take back, to be translated; empty where there is nothing."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, to be translated; empty where there is nothing."""
        return self._future[-1].label if self._future else ""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change, until the returned function is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def set(self, path: str, value: Any, origin: object = None, merge: bool = False) -> bool:
        """Put a value at a path; False where it is equal to what stands there.

        With `merge`, typing into one path becomes one step until another path is changed,
        `close_step` is called, the plan is saved, or a step is undone.

        Raises:
            BadValue: where the plan does not accept it; nothing changes then.
        """
        return self._take(paths.change(self._plan, path, value), path, origin, merge=merge)

    def insert(
        self,
        collection: str,
        values: Mapping[str, Any],
        position: int | None = None,
        origin: object = None,
    ) -> str:
        """Add a member to a collection and return its id."""
        changed = paths.insert(self._plan, collection, values, position)
        self._take(changed, collection, origin, label=N_("Add"))
        return changed.id

    def remove(self, path: str, origin: object = None) -> tuple[str, ...]:
        """Remove a member; the references that had to be cleared are returned."""
        changed = paths.remove(self._plan, path)
        self._take(changed, path, origin, label=N_("Remove"))
        return changed.cleared

    def move(self, path: str, position: int, origin: object = None) -> bool:
        """Move a member to another place of its collection."""
        changed = paths.move(self._plan, path, position)
        return self._take(changed, path, origin, label=N_("Move"))

    def arrange(self, collection: str, order: Sequence[int], origin: object = None) -> bool:
        """Put the members of a collection into another order, given by their places now."""
        changed = paths.arrange(self._plan, collection, order)
        return self._take(changed, collection, origin, label=N_("Move"))

    def duplicate(self, path: str, origin: object = None) -> str:
        """Copy a member and return the copy's id."""
        changed = paths.duplicate(self._plan, path)
        self._take(changed, path, origin, label=N_("Duplicate"))
        return changed.id

    def replace(self, plan: Plan, label: str, origin: object = None) -> bool:
        """Take a whole plan that a rule of the domain made of this one, as one step."""
        if plan is self._plan:
            return False
        return self._take(paths.Changed(plan, ("",)), "", origin, label=label)

    @contextmanager
    def step(self, label: str, origin: object = None) -> Iterator[None]:
        """Make one undo step of many changes; an error inside takes all of them back."""
        if self._batch is not None:
            yield
            return
        self.close_step()
        batch = self._batch = _Batch(self._plan)
        try:
            yield
        except BaseException:
            self._plan, self._batch = batch.before, None
            raise
        self._batch = None
        if self._plan is not batch.before:
            changed = tuple(dict.fromkeys(batch.paths))
            self._record(Step(batch.before, self._plan, label, changed), origin)

    def close_step(self) -> None:
        """End the merging of typing; the next change is a step of its own."""
        self._merging = ""

    def undo(self) -> bool:
        """Take the last step back; False at the start."""
        self.close_step()
        if not self._past or self._batch is not None:
            return False
        step = self._past.pop()
        self._future.append(step)
        self._assign(step.before, step, None)
        return True

    def redo(self) -> bool:
        """Do the last undone step again; False where there is none."""
        self.close_step()
        if not self._future or self._batch is not None:
            return False
        step = self._future.pop()
        self._past.append(step)
        self._assign(step.after, step, None)
        return True

    def mark_saved(self, plan: Plan | None = None) -> None:
        """Say that a plan, by default the present one, is what lies on disk."""
        self.close_step()
        self._saved = self._plan if plan is None else plan

    def _take(
        self,
        changed: paths.Changed,
        path: str,
        origin: object,
        *,
        merge: bool = False,
        label: str = "",
    ) -> bool:
        if changed.plan is self._plan:
            return False
        if self._batch is not None:
            self._batch.paths += changed.paths
            self._plan = changed.plan
            return True
        before = self._plan
        if merge and self._merging == path and self._past and not self._future:
            # The saved plan is never swallowed: saving closes the step.
            before = self._past.pop().before
        plan = changed.plan
        if before is not self._plan and plan == before:
            plan = before
        step = Step(before, plan, label or label_of(path), changed.paths)
        self._merging = path if merge and plan is not before else ""
        self._record(step, origin)
        return True

    def _record(self, step: Step, origin: object) -> None:
        if step.after is not step.before:
            self._past.append(step)
        del self._past[:-MOST_STEPS]
        self._future.clear()
        self._assign(step.after, step, origin)

    def _assign(self, plan: Plan, step: Step, origin: object) -> None:
        before, self._plan = self._plan, plan
        event = Changed(plan, before, step.paths, origin, step.label)
        for listener in tuple(self._listeners):
            listener(event)


class _Batch:
    def __init__(self, before: Plan) -> None:
        self.before = before
        self.paths: tuple[str, ...] = ()


def label_of(path: str) -> str:
    """What a change of a path is called: the field's own short name."""
    place = paths.place(path)
    if place.member and place.field.many is not None:
        return place.field.many.one
    return place.field.label
