"""A field's widget bound to its path: shows the value, sets it, says beside it what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner import paths
from planner.model.kinds import BadValue, Kind
from wizards.forms.context import Context
from wizards.forms.units import kind_of
from wizards.forms.wording import shown, typed
from wizards.speaking import language, say


class Binder(QObject):
    """Binds one widget to one path; a class of it for each kind of answer.

    `wrong` tells the sentence to show beside the field, empty where all is well. `entered` tells
    that the user came here.
    """

    wrong = Signal(str)
    entered = Signal()

    def __init__(self, context: Context, path: str, widget: QWidget, name: str) -> None:
        super().__init__(widget)
        self.context = context
        self.path = path
        self.place = paths.place(path)
        self.widget = widget
        self.name = name
        widget.setObjectName(path)
        widget.setAccessibleName(name)
        self._shown: Any = _NOTHING

    @property
    def kind(self) -> Kind:
        """The kind of the field's value, as another answer may decide it."""
        kind = kind_of(self.context.plan, self.path)
        assert kind is not None
        return kind

    @property
    def focus_widget(self) -> QWidget:
        """Where the focus goes when the user is led here."""
        return self.widget

    def value(self) -> Any:
        """What stands in the plan."""
        return paths.get(self.context.plan, self.path)

    def refresh(self) -> None:
        """Show what stands in the plan, where it is not what is shown and not set from here."""
        if self.context.bridge.teller is self:
            return
        value = self.value()
        if value is not self._shown:
            if self._shown is not _NOTHING:
                self.context.drafts.pop(self.path, None)
            self._shown = value
            self.show(value)
            self.wrong.emit("")

    def restore(self) -> None:
        """Show a draft that was typed and not accepted, with what is wrong; some have none."""

    def show(self, value: Any) -> None:
        """Put a value into the widget."""
        raise NotImplementedError

    def set(self, value: Any, *, merge: bool = False) -> bool:
        """Put a value into the plan; what is wrong with it is said beside the field."""
        try:
            self.context.session.set(self.path, value, origin=self, merge=merge)
        except BadValue as bad:
            self.wrong.emit(bad.message(language()))
            return False
        self._shown = self.value()
        self.wrong.emit("")
        return True

    def set_typed(self, text: str, *, merge: bool = True) -> bool:
        """Put typed text into the plan; what does not fit stays a draft."""
        try:
            value = typed(self.kind, text)
        except BadValue as bad:
            self.context.drafts[self.path] = text
            self.wrong.emit(bad.message(language()))
            return False
        if not self.set(value, merge=merge):
            self.context.drafts[self.path] = text
            return False
        self.context.drafts.pop(self.path, None)
        return True

    def text(self, value: Any) -> str:
        """A value as it is typed."""
        return shown(self.kind, value, self.context.plan, self.path)

    def default_text(self) -> str:
        """What counts where the field is left empty, in words."""
        ask = self.place.field.ask
        kind = self.place.kind
        if ask is None or ask.default is None or kind is None or self.place.part:
            return ""
        try:
            return shown(kind, kind.check(ask.default), self.context.plan, self.path)
        except BadValue:
            return ""

    def unit(self) -> str:
        """The unit to show in the field."""
        ask = self.place.field.ask
        word = self.kind.word
        if word == "money":
            return self.context.plan.meta.currency or ""
        if word == "share":
            return "%"
        return say(ask.unit) if ask else ""


class _Nothing:
    """Stands for a value never shown yet."""


_NOTHING = _Nothing()
