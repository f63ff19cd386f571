"""What tables remember of rows equals what is worked out anew, whatever is changed in between."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit

from planner import paths
from planner.session import Session
from tests.plans import sample
from wizards.forms.entry import entries_at
from wizards.forms.once import OncePerMember
from wizards.forms.reading import Reading
from wizards.forms.rows import MemberRows, are_rearranged, changed_rows, numbers_of, stand_alike
from wizards.forms.sifting import Sieve
from wizards.forms.tally import Counting

OFFERS, SECTORS = "business.offerings", "technology.items"
NAMES = ("Massage", "massage at home", "Haircut", "Straße", "", "77 hours", "MAKE-UP")


OFFER = type(sample().business.offerings[0])


def offer(number):
    """A member; two of one number are equal, but not the same object."""
    return OFFER(id=f"o-{number}", name=f"Offer {number}")


@given(st.lists(st.lists(st.integers(0, 30), unique=True), max_size=8))
def test_what_is_worked_out_of_members_is_worked_out_once_while_they_stay(times):
    offers = [offer(number) for number in range(31)]
    asked = []

    def make(one):
        asked.append(one.id)
        return one.name.upper()

    once, before = OncePerMember(make), []
    for numbers in times:
        members = tuple(offers[number] for number in numbers)
        asked.clear()
        assert once.of(members) == tuple(one.name.upper() for one in members)
        assert asked == [offers[n].id for n in numbers if n not in before]
        assert once.of(members) is once.of(members)
        before = numbers


@given(st.data())
def test_rows_are_told_apart_by_their_keys_and_found_by_them(data):
    offers = [offer(number) for number in range(20)]
    orders = st.lists(st.integers(0, 19), unique=True)
    numbers = data.draw(orders)
    others = data.draw(st.one_of(orders, st.permutations(numbers), st.just(numbers)))
    changed = data.draw(st.sets(st.sampled_from(others))) if others else set()
    before = tuple(offers[n] for n in numbers)
    after = tuple(offer(n) if n in changed else offers[n] for n in others)
    rows, now = MemberRows(before), MemberRows(after)
    keys = [f"o-{n}" for n in others]
    assert [(row.key, row.title) for row in now] == [(f"o-{n}", f"Offer {n}") for n in others]
    assert stand_alike(now, rows) == (numbers == others)
    if len(numbers) == len(others):
        places = range(len(numbers))
        differ = [n for n in places if numbers[n] != others[n] or others[n] in changed]
        assert list(changed_rows(now, rows)) == differ
    wanted = data.draw(st.lists(st.sampled_from([*(one.id for one in offers), "nobody"])))
    assert numbers_of(now, wanted) == [keys.index(key) for key in wanted if key in keys]
    if are_rearranged(now, rows):
        assert sorted(numbers) == sorted(others)
        assert not changed


words = st.lists(st.sampled_from(["m", "ma", "mas", "77", "7", "ss", "z", " "]), max_size=3)
texts = st.lists(st.sampled_from([name.casefold() for name in NAMES]), max_size=12)


@given(st.lists(st.tuples(words, st.one_of(st.none(), texts)), max_size=10))
def test_sifted_rows_are_those_with_all_the_words(steps):
    sieve, rows = Sieve(), ["massage", "make-up"]
    for typed, others in steps:
        rows = others if others is not None else rows
        found = list(sieve.find(rows, tuple(typed)))
        assert found == [n for n, text in enumerate(rows) if all(word in text for word in typed)]


def edit(draw, session, path):
    """Change something of a collection, or of what it refers to."""
    ids = [member.id for member in paths.get(session.plan, path)]
    acts = ["insert", "undo", "redo"] + ["name", "price", "arrange", "remove", "refer"] * bool(ids)
    act = draw(acts)
    match act:
        case "insert":
            session.insert(path, {"name": draw(NAMES) or None}, draw(range(len(ids) + 1)))
        case "name":
            session.set(f"{path}[{draw(ids)}].name", draw(NAMES) or None)
        case "price":
            session.set(f"{path}[{draw(ids)}].price", draw(["1", "7.70", "77", None]))
        case "arrange":
            order = list(range(len(ids)))
            Random(draw(range(1000))).shuffle(order)
            session.arrange(path, order)
        case "remove":
            session.remove(f"{path}[{draw(ids)}]")
        case "refer":
            session.set(f"{path}[{draw(ids)}].replaced_by", draw([*ids, None]))
        case _:
            getattr(session, act)()


def folded(value, names):
    return names.get(value, "" if value is None else str(value)).casefold()


FIELDS = ("name", "price", "replaced_by")


@settings(max_examples=30)
@given(st.data())
def test_what_is_read_of_rows_is_what_stands_in_the_plan(data):
    session = Session(sample())
    reading = Reading(OFFERS, FIELDS)

    def draw(some):
        return data.draw(st.sampled_from(list(some)))

    for _ in range(data.draw(st.integers(1, 8))):
        edit(draw, session, OFFERS)
        plan = session.plan
        members = plan.business.offerings
        names = {member.id: paths.title_of(member) for member in members}
        shown = [
            [folded(getattr(m, name), names if name == "replaced_by" else {}) for name in FIELDS]
            for m in members
        ]
        if draw((True, False)):
            assert list(reading.texts(plan)) == [" ".join(some) for some in shown]
        for column, backwards in ((0, False), (1, True), (2, False)):
            order = reading.order(plan, column, backwards=backwards)

            def key(row, column=column, members=members, shown=shown):
                price = members[row].price
                return price if column == 1 else shown[row][column]

            filled = [row for row in range(len(members)) if key(row) not in (None, "")]
            filled.sort(key=key, reverse=backwards)
            assert order == filled + [row for row in range(len(members)) if row not in filled]


def chance(seed):
    random = Random(seed)
    return lambda some: random.choice(list(some))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_counted_of_members_is_what_counting_anew_finds(hand, seed):
    session, context = hand.window.session, hand.window.desk.context
    session.set("meta.depth", "thorough")
    draw, counting = chance(seed), Counting(context)
    rows = [{"name": draw(NAMES) or None, "id": f"o-{number}"} for number in range(30)]
    session.set(OFFERS, rows)
    entries = entries_at(context, (OFFERS, "market.sizes"))
    for _ in range(40):
        edit(draw, session, OFFERS)
        if draw(range(8)) == 0:
            session.set("meta.depth", draw(("essential", "standard", "thorough")))
        known = (counting.of(entries), list(counting.open_paths(entries)))
        context.counted.clear()
        anew = Counting(context)
        assert known == (anew.of(entries), list(anew.open_paths(entries)))


@pytest.mark.parametrize("seed", range(3))
def test_hidden_rows_are_those_without_the_words_after_any_change(hand, seed):
    session, draw = hand.window.session, chance(seed)
    session.set("meta.depth", "standard")
    session.set(OFFERS, [{"name": draw(NAMES) or None, "id": f"o-{n}"} for n in range(30)])
    hand.window.go_to("business")
    view = hand.table(OFFERS)
    line = hand.find(f"{OFFERS}.filter", QLineEdit)
    for _ in range(60):
        if draw((True, False)):
            line.setText(draw(("", "m", "ma", "mas", "mas home", "77", "nothing like it")))
            hand.qtbot.wait(1)
        elif draw((True, False)):
            view.sort(draw((0, 1)), backwards=draw((True, False)))
        elif draw(range(12)) == 0:
            session.set(OFFERS, [])
        else:
            edit(draw, session, OFFERS)
        hand.qtbot.wait(1)
        members = hand.plan.business.offerings
        names = [column.name for column in view.table.columns]
        said = [" ".join(folded(getattr(m, n), {}) for n in names) for m in members]
        wanted = line.text().casefold().split()
        found = [n for n, text in enumerate(said) if all(word in text for word in wanted)]
        shown = [row for row in range(view.table.rowCount()) if not view.isRowHidden(row)]
        assert shown == found
        for row, member in enumerate(members):
            assert view.table.row_of(member.id) == row
            assert view.model().index(row, 0).data() == (member.name or "")
