"""Typst, kept warm: the only import of it."""

from __future__ import annotations

from typing import Any

from planner.drawing.glyphs import font_folder
from planner.i18n import N_
from planner.writers.errors import WriteError


class Press:
    """A kept Typst compiler that reads no file but the shipped fonts.

    With `system_fonts` it knows those of the computer too.
    """

    def __init__(self, *, system_fonts: bool = False) -> None:
        try:
            import typst
        except ImportError:
            raise WriteError(
                N_(
                    "PDF files can’t be made on this kind of computer, for which there is no"
                    " typesetter; write a Word document and save it as PDF there."
                )
            ) from None
        fonts = typst.Fonts(
            include_system_fonts=system_fonts,
            include_embedded_fonts=False,
            font_paths=[str(font_folder())],
        )
        # The fonts' folder is also the root: nothing else could be read, were a source to try.
        self._compiler: Any = typst.Compiler(root=str(font_folder()), font_paths=fonts)
        self._failure: type[Exception] = typst.TypstError

    def print(self, source: str) -> bytes:
        """The PDF of a Typst source; raises WriteError where it can't be set."""
        try:
            data: bytes = self._compiler.compile(
                input=source.encode(),
                format="pdf",
                pdf_standards="ua-1",
            )
        except self._failure as failure:
            raise WriteError(
                N_("The PDF could not be set: {reason}. Write a Word document meanwhile."),
                reason=str(failure).split("\n", 1)[0],
            ) from failure
        return data

    def picture(self, svg: bytes, width: int) -> bytes:
        """A drawing as a PNG so many pixels wide; raises WriteError where it is no drawing."""
        numbers = ",".join(str(byte) for byte in svg)
        source = (
            f"#set page(width: {width}pt, height: auto, margin: 0pt, fill: none)\n"
            f'#image(bytes(({numbers},)), format: "svg", width: 100%)'
        )
        try:
            data: bytes = self._compiler.compile(input=source.encode(), format="png", ppi=72.0)
        except self._failure as failure:
            raise WriteError(N_("The drawing can’t be read.")) from failure
        return data
