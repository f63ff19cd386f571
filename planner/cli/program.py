"""Reading the command line and calling what it asks for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

from planner import __version__
from planner.i18n import LANGUAGES, N_, language_of_environment, translate

OK, FAILURE, USAGE, BROKEN, FOUND, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
"""Exit codes; BROKEN: a value breaks its declaration, FOUND: `review --strict` found something."""

OpenWindow = Callable[[str | None], int]


def main(arguments: Sequence[str] | None = None, *, open_window: OpenWindow | None = None) -> int:
    """Run the program on command-line arguments and return its exit code.

    `open_window` opens the window, on a plan file or without one; it is called only where no
    command is given, so that nothing else imports Qt.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(given, open_window)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE


def _run(given: list[str], open_window: OpenWindow | None) -> int:
    if not given or given[0] not in {*COMMANDS, "-h", "--help", "--version"}:
        return _window(given, open_window)
    if given[0] == "calc":
        from planner import calc

        language = language_of_environment()
        return calc.run(given[1:], sys.stdin, sys.stdout, sys.stderr, language)
    options = _parser().parse_args(given)
    from planner.cli import reporting

    language = getattr(options, "lang", None) or language_of_environment()
    return reporting.reported(options.call, options, language)


def _window(given: list[str], open_window: OpenWindow | None) -> int:
    language = language_of_environment()
    if len(given) > 1 or (given and given[0].startswith("-")):
        _say(translate(N_("Give one plan file, or a command; --help lists them."), language))
        return USAGE
    if given and not Path(given[0]).exists():
        near = get_close_matches(given[0], COMMANDS, 1)
        if "." not in given[0] and os.sep not in given[0]:
            hint = f" {translate(N_('Did you mean'), language)} {near[0]}?" if near else ""
            _say(
                translate(N_("“{name}” is neither a command nor a plan file."), language).format(
                    name=given[0]
                )
                + hint
            )
            return USAGE
        _say(translate(N_("{file}: there is no such file."), language).format(file=given[0]))
        return UNREADABLE
    if open_window is None:
        _say(translate(N_("This is the command line alone; it opens no window."), language))
        return FAILURE
    if not _has_display():
        _say(
            translate(
                N_(
                    "There is no display to open a window on; `plansmith --help` lists what works"
                    " without one."
                ),
                language,
            )
        )
        return FAILURE
    return open_window(given[0] if given else None)


def _has_display() -> bool:
    """Whether a window can be shown; where the system has no such setting, it can."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


COMMANDS = (
    "new",
    "samples",
    "kinds",
    "fields",
    "show",
    "set",
    "review",
    "analyze",
    "calc",
    "write",
    "check",
    "schema",
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="plansmith",
        description="Writes a strategic marketing plan with you. Without a command: the window.",
    )
    parser.add_argument("--version", action="version", version=f"plansmith {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_plan_commands(commands)
    _add_list_commands(commands)
    _add_result_commands(commands)
    commands.add_parser("calc", help="one method on bare numbers; see calc --help")
    return parser


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add(commands: Commands, name: str, help_: str, call: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]  # argparse keeps this class private
    command: argparse.ArgumentParser = commands.add_parser(  # type: ignore[attr-defined]  # as above
        name, help=help_, description=help_
    )
    command.set_defaults(call=call)
    command.add_argument("--lang", choices=LANGUAGES, help="language of messages and documents")
    return command


def _add_plan_commands(commands: Commands) -> None:  # type: ignore[valid-type]  # as above
    new = _add(commands, "new", "a blank plan, or a copy of a sample", "plans.new")
    new.add_argument("out", metavar="OUT")
    new.add_argument("--sample", metavar="NAME", help="one of `plansmith samples`")
    new.add_argument("--currency", metavar="XXX", help="ISO 4217 code, such as EUR")
    show = _add(commands, "show", "the plan, or one place of it, as JSON", "plans.show")
    show.add_argument("plan", metavar="PLAN")
    show.add_argument("path", metavar="PATH", nargs="?", default="")
    put = _add(commands, "set", "change one place of a plan file", "plans.put")
    put.add_argument("plan", metavar="PLAN")
    put.add_argument("path", metavar="PATH")
    put.add_argument("value", metavar="VALUE", help="null clears a field and removes a member")
    check = _add(commands, "check", "is the plan file whole", "plans.check")
    check.add_argument("file", metavar="FILE")


def _add_list_commands(commands: Commands) -> None:  # type: ignore[valid-type]  # as above
    for name, help_ in (
        ("samples", "the sample plans"),
        ("kinds", "the kinds of document that can be written"),
        ("fields", "every question of the plan"),
    ):
        command = _add(commands, name, help_, f"lists.{name}")
        command.add_argument("--json", action="store_true")
    _add(commands, "schema", "the JSON Schema of a plan", "lists.schema")


def _add_result_commands(commands: Commands) -> None:  # type: ignore[valid-type]  # as above
    review = _add(commands, "review", "what is missing, weak or inconsistent", "results.review")
    review.add_argument("plan", metavar="PLAN")
    review.add_argument("--json", action="store_true")
    review.add_argument(
        "--strict", action="store_true", help="exit with 4 where an error or warning is found"
    )
    analyze = _add(commands, "analyze", "every figure the answers allow", "results.analyze")
    analyze.add_argument("plan", metavar="PLAN")
    analyze.add_argument("method", metavar="METHOD", nargs="?")
    analyze.add_argument("--json", action="store_true")
    write = _add(commands, "write", "write documents", "results.write")
    write.add_argument("plan", metavar="PLAN")
    write.add_argument("--kind", required=True, metavar="K")
    write.add_argument("--format", required=True, metavar="F[,F…]")
    write.add_argument("--out", required=True, metavar="OUT", help="a file, or a folder")
    write.add_argument(
        "--brand", metavar="FILE", help="a brand file for the look, see docs/brand.md"
    )
