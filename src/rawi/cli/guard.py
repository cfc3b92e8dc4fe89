"""What happens when something goes wrong: a message on standard error and an exit code, no traceback.

0 done · 1 some documents set aside, nothing found, or problems in the packs that were to be checked · 2 an
option or argument cannot be used, or a knowledge pack has problems · 70 an error in Rawi itself ·
130 interrupted · 141 the reader of the output has gone.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

import typer

from rawi.errors import KnowledgeError, RawiError

ALL_READ, SET_ASIDE, USAGE, INTERNAL, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 70, 130, 141


@contextmanager
def guard(debug: bool) -> Iterator[None]:
    """Turns errors into messages and exit codes; with `debug`, tells where they arose as well."""
    use_utf8()
    try:
        yield
        sys.stdout.flush()
    except (typer.Exit, typer.Abort):
        raise
    except KnowledgeError as error:
        _leave(USAGE, "The knowledge packs have problems:\n" + _indent(error.problems), debug)
    except RawiError as error:
        _leave(USAGE, f"Error: {error}", debug)
    except BrokenPipeError:
        _drop_output()
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        _leave(INTERRUPTED, "Stopped.", debug)
    except OSError as error:
        _leave(USAGE, f"Error: {describe_os_error(error)}", debug)
    except Exception as error:
        _leave(INTERNAL, f"An error in Rawi itself: {describe(error)}. Use --debug to see where.", debug)


def use_utf8() -> None:
    """Makes the standard streams UTF-8 whatever the locale: results are UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def describe(error: BaseException) -> str:
    """The kind of the error, and its message on one line."""
    message = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def describe_os_error(error: OSError) -> str:
    """What the system says, with the file that it is about."""
    reason = error.strerror or describe(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _leave(code: int, message: str, debug: bool) -> NoReturn:
    if debug:
        traceback.print_exc()
    typer.echo(message, err=True)
    raise typer.Exit(code) from None


def _indent(lines: list[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)


def _drop_output() -> None:
    """Sends what is left in the buffer of standard output nowhere, so that leaving does not fail again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
