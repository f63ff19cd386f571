"""Pictures of the window: taken once it has come to rest, and compared with those kept in tests.

`make references` keeps what is seen now in place of what was kept, as PLANSMITH_RENEW asks for;
look at each picture before it is committed.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

RENEW = bool(os.environ.get("PLANSMITH_RENEW"))
KEPT = Path(__file__).parents[1] / "reference" / "screens"
PATCH = 10
"""Pixels of a picture of half the size: as high as a line of text, so that letters even out."""
MOST = 14
"""Steps of 255 that a patch may be lighter, darker or of another colour, wherever it lies best."""
NEAR = 1
"""Pixels by which letters may stand elsewhere where they are drawn by another version."""
FEW = 2
"""Patches that may differ."""
COLOURS = 128
"""Colours of a picture that is kept."""
WAIT, STILL = 0.05, 3
"""Seconds between two looks, and how many of them must see the same for the window to rest."""
LONGEST = 60


def rested(window):
    """The picture of a window once nothing in it moves and nothing is being worked out."""
    seen, same, end = None, 0, time.monotonic() + LONGEST
    while same < STILL:
        assert time.monotonic() < end, "the window does not come to rest"
        QTest.qWait(int(WAIT * 1000))
        if is_busy(window):
            continue
        now = window.grab().toImage()
        same = same + 1 if now == seen else 0
        seen = now
    return half(seen)


def is_busy(window):
    """Whether something that a page shows is still to come."""
    if not window.has_plan or not window.stage.word:
        return False
    return window.reviewer.findings is None or is_working(window.desk.context.results)


def is_working(results):
    return results._running or results._timer.isActive()


def half(image):
    """A picture of half the size, as rows of pixels of three colours."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = image.width(), image.height()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    pixels = rows[:, : width * 3].reshape(height, width, 3)
    small = Image.fromarray(pixels).resize((width // 2, height // 2), Image.Resampling.BOX)
    return np.asarray(small)


def patches(pixels):
    """The mean colour of each patch."""
    high, wide = (size // PATCH for size in pixels.shape[:2])
    inside = pixels[: high * PATCH, : wide * PATCH].astype(float)
    return inside.reshape(high, PATCH, wide, PATCH, 3).mean(axis=(1, 3))


def differing(one, other):
    """The places, in pixels of the window, where two pictures do not show the same."""
    assert one.shape == other.shape, (one.shape, other.shape)
    wanted = patches(one)
    ways = range(-NEAR, NEAR + 1)
    moved = [np.roll(other, (down, right), (0, 1)) for down in ways for right in ways]
    least = np.min([np.abs(patches(way) - wanted).max(axis=2) for way in moved], axis=0)
    return [(int(x) * PATCH * 2, int(y) * PATCH * 2) for y, x in np.argwhere(least > MOST)]


def compared(name, pixels):
    """What differs from the picture that is kept, by name; nothing where it is kept anew."""
    file = KEPT / f"{name}.png"
    if RENEW:
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.fromarray(pixels).quantize(COLOURS, dither=Image.Dither.NONE)
        picture.save(file, optimize=True)
        return {}
    if not file.exists():
        return {name: "no picture is kept"}
    with Image.open(file) as kept:
        found = differing(np.asarray(kept.convert("RGB")), pixels)
    return {name: (found[:12], f"seen: {_beside(name, pixels)}")} if len(found) > FEW else {}


def _beside(name, pixels):
    """Keep the picture that was seen where the test's other files are."""
    folder = Path(os.environ["PLANSMITH_DATA_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(folder / f"{name}.png")
    return folder / f"{name}.png"


def calm(window):
    """Take the focus and the mouse off everything, so that nothing blinks or is lit."""
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    window.side.explain_nothing()
