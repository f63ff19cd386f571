"""Nothing of a test reaches the user's own folders; the gate draws the same examples every time."""

import gc
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.nightly import NIGHTLY

# Programs that tests start find our modules compiled, even where nothing is written beside them.
if not sys.pycache_prefix:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    kept = Path(tempfile.gettempdir()) / f"plansmith-bytecode-{os.getuid()}"
    os.environ["PYTHONPYCACHEPREFIX"] = str(kept)
# A plan is many small objects that live on: looking through them ever again finds no rubbish.
gc.set_threshold(50_000, 20, 50)

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("nightly", max_examples=400, deadline=None)
# A change must not be refused for an example that another change would meet as well: new ones are
# searched for at night.
settings.load_profile("nightly" if NIGHTLY else "gate")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Put the program's data and settings into folders of the test's own."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("PLANSMITH_DATA_DIR", str(folder / "data"))
    monkeypatch.setenv("PLANSMITH_CONFIG_DIR", str(folder / "config"))
    return folder
