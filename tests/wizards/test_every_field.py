"""Every kind of field on every step, filled as a user would, saved, read back, undone."""

from collections import Counter
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

import planner
from planner import paths
from planner.model.kinds import Choice, ListOf, Number, YesNo
from planner.model.plan import Plan
from planner.model.references import Image, PathTo, Ref
from tests.nightly import NIGHTLY
from tests.wizards.acting import KEY
from wizards.forms.collection import CollectionView
from wizards.forms.grid import GridView
from wizards.forms.row import FieldRow
from wizards.forms.section import Section
from wizards.steps import WORDS

TYPED = {
    "text": ("Moveo", "Moveo"),
    "prose": ("One line\nand another", "One line\nand another"),
    "url": ("www.example.com/a", "www.example.com/a"),
    "money": ("1,200.50", Decimal("1200.50")),
    "share": ("5.5", 0.055),
    "weight": ("7", 7.0),
    "date": ("2027-03-31", "2027-03-31"),
    "month": ("2027-03", "2027-03"),
}
"""By kind: what is typed, and what a file must give back (a date as its ISO text)."""


MOST = None if NIGHTLY else 8
"""So many fields of one kind are filled on a page by day; every field at night."""


def figure(kind):
    """A number that a kind accepts, one above its lowest where it may be."""
    low = kind.low if kind.low > float("-inf") else 0
    return int(min(low + 1, kind.high))


def fill(hand, path, expected):
    """Give the field at a path an answer and note what must be read back."""
    place = paths.place(path)
    if place.field.is_estimate and not place.part:
        for part in ("low", "base", "high"):
            fill(hand, f"{path}.{part}", expected)
        return
    kind = place.kind
    if isinstance(kind, (Image, PathTo)) or path in ("meta.depth", "meta.document.brand"):
        return
    if isinstance(kind, (Choice, YesNo)) or type(kind) is Ref:
        choose(hand, path, expected)
    elif kind.word == "refs" or (isinstance(kind, ListOf) and isinstance(kind.of, Choice)):
        tick(hand, path, expected)
    elif kind.word == "period":
        hand.type(f"{path}.first", "2027-01", leave=False)
        hand.type(f"{path}.last", "2027-12")
        expected[path] = ("2027-01", "2027-12")
    else:
        text, value = answer(kind)
        hand.type(f"{path}.lines" if isinstance(kind, ListOf) else path, text)
        expected[path] = value


def answer(kind):
    if isinstance(kind, ListOf):
        count = kind.count or 2
        if kind.of.word == "share":
            return " ".join(str(5 + n) for n in range(count)), None
        if isinstance(kind.of, Number):
            return " ".join(str(figure(kind.of) + n) for n in range(count)), None
        text = "2027-03-31\n2027-04-30" if kind.of.word == "date" else "one\ntwo"
        return text, None
    if kind.word in TYPED:
        text, value = TYPED[kind.word]
        longest = getattr(kind, "longest", 0)
        return (text[:longest], value[:longest]) if longest else (text, value)
    return str(figure(kind)), figure(kind)


def choose(hand, path, expected):
    box = hand.find(path, QComboBox)
    if box.count() < 2:
        return
    hand.choose(path, 1)
    expected[path] = paths.get(hand.plan, path)
    assert expected[path] is not None, path


def tick(hand, path, expected):
    boxes = hand.find(path).findChildren(QCheckBox)
    # What is assumed stays ticked where there is nothing else.
    if boxes and not (len(boxes) == 1 and boxes[0].isChecked()):
        hand.click(boxes[0].objectName())
        expected[path] = paths.get(hand.plan, path)


def fill_table(hand, part, expected):
    """Add a row and fill it cell by cell."""
    many = paths.place(part.path).field.many
    if not many.keyed_by:
        before = len(paths.get(hand.plan, part.path) or ())
        hand.click(f"{part.path}.add")
        assert len(paths.get(hand.plan, part.path)) == before + 1
        hand.press(KEY.Key_Escape)
    model = part.view.table
    if not model.rows:
        return
    row = len(model.rows) - 1
    part.view.setCurrentIndex(model.index(row, 0))
    for column in range(model.columnCount()):
        path = model.path(model.index(row, column))
        if path:
            fill_cell(hand, path, expected)


def fill_cell(hand, path, expected):
    kind = paths.place(path).kind
    if isinstance(kind, PathTo):
        return
    if isinstance(kind, (Choice, YesNo, Ref)):
        from wizards.forms.choices import options_of

        options = options_of(hand.window.desk.context, path)
        if options:
            hand.edit_cell(path, options[0][1])
            assert paths.get(hand.plan, path) == options[0][0], path
            expected[path] = options[0][0]
        return
    text, value = answer(kind)
    hand.edit_cell(path, text.split("\n")[0])
    assert paths.get(hand.plan, path) is not None, path
    expected[path] = value.split("\n")[0] if isinstance(value, str) else value


def to_fill(rows, filled):
    """Of some questions those that are filled: at most MOST of a kind, counted in `filled`."""
    for row in rows:
        place = paths.place(row.path)
        kind = "estimate" if place.field.is_estimate else place.kind.title
        filled[kind] += 1
        if MOST is None or filled[kind] <= MOST:
            yield row


def unfold(hand, forms):
    """Open every folded group of some forms by a click on its header."""
    for form in forms:
        if isinstance(form, Section) and not form.is_open:
            QApplication.processEvents()
            hand.click(form.header.objectName())
            assert form.is_open
        unfold(hand, [item for item in form.items if isinstance(item, Section)])


def parts_of(form):
    """The questions and tables of a form, those of its groups included."""
    inner = [part for item in form.items if isinstance(item, Section) for part in parts_of(item)]
    return [*form.parts, *inner]


@pytest.mark.parametrize("word", WORDS if NIGHTLY else ("business", "segments", "audience"))
def test_fields_of_every_kind_reach_the_file_and_back(hand, qtbot, tmp_path, word):
    session = hand.window.session
    blank = session.plan
    session.set("meta.depth", "thorough")
    session.set("meta.period", ("2027-01", "2027-12"))
    hand.window.go_to(word)
    page = hand.window.stage.page
    expected, filled = {}, Counter()
    unfold(hand, page.cards)
    for part in [part for card in page.cards for part in parts_of(card)]:
        if isinstance(part, FieldRow):
            for row in to_fill([part], filled):
                fill(hand, row.path, expected)
        elif isinstance(part, CollectionView):
            fill_table(hand, part, expected)
            detail = part.detail
            unfold(hand, [detail] if detail is not None else [])
            inner = parts_of(detail) if detail is not None else ()
            for row in to_fill([i for i in inner if isinstance(i, FieldRow)], filled):
                fill(hand, row.path, expected)
        else:
            assert isinstance(part, GridView)
    assert len(expected) > 5
    file = tmp_path / "plan.mktplan"
    with qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save_as(file)
    read = planner.load(file)
    assert read == session.plan
    for path, value in expected.items():
        found = paths.get(read, path)
        if value is None:
            assert not paths.is_empty(found), path
        else:
            shown = found.isoformat() if paths.place(path).kind.word == "date" else found
            assert (path, shown) == (path, value)
    assert hand.undo_all() > 0
    assert session.plan == blank == Plan()
    assert not hand.error(next(iter(expected)))
