"""A path in, the files at it as bytes to be read out; folders file by file in the order of their names.

Hidden files and folders are passed over. What cannot be opened is set aside.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from rawi.errors import BrokenInput
from rawi.ingest.base import ACCEPTED_FORMATS, SetAside
from rawi.ingest.inputs.base import ACCEPTED, Blob, Thing


def open_path(path: Path) -> Iterator[Thing]:
    """The file at `path`, or those of the folder, each open until the next is asked for."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield SetAside.of(str(path), unreadable(error))
        return
    if not stat.S_ISDIR(mode):
        yield from _open_file(path)
        return
    none = True
    for found in _walk(path):
        none = False
        yield from [found] if isinstance(found, SetAside) else _open_file(found)
    if none:
        yield SetAside(str(path), "EmptyInput", f"No files in the folder; accepted: {ACCEPTED_FORMATS}")


def unreadable(error: Exception) -> BrokenInput:
    """The error for a file that the system does not open or read."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return BrokenInput(
        f"The file cannot be opened or read ({reason}); accepted: a readable file, a folder or a link"
    )


def _open_file(path: Path) -> Iterator[Thing]:
    where = str(path)
    try:
        if not path.is_file():
            yield SetAside(where, "BrokenInput", f"Not a regular file; accepted: {ACCEPTED}")
            return
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield SetAside.of(where, unreadable(error))
        return
    with stream:
        yield Blob(stream, path.name, where, f"file:{os.path.abspath(path)}")


def _walk(folder: Path) -> Iterator[Path | SetAside]:
    """The files below `folder`, sorted, and the folders that cannot be listed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield SetAside.of(str(folder), unreadable(error))
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield SetAside.of(str(path), unreadable(error))
            continue
        if is_folder and path.is_symlink():
            yield SetAside(
                str(path), "Skipped", "A link to another folder; taken in: that folder by its own path"
            )
        elif is_folder:
            yield from _walk(path)
        else:
            yield path
