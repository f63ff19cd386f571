"""Nothing of a test reaches the user's own folders; the gate draws the same examples every time."""

import os

import pytest
from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("nightly", max_examples=400, deadline=None)
# A change must not be refused for an example that another change would meet as well: new ones are
# searched for at night.
settings.load_profile("nightly" if os.environ.get("PLANSMITH_NIGHTLY") else "gate")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Put the program's data and settings into folders of the test's own."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(folder / "data"))
    monkeypatch.setenv("PLANSMITH_CONFIG_DIR", str(folder / "config"))
    return folder
