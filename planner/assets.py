"""Where templates and resources lie, in a checkout and in an installed program alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root(folder: str) -> Path:
    installed = _PACKAGE / "data" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def template(*parts: str) -> Path:
    """A file or folder of the shipped document templates."""
    return _root("doc_templates").joinpath(*parts)


def resource(*parts: str) -> Path:
    """A file or folder of the shipped resources."""
    return _root("resources").joinpath(*parts)


def samples() -> tuple[Path, ...]:
    """The shipped sample plans, by name."""
    return tuple(sorted(resource("samples").glob("*.mktplan")))
