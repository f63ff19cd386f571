import pytest

from planner.model.plan import from_json
from planner.storage.data_folder import VARIABLE


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    """The program's own folder, beside the plans' one."""
    folder = tmp_path / "own"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "plans"
    made.mkdir()
    return made


@pytest.fixture
def file(folder):
    return folder / "moveo.mktplan"


@pytest.fixture
def plan():
    return from_json(
        {
            "meta": {
                "title": "Växt & ზრდა 📈",
                "currency": "EUR",
                "period": ["2027-01", "2027-12"],
            },
            "business": {"offerings": [{"id": "gold", "name": "Gold", "price": "1200.50"}]},
        }
    )


@pytest.fixture
def other():
    return from_json({"meta": {"title": "Another"}})
