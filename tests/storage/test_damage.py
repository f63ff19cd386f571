"""Damaged files: noticed always, never overwritten, and what is left of them is said."""

import random

import pytest

from planner import storage
from planner.model.plan import from_json
from tests.nightly import NIGHTLY

MUTATIONS = 2000 if NIGHTLY else 800


@pytest.fixture
def long_plan():
    offerings = [
        {"id": f"o{n}", "name": f"Ოffer {n}", "price": f"{n * 7}.50", "note": {"n": [n, n / 8]}}
        for n in range(40)
    ]
    return from_json({"meta": {"title": "Long"}, "business": {"offerings": offerings}})


def mutated(data, chance):
    kind = chance.choice(["bit", "byte", "cut", "zeros", "swap", "lost", "twice", "more", "head"])
    at, size = chance.randrange(len(data)), chance.randint(1, 600)
    if kind == "head":
        at = chance.randrange(350)
    flipped = bytes([data[at] ^ 1 << chance.randrange(8)])
    half = len(data) // 2
    return {
        "bit": data[:at] + flipped + data[at + 1 :],
        "head": data[:at] + flipped + data[at + 1 :],
        "byte": data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
        "cut": data[:at],
        "zeros": data[:at] + bytes(len(data[at : at + size])) + data[at + size :],
        "swap": data[half:] + data[:half],
        "lost": data[:at] + data[at + size :],
        "twice": data[: at + size] + data[at:],
        "more": data[:at] + chance.randbytes(chance.randint(1, 9)) + data[at:],
    }[kind]


def test_every_mutation_is_noticed(file, long_plan):
    storage.write_new(long_plan, file)
    data = file.read_bytes()
    chance = random.Random(20270101)
    refusals = 0
    for number in range(MUTATIONS):
        wrong = mutated(data, chance)
        if wrong == data:
            continue
        file.write_bytes(wrong)
        report = storage.check(file)
        assert file.read_bytes() == wrong
        assert report.exit_code == (0 if report.is_whole else 5), number
        refusals += not report.is_whole
        if report.is_whole:
            # A wrong letter in the header does no harm to the plan, but is told.
            assert report.problems, number
            assert report.plan == long_plan
    assert refusals > MUTATIONS * 0.8


def damage(file, change):
    data = change(file.read_bytes())
    file.write_bytes(data)
    return data


def test_a_changed_answer_can_be_read_but_is_not_trusted(file, long_plan, plan):
    storage.write_new(long_plan, file)
    wrong = damage(file, lambda data: data.replace(b'"Long"', b'"Wrong"'))
    with pytest.raises(storage.DamagedFile, match="all its answers can still be read"):
        storage.read(file)
    report = storage.check(file)
    assert report.plan.meta.title == "Wrong"
    assert report.plan.business == long_plan.business
    with pytest.raises(storage.DamagedFile):
        storage.save(plan, file)
    assert file.read_bytes() == wrong


def test_a_file_cut_in_an_offering(file, long_plan):
    storage.write_new(long_plan, file)
    damage(file, lambda data: data[: data.index(b'"o20"') + 90])
    with pytest.raises(storage.TruncatedFile, match="2 of its 11 sections"):
        storage.read(file)
    plan = storage.check(file).plan
    assert plan.meta == long_plan.meta
    assert [o.id for o in plan.business.offerings][:20] == [f"o{n}" for n in range(20)]
    assert plan.business.offerings[:20] == long_plan.business.offerings[:20]


@pytest.mark.parametrize("left", range(60, 130))
def test_wherever_a_file_is_cut_the_rest_is_given(file, long_plan, left):
    storage.write_new(long_plan, file)
    damage(file, lambda data: data[: data.index(b'"o20"') + left])
    assert storage.check(file).plan.business.offerings[:20] == long_plan.business.offerings[:20]


def test_a_fault_in_the_middle_gives_what_stands_before_it(file, long_plan):
    storage.write_new(long_plan, file)
    damage(file, lambda data: data.replace(b'"id": "o20"', b'"id"= "o20"'))
    with pytest.raises(storage.DamagedFile, match="2 of its 11 sections"):
        storage.read(file)
    assert storage.check(file).plan.business.offerings[:20] == long_plan.business.offerings[:20]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.partition(b"\n")[2],
        lambda data: data.replace(b'"plan_id"', b'"plan-id"', 1),
        lambda data: data.replace(b"\n", b"", 1),
        lambda data: data.replace(b"}\n", b"}X", 1),
        lambda data: b"\x00" * 100 + data[100:],
    ],
    ids=["no header", "lost key", "no newline", "newline changed", "zeros"],
)
def test_a_damaged_header_over_a_whole_body(file, long_plan, change):
    storage.write_new(long_plan, file)
    damage(file, change)
    with pytest.raises(storage.DamagedFile, match=r"first line: all its answers can still be read"):
        storage.read(file)
    assert storage.check(file).plan == long_plan


def test_values_that_no_longer_fit(file, long_plan):
    storage.write_new(long_plan, file)
    damage(file, lambda data: data.replace(b'"7.50"', b'"7,50"'))
    path = r"business\.offerings\[o1\]\.price"
    with pytest.raises(storage.DamagedFile, match=rf"1 of its values do not fit, .* {path}"):
        storage.read(file)
    assert storage.check(file).plan is None


def test_nothing_left(file, long_plan):
    storage.write_new(long_plan, file)
    damage(file, lambda data: data.partition(b"\n")[0] + b"\n" + bytes(5000))
    with pytest.raises(storage.DamagedFile, match="none of its answers"):
        storage.read(file)
