"""Unsaved work that a crash left: offered when its plan is opened, or on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.i18n import N_
from planner.model.plan import InvalidPlan
from planner.storage import AlreadyOpen, StorageError, recovery
from wizards.desk import Desk
from wizards.forms.context import Answer
from wizards.speaking import language, say

if TYPE_CHECKING:
    from wizards.main_window import MainWindow

MOST_OFFERS = 3
"""Plans whose lost work is offered at once."""


class Recovering:
    """Asks about lost work in a window's bar and takes it over."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def offer_for(self, desk: Desk) -> None:
        """Offer unsaved work of the plan that was just opened."""
        found = recovery.find(desk.file.plan_id)
        if found is not None and not desk.file.read_only:
            self._ask(found)

    def offer_any(self) -> None:
        """Offer unsaved work of plans that were never saved, or whose window died."""
        if not self._window.stage.word:
            for found in recovery.pending()[:MOST_OFFERS]:
                self._ask(found)

    def _ask(self, found: recovery.Recovery) -> None:
        when = found.written.astimezone().strftime("%Y-%m-%d %H:%M")
        name = found.original.name if found.original else say(N_("a plan that was never saved"))
        answers = (
            Answer("recover", say(N_("Recover it")), lambda: self._recover(found)),
            Answer("discard", say(N_("Discard it")), lambda: recovery.discard(found.plan_id)),
            Answer("later", say(N_("Later")), _nothing),
        )
        text = say(N_("There is unsaved work from {when} of {name}."), when=when, name=name)
        self._window.bar.ask(text, answers)

    def _recover(self, found: recovery.Recovery) -> None:
        window = self._window
        try:
            recovered = recovery.read(found)
        except (StorageError, InvalidPlan) as error:
            message = getattr(error, "message", None)
            text = message(language()) if callable(message) else str(error)
            window.bar.tell(text, "bad")
            return
        desk = Desk(window.work, window.bar, window.guide, recovered.plan, saved=False)
        desk.file.adopt_recovered(recovered)
        window.bar.clear()
        window.take_desk(desk)
        try:
            desk.file.claim()
        except AlreadyOpen as error:
            desk.file.read_only = True
            window.bar.tell(error.message(language()), "bad")
        window.go_to("business")


def _nothing() -> None:
    """Ask again another time."""
