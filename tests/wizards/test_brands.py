"""The brand on the page that writes: chosen from the folder, added from a file, or refused."""

import pytest
from PySide6.QtWidgets import QComboBox

from planner.writers import brand
from wizards.forms.row import FieldRow

PATH = "meta.document.brand"


@pytest.fixture
def page(hand):
    """A hand on the page that writes, at the depth that asks for the brand."""
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("write")
    return hand


def binder(hand):
    hand.window.guide.show_path(PATH)
    return next(r.binder for r in hand.window.stage.page.findChildren(FieldRow) if r.path == PATH)


def shown(hand):
    box = hand.find(f"{PATH}.choice", QComboBox)
    return [box.itemText(n) for n in range(box.count())], box.currentText()


def made(folder, name="kolkheti", words='[colours]\naccent = "#7A1F3D"\n'):
    file = folder / f"{name}.toml"
    file.write_text(words, encoding="utf-8")
    return file


def test_the_brands_of_the_folder_can_be_chosen(hand, tmp_path):
    brand.add(made(tmp_path))
    brand.add(made(tmp_path, "other"))
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("write")
    binder(hand)
    assert shown(hand) == (["Plansmith’s own look", "kolkheti", "other"], "Plansmith’s own look")
    hand.choose(f"{PATH}.choice", 2)
    assert hand.plan.meta.document.brand == "other"
    hand.choose(f"{PATH}.choice", 0)
    assert hand.plan.meta.document.brand is None


def test_a_brand_file_is_kept_and_chosen(page, tmp_path):
    binder(page).take(made(tmp_path))
    assert page.plan.meta.document.brand == "kolkheti"
    assert shown(page)[1] == "kolkheti"
    assert brand.chosen("kolkheti").accent == "#7A1F3D"


def test_a_brand_file_that_cannot_be_used_is_refused_beside_the_field(page, tmp_path):
    binder(page).take(made(tmp_path, words='[colours]\naccent = "red"\n'))
    assert "colours.accent: a colour is wanted" in page.error(PATH)
    assert page.plan.meta.document.brand is None
    assert brand.found() == ()


def test_a_brand_that_is_not_there_is_shown_as_such_and_not_written(page, qtbot, tmp_path):
    session = page.window.session
    session.set(PATH, "lost")
    binder(page)
    assert shown(page)[1] == "lost (not found)"
    card = page.window.stage.page.writing
    card.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(card.wrote, timeout=60_000):
        page.click("write")
    assert "There is no brand “lost”" in page.find("write.result").text()
    assert not (tmp_path / "out").exists()
