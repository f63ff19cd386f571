"""Pictures of the user's own come out as their pixels and nothing else."""

import io

import pytest
from PIL import Image, PngImagePlugin

from planner.blocks import Picture
from planner.writers.raster import raster

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#c00000"/></svg>'
)


def opened(picture: Picture | None) -> Image.Image:
    assert picture is not None
    assert picture.media_type == "image/png"
    return Image.open(io.BytesIO(picture.data))


def png(size=(8, 4), **said) -> bytes:
    made, notes = io.BytesIO(), PngImagePlugin.PngInfo()
    for key, value in said.items():
        notes.add_text(key, value)
    Image.new("RGB", size, "#0b5fa5").save(made, "PNG", pnginfo=notes)
    return made.getvalue()


def test_what_a_picture_says_beside_its_pixels_is_gone():
    picture = Picture(png(Author="Somebody"), "image/png", "Logo")
    assert b"Somebody" in picture.data
    made = raster(picture)
    assert made is not None
    assert b"Somebody" not in made.data
    assert made.alt == "Logo"


def test_a_large_picture_is_made_smaller_in_its_shape():
    made = opened(raster(Picture(png((4000, 1000)), "image/png", "")))
    assert made.size == (1600, 400)


def test_a_drawing_becomes_pixels():
    made = opened(raster(Picture(SVG, "image/svg+xml", "Logo")))
    assert made.width == 2 * made.height == 1600
    assert made.convert("RGB").getpixel((800, 400)) == (0xC0, 0, 0)


@pytest.mark.parametrize(
    "broken",
    [
        Picture(b"", "image/png", ""),
        Picture(png()[:50], "image/png", ""),
        Picture(b"<svg", "image/svg+xml", ""),
        Picture(b'<svg><image href="file:///etc/passwd"/></svg>', "image/svg+xml", ""),
    ],
)
def test_what_cannot_be_read_is_no_picture(broken):
    assert raster(broken) is None
