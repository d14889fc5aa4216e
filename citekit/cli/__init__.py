"""The command line: one file a verb, and this door, behind which no traceback reaches a user."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

DONE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: nothing to say; findings; bad usage or unreadable input; interrupted."""


def main() -> None:
    """Run the command line on the process's arguments and exit."""
    # a library of ten thousand works is a million small values; the collector would walk them again and again
    gc.set_threshold(50_000, 20, 100)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # it was closed (`2>&-`), so nothing is wanted from it
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these arguments; returns the exit code."""
    try:
        from citekit.cli.verbs import verbs

        # click knows nothing of NO_COLOR (no-color.org)
        color = False if os.environ.get("NO_COLOR") else None
        return verbs.main(list(arguments), prog_name="citekit", standalone_mode=False, color=color) or DONE
    except KeyboardInterrupt:
        return _say("interrupted", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the last guard: a user gets a sentence, whatever happened
        return _answer(error)


def _answer(error: Exception) -> int:
    """Say an error in one sentence; the exit code that goes with it."""
    from click import Abort, ClickException, UsageError
    from click.exceptions import NoArgsIsHelpError

    from citekit.errors import CitekitError

    if isinstance(error, Abort):
        return _say("interrupted", INTERRUPTED)
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return UNUSABLE
    if isinstance(error, UsageError):
        command = error.ctx.command_path if error.ctx else "citekit"
        return _say(f"{_sentence(error.format_message())} `{command} --help` shows the usage.", UNUSABLE)
    if isinstance(error, ClickException):
        return _say(error.format_message(), UNUSABLE)
    if isinstance(error, CitekitError):
        return _say(str(error), UNUSABLE)
    return _unexpected(error)


def _unexpected(error: Exception) -> int:
    """A fault of citekit's own: a sentence, or the traceback where ``CITEKIT_DEBUG=1`` asks for it."""
    if os.environ.get("CITEKIT_DEBUG"):
        import traceback

        traceback.print_exception(error)
        return UNUSABLE
    what = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(": ")
    message = f"this is a fault of citekit ({what}); please report it with the input; CITEKIT_DEBUG=1 shows more"
    return _say(message, UNUSABLE)


def _sentence(message: str) -> str:
    return message if message.endswith((".", "?", ")")) else f"{message}."


def _say(message: str, code: int) -> int:
    try:
        print(f"citekit: {message}", file=sys.stderr, flush=True)  # noqa: T201 - click may not have loaded
    except BrokenPipeError:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - nobody listens any more
    return code
