"""Turning what goes wrong into one sentence and an exit code; no traceback reaches a user."""

from __future__ import annotations

import importlib
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from planner.cli.program import BROKEN, FAILURE
from planner.i18n import N_, WordedError, translate
from planner.model.kinds import BadValue
from planner.model.plan import InvalidPlan
from planner.storage import StorageError
from planner.writers import WriteError


class Failure(WordedError):
    """A sentence for the user and the exit code that goes with it."""

    def __init__(self, code: int, template: str, **words: object) -> None:
        super().__init__(template, **words)
        self.code = code


def reported(call: str, options: Namespace, language: str) -> int:
    """Run a command and say on standard error what went wrong."""
    module, name = call.split(".")
    command: Callable[[Namespace, str], int] = getattr(
        importlib.import_module(f"planner.cli.{module}"), name
    )
    try:
        return command(options, language)
    except Failure as failure:
        talk(failure.message(language))
        return failure.code
    except (StorageError, WriteError) as error:
        talk(error.message(language))
        return int(error.exit_code)
    except InvalidPlan as invalid:
        for problem in invalid.problems:
            talk(f"{options.plan}: {problem.path}: {problem.message(language)}")
        return BROKEN
    except BadValue as bad:
        talk(bad.message(language))
        return BROKEN
    except OSError as error:
        sentence = N_("{file}: {reason}. Nothing was changed.")
        file = error.filename or getattr(options, "out", "") or getattr(options, "plan", "")
        talk(translate(sentence, language).format(file=file, reason=error.strerror or error))
        return FAILURE


def talk(sentence: str) -> None:
    """Say something to the person, on standard error."""
    sys.stderr.write(sentence.replace("\n", " ") + "\n")


def data(text: str) -> None:
    """Give data, on standard output."""
    sys.stdout.write(text + "\n")


def data_json(value: Any) -> None:
    """Give data as JSON, on standard output."""
    data(json.dumps(value, ensure_ascii=False, indent=2))
