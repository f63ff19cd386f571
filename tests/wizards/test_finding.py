"""Finding words in questions and answers, of every step and every depth."""

from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from planner import paths, storage
from planner.model.clean import fold
from planner.model.nodes import declared
from planner.model.plan import Plan
from tests.plans import essential_sample, sample
from tests.wizards.acting import KEY
from wizards.finding import Index, hidden_at, piece, questions
from wizards.forms.leading import path_of
from wizards.speaking import say
from wizards.steps import STEPS

SHIFT = Qt.KeyboardModifier.ShiftModifier


def searched(plan, text, index=None):
    index = index or Index()
    while not index.read(plan, 1):
        continue
    return index.search(plan, text)


def found(plan, text, index=None):
    return [line.path for line in searched(plan, text, index).lines]


@pytest.fixture
def plan():
    plan = paths.put(Plan(), "competitors.items", [{"name": "Acme"}, {"name": "Bézier"}])
    for path, value in (
        ("meta.currency", "EUR"),
        ("business.company.name", "Șoșete și Ață"),
        ("business.baseline.revenue", "1234567.50"),
        ("competitors.items[acme].price_level", "cheaper"),
        ("competitors.items[acme].claim", "Always the first to come"),
        ("competitors.conclusion", "We are dearer\nand better."),
    ):
        plan = paths.put(plan, path, value)
    return plan


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sosete", "business.company.name"),
        ("ȘOȘETE", "business.company.name"),
        ("bezier", "competitors.items[bezier].name"),
        ("1,234,567.50", "business.baseline.revenue"),
        ("1234567.50", "business.baseline.revenue"),
        ("Cheaper", "competitors.items[acme].price_level"),
        ("and better", "competitors.conclusion"),
        ("acme claim", "competitors.items[acme].claim"),
    ],
)
def test_answers_are_found_as_they_are_shown_and_typed(plan, text, path):
    assert path in found(plan, text)


def test_the_name_of_a_member_does_not_list_all_that_is_answered_of_it(plan):
    assert found(plan, "acme") == ["competitors.items[acme].name"]


def test_questions_reasons_and_labels_are_found_in_a_blank_plan():
    for pattern, field in list(paths.questions())[::50]:
        collection = pattern.split("[*]")[0]
        for words in (say(field.ask.question), say(field.ask.why), say(field.ask.label)):
            result = searched(Plan(), words)
            assert result.total > 0
            hits = [line.path for line in result.lines]
            assert collection in hits or result.total > len(hits), (pattern, words)


def test_a_question_of_members_leads_to_the_first_of_them_or_to_the_table():
    line = next(q for q in questions("en") if q.path == "competitors.items[*].claim")
    assert "competitors.items" in found(Plan(), line.question)
    plan = paths.put(Plan(), "competitors.items", [{"name": "Acme"}, {"name": "Beta"}])
    assert "competitors.items[acme].claim" in found(plan, line.question)


def test_what_is_found_is_what_reading_every_answer_finds():
    # The same by brute force: every answer whose folded text has the word.
    plan = sample()
    for word in ("moveo", "fizioplus", "newcomer", "2027-03"):
        by_hand = {
            answer.path
            for answer in paths.answers(plan)
            if isinstance(answer.value, str) and word in fold(answer.value)
        }
        texts = {path for path in by_hand if paths.place(path).kind.word in ("text", "prose")}
        result = searched(plan, word)
        assert texts <= {line.path for line in result.lines} or result.total > 200
        assert word == "2027-03" or texts


def test_another_name_is_found_where_it_is_referred_to(plan):
    plan = paths.put(plan, "segments.items", [{"name": "Runners"}])
    plan = paths.put(plan, "competitors.items[acme].segments", ["runners"])
    index = Index()
    assert "competitors.items[acme].segments" in found(plan, "runners", index)
    renamed = paths.put(plan, "segments.items[runners].name", "Swimmers")
    assert renamed.competitors is plan.competitors
    assert "competitors.items[acme].segments" in found(renamed, "swimmers", index)
    assert "competitors.items[acme].segments" not in found(renamed, "runners", index)


def test_only_sections_that_changed_are_read_again(plan, monkeypatch):
    index = Index()
    found(plan, "acme", index)
    read = []
    whole = type(index._parts["market"]).read
    monkeypatch.setattr(
        "wizards.finding._Part.read",
        lambda self, node, path, *rest: (
            read.append(path.split(".")[0]) or whole(self, node, path, *rest)
        ),
    )
    changed = paths.put(plan, "market.definition", "Socks")
    assert found(changed, "socks", index)
    assert set(read) == {"market"}


@pytest.mark.parametrize(
    ("text", "wanted", "parts"),
    [
        ("We win by price", "price", ("We win by ", "price", "")),
        ("Șoșete și ață", "sosete", ("", "Șoșete", " și ață")),
        ("Straße 5", "strasse", ("", "Straße", " 5")),
        ("nothing here", "price", ("nothing here", "", "")),
    ],
)
def test_the_piece_of_an_answer_is_the_word_as_the_user_wrote_it(text, wanted, parts):
    assert piece(text, wanted) == parts


def test_a_long_answer_is_shown_from_shortly_before_the_word():
    before, word, after = piece("lead " * 40 + "needle and thread", "needle")
    assert before.startswith("…lead")
    assert len(before) < 40
    assert (word, after) == ("needle", " and thread")


def multiplied(plan, times):
    """A plan with each member of the sections' own collections so many times."""
    for name in declared(Plan):
        section = getattr(plan, name)
        more = {
            at: tuple(
                one.model_copy(update={"id": f"{one.id[:30]}-x{n}"} if n else {})
                for n in range(times)
                for one in getattr(section, at)
            )
            for at, field in declared(type(section)).items()
            if field.many is not None and not field.many.keyed_by
        }
        plan = plan.model_copy(update={name: section.model_copy(update=more)})
    return plan


def test_ten_times_the_sample_is_searched_while_one_types_and_read_in_slices():
    plan = multiplied(sample(), 10)
    assert sum(1 for _ in paths.answers(plan)) > 30_000
    index = Index()
    slices = []
    done = False
    while not done:
        start = thread_time()
        done = index.read(plan, 0.008)
        slices.append(thread_time() - start)
    # 8 ms and what the last answers take; Python's collector of garbage may come between once.
    assert sum(1 for one in slices if one > 0.05) <= 1
    assert max(slices) < 0.4
    best = []
    for word in ("moveo", "group", "zzz", "an"):
        times = []
        for _ in range(3):
            start = thread_time()
            index.search(plan, word)
            times.append(thread_time() - start)
        best.append(min(times))
    assert max(best) < 0.05


@pytest.fixture
def finder(make_hand, tmp_path, qtbot):
    """A hand with the search open on the essential sample."""
    file = tmp_path / "moveo.mktplan"
    storage.write_new(essential_sample(), file)
    hand = make_hand(file)
    hand.window.go_to("business")
    hand.window.menus.actions["find"].trigger()
    panel = hand.window.beside.search
    qtbot.waitUntil(lambda: not panel._reading.isActive(), timeout=20_000)
    return hand


def type_in(hand, text):
    panel = hand.window.beside.search
    panel.entry.setFocus()
    panel.entry.clear()
    hand.qtbot.keyClicks(panel.entry, text)
    return panel


def test_the_key_opens_the_search_and_esc_gives_the_focus_back(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.find("business.company.name").setFocus()
    hand.window.menus.actions["find"].trigger()
    assert hand.window.focusWidget().objectName() == "find.text"
    assert not hand.window.side.isVisible()
    hand.press(KEY.Key_Escape)
    assert hand.window.focusWidget().objectName() == "business.company.name"
    assert hand.window.side.isVisible()
    assert not hand.window.beside.search.isVisible()


def test_arrows_choose_and_return_leads_to_the_field(finder):
    panel = type_in(finder, "fizioplus claim")
    assert panel.list.lines[0].path == "competitors.items[fizioplus].claim"
    finder.qtbot.keyClick(panel.entry, KEY.Key_Down)
    finder.qtbot.keyClick(panel.entry, KEY.Key_Return)
    assert finder.window.stage.word == "competitors"
    assert path_of(finder.window.focusWidget()) == "competitors.items[fizioplus].claim"


def test_f3_goes_on_and_back_and_round(finder):
    panel = type_in(finder, "moveo")
    window = finder.window
    shown = [line for line in panel.list.lines if not hidden_at(window.session.plan, line.depth)]
    assert len(shown) > 1
    for action, expected in (
        ("find_next", panel.list.lines[0]),
        ("find_next", panel.list.lines[1]),
        ("find_previous", panel.list.lines[0]),
        ("find_previous", panel.list.lines[-1]),
        ("find_next", panel.list.lines[0]),
    ):
        window.menus.actions[action].trigger()
        assert panel.list.current.path == expected.path
        if not hidden_at(window.session.plan, expected.depth):
            assert path_of(window.focusWidget()) == expected.path


def test_a_hidden_question_is_found_and_offers_to_go_deeper(finder):
    window = finder.window
    # `market.includes` is asked at standard depth.
    assert paths.place("market.drivers").depth != "E"
    question = say(paths.place("market.drivers").field.ask.question)
    panel = type_in(finder, question)
    row = panel.list.model().index(1, 0).data()
    assert question in row
    assert "asked at standard depth" in row or "asked at thorough depth" in row
    before = window.session.plan
    finder.qtbot.keyClick(panel.entry, KEY.Key_Return)
    assert window.session.plan is before
    finder.click("bar.deepen")
    after = window.session.plan
    assert path_of(window.focusWidget()) == "market.drivers"
    assert paths.put(after, "meta.depth", "essential") == before
    window.undo()
    assert window.session.plan.meta.depth == "essential"


def test_nothing_found_says_so_and_what_to_try(finder):
    type_in(finder, "<b>zzz</b>")
    told = finder.window.findChild(QLabel, "find.told")
    assert told.textFormat() == Qt.TextFormat.PlainText
    assert told.text() == (
        "Nothing in the questions or answers has “<b>zzz</b>”. "
        "Try fewer words, or only the beginning of one."
    )


def test_a_change_is_found_a_moment_later(finder, qtbot):
    panel = type_in(finder, "kingfisher")
    assert panel.list.lines == []
    finder.window.session.set("business.company.name", "Kingfisher")
    qtbot.waitUntil(lambda: len(panel.list.lines) == 1, timeout=5000)
    assert panel.list.lines[0].path == "business.company.name"


def test_another_plan_is_searched_in_place_of_the_first(finder, tmp_path, qtbot):
    panel = type_in(finder, "fizioplus")
    assert panel.list.lines
    file = tmp_path / "other.mktplan"
    storage.write_new(paths.put(Plan(), "business.company.name", "FizioPlus Two"), file)
    finder.window.open(file)
    assert panel.list.lines == []
    qtbot.waitUntil(lambda: len(panel.list.lines) == 1, timeout=10_000)
    assert panel.list.lines[0].path == "business.company.name"


def test_results_stand_under_the_names_of_their_pages(finder):
    panel = type_in(finder, "fizioplus")
    model = panel.list.model()
    heads = [
        model.index(n, 0).data()
        for n in range(model.rowCount())
        if not model.index(n, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    ]
    expected = [step.name for step in STEPS] + ["Sources and assumptions"]
    assert [name for name in expected if name in heads] == heads
    assert "Competitors" in heads
    assert len(heads) > 1


def test_the_start_page_offers_no_search(hand):
    assert not hand.window.menus.actions["find"].isEnabled()
    assert not hand.window.menus.actions["present"].isEnabled()
