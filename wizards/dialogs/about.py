"""What this program is, and the licences of the work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

import planner
from planner.i18n import N_
from wizards.dialogs.form import FormDialog
from wizards.forms.entries import TextEntry
from wizards.speaking import say

COMPONENTS = (
    ("Qt 6, PySide6", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("pydantic", "MIT"),
    ("Jinja2", "BSD-3-Clause"),
    ("markdown-it-py", "MIT"),
    ("python-docx", "MIT"),
    ("python-pptx", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("lxml", "BSD-3-Clause"),
    ("Typst", "Apache-2.0"),
    ("matplotlib", "PSF"),
    ("Pillow", "MIT-CMU"),
    ("NumPy", "BSD-3-Clause"),
    ("Babel", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("Noto fonts", "OFL-1.1"),
)


class AboutDialog(FormDialog):
    """Name, version, promise of privacy, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Plansmith", "about", parent)
        self.setMinimumWidth(520)
        self.add_text(say(N_("Version {version}"), version=planner.__version__))
        self.add_text(
            say(
                N_(
                    "Writes a strategic marketing plan with you. "
                    "It works without internet and sends nothing anywhere."
                )
            )
        )
        self.column.addSpacing(8)
        self.add_text(say(N_("Licences")), "question")
        lines = TextEntry(least=10, most=10)
        lines.setObjectName("about.licences")
        lines.setAccessibleName(say(N_("Licences")))
        lines.setReadOnly(True)
        lines.setPlainText(
            "\n".join(["Plansmith: MIT", *(f"{name}: {terms}" for name, terms in COMPONENTS)])
        )
        self.column.addWidget(lines)
        self.add_buttons(say(N_("&Close")), cancel=False)
