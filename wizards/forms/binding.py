"""Which binder a kind of answer gets."""

from __future__ import annotations

from planner import paths
from planner.model.kinds import Choice, ListOf, Period, Prose, YesNo
from planner.model.references import Image, PathTo, Ref, Refs
from wizards.forms.binder import Binder
from wizards.forms.choices import ChoiceBinder, SeveralBinder
from wizards.forms.context import Context
from wizards.forms.estimates import EstimateBinder
from wizards.forms.guards import guarded
from wizards.forms.picking import PlacesBinder
from wizards.forms.pictures import PictureBinder
from wizards.forms.texts import LineBinder, ListBinder, PeriodBinder, ProseBinder

_BINDERS: tuple[tuple[type, type[Binder]], ...] = (
    (Prose, ProseBinder),
    (PathTo, PlacesBinder),
    (Refs, SeveralBinder),
    (Ref, ChoiceBinder),
    (Choice, ChoiceBinder),
    (YesNo, ChoiceBinder),
    (Period, PeriodBinder),
    (Image, PictureBinder),
    (ListOf, ListBinder),
)
"""The first kind that fits decides, so the special ones stand before what they derive from."""


def bound(context: Context, path: str, name: str) -> Binder:
    """The widget for the field at a path, bound to it."""
    place = paths.place(path)
    kind = place.kind
    special = guarded(path)
    chosen: type[Binder] = LineBinder
    if special is not None:
        chosen = special
    elif place.field.is_estimate and not place.part:
        chosen = EstimateBinder
    elif isinstance(kind, ListOf) and isinstance(kind.of, Choice):
        chosen = SeveralBinder
    else:
        chosen = next((binder for of, binder in _BINDERS if isinstance(kind, of)), LineBinder)
    return chosen(context, path, name)  # type: ignore[call-arg]  # every binder takes these
