"""About whom results are shown: all together, or one of several."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.entries import ChoiceEntry
from wizards.forms.row import plain_label
from wizards.speaking import say


class MemberChoice(QWidget):
    """A choice of the members of a collection, all of them first; `chosen` carries a path or none.

    It is named `<name>.about`, and there only where there are two members or more.
    """

    chosen = Signal(str)

    def __init__(self, name: str, collection: str) -> None:
        super().__init__()
        self._collection = collection
        self._known: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = plain_label(say(N_("Shown for")), "why")
        label.setWordWrap(False)
        row.addWidget(label)
        self.entry = ChoiceEntry()
        self.entry.setObjectName(f"{name}.about")
        self.entry.setAccessibleName(say(N_("Shown for")))
        self.entry.setSizeAdjustPolicy(ChoiceEntry.SizeAdjustPolicy.AdjustToContents)
        self.entry.activated.connect(self._tell)
        row.addWidget(self.entry)
        row.addStretch(1)
        self.hide()

    def show_members(self, plan: Plan, subject: str) -> None:
        """Offer the members as they are now, `subject` being the path of the one shown."""
        members = paths.members(plan, self._collection)
        found = tuple((path, paths.title_of(member)) for path, member in members)
        if found != self._known:
            self._known = found
            self.entry.clear()
            self.entry.addItem(say(N_("All together")))
            self.entry.addItems([title for _, title in found])
        known = [path for path, _ in found]
        self.entry.setCurrentIndex(known.index(subject) + 1 if subject in known else 0)
        self.setVisible(len(found) > 1)
        if subject and subject not in known:
            # Whoever it was shown for is gone.
            self.chosen.emit("")

    def _tell(self, index: int) -> None:
        self.chosen.emit(self._known[index - 1][0] if index else "")
