"""Whether the long runs are asked for, as `make nightly` does."""

import os

NIGHTLY = bool(os.environ.get("PLANSMITH_NIGHTLY"))
