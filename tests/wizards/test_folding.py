"""Groups that fold: what is in sight first, what they say, how they open and what they remember."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from planner import paths
from planner.model.nodes import declared
from planner.model.plan import Plan
from tests.wizards.acting import KEY
from wizards.forms.collection import CollectionView
from wizards.forms.section import Section
from wizards.forms.tally import Counting
from wizards.steps import WORDS


def at(hand, depth, word):
    hand.window.session.set("meta.depth", depth)
    hand.window.go_to(word)
    QApplication.processEvents()
    return hand.window.stage.page


def group(page, key):
    return next(c for c in page.findChildren(Section) if c.key == key)


def header(hand, key):
    return hand.find(f"fold.{key}")


def depths_inside(section):
    """The depths of the questions of a group, by FIELDS' own letters."""
    found = set()
    for entry in section.entries:
        for path, field in paths.questions():
            pattern = paths.pattern(entry.path)
            inside = path.removeprefix(pattern)
            if path.startswith(pattern) and inside[:1] in ("", ".", "["):
                found.add(field.ask.depth)
    return found


@pytest.mark.parametrize("depth", ["essential", "standard", "thorough"])
def test_what_holds_an_essential_question_is_open_all_else_folded(hand, depth):
    for word in WORDS:
        page = at(hand, depth, word)
        sections = [card for card in page.cards if isinstance(card, Section)]
        assert sections or word == "write"
        for card in sections:
            assert card.is_open == is_essential(card), card.title
            assert depth != "essential" or card.is_open


def is_essential(card):
    inside = depths_inside(card)
    return not inside or any(
        entry.field.depth == "E" if entry.field.many or entry.field.is_field else "E" in inside
        for entry in card.entries
    )


def test_no_page_is_an_endless_column(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "essential")
    essential = {word: at(hand, "essential", word).widget().height() for word in WORDS}
    for word, height in essential.items():
        thorough = at(hand, "thorough", word).widget().height()
        # All 927 questions may not need more than two and a half times the room of the 135.
        assert thorough <= max(2.5 * height, 2 * hand.window.height()), word


def test_a_folded_group_says_what_is_inside_and_how_far_it_is(hand):
    hand.window.session.set("competitors.scan", [{"name": "Rents", "what": "A clinic asks."}])
    page = at(hand, "thorough", "competitors")
    folded = group(page, "competitors.scale")
    assert folded.header.below == "Scale, Weighting"
    assert folded.header.progress == "0 of 2 answered · 2 assumed"
    hand.window.session.set("competitors.scale", "1 to 5")
    page.refresh()
    assert folded.header.progress == "1 of 2 answered · 1 assumed"
    assert group(page, "competitors.features").header.progress == "nothing yet"


def test_entries_are_counted_with_what_is_answered_of_them(hand):
    session = hand.window.session
    session.insert("competitors.success_factors", {"name": "Price", "weight": 3})
    session.insert("competitors.success_factors", {"name": "Speed"})
    page = at(hand, "essential", "competitors")
    factors = group(page, "competitors.success_factors").header
    # Name and weight are the essential questions of a factor; the second has no weight.
    assert factors.progress == "2 entries · 3 of 4 answered"


def test_a_group_is_opened_by_mouse_and_keys_and_stays_so(hand, qtbot):
    page = at(hand, "standard", "competitors")
    key = "competitors.scale"
    assert not group(page, key).is_open
    hand.click(f"fold.{key}")
    assert group(page, key).is_open
    assert hand.find("competitors.weighting").isVisible()
    at(hand, "thorough", "competitors")
    assert group(hand.window.stage.page, key).is_open
    bar = header(hand, key)
    bar.setFocus()
    qtbot.keyClick(bar, KEY.Key_Left)
    assert not group(hand.window.stage.page, key).is_open
    qtbot.keyClick(bar, KEY.Key_Return)
    assert group(hand.window.stage.page, key).is_open
    qtbot.keyClick(bar, KEY.Key_Space)
    assert not group(hand.window.stage.page, key).is_open


def test_what_was_left_open_is_open_in_the_next_window(make_hand, sample_file):
    hand = make_hand(sample_file)
    at(hand, "standard", "competitors")
    hand.click("fold.competitors.scan")
    hand.click("fold.competitors.items")
    hand.window.finish()
    again = make_hand(sample_file)
    page = at(again, "standard", "competitors")
    assert group(page, "competitors.scan").is_open
    assert not group(page, "competitors.items").is_open


def test_a_link_opens_what_it_leads_into_but_this_is_no_choice_of_the_user(hand):
    page = at(hand, "standard", "competitors")
    hand.window.guide.show_path("competitors.weighting")
    assert group(page, "competitors.scale").is_open
    assert hand.window.focusWidget().objectName() == "competitors.weighting"
    at(hand, "thorough", "business")
    at(hand, "standard", "competitors")
    assert not hand.window.desk.context.folds.is_open("competitors.scale", default=False)


def test_folding_keeps_what_was_typed_and_opening_shows_what_changed(hand):
    page = at(hand, "standard", "market")
    key = "market.conclusion"
    hand.click(f"fold.{key}")
    hand.type("market.conclusion", "We stay.")
    hand.click(f"fold.{key}")
    hand.window.session.set("market.conclusion", "We grow.")
    hand.click(f"fold.{key}")
    assert group(page, key).is_open
    assert hand.find("market.conclusion").toPlainText() == "We grow."


def test_the_footer_counts_what_is_missing_in_folded_groups_too(hand):
    page = at(hand, "thorough", "technology")
    before = page.missing
    assert before == len(list(page.open_questions()))
    hand.window.session.insert("technology.items", {"name": "Online booking"})
    page.refresh()
    # The empty table is missing no more; what its first entry lacks is, as far as it is essential.
    lacking = list(page.open_questions())
    assert page.missing == len(lacking)
    assert "technology.items" not in lacking
    assert "technology.items[online-booking].decision" in lacking
    assert "technology.items[online-booking].deadline" not in lacking
    assert hand.find("open_questions").text() == f"{page.missing} answers missing"


def test_the_open_questions_are_walked_through_one_by_one(hand):
    page = at(hand, "essential", "market")
    wanted = list(page.open_questions())[:3]
    seen = []
    for _ in wanted:
        hand.window.menus.actions["open_question"].trigger()
        seen.append(hand.window.focusWidget().objectName().removesuffix(".add"))
    assert seen == wanted


def test_counting_agrees_with_the_plans_own_answers(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    context = hand.window.desk.context
    from wizards.forms.entry import entries_at

    for name in declared(Plan):
        if name in ("meta", "evidence"):
            continue
        names = [f"{name}.{field}" for field in declared(declared(Plan)[name].node)]
        answered = Counting(context).of(entries_at(context, names)).answered
        assert answered == sum(1 for _ in paths.answers(getattr(hand.plan, name), name)), name


def test_a_folded_table_is_not_made_before_it_is_wanted(hand):
    page = at(hand, "standard", "competitors")
    assert not page.findChildren(QWidget, "competitors.scan")
    assert not any(
        isinstance(part, CollectionView) and part.path == "competitors.scan"
        for part in page.parts()
    )
    hand.click("fold.competitors.scan")
    assert page.findChildren(QWidget, "competitors.scan")
