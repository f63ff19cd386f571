"""Nothing of a test reaches the user's own folders."""

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Put the program's data and settings into folders of the test's own."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(folder / "data"))
    monkeypatch.setenv("PLANSMITH_CONFIG_DIR", str(folder / "config"))
    return folder
