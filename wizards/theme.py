"""How the window looks: the tokens of light, dark and high contrast as palette and stylesheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from planner import assets
from wizards.motion import SHEET, move_less

STYLED = "plansmith_styled"
"""The property of a program that has its style already."""
THEMES = ("system", "light", "dark", "contrast")
BODY = 10.5
"""Points of body text at 100 %."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, named for what they are for."""

    canvas: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    warn: str
    bad: str
    good_soft: str
    warn_soft: str
    bad_soft: str
    outline: int = 1


LIGHT = Tokens(
    canvas="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EDEFF3",
    line="#D5D9E0",
    line_strong="#868E9C",
    ink="#1B2130",
    ink2="#4A5366",
    ink3="#626C80",
    accent="#0B5FA5",
    on_accent="#FFFFFF",
    accent_soft="#E3EFFA",
    good="#1A7448",
    warn="#8A5A00",
    bad="#B3261E",
    good_soft="#E2F3EA",
    warn_soft="#FBF0D9",
    bad_soft="#FBE9E7",
)
DARK = Tokens(
    canvas="#14171D",
    surface="#1C2028",
    sunken="#101318",
    line="#323947",
    line_strong="#6F7A8E",
    ink="#E8EBF1",
    ink2="#B6BDCA",
    ink3="#98A1B2",
    accent="#6CB2F2",
    on_accent="#0E1A26",
    accent_soft="#1B3148",
    good="#6FCF9B",
    warn="#E5B454",
    bad="#F28B82",
    good_soft="#17301F",
    warn_soft="#352A12",
    bad_soft="#3A1D1B",
)
CONTRAST = Tokens(
    canvas="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    line="#1B2130",
    line_strong="#1B2130",
    ink="#1B2130",
    ink2="#1B2130",
    ink3="#1B2130",
    accent="#0B5FA5",
    on_accent="#FFFFFF",
    accent_soft="#FFFFFF",
    good="#1A7448",
    warn="#8A5A00",
    bad="#B3261E",
    good_soft="#FFFFFF",
    warn_soft="#FFFFFF",
    bad_soft="#FFFFFF",
    outline=2,
)


class _Now:
    tokens = LIGHT
    scale = chosen_scale = 1.0
    calm = False


def tokens() -> Tokens:
    """The colours of the theme that is shown."""
    return _Now.tokens


def points(size: float) -> float:
    """A text size of the scale in points, at the text size that the user chose."""
    return size * _Now.scale


def pixels(length: int) -> int:
    """A length that grows with the size of text, in pixels."""
    return round(length * _Now.scale)


@contextmanager
def enlarged(factor: float) -> Iterator[None]:
    """Give text sizes and lengths larger by a factor meanwhile, for what is seen from afar.

    Inside itself it enlarges no further.
    """
    before = _Now.scale
    _Now.scale = _Now.chosen_scale * factor
    try:
        yield
    finally:
        _Now.scale = before


def font(size: float = BODY, *, strong: bool = False, slanted: bool = False) -> QFont:
    """The program's face in a size of the scale, in one of its two weights, upright or slanted."""
    face = QFont(QApplication.font())
    face.setPointSizeF(points(size))
    face.setItalic(slanted)
    face.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return face


def prepare(app: QApplication) -> None:
    """Load the shipped faces and the style, once a program."""
    if app.property("plansmith_prepared"):
        return
    app.setProperty("plansmith_prepared", True)
    for name in (
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "NotoSansGeorgian-Regular",
    ):
        QFontDatabase.addApplicationFont(str(assets.resource("fonts", f"{name}.ttf")))
    if not app.property(STYLED):
        app.setStyle(QStyleFactory.create("Fusion"))


def apply(app: QApplication, theme: str, text_size: int, *, calm: bool = False) -> None:
    """Show a theme at a text size in percent; nothing is done where it is shown already.

    `calm` shows it with less movement.
    """
    move_less(app, calm)
    chosen = _chosen(app, theme)
    now = (_Now.tokens, _Now.scale, _Now.calm)
    if app.styleSheet() and (chosen, text_size / 100, calm) == now:
        return
    _Now.tokens, _Now.calm = chosen, calm
    _Now.scale = _Now.chosen_scale = text_size / 100
    face = QFont("Noto Sans")
    face.setFamilies(["Noto Sans", "Noto Sans Georgian"])
    face.setPointSizeF(BODY * _Now.scale)
    app.setFont(face)
    app.setPalette(_palette(_Now.tokens))
    app.setStyleSheet(_sheet(_Now.tokens) + (SHEET if calm else ""))


def _chosen(app: QApplication, theme: str) -> Tokens:
    if theme == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(theme, LIGHT)


def _palette(now: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colours = {
        role.Window: now.canvas,
        role.WindowText: now.ink,
        role.Base: now.surface,
        role.AlternateBase: now.sunken,
        role.Text: now.ink,
        role.PlaceholderText: now.ink3,
        role.Button: now.surface,
        role.ButtonText: now.ink,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.Link: now.accent,
        role.ToolTipBase: now.ink,
        role.ToolTipText: now.surface,
        role.Accent: now.accent,
        role.Mid: now.line,
        role.Light: now.surface,
        role.Dark: now.line_strong,
    }
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(now.ink3))
    return palette


def _sheet(now: Tokens) -> str:
    parts = cast("dict[str, str | int]", {n: getattr(now, n) for n in Tokens.__slots__})
    sizes = {
        "small": f"{points(9):g}pt",
        "why": f"{points(9.5):g}pt",
        "body": f"{points(BODY):g}pt",
        "card": f"{points(12):g}pt",
        "title": f"{points(20):g}pt",
    }
    ground = "dark" if now is DARK else "light"
    check = {"check": assets.resource("icons", f"check-{ground}.svg").as_posix()}
    # Without soft fills a chosen row needs the strong one, and a well an outline.
    strong = now is CONTRAST
    check["selection"] = now.accent if strong else now.accent_soft
    check["on_selection"] = now.on_accent if strong else now.ink
    check["well_line"] = now.line if strong else now.sunken
    return Path(__file__).with_name("window.qss").read_text("utf-8") % (parts | sizes | check)
