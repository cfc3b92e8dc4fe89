"""A ZIP archive in, its members out, each read like a file; of a WACZ archive, the WARC files in it.

Refuses what is no ZIP archive. Members that are encrypted, damaged, too large or packed beyond reason
are set aside and the others come.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast

from rawi.errors import BrokenInput, InputError, TooLarge
from rawi.ingest.base import MAX_FILE_BYTES, SetAside, unexpected
from rawi.ingest.inputs.base import Blob, GatherOptions, SeekableStream, Things

#: The most that all members of an archive, and those of the archives in it, may hold, in bytes.
MAX_TOTAL = 4_000_000_000
#: The most members.
MAX_MEMBERS = 200_000
#: A member larger than this, in bytes, may not be packed to less than its 200th part.
RATIO_FROM = 1_000_000
MAX_RATIO = 200

_ACCEPTED = "accepted: a whole ZIP archive without a password"


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked."""

    left: int


def open_zip(blob: Blob, options: GatherOptions) -> Things:
    """The members of the archive in the order of their names."""
    try:
        archive = zipfile.ZipFile(blob.stream)
    except Exception as error:  # zipfile raises errors of many kinds on damaged archives
        raise unexpected(error, "ZIP archive", _ACCEPTED) from error
    budget = blob.budget if isinstance(blob.budget, Budget) else Budget(MAX_TOTAL)
    with archive:
        members = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(_name(info))]
        if len(members) > MAX_MEMBERS:
            raise TooLarge(f"The archive has {len(members):,} members; accepted: up to {MAX_MEMBERS:,}")
        warcs = [info for info in members if _is_warc(info)]
        is_wacz = blob.name.lower().endswith(".wacz") or _has_package(members, warcs)
        for info in sorted(warcs if is_wacz else members, key=_name):
            try:
                yield _member(blob, archive, info, budget, stream=is_wacz)
            except InputError as error:
                yield SetAside.of(f"{blob.where}!{_name(info)}", error)


def _member(
    blob: Blob, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, *, stream: bool
) -> Blob:
    """One member; the WARC files of a WACZ archive are not held in memory."""
    name = _name(info)
    if info.flag_bits & 0x1:
        raise BrokenInput(f"The member is encrypted; {_ACCEPTED}")
    try:
        opened = archive.open(info) if stream else io.BytesIO(_read(archive, info, budget))
    except InputError:
        raise
    except Exception as error:  # as above; also packings that zipfile does not know
        raise unexpected(error, "member of the archive", _ACCEPTED) from error
    return Blob(
        cast(SeekableStream, opened),
        PurePosixPath(name).name,
        f"{blob.where}!{name}",
        f"{blob.key}!{name}",
        depth=blob.depth + 1,
        budget=budget,
    )


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of a member. zipfile never gives more of them than the archive states."""
    size = info.file_size
    if size > MAX_FILE_BYTES:
        raise TooLarge(
            f"The member holds {size:,} bytes; accepted: up to {MAX_FILE_BYTES:,}. Unpack the archive first"
        )
    if size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
        raise TooLarge(
            f"The member is packed to less than its {MAX_RATIO}th part ({size:,} bytes from "
            f"{info.compress_size:,}), as in a ZIP bomb. Unpack the archive first if it is none"
        )
    if size > budget.left:
        raise TooLarge(f"The members hold more than {MAX_TOTAL:,} bytes in all. Unpack the archive first")
    budget.left -= size
    return archive.read(info)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; one that states no encoding is tried in UTF-8."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/").lstrip("/")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _is_warc(info: zipfile.ZipInfo) -> bool:
    name = _name(info).lower()
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _has_package(members: list[zipfile.ZipInfo], warcs: list[zipfile.ZipInfo]) -> bool:
    return bool(warcs) and any(info.filename == "datapackage.json" for info in members)
