"""All that belongs to one open plan in a window: session, file, forms' context, sample."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject

from planner import assets, storage
from planner.model.plan import Plan
from wizards.bridge import Bridge
from wizards.forms.context import Context, Guide, Speaker
from wizards.plan_file import PlanFile
from wizards.work import Work

EXAMPLE = "local-service"
"""The sample that examples on pages come from."""


class Desk(QObject):
    """One plan being worked on; a window has a new one for each plan that it opens."""

    def __init__(
        self,
        work: Work,
        speaker: Speaker,
        guide: Guide,
        plan: Plan | None = None,
        *,
        saved: bool = True,
    ) -> None:
        super().__init__()
        self.bridge = Bridge(plan, saved=saved)
        self.file = PlanFile(work)
        file = self.file
        self.context = Context(self.bridge, speaker, guide, sample_plan, lambda: file.path)
        self.bridge.unsaved.connect(self.file.keep)

    @property
    def title(self) -> str:
        """What the plan is called: its title, else its file, else nothing."""
        plan = self.bridge.session.plan
        name = plan.meta.title or plan.business.company.name
        return name or (self.file.path.stem if self.file.path else "")

    def close(self) -> None:
        """Let the file go and hear no more."""
        self.context.close()
        self.bridge.close()
        self.file.let_go()


@cache
def sample_plan() -> Plan | None:
    """The plan that examples come from; None where it is not shipped or cannot be read."""
    file = assets.resource("samples", f"{EXAMPLE}.mktplan")
    try:
        return storage.read(file).plan
    except (storage.StorageError, OSError):
        return None
