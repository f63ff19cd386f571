"""The program: `plansmith` on the command line, or its window."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the program and return its exit code."""
    from planner.cli import main

    return main(open_window=_open_window)


def _open_window(plan_file: str | None) -> int:
    from wizards.app import run as run_window

    return run_window(plan_file)


if __name__ == "__main__":
    sys.exit(run())
