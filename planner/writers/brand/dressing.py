"""A document in the look of a brand, as far as any format shows it."""

from __future__ import annotations

from dataclasses import replace

from planner.blocks import Document
from planner.writers.brand.file import Brand


def branded(document: Document, brand: Brand) -> Document:
    """The document with the brand's accent, and its logo where the plan has none."""
    cover = document.cover
    if cover.logo is None and brand.logo is not None:
        cover = replace(cover, logo=brand.logo)
    return replace(document, cover=cover, accent=brand.accent or document.accent)
