"""Opening, saving, recovering, writing: what is on the disk afterwards."""

import pytest

import planner
from planner import storage
from planner.storage import recovery
from tests.plans import sample
from wizards.panels.orders import Order, Writing


def save_as(hand, file):
    with hand.qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save_as(file)


def save(hand):
    with hand.qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save()


@pytest.fixture
def named(hand, tmp_path):
    hand.window.go_to("business")
    hand.type("business.company.name", "Moveo")
    save_as(hand, tmp_path / "plan.mktplan")
    return hand


def test_a_saved_plan_is_read_back_and_clean(named, tmp_path):
    assert planner.load(tmp_path / "plan.mktplan") == named.plan
    assert not named.window.session.is_dirty
    assert not named.window.isWindowModified()
    named.type("business.company.name", "Moveo Cluj")
    assert named.window.isWindowModified()
    save(named)
    assert planner.load(tmp_path / "plan.mktplan").business.company.name == "Moveo Cluj"


def test_a_saved_plan_is_offered_on_the_start_page_and_greyed_when_gone(named, tmp_path):
    named.window.show_start()
    assert named.find("start.recent.0").isEnabled()
    (tmp_path / "plan.mktplan").unlink()
    named.window.show_start()
    assert not named.find("start.recent.0").isEnabled()


def test_a_file_that_is_no_plan_is_refused_in_a_sentence(hand, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear all")
    hand.window.open(file)
    assert "is not a plan of Plansmith" in hand.window.bar.text
    assert hand.window.desk.file.path is None


def test_opening_shows_the_plan(make_hand, sample_file):
    hand = make_hand(sample_file)
    assert hand.plan == storage.read(sample_file).plan
    assert hand.window.stage.word == "business"
    assert hand.find("business.company.name").text() == "Moveo"


def test_a_plan_open_elsewhere_is_read_only_or_taken_over(make_hand, sample_file):
    first = make_hand(sample_file)
    second = make_hand(sample_file)
    assert "is open in another window" in second.window.bar.text
    second.click("bar.read_only")
    assert second.window.desk.file.read_only
    third = make_hand(sample_file)
    third.click("bar.take_over")
    assert not third.window.desk.file.read_only
    assert third.plan == first.plan


def test_unsaved_work_is_kept_and_offered_after_a_crash(make_hand, sample_file, qtbot):
    hand = make_hand(sample_file)
    hand.type("business.company.name", "Moveo Two")
    plan_id = hand.window.desk.file.plan_id
    qtbot.waitUntil(lambda: recovery.find(plan_id) is not None, timeout=6000)
    # A crash: the lock goes with the process, nothing is asked, nothing is saved.
    hand.window.finish()
    again = make_hand(sample_file)
    assert "unsaved work" in again.window.bar.text
    assert again.plan.business.company.name == "Moveo"
    again.click("bar.recover")
    assert again.plan.business.company.name == "Moveo Two"
    assert again.window.session.is_dirty
    assert again.window.desk.file.path == sample_file
    save(again)
    assert planner.load(sample_file).business.company.name == "Moveo Two"
    assert recovery.find(plan_id) is None


def test_a_file_changed_by_another_keeps_both(named, tmp_path):
    file = tmp_path / "plan.mktplan"
    theirs = planner.load(file)
    from planner import paths

    planner.save(paths.put(theirs, "business.company.name", "Theirs"), file)
    named.type("business.company.name", "Mine")
    with named.qtbot.waitSignal(named.window.desk.file.failed):
        named.window.files.save()
    assert "was changed by another window or program" in named.window.bar.text
    assert planner.load(file).business.company.name == "Theirs"
    assert named.plan.business.company.name == "Mine"
    named.click("bar.theirs")
    assert named.plan.business.company.name == "Theirs"


def test_the_document_is_written_and_offered(make_hand, sample_file, tmp_path):
    hand = make_hand(sample_file)
    hand.window.go_to("write")
    card = hand.window.stage.page.writing
    card.folder.setText(str(tmp_path / "out"))
    hand.window.session.set("meta.document.kinds", ("annual",))
    hand.window.session.set("meta.document.formats", ("docx",))
    with hand.qtbot.waitSignal(card.wrote, timeout=60_000):
        hand.click("write")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["moveo-annual.docx"]
    assert (tmp_path / "out" / "moveo-annual.docx").read_bytes()[:2] == b"PK"
    assert hand.find("write.open").isVisible()
    assert hand.find("write.show").isVisible()


def test_a_folder_that_takes_no_files_is_said(make_hand, sample_file, tmp_path):
    hand = make_hand(sample_file)
    hand.window.go_to("write")
    card = hand.window.stage.page.writing
    blocked = tmp_path / "file"
    blocked.write_text("")
    card.folder.setText(str(blocked))
    with hand.qtbot.waitSignal(card.wrote, timeout=60_000):
        hand.click("write")
    assert "could not be written" in hand.find("write.result").text()


def test_a_cancelled_writing_leaves_no_file(make_hand, sample_file, tmp_path):
    hand = make_hand(sample_file)
    hand.window.go_to("write")
    card = hand.window.stage.page.writing
    card.folder.setText(str(tmp_path / "out"))
    with hand.qtbot.waitSignal(card.wrote, timeout=60_000):
        hand.click("write")
        hand.click("write.cancel")
    left = list((tmp_path / "out").iterdir()) if (tmp_path / "out").exists() else []
    assert len(left) < 2
    assert all(file.suffix in (".docx", ".pdf") for file in left)


def test_the_review_lists_findings_that_lead_to_their_fields(make_hand, sample_file, qtbot):
    hand = make_hand(sample_file)
    qtbot.waitUntil(lambda: hand.window.reviewer.findings is not None, timeout=20_000)
    assert hand.window.reviewer.findings == planner.review(hand.plan)
    found = hand.window.reviewer.of_step("business")
    if found:
        hand.window.guide.show_path(found[0].path)
        assert hand.window.stage.word in ("business", "evidence")


def test_a_sample_is_opened_as_a_copy_without_a_file(hand, qtbot):
    hand.click("start.sample.local-service")
    assert hand.plan.business.company.name == "Moveo"
    assert hand.window.desk.file.path is None
    assert not hand.window.session.is_dirty


def test_a_new_plan_knows_what_was_asked(hand, qtbot):
    hand.click("start.new")
    dialog = hand.window.findChild(type(hand.window).__mro__[1].__base__, "new")
    assert dialog is not None
    hand.find("new.first").setText("2028-01")
    hand.find("new.last").setText("2028-06")
    hand.click("new.accept")
    assert hand.plan.meta.period == ("2028-01", "2028-06")
    assert hand.plan.meta.depth == "essential"
    assert hand.window.stage.word == "business"


def test_work_that_was_never_saved_is_offered_to_the_next_window(make_hand, qtbot):
    hand = make_hand()
    hand.window.go_to("business")
    hand.type("business.company.name", "Never saved")
    plan_id = hand.window.desk.file.plan_id
    qtbot.waitUntil(lambda: recovery.find(plan_id) is not None, timeout=6000)
    assert recovery.pending() == ()
    hand.window.finish()
    again = make_hand()
    qtbot.waitUntil(lambda: "unsaved work" in again.window.bar.text)
    again.click("bar.recover")
    assert again.plan.business.company.name == "Never saved"
    assert again.window.desk.file.path is None


def test_cancelling_before_a_file_leaves_it_unwritten(tmp_path, monkeypatch):
    orders = tuple(Order("annual", form, tmp_path / f"a.{form}") for form in ("docx", "pdf"))
    writing = Writing(sample(), orders, "en")
    written = []

    def write_and_cancel(_document, file, _brand, **_told):
        written.append(file)
        writing.cancel()

    monkeypatch.setattr(planner, "write", write_and_cancel)
    assert writing() == (tmp_path / "a.docx",) == tuple(written)


def test_cancelling_while_composing_writes_nothing(tmp_path, monkeypatch):
    writing = Writing(sample(), (Order("annual", "docx", tmp_path / "a.docx"),), "en")
    compose = planner.compose

    def compose_and_cancel(*given, **told):
        writing.cancel()
        return compose(*given, **told)

    monkeypatch.setattr(planner, "compose", compose_and_cancel)
    assert writing() == ()
    assert list(tmp_path.iterdir()) == []
