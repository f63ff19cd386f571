"""Pictures of the user's own, made safe for every file: decoded, bounded, encoded anew as PNG."""

from __future__ import annotations

import io
from dataclasses import replace

from planner.blocks import Picture
from planner.writers.errors import WriteError

_WIDEST = 1600
"""Pixels that the longer side keeps at most: 60 mm at more than 600 dots an inch."""

_MOST_PIXELS = 40_000_000
"""Pictures that would unfold to more are not decoded."""


def raster(picture: Picture) -> Picture | None:
    """The picture as a PNG without anything but its pixels; None where it can't be read."""
    try:
        data = _drawn(picture.data) if picture.media_type == "image/svg+xml" else picture.data
        return replace(picture, data=_encoded(data), media_type="image/png")
    except (OSError, ValueError, SyntaxError, WriteError):
        return None


def _drawn(svg: bytes) -> bytes:
    from planner.writers.pdf.press import Press

    return Press().picture(svg, _WIDEST)


def _encoded(data: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        pixels = opened.convert("RGBA")
    pixels.thumbnail((_WIDEST, _WIDEST))
    made = io.BytesIO()
    pixels.save(made, "PNG")
    return made.getvalue()
