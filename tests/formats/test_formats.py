"""Every plan file that was ever released opens, with the answers that were typed into it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from planner import storage
from planner.storage.header import SCHEMA

FILES = sorted(Path(__file__).parent.glob("*.mktplan"))


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(tmp_path / "own"))


def test_every_version_has_its_file():
    assert {int(file.stem.split("-")[1]) for file in FILES} == set(range(1, SCHEMA + 1))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_opens(file):
    """The answers are those of the small plan that every version's file holds."""
    header = json.loads(file.read_bytes().partition(b"\n")[0])
    assert header["schema"] == int(file.stem.split("-")[1])
    loaded = storage.read(file)
    assert loaded.problems == ()
    assert loaded.plan_id == header["plan_id"]
    plan = loaded.plan
    assert plan.meta.title == "Mişcare & sănătate 2027 “კარგად”"
    assert plan.meta.period == ("2027-01", "2027-12")
    assert plan.meta.currency == "EUR"
    gold = next(one for one in plan.business.offerings if one.id == "gold")
    assert gold.name == "Gold membership"
    assert gold.price == Decimal("1200.50")
    assert [one.id for one in plan.competitors.items] == ["acme"]
    (seo,) = plan.promotion.channels
    assert {month.id: month.budget for month in seo.months} == {"2027-03": Decimal("400.00")}
    assert storage.check(file).is_whole


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_is_saved_and_opens_again(file, tmp_path):
    loaded = storage.read(file)
    copy = tmp_path / "copy.mktplan"
    copy.write_bytes(file.read_bytes())
    storage.save(loaded.plan, copy, loaded.known)
    again = storage.read(copy)
    assert (again.plan, again.plan_id) == (loaded.plan, loaded.plan_id)
