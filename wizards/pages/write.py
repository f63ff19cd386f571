"""Review and write: what is weak, how the document looks, and the writing itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from planner.checks import Finding
from planner.i18n import N_
from wizards.forms.cards import PlainCard, Topic, card_of
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.pages.overview import Missing, Overview, States
from wizards.pages.page import Page
from wizards.panels.lines import Lines
from wizards.panels.links import finding_link
from wizards.panels.writing import WritingCard
from wizards.speaking import language, say, say_count
from wizards.steps import STEPS

FORM = (
    "reader",
    "notes",
    "rounding",
    "logo",
    "version_label",
    "date",
    "page_size",
    "footer",
    "appendices",
    "open_questions",
    "leave_out",
    "redact",
    "sections",
)
TOPICS = (
    Topic(
        N_("The decision you need"),
        ("meta.decision",),
        N_("The first page of the document is written for one person."),
    ),
    Topic(
        N_("How the document looks"),
        tuple(f"meta.document.{name}" for name in FORM),
        N_("Only matters of form; no fact of the plan stands here."),
    ),
)
MOST_FINDINGS = 30


class WritePage(Page):
    """The page of the ninth step; its button is named `write`."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        step = next(step for step in STEPS if step.word == "write")
        super().__init__(context, "page.write", say(step.name), say(step.decides), parent)
        self.word = "write"
        self._overview = Overview(context.guide.show_path)
        self.add_card(self._overview)
        self._findings: tuple[Finding, ...] | None = None
        self._review = PlainCard(say(N_("What the review says")))
        self._lines = Lines(8)
        self._review.column.setSpacing(8)
        self._review.column.addLayout(self._lines)
        self.add_card(self._review)
        for topic in TOPICS:
            self.add_card(card_of(context, topic, self.body))
        self.writing = WritingCard(context)
        self.writing.grown.connect(self._see)
        self.add_card(self.writing)
        self.column.addStretch(1)

    def focus_write(self) -> None:
        """Lead the user to the button that writes."""
        self._show(self.writing, self.writing.button)

    def _see(self, widget: QWidget) -> None:
        """Bring what came up into sight, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 20, 60))

    def close_work(self) -> None:
        """Stop writing, because the page goes."""
        self.writing.close_work()

    def show_standing(self, states: States, missing: Missing) -> None:
        """Show how far every step is, and what is missing there."""
        self.keep_in_place()
        self._overview.show_standing(states, missing)

    def show_review(self, findings: tuple[Finding, ...]) -> None:
        """List what the review found in all steps, the worst first, each with a way to it."""
        if findings == self._findings:
            return
        self._findings = findings
        self.keep_in_place()
        self._lines.clear()
        lines: list[QWidget] = [plain_label(_summary(findings), "secondary")]
        names = {step.word: step.name for step in STEPS}
        for one in findings[:MOST_FINDINGS]:
            sentence = f"{say(names[one.step])}: {one.message(language())}"
            lines.append(
                finding_link(one.severity, one.path, sentence, self.context.guide.show_path)
            )
        more = len(findings) - MOST_FINDINGS
        if more > 0:
            lines.append(plain_label(say(N_("… and {count} more"), count=more), "hint"))
        for line in lines:
            self._lines.put(line)
            # A layout shows what is new a moment later: until then the page would shrink and jump.
            line.show()


def _summary(findings: tuple[Finding, ...]) -> str:
    grave = sum(1 for one in findings if one.severity == "error")
    weak = sum(1 for one in findings if one.severity == "warning")
    if not findings:
        return say(N_("Nothing to say against the plan as it stands."))
    counts = (
        (grave, say_count(N_("{count} thing is wrong"), N_("{count} things are wrong"), grave)),
        (weak, say_count(N_("{count} thing is weak"), N_("{count} things are weak"), weak)),
    )
    told = ", ".join(words for count, words in counts if count)
    if not told:
        return say(N_("Nothing is wrong; some of it could be better."))
    return say(N_("{told}. You can write the document all the same."), told=told)
