"""The program: `plansmith` on the command line, or its window."""

from __future__ import annotations

import gc
import sys


def run() -> int:
    """Run the program and return its exit code."""
    # A plan and its models are many small objects that live on: looking for rubbish among them
    # takes a third of the time until they are there.
    gc.set_threshold(50_000, 20, 50)
    from planner.cli import main

    return main(open_window=_open_window)


def _open_window(plan_file: str | None) -> int:
    from wizards.app import run as run_window

    return run_window(plan_file)


if __name__ == "__main__":
    sys.exit(run())
