"""The command line: data to standard output, talk to standard error, an exit code for scripts."""

from planner.cli.program import main

__all__ = ["main"]
