"""The brand file: TOML that names colours, fonts, a logo and a Word file for the look."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from planner.blocks import Picture
from planner.i18n import N_
from planner.writers.errors import BrandError, WriteError
from planner.writers.raster import raster

KEYS = {
    "": ("name", "logo", "reference", "colours", "fonts"),
    "colours": ("accent", "band"),
    "fonts": ("heading", "body"),
}
"""What may stand in a brand file, by its table; the first is the file itself."""

LOGO_LIMIT, REFERENCE_LIMIT, _FILE_LIMIT = 2_000_000, 20_000_000, 64_000
"""The largest logo, Word file and brand file in bytes."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT = re.compile(r"[^\W_][\w .+-]{0,62}")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,60}")
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_PLACE = re.compile(r"at line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Brand:
    """A look of its own; what is empty stays as the program has it.

    `accent` and `band` are #RRGGBB; `reference` is a Word file whose styles, headers and paper
    Word documents take over.
    """

    name: str = ""
    accent: str = ""
    band: str = ""
    heading_font: str = ""
    body_font: str = ""
    logo: Picture | None = None
    reference: bytes = b""


PLAIN = Brand()
"""The look that the program has by itself."""


def read(path: Path) -> Brand:
    """The brand in a file, with the files that it names, all of them checked.

    Raises:
        BrandError: where something in it can't be used.
        WriteError: where the file can't be read.
    """
    given = parsed(path)
    colours, fonts = given.get("colours", {}), given.get("fonts", {})
    name = given.get("name", path.stem)
    accent = colours.get("accent", "").upper()
    return Brand(
        name=name,
        accent=accent,
        band=colours.get("band", "").upper() or accent,
        heading_font=fonts.get("heading", "") or fonts.get("body", ""),
        body_font=fonts.get("body", ""),
        logo=_logo(path, given["logo"], name) if "logo" in given else None,
        reference=_reference(path, given["reference"]) if "reference" in given else b"",
    )


def parsed(path: Path) -> dict[str, Any]:
    """What stands in a brand file: known keys with values of the right form."""
    try:
        given = tomllib.loads(_bytes(path, _FILE_LIMIT).decode("utf-8-sig"))
    except UnicodeDecodeError as failure:
        raise BrandError(
            N_("{file} is not a text file in UTF-8; save it as such."), file=path
        ) from failure
    except tomllib.TOMLDecodeError as failure:
        raise _malformed(path, str(failure)) from failure
    _check_keys(path, given, "")
    for table in ("colours", "fonts"):
        inner = given.get(table, {})
        if not isinstance(inner, dict):
            raise _bad(path, table, N_("{file}: {place}: write [{place}] on a line of its own."))
        _check_keys(path, inner, table)
    for key in ("name", "logo", "reference"):
        _check(path, given, key, key, _NAME, N_("{file}: {place}: 1 to 60 letters are wanted."))
    for key in KEYS["colours"]:
        wanted = N_("{file}: {place}: a colour is wanted, such as “#0B5FA5”.")
        _check(path, given.get("colours", {}), key, f"colours.{key}", _COLOUR, wanted)
    for key in KEYS["fonts"]:
        wanted = N_("{file}: {place}: the name of a font is wanted, such as “Georgia”.")
        _check(path, given.get("fonts", {}), key, f"fonts.{key}", _FONT, wanted)
    return given


def _check_keys(path: Path, table: dict[str, Any], name: str) -> None:
    for key in table:
        if key not in KEYS[name]:
            raise BrandError(
                N_("{file}: “{place}” is not known; choose from: {known}."),
                file=path,
                place=f"{name}.{key}" if name else key,
                known=", ".join(KEYS[name]),
            )


def _check(
    path: Path, table: dict[str, Any], key: str, place: str, form: re.Pattern[str], wanted: str
) -> None:
    if key in table and not (isinstance(table[key], str) and form.fullmatch(table[key])):
        raise _bad(path, place, wanted)


def _bad(path: Path, place: str, wanted: str) -> BrandError:
    return BrandError(wanted, file=path, place=place)


def _malformed(path: Path, said: str) -> BrandError:
    place = _PLACE.search(said)
    if place is None:
        return BrandError(
            N_("{file}: something is left open at the end; close the quotes or the bracket."),
            file=path,
        )
    return BrandError(
        N_("{file}: line {line}, column {column} can’t be read; write lines such as {example}."),
        file=path,
        line=place[1],
        column=place[2],
        example='name = "Moveo"',
    )


def beside(path: Path, key: str, name: str) -> Path:
    """The file that a brand file names: one in its own folder."""
    inner = PurePosixPath(name.replace("\\", "/"))
    if len(inner.parts) != 1 or ".." in inner.parts or ":" in name:
        raise _bad(path, key, N_("{file}: {place}: name a file that lies beside this one."))
    file = path.parent / inner.name
    if not file.is_file():
        raise BrandError(
            N_("{file}: {place}: there is no file “{name}” beside it; put it there."),
            file=path,
            place=key,
            name=name,
        )
    return file


def _logo(path: Path, name: str, brand: str) -> Picture:
    file = beside(path, "logo", name)
    kind: Any = _TYPES.get(file.suffix.lower())
    made = None
    if kind is not None:
        made = raster(Picture(_bytes(file, LOGO_LIMIT), kind, brand))
    if made is None:
        raise BrandError(
            N_("{file}: logo: “{name}” is not a picture that can be read; use PNG, JPEG or SVG."),
            file=path,
            name=name,
        )
    return made


def _reference(path: Path, name: str) -> bytes:
    from planner.writers.docx.company import check

    file = beside(path, "reference", name)
    data = _bytes(file, REFERENCE_LIMIT)
    check(data, file)
    return data


def _bytes(file: Path, limit: int) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(limit + 1)
    except OSError as failure:
        raise WriteError(
            N_("{file} can’t be read ({reason}); name a brand file that is there."),
            file=file,
            reason=failure.strerror or type(failure).__name__,
        ) from failure
    if len(data) > limit:
        raise BrandError(
            N_("{file} is too large; at most {limit} kilobytes are taken."),
            file=file,
            limit=limit // 1000,
        )
    return data
