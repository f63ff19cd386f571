"""The ninth page: what is missing everywhere, what will be written, how it goes, what is left."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QProgressBar, QPushButton

import planner
from planner.composing.outline import outline
from tests.plans import essential_sample
from tests.wizards.acting import KEY
from wizards.panels.links import Link
from wizards.panels.orders import Order, Writing
from wizards.steps import WORDS


@pytest.fixture
def page(make_hand, sample_file):
    return make_hand(sample_file, at="write")


def overview(hand):
    QApplication.processEvents()
    links = hand.window.stage.page.findChildren(Link)
    names = [link.objectName() for link in links if link.isVisible()]
    return [name.partition(".")[2] for name in names if name.startswith("missing.")]


def test_each_step_is_there_with_its_state_and_leads_to_its_page(page):
    page.qtbot.waitUntil(lambda: page.window.reviewer.findings is not None, timeout=20_000)
    for number, word in enumerate(WORDS, 1):
        page.window.go_to("write")
        link = page.find(f"overview.{word}", Link)
        state = page.window.standing.state(word)
        assert link.accessibleName().startswith(f"{number}. ")
        assert link.accessibleName().endswith(f", {state.words()}")
        page.click(f"overview.{word}")
        assert page.window.stage.word == word


def test_what_is_missing_is_listed_and_leads_to_its_field(page):
    page.window.session.set("market.definition", None)
    page.qtbot.waitUntil(lambda: "market.definition" in overview(page))
    page.click("missing.market.definition")
    assert page.window.stage.word == "market"
    assert page.window.focusWidget().objectName() == "market.definition"


def test_where_much_is_missing_it_is_unfolded_by_the_user(hand):
    hand.window.go_to("write")
    # What the review finds is shown anew, and with it the steps.
    hand.qtbot.waitUntil(lambda: hand.window.reviewer.findings is not None, timeout=20_000)
    assert overview(hand) == []
    button = hand.find("overview.technology.missing")
    assert button.text() == "1 answer missing"
    assert button.accessibleName() == "Technology watch: 1 answer missing, folded"
    hand.click("overview.technology.missing")
    hand.qtbot.waitUntil(lambda: overview(hand) == ["technology.items"])
    button = hand.find("overview.technology.missing")
    assert button.accessibleName().endswith(", open")


def test_there_is_one_primary_button(page):
    def primary():
        buttons = page.window.findChildren(QPushButton)
        return [b.objectName() for b in buttons if b.property("primary") and b.isVisible()]

    assert primary() == ["write"]
    page.window.go_to("market")
    assert primary() == ["next"]


def test_depth_brand_and_language_are_chosen_where_it_is_written(page):
    for path in ("meta.depth", "meta.document.language", "meta.document.brand.choice"):
        assert page.find(path, QComboBox).isVisible(), path
    page.type("write.folder", "/somewhere/else")
    page.choose("meta.depth", 2)
    QApplication.processEvents()
    assert page.plan.meta.depth == "standard"
    # The pages are built anew; what was typed is still there.
    assert page.window.stage.word == "write"
    assert page.find("write.folder").text() == "/somewhere/else"


def test_only_kinds_and_formats_that_exist_are_offered(page):
    from planner.composing.outline import outlines

    names = [box.objectName() for box in page.find("meta.document.kinds").findChildren(object)]
    kinds = [one.kind for one in outlines()]
    assert [n.rpartition(".")[2] for n in names if n.startswith("meta.document.kinds.")] == kinds


def test_what_will_be_replaced_is_said_beforehand(page, tmp_path):
    page.type("write.folder", str(tmp_path))
    said = page.window.stage.page.findChild(QLabel, "write.replaces")
    assert said.isHidden()
    (tmp_path / "moveo-annual.pdf").write_bytes(b"old")
    page.type("write.folder", f"{tmp_path}/")
    assert said.isVisible()
    assert said.text() == "There already, will be replaced: moveo-annual.pdf"
    foretold = page.window.stage.page.findChild(QLabel, "write.foretold")
    assert foretold.text() == "Will be written: moveo-annual.docx, moveo-annual.pdf"


def write(hand, folder):
    card = hand.window.stage.page.writing
    card.folder.setText(str(folder))
    return card


def test_it_says_chapter_by_chapter_what_it_does(page, tmp_path, monkeypatch):
    page.window.session.set("meta.document.formats", ("docx",))
    card = write(page, tmp_path)
    told = []
    show = card._progressed
    monkeypatch.setattr(card, "_progressed", lambda *said: (told.append(said), show(*said)))
    with page.qtbot.waitSignal(card.wrote, timeout=60_000):
        page.click("write")
        bar = page.find("write.progress", QProgressBar)
        assert (bar.minimum(), bar.maximum()) == (0, 1000)
        assert page.window.focusWidget().objectName() == "write.cancel"
    shares = [done for _, done in told]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1)
    chapters = [f"Putting together: {part.title} …" for part in outline("annual").sections]
    words = [words for words, _ in told]
    assert [one for one in words if one in chapters] == chapters
    assert "Writing moveo-annual.docx: Competitors and substitutes …" in words
    assert page.window.focusWidget().objectName() == "write.open"
    assert not bar.isVisible()


def test_open_and_show_lead_to_the_file_and_its_folder(page, tmp_path, monkeypatch):
    page.window.session.set("meta.document.formats", ("docx",))
    card = write(page, tmp_path / "out")
    with page.qtbot.waitSignal(card.wrote, timeout=60_000):
        page.click("write")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.click("write.open")
    page.click("write.show")
    assert opened == [str(tmp_path / "out" / "moveo-annual.docx"), str(tmp_path / "out")]


def test_cancelling_by_the_button_is_told(page, tmp_path):
    card = write(page, tmp_path)
    with page.qtbot.waitSignal(card.wrote, timeout=60_000):
        page.click("write")
        page.press(KEY.Key_Space)
        assert page.find("write.stage", QLabel).text() == "Stopping …"
    assert page.find("write.result", QLabel).text() == "Nothing was written."
    assert _names(tmp_path) == ["moveo.mktplan"]
    assert page.window.focusWidget().objectName() == "write"


def _names(folder):
    return sorted(file.name for file in folder.iterdir())


def orders(folder, *forms):
    return tuple(Order("annual", form, folder / f"a.{form}") for form in forms)


@pytest.mark.parametrize("at", ["Putting together: Strategy …", "Writing a.docx: Strategy …"])
def test_wherever_it_is_stopped_no_half_file_is_left(tmp_path, at):
    (tmp_path / "a.docx").write_bytes(b"last week's")
    writing = Writing(
        essential_sample(),
        orders(tmp_path, "docx", "pdf"),
        "en",
        lambda words, _done: writing.cancel() if words == at else None,
    )
    assert writing() == ()
    assert _names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"last week's"


def test_what_was_finished_before_the_stop_is_kept_and_told(tmp_path):
    writing = Writing(
        essential_sample(),
        orders(tmp_path, "docx", "pdf"),
        "en",
        lambda words, _done: writing.cancel() if words.startswith("Writing a.pdf:") else None,
    )
    assert writing() == (tmp_path / "a.docx",)
    assert _names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"


class Enough(Exception):
    pass


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_the_listener_raises_stops_the_library_too(tmp_path, form):
    def told(_what, done):
        if done > 0.2:
            raise Enough

    plan = essential_sample()
    with pytest.raises(Enough):
        planner.compose(plan, "annual", "en", told=told)
    document = planner.compose(plan, "annual", "en")
    with pytest.raises(Enough):
        planner.write(document, tmp_path / f"a.{form}", told=told)
    assert _names(tmp_path) == []


def test_listening_changes_nothing_in_the_document(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    plan = essential_sample()
    heard = []
    told = planner.compose(plan, "annual", "en", told=lambda *one: heard.append(one))
    assert told == planner.compose(plan, "annual", "en")
    assert len(heard) == len(outline("annual").sections) + 1


def test_the_button_that_writes_stays_in_sight_while_the_review_comes_in(page):
    page.window.activateWindow()
    page.window.menus.actions["write"].trigger()
    shown = page.window.stage.page
    button = shown.writing.button

    def in_sight():
        return 0 <= button.mapTo(shown, QPoint(0, 0)).y() <= shown.height() - button.height()

    page.qtbot.waitUntil(in_sight)
    with page.qtbot.waitSignal(page.window.reviewer.reviewed, timeout=20_000):
        page.window.session.set("market.definition", None)
    page.qtbot.wait(300)
    assert page.window.focusWidget() is button
    assert in_sight()
